import Press

/// The byte loop behind `Words`.
struct WordReader {
  let end: Int
  var words: [Word] = []
  private(set) var known = Spellings()
  private let keeps: Bool
  private let table = ByteClass.table
  private var at = 0
  private var gap: Word.Marks = [.afterSpace, .afterLine, .afterParagraph]

  init(end: Int) {
    self.end = end
    keeps = false
  }

  /// Takes what is known of former texts for its own.
  init(end: Int, known: consuming Spellings) {
    self.end = end
    self.known = known
    keeps = true
  }

  mutating func read(_ bytes: Span<UInt8>) {
    words.reserveCapacity(end / 6 + 8)
    while at < end {
      let byte = bytes[at]
      if byte == 0x20 {
        gap.insert(.afterSpace)
        at &+= 1
      } else if byte < 0x80 {
        switch table[Int(byte)] {
        case .letter: readWord(bytes)
        case .digit: readNumber(bytes)
        case .space: readSpace(bytes, byte)
        case .other:
          add(bytes, .punctuation, to: at &+ 1, hash: WordHash.mix(WordHash.seed, byte))
        }
      } else {
        readBeyondASCII(bytes)
      }
    }
  }

  private mutating func readSpace(_ bytes: Span<UInt8>, _ byte: UInt8) {
    if byte == 0x0A {
      gap.formUnion(gap.contains(.afterLine) ? .afterParagraph : .afterLine)
    }
    gap.insert(.afterSpace)
    at &+= 1
  }

  private mutating func readBeyondASCII(_ bytes: Span<UInt8>) {
    let scalar = Scalar(bytes, at)
    let next = Swift.min(at &+ scalar.length, end)
    if scalar.isSpace {
      gap.insert(.afterSpace)
      if scalar.value == 0x2028 || scalar.value == 0x2029 { gap.insert(.afterLine) }
      at = next
    } else if scalar.isIgnorable {
      at = next
    } else if scalar.isLetter {
      readWord(bytes)
    } else {
      var hash = WordHash.seed
      for place in at..<next { hash = WordHash.mix(hash, bytes[place]) }
      add(bytes, scalar.isFraction ? .number : .punctuation, to: next, hash: hash)
    }
  }

  private mutating func add(
    _ bytes: Span<UInt8>, _ kind: Word.Kind, to next: Int, hash: UInt64, marks: Word.Marks = []
  ) {
    var spelling: UInt32 = 0
    if keeps {
      let first = bytes[at]
      spelling =
        kind == .punctuation && first < 0x80
        ? UInt32(first)
        : known.place(of: SpellingKey(bytes, at, next), bytes, hash: hash, marks: marks)
    }
    words.append(
      Word(
        lower: UInt32(truncatingIfNeeded: at), upper: UInt32(truncatingIfNeeded: next),
        kind: kind, marks: marks.union(gap), spelling: spelling, hash: hash))
    gap = []
    at = next
  }

  /// A word that is known by its spelling, or one that is to be read.
  private mutating func readWord(_ bytes: Span<UInt8>) {
    if keeps, let next = plainEnd(bytes),
      let place = known.place(of: SpellingKey(bytes, at, next), bytes)
    {
      let spelling = known.all[Int(place)]
      words.append(
        Word(
          lower: UInt32(truncatingIfNeeded: at), upper: UInt32(truncatingIfNeeded: next),
          kind: .word, marks: spelling.marks.union(gap), spelling: place, hash: spelling.hash))
      gap = []
      at = next
    } else {
      readLetters(bytes)
    }
  }

  /// Where a word of ASCII letters and those of Latin-1 ends; nil where more is to be known of its marks.
  @inline(__always) private func plainEnd(_ bytes: Span<UInt8>) -> Int? {
    var place = at
    while true {
      guard place &+ 8 <= end else { return nil }
      let count = EightBytes.letters(EightBytes.load(bytes, place))
      place &+= count
      if count == 8 { continue }
      let byte = bytes[place]
      if byte < 0x80 {
        return byte == 0x2D || byte == 0x27 || byte &- 0x30 < 10 ? nil : place
      }
      guard place &+ 3 <= end else { return nil }
      let second = bytes[place &+ 1]
      switch byte {
      case 0xC3:
        // All but the signs of multiplication and division.
        guard second & 0xC0 == 0x80, second != 0x97, second != 0xB7 else { return nil }
        place &+= 2
      case 0xC2:
        // Quotation marks and the blank.
        return second == 0xAB || second == 0xBB || second == 0xA0 ? place : nil
      case 0xE2:
        let third = bytes[place &+ 2]
        return second == 0x80 && third >= 0x93 && third <= 0x9F && third != 0x99 ? place : nil
      default: return nil
      }
    }
  }

  /// Letters; a hyphen, apostrophe or digit belongs to the word when a letter or digit follows.
  private mutating func readLetters(_ bytes: Span<UInt8>) {
    var hash = WordHash.seed
    var marks: Word.Marks = []
    var letters = 0
    var capitals = 0
    var place = at
    var last: UInt8 = 0
    func note(_ isUpper: Bool) {
      if isUpper {
        if letters == 0 { marks.insert(.capitalised) }
        if letters > capitals { marks.insert(.innerCapital) }
        capitals &+= 1
      }
      letters &+= 1
    }
    reading: while place < end {
      let byte = bytes[place]
      if byte < 0x80 {
        switch table[Int(byte)] {
        case .letter:
          note(byte < 0x5B)
          last = byte | 0x20
          hash = WordHash.mix(hash, last)
          // Most of a word are small letters, which only have to be counted.
          let start = place
          while place &+ 1 < end, bytes[place &+ 1] &- 0x61 < 26 {
            place &+= 1
            last = bytes[place]
            hash = WordHash.mix(hash, last)
          }
          letters &+= place &- start
        case .digit:
          marks.insert(.hasDigit)
          last = byte
          hash = WordHash.mix(hash, byte)
        default:
          guard let joined = joint(bytes, at: place, width: 1) else { break reading }
          if joined { marks.insert(.hasHyphen) }
          last = 0
          hash = WordHash.mix(hash, byte)
        }
        place &+= 1
        continue
      }
      let scalar = Scalar(bytes, place)
      if let latin = Folding.latin(scalar.value) {
        note(scalar.isUpper)
        hash = WordHash.mix(hash, UInt8(truncatingIfNeeded: latin))
        if latin > 0xFF { hash = WordHash.mix(hash, UInt8(truncatingIfNeeded: latin >> 8)) }
      } else if scalar.value == 0x308 {
        if last == 0x61 || last == 0x6F || last == 0x75 { hash = WordHash.mix(hash, 0x65) }
      } else if scalar.isIgnorable {
      } else if scalar.isLetter {
        note(scalar.isUpper)
        hash = Self.mixOther(hash, scalar, bytes, place)
      } else if scalar.value == 0x2019 || scalar.value == 0x2010 || scalar.value == 0x2011 {
        guard let joined = joint(bytes, at: place, width: scalar.length) else { break }
        if joined { marks.insert(.hasHyphen) }
        hash = WordHash.mix(hash, joined ? UInt8(ascii: "-") : UInt8(ascii: "'"))
      } else {
        break
      }
      marks.insert(.hasAccent)
      last = 0
      place = Swift.min(place &+ scalar.length, end)
    }
    finishWord(bytes, to: place, hash, marks, letters, capitals)
  }

  private mutating func finishWord(
    _ bytes: Span<UInt8>, to place: Int, _ hash: UInt64, _ marks: Word.Marks, _ letters: Int,
    _ capitals: Int
  ) {
    var marks = marks
    if capitals == letters, letters > 1 { marks.insert(.allCapitals) }
    add(bytes, .word, to: Swift.max(place, at &+ 1), hash: hash, marks: marks)
  }

  private static func mixOther(
    _ hash: UInt64, _ scalar: Scalar, _ bytes: Span<UInt8>, _ place: Int
  ) -> UInt64 {
    var hash = hash
    if scalar.length == 2, let lower = scalar.lowerCased {
      hash = WordHash.mix(hash, 0xC0 | UInt8(truncatingIfNeeded: lower >> 6))
      return WordHash.mix(hash, 0x80 | UInt8(truncatingIfNeeded: lower & 0x3F))
    }
    for index in place..<Swift.min(place &+ scalar.length, bytes.count) {
      hash = WordHash.mix(hash, bytes[index])
    }
    return hash
  }

  /// Whether the mark at a place joins two halves of a word: true for a hyphen, false for an
  /// apostrophe, nil where the word ends. `'s` begins a token of its own.
  private func joint(_ bytes: Span<UInt8>, at place: Int, width: Int) -> Bool? {
    let after = place &+ width
    guard after < end, place > at else { return nil }
    let byte = bytes[place]
    let isApostrophe = byte == UInt8(ascii: "'") || (width == 3 && bytes[place &+ 2] == 0x99)
    let isHyphen = byte == UInt8(ascii: "-") || (width == 3 && !isApostrophe)
    guard isApostrophe || isHyphen else { return nil }
    let next = bytes[after]
    let isLetter =
      next < 0x80 ? table[Int(next)] == .letter : Scalar(bytes, after).isLetter
    if isHyphen {
      return isLetter || ByteClass.isDigit(next) ? true : nil
    }
    guard isLetter else { return nil }
    let isS = next | 0x20 == UInt8(ascii: "s")
    let isLast = after &+ 1 >= end || ByteClass.of(bytes[after &+ 1]) != .letter
    return isS && isLast && (after &+ 1 >= end || bytes[after &+ 1] < 0x80) ? nil : false
  }

  /// Digits, and a mark between two digits: `11.000`, `3,5`, `1'234`. A narrow or plain no-break
  /// space joins exactly three digits.
  private mutating func readNumber(_ bytes: Span<UInt8>) {
    var hash = WordHash.seed
    var place = at
    while place < end {
      let byte = bytes[place]
      if ByteClass.isDigit(byte) {
        hash = WordHash.mix(hash, byte)
        place &+= 1
        continue
      }
      let isMark = byte == 0x2E || byte == 0x2C || byte == 0x27
      if isMark, place &+ 1 < end, ByteClass.isDigit(bytes[place &+ 1]) {
        hash = WordHash.mix(hash, byte)
        place &+= 1
        continue
      }
      let width = Self.groupSpace(bytes, place)
      guard width > 0, Self.hasThreeDigits(bytes, place &+ width, end), place &- at < 12 else {
        break
      }
      place &+= width
    }
    add(bytes, .number, to: place, hash: hash, marks: .hasDigit)
  }

  private static func groupSpace(_ bytes: Span<UInt8>, _ place: Int) -> Int {
    guard bytes[place] >= 0xC2 else { return 0 }
    let scalar = Scalar(bytes, place)
    return [0xA0, 0x2009, 0x202F].contains(scalar.value) ? scalar.length : 0
  }

  private static func hasThreeDigits(_ bytes: Span<UInt8>, _ place: Int, _ end: Int) -> Bool {
    guard place &+ 3 <= end else { return false }
    for index in place..<place &+ 3 where !ByteClass.isDigit(bytes[index]) { return false }
    return place &+ 3 == end || !ByteClass.isDigit(bytes[place &+ 3])
  }
}

/// What an ASCII byte is to the word reader.
enum ByteClass: UInt8 {
  case other, letter, digit, space

  static let table: [ByteClass] = (0..<128).map { byte in
    switch UInt8(byte) {
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x09...0x0D, 0x20: .space
    default: .other
    }
  }

  @inline(__always) static func of(_ byte: UInt8) -> ByteClass {
    byte < 0x80 ? table[Int(byte)] : .other
  }

  @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
