/// What is kept of a text to know copies and rewrites of it again.
///
/// Words are kept as their buckets in `RarityTable`, so that their rarity can be looked up.
struct CopySketch: Sendable, Hashable {
  /// The smallest buckets of the text's content words, ascending; all words below `limit` are here.
  var words: [UInt16] = []
  var limit: UInt16 = .max
  /// The rarest words of each sentence, `width` to a sentence, 0 where it has fewer.
  var sentences: [UInt16] = []

  static let width = 5
  static let mostWords = 96
  static let mostSentences = 24

  init() {}

  init(
    _ reading: CopyReading, mostWords: Int = CopySketch.mostWords,
    mostSentences: Int = CopySketch.mostSentences
  ) {
    words = Array(reading.words.prefix(mostWords))
    if reading.words.count > mostWords { limit = reading.words[mostWords] }
    let kept = reading.sentences.prefix(mostSentences)
    sentences.reserveCapacity(kept.count * Self.width)
    for sentence in kept {
      let rarest = Self.rarest(of: sentence)
      for index in 0..<Self.width {
        sentences.append(index < rarest.count ? rarest[index] : 0)
      }
    }
  }

  /// The rarest words of a sentence, `width` at most, the rarest first.
  private static func rarest(of sentence: [UInt16]) -> [UInt16] {
    var found: [UInt32] = []
    found.reserveCapacity(width + 1)
    for bucket in sentence {
      let rank = UInt32(RarityTable.level(ofBucket: Int(bucket))) << 16 | UInt32(bucket)
      guard found.count < width || rank < found[width - 1] else { continue }
      var place = found.count
      while place > 0, found[place - 1] > rank { place -= 1 }
      found.insert(rank, at: place)
      if found.count > width { found.removeLast() }
    }
    return found.map { UInt16(truncatingIfNeeded: $0) }
  }

  /// Bytes it takes.
  var size: Int { 2 * (words.count + sentences.count) }
}

/// A text read for comparison with sketches: its content words, and those of every sentence.
struct CopyReading: Sendable {
  private(set) var words: [UInt16] = []
  private(set) var sentences: [[UInt16]] = []
  /// Whom the text has its news from.
  private(set) var credits = Credits()
  /// For each of `words` the sentences that hold it, a bit each, of the first sentences only; empty
  /// until `open` is called.
  private var holders: [SIMD2<UInt64>] = []
  /// Sentences that have a bit.
  static let mostOpen = 80

  /// Bytes of a text that are read.
  static let longest = 40_000

  init(_ text: some Collection<UInt8>) {
    let bytes = Array(text.prefix(Self.longest))
    var words: [WordReader.Word] = []
    var reader = WordReader()
    reader.read(bytes) {
      words.append($0)
      return true
    }
    self.init(bytes, words)
  }

  /// A text whose words, those of its first `longest` bytes, have been read.
  init(_ bytes: [UInt8], _ read: [WordReader.Word]) {
    let length = min(bytes.count, Self.longest)
    let read = read.span
    var all: [UInt16] = []
    all.reserveCapacity(read.count)
    var next = 0
    var start = 0
    while start < length, next < read.count {
      let end = min(Self.end(of: bytes, from: start), length)
      defer { start = end }
      let first = next
      while next < read.count, read[next].offset < end { next += 1 }
      if Furniture.isLine(bytes, start) { continue }
      credits.endSentence()
      let sentence = sentence(read.extracting(first..<next))
      guard sentence.count >= 3 else { continue }
      sentences.append(sentence)
      all += sentence
    }
    all.sort()
    for bucket in all where bucket != words.last { words.append(bucket) }
  }

  /// The content words of a sentence, each once.
  private mutating func sentence(_ read: Span<WordReader.Word>) -> [UInt16] {
    var found: [UInt16] = []
    for index in read.indices where found.count < Self.longestSentence {
      let word = read[index]
      credits.take(word)
      guard !StopWords.contains(word.hash), !StopWords.isCommonEnglish(word.hash),
        word.length > 1
      else { continue }
      let bucket = UInt16(truncatingIfNeeded: RarityTable.bucket(of: word.hash))
      if bucket != 0, !found.contains(bucket) { found.append(bucket) }
    }
    return found
  }

  private static let longestSentence = 60

  /// Makes ready what comparing needs; few texts are compared.
  mutating func open() {
    guard holders.isEmpty else { return }
    holders = Array(repeating: .zero, count: words.count)
    for (number, sentence) in sentences.prefix(Self.mostOpen).enumerated() {
      for bucket in sentence {
        if let place = place(of: bucket) { holders[place][number >> 6] |= 1 << UInt64(number & 63) }
      }
    }
  }

  /// Calls `body` with the number of every sentence that holds a word; after `open`.
  func eachSentence(with bucket: UInt16, _ body: (Int) -> Void) {
    guard let place = place(of: bucket) else { return }
    for half in 0..<2 {
      var bits = holders[place][half]
      while bits != 0 {
        body(half * 64 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
  }

  /// Where a word stands among the words.
  private func place(of bucket: UInt16) -> Int? {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < bucket { low = middle + 1 } else { high = middle }
    }
    return low < words.count && words[low] == bucket ? low : nil
  }

  /// Where the sentence that begins at `start` ends: behind a mark that white space follows, or at
  /// the line's end.
  private static func end(of bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 10 { return index + 1 }
      let isMark =
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
        || byte == UInt8(ascii: ":")
      if isMark, index + 1 < bytes.count, bytes[index + 1] == 32 {
        // "am 19. Juni", "Dr. Muster": no end after a number or one or two letters.
        let isShort = index < start + 3 || bytes[index - 2] == 32 || bytes[index - 3] == 32
        let isNumber = index > start && (48...57).contains(bytes[index - 1])
        if !isShort && !isNumber { return index + 1 }
      }
      index += 1
    }
    return bytes.count
  }
}

/// Lines that belong to the page and not to the article.
enum Furniture {
  private static let beginnings: [[UInt8]] = [
    "lesezeit", "von der redaktion", "teilen", "siehe auch", "see also", "ähnliche", "kommentar",
    "ihre e-mail", "meistgelesen", "© ", "lesen sie", "verwandte themen", "newsletter",
    "mehr zum thema", "weitere neuigkeiten", "leave a reply", "anzeige", "your email", "read more",
    "related", "most popular", "share this", "sign up", "advertisement",
  ].map { Array($0.utf8) }

  /// Whether the line that begins at `start` is such a one.
  static func isLine(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard start == 0 || bytes[start - 1] == 10 else { return false }
    return beginnings.contains { beginning in
      guard start + beginning.count <= bytes.count else { return false }
      for (offset, letter) in beginning.enumerated() {
        let byte = bytes[start + offset]
        let folded = (65...90).contains(byte) ? byte | 0x20 : byte
        if folded != letter && !(letter == 0xA4 && byte == 0x84) { return false }
      }
      return true
    }
  }
}
