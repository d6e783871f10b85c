import Languages
import Press

/// The words of a sentence that carry its meaning, as hashes of their folded stems.
///
/// For measuring likeness only: endings are cut roughly, and nothing of it is shown.
struct ContentWords {
  /// Sorted, each once.
  private(set) var hashes: [UInt64] = []

  /// A word where it stands.
  struct Place {
    var hash: UInt64
    var range: Range<Int>
    /// Begins with a capital.
    var isNoun: Bool
  }

  init(_ bytes: ArraySlice<UInt8>) {
    hashes = Self.distinct(Self.places(in: bytes)[...])
  }

  /// The words in the order of the text.
  static func places(in bytes: ArraySlice<UInt8>) -> [Place] {
    var found: [Place] = []
    read(bytes.span, from: bytes.startIndex, into: &found)
    return found
  }

  /// The hashes of some words, sorted, each once.
  static func distinct(_ places: ArraySlice<Place>) -> [UInt64] {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(places.count)
    for place in places { hashes.append(place.hash) }
    return distinct(hashes)
  }

  /// Hashes sorted, each once.
  static func distinct(_ hashes: [UInt64]) -> [UInt64] {
    guard hashes.count > 1 else { return hashes }
    var hashes = hashes
    hashes.sort()
    var kept = 1
    for at in 1..<hashes.count where hashes[at] != hashes[kept - 1] {
      hashes[kept] = hashes[at]
      kept += 1
    }
    hashes.removeLast(hashes.count - kept)
    return hashes
  }

  /// FNV-1a.
  static func fnv(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = seed
    for byte in bytes { hash = mix(hash, byte) }
    return hash
  }

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always) private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  /// The hash of a word's stem; nil for short words in lower case and function words.
  static func hash(_ word: ArraySlice<UInt8>) -> UInt64? {
    var walk = WordWalk()
    for byte in word { walk.add(byte) }
    return walk.hash
  }

  /// Reads words in one walk over the bytes; the first of them is that of a text at `offset`.
  static func read(_ bytes: Span<UInt8>, from offset: Int, into found: inout [Place]) {
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      guard isWordByte(byte) else {
        // General punctuation and Latin-1 signs: their other bytes are no letters either.
        at &+= byte == 0xE2 ? 3 : byte == 0xC2 ? 2 : 1
        continue
      }
      let start = at
      var walk = WordWalk()
      while at < bytes.count, isWordByte(bytes[at]) {
        walk.add(bytes[at])
        at &+= 1
      }
      guard let hash = walk.hash else { continue }
      found.append(
        Place(
          hash: hash, range: offset &+ start..<offset &+ at,
          isNoun: byte &- 0x41 < 26 || byte == 0xC3))
    }
  }

  @inline(__always) static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80 && byte != 0xC2 && byte != 0xE2
  }

  /// A word as its bytes come: folded, hashed, its ending set aside.
  private struct WordWalk {
    private var whole = ContentWords.seed
    /// The hash up to the last letter that no ending is made of, and of four letters at least.
    private var stem = ContentWords.seed
    private var length = 0
    private var first: UInt8 = 0
    private var previous: UInt8 = 0

    /// ASCII and the German umlauts in lower case.
    @inline(__always) mutating func add(_ byte: UInt8) {
      if length == 0 { first = byte }
      let isCapital = byte &- 0x41 < 26 || previous == 0xC3 && byte &- 0x80 < 0x1F
      let folded = isCapital ? byte | 0x20 : byte
      previous = byte
      length &+= 1
      whole = ContentWords.mix(whole, folded)
      if length <= 4 || !Self.isEnding(folded) { stem = whole }
    }

    @inline(__always) var hash: UInt64? {
      let isNumber = first &- 0x30 < 10
      guard isNumber || length >= 4 || length >= 2 && first &- 0x41 < 26 else { return nil }
      if length <= 10, FunctionWords.contains(whole) { return nil }
      return isNumber ? whole : stem
    }

    /// Letters that German and English endings are made of, cut from the back.
    @inline(__always) private static func isEnding(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "e"), UInt8(ascii: "n"), UInt8(ascii: "s"), UInt8(ascii: "r"),
        UInt8(ascii: "m"), UInt8(ascii: "t"):
        true
      default: false
      }
    }
  }
}

/// The content words of a whole text, read once: those of a sentence or quotation are a part of them.
struct ContentPlaces {
  private let utf8: [UInt8]
  private var all: [ContentWords.Place] = []

  init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    all.reserveCapacity(utf8.count / 10)
    ContentWords.read(utf8.span, from: 0, into: &all)
  }

  /// The words of some ranges of a text, in order; others are not known of.
  init(_ utf8: [UInt8], within ranges: [Range<Int>]) {
    self.utf8 = utf8
    let span = utf8.span
    for range in ranges {
      let range = range.clamped(to: utf8.indices)
      ContentWords.read(span.extracting(range), from: range.lowerBound, into: &all)
    }
  }

  /// The words in a range, as if nothing stood around it.
  func places(in range: Range<Int>) -> ArraySlice<ContentWords.Place> {
    let range = range.clamped(to: utf8.indices)
    guard !cutsWord(range.lowerBound), !cutsWord(range.upperBound) else {
      return ContentWords.places(in: utf8[range])[...]
    }
    let lower = first(from: range.lowerBound, after: 0)
    return all[lower..<first(from: range.upperBound, after: lower)]
  }

  /// Their hashes, sorted, each once.
  func hashes(in range: Range<Int>) -> [UInt64] { ContentWords.distinct(places(in: range)) }

  /// The first word that begins at or behind a byte.
  private func first(from byte: Int, after start: Int) -> Int {
    var low = start
    var high = all.count
    while low < high {
      let middle = (low &+ high) / 2
      if all[middle].range.lowerBound < byte { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  /// Whether a byte and the one before it belong to one word.
  private func cutsWord(_ at: Int) -> Bool {
    guard at > 0, at < utf8.count, ContentWords.isWordByte(utf8[at]) else { return false }
    var lead = at - 1
    while lead > 0, at - lead < 4, utf8[lead] & 0xC0 == 0x80 { lead -= 1 }
    // The end of a sign: its lead tells.
    return ContentWords.isWordByte(utf8[lead])
  }
}

/// Words of four letters and more that say nothing of a matter.
enum FunctionWords {
  /// Whether the hash is that of such a word; none has more than ten bytes.
  static func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

  private static let hashes = HashSet(list)

  private static let list = [
    "der", "die", "das", "den", "dem", "des", "ein", "ich", "wir", "sie", "ihr", "er", "es", "in",
    "im", "am", "an", "auf", "aus", "bei", "mit", "nach", "von", "vom", "vor", "zu", "zum", "zur",
    "für", "und", "oder", "aber", "wie", "was", "wer", "als", "auch", "so", "da", "man", "ob",
    "the", "a", "of", "to", "and", "it", "he", "we", "they", "she", "but", "on", "at", "by",
    "for", "from", "is", "was",
    "aber", "alle", "allem", "allen", "aller", "alles", "also", "andere", "anderen", "auch",
    "beim", "bereits", "bevor", "bisher", "damit", "dann", "daran", "darauf", "daraus", "darüber",
    "dass", "davon", "dazu", "denen", "denn", "deren", "derzeit", "dessen", "dies", "diese",
    "diesem", "diesen", "dieser", "dieses", "doch", "dort", "durch", "eine", "einem", "einen",
    "einer", "eines", "einige", "erst", "etwa", "gegen", "habe", "haben", "hatte", "hatten",
    "hier", "hinter", "ihre", "ihrem", "ihren", "ihrer", "ihres", "immer", "jede", "jeder",
    "jedoch", "jetzt", "kann", "kein", "keine", "keinen", "können", "könnte", "laut", "mehr",
    "muss", "müssen", "nach", "nicht", "nichts", "noch", "nun", "nur", "oder", "ohne", "schon",
    "sehr", "sein", "seine", "seinem", "seinen", "seiner", "seit", "sich", "sind", "sodass",
    "sogar", "soll", "sollen", "sollte", "sowie", "über", "unter", "viele", "vom", "waren",
    "wegen", "weil", "weiter", "welche", "wenn", "werde", "werden", "wieder", "will", "wird",
    "wurde", "wurden", "während", "würde", "zwar", "zwischen", "sagte", "sagt",
    "about", "after", "also", "been", "before", "being", "could", "does", "from", "have", "into",
    "more", "most", "much", "only", "other", "over", "said", "says", "should", "some", "such",
    "than", "that", "their", "them", "then", "there", "these", "they", "this", "those", "very",
    "were", "what", "when", "where", "which", "while", "will", "with", "would", "your",
  ]
}
