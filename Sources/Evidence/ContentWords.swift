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
    let found = Self.places(in: bytes).map(\.hash).sorted()
    hashes.reserveCapacity(found.count)
    for hash in found where hash != hashes.last { hashes.append(hash) }
  }

  /// The words in the order of the text.
  static func places(in bytes: ArraySlice<UInt8>) -> [Place] {
    var start: Int?
    var found: [Place] = []
    func close(_ end: Int) {
      guard let first = start, let hash = hash(bytes[first..<end]) else { return }
      let isCapital = (0x41...0x5A).contains(bytes[first]) || bytes[first] == 0xC3
      found.append(Place(hash: hash, range: first..<end, isNoun: isCapital))
    }
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      defer { index += 1 }
      if isWordByte(byte) {
        if start == nil { start = index }
      } else if start != nil {
        close(index)
        start = nil
      }
      // General punctuation and Latin-1 signs: their other bytes are no letters either.
      if byte == 0xE2 { index += 2 } else if byte == 0xC2 { index += 1 }
    }
    close(bytes.endIndex)
    return found
  }

  /// FNV-1a.
  static func fnv(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xC1, 0xC3...0xDF, 0xE3...:
      true
    default: false
    }
  }

  /// The hash of a word's stem; nil for short words in lower case and function words.
  static func hash(_ word: ArraySlice<UInt8>) -> UInt64? {
    guard let first = word.first else { return nil }
    let isNumber = first >= UInt8(ascii: "0") && first <= UInt8(ascii: "9")
    let isCapital = first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z")
    guard isNumber || word.count >= 4 || (isCapital && word.count >= 2) else { return nil }
    let whole = fold(word)
    guard !FunctionWords.contains(whole) else { return nil }
    var length = whole.count
    if !isNumber {
      while length > 4, isEnding(whole[length - 1]) { length -= 1 }
    }
    return fnv(whole[..<length])
  }

  /// Letters that German and English endings are made of, cut from the back.
  private static func isEnding(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "e"), UInt8(ascii: "n"), UInt8(ascii: "s"), UInt8(ascii: "r"),
      UInt8(ascii: "m"), UInt8(ascii: "t"):
      true
    default: false
    }
  }

  /// ASCII and the German umlauts in lower case.
  private static func fold(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(word.count)
    var previous: UInt8 = 0
    for byte in word {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): result.append(byte | 0x20)
      case 0x80...0x9E where previous == 0xC3: result.append(byte | 0x20)
      default: result.append(byte)
      }
      previous = byte
    }
    return result
  }
}

/// Words of four letters and more that say nothing of a matter.
enum FunctionWords {
  static func contains(_ word: [UInt8]) -> Bool {
    word.count <= 10 && hashes.contains(ContentWords.fnv(word))
  }

  private static let hashes = {
    var table = HashTable<Bool>()
    for word in list { table[ContentWords.fnv(word.utf8), default: true] = true }
    return table
  }()

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
