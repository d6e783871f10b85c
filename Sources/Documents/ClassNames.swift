import Languages

/// What the words in `class`, `id` and `role` say of an element: the habits of people who write
/// templates, from the lists `page-classes`.
struct ClassNames: Sendable {
  static let shared = ClassNames()

  /// What words say, and, by the two highest bits, which of them stand in pairs.
  private var single = TopicTable(capacity: 900)
  private var pairs = TopicTable(capacity: 500)

  private static let beginsPair: UInt32 = 1 << 30
  private static let endsPair: UInt32 = 1 << 31
  /// The word is about the page: the next one says nothing of the element. No class says `link`.
  private static let about = Traits.link.rawValue

  private init() {
    for entry in PageWords.text(of: "page-classes").split(separator: 10) {
      guard let space = entry.firstIndex(of: 0x20),
        let traits = Self.named.first(where: { entry[..<space].isName($0.name) })?.traits
      else { continue }
      let parts = entry[(space + 1)...].split(separator: UInt8(ascii: "-")).map(Self.hash)
      if parts.count == 1 {
        single.add(parts[0], traits.rawValue)
      } else if parts.count == 2 {
        pairs.add(Self.join(parts[0], parts[1]), traits.rawValue)
        single.add(parts[0], Self.beginsPair)
        single.add(parts[1], Self.endsPair)
      }
    }
    for word in PageWords.text(of: "page-class-about").split(separator: 10) {
      single.add(Self.hash(word), Self.about)
    }
  }

  /// Looks up the words of an attribute: split at signs and before capitals, in pairs and singly.
  func traits(of value: ArraySlice<UInt8>) -> Traits {
    var found = Findings()
    let bytes = value.prefix(400)
    let span = bytes.span
    var place = 0
    while place < span.count {
      if (span[place] | 0x20) &- 0x61 < 26 {
        look(&found, Self.word(in: span, &place))
      } else {
        if span[place] <= 0x20 {
          found.previous = 0
          found.about = false
          found.mayBeginPair = false
        }
        place &+= 1
      }
    }
    return found.traits
  }

  /// The hash of the word that begins at a place: letters up to a sign, or to a capital behind a
  /// small letter.
  @inline(__always)
  private static func word(in span: Span<UInt8>, _ place: inout Int) -> UInt64 {
    var hash = LetterHash()
    var wasSmall = false
    while place < span.count {
      if hash.isAligned, place &+ 8 <= span.count {
        let chunk = LetterChunk(
          span.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self), digits: false)
        if chunk.capitals & (chunk.smalls << 8 | (wasSmall ? 0x80 : 0)) == 0 {
          hash.take(chunk)
          place &+= chunk.count
          if chunk.count < 8 { break }
          wasSmall = chunk.smalls >> 63 != 0
          continue
        }
      }
      let byte = span[place]
      guard (byte | 0x20) &- 0x61 < 26, !(wasSmall && byte < 0x61) else { break }
      hash.take(byte | 0x20)
      wasSmall = byte >= 0x61
      place &+= 1
    }
    return hash.value
  }

  /// What was found of a value so far, and what the word before says of the next.
  private struct Findings {
    var traits: Traits = []
    var previous: UInt64 = 0
    var about = false
    var mayBeginPair = false
  }

  @inline(__always)
  private func look(_ found: inout Findings, _ hash: UInt64) {
    let bits = single[hash]
    if !found.about, bits != 0 {
      found.traits.formUnion(
        Traits(rawValue: bits & ~(Self.beginsPair | Self.endsPair | Self.about)))
      if found.mayBeginPair, bits & Self.endsPair != 0 {
        found.traits.formUnion(Traits(rawValue: pairs[Self.join(found.previous, hash)]))
      }
    }
    found.about = bits & Self.about != 0
    found.mayBeginPair = bits & Self.beginsPair != 0
    found.previous = hash
  }

  private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
    var place = 0
    return Self.word(in: word.span, &place)
  }

  private static func join(_ first: UInt64, _ second: UInt64) -> UInt64 {
    first &* 0x9e37_79b9_7f4a_7c15 ^ second
  }

  /// What a class may say, by the names of the list `page-classes`.
  private static let named: [(name: StaticString, traits: Traits)] = [
    ("navigation", .navigation),
    ("aside", .aside),
    ("footer", .footer),
    ("comments", .comments),
    ("related", .related),
    ("share", .share),
    ("promotion", .promotion),
    ("advertisement", .advertisement),
    ("author", .author),
    ("meta", .meta),
    ("date", .date),
    ("tags", .tags),
    ("legal", .legal),
    ("consent", .consent),
    ("paywall", .paywall),
    ("caption", .caption),
    ("figure", .figure),
    ("embed", .embed),
    ("lead", .lead),
    ("body", .body),
    ("headline", .headline),
    ("kicker", .kicker),
    ("pull-quote", .pullQuote),
    ("info-box", .infoBox),
    ("hidden", .hidden),
  ]
}
