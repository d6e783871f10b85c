/// How German words are used in running text: after articles, in small letters, beside other
/// capitals. Counted over many headlines, kept by hash: no word stands in it.
package struct WordTendencies: Sendable {
  package static let bits = 17
  package static let none = WordTendencies(codes: [0])
  package static let german = WordTendencies(
    letters: EmbeddedFile.all.first { $0.path == "German/word-tendencies.txt" }?.text)

  private let codes: [UInt8]

  package init(codes: [UInt8]) { self.codes = codes }

  /// Two letters a bucket, `a` to `p`, the higher half first; line breaks are passed over.
  private init(letters: StaticString?) {
    var codes: [UInt8] = []
    letters?.withUTF8Buffer { bytes in
      codes.reserveCapacity(bytes.count / 2)
      var high: UInt8?
      for byte in bytes where byte >= UInt8(ascii: "a") {
        let half = byte &- UInt8(ascii: "a")
        if let first = high {
          codes.append(first << 4 | half & 15)
          high = nil
        } else {
          high = half & 15
        }
      }
    }
    self.codes = codes.count == 1 << Self.bits ? codes : [0]
  }

  package static func bucket(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 32)) & ((1 << bits) - 1)
  }

  package func code(of hash: UInt64) -> UInt8 {
    codes.count == 1 ? codes[0] : codes[Self.bucket(of: hash)]
  }

  /// A word often met, and mostly behind an article, an adjective or a number: a common noun.
  func isCommonNoun(_ hash: UInt64) -> Bool {
    let code = code(of: hash)
    guard code >= 2 else { return false }
    return (code - 2) % 3 == 2 && (code - 2) / 3 % 3 >= 1
  }

  /// How a word was met.
  package struct Count: Sendable {
    package var small = 0
    package var capital = 0
    /// Behind an article, an adjective or a number.
    package var determined = 0
    /// Behind a preposition alone.
    package var placed = 0
    /// Behind, and before, another word with a capital.
    package var led = 0
    package var followed = 0

    package init() {}

    package var all: Int { small + capital }

    package var code: UInt8 {
      guard all >= 2 else { return 0 }
      guard capital > 0 else { return 1 }
      let share = 10 * determined / capital
      let use = share < 1 ? 0 : share < 4 ? 1 : 2
      let level = capital < 4 ? 0 : capital < 16 ? 1 : 2
      let marks =
        (small * 4 > capital ? 1 : 0) + (10 * followed >= 4 * capital ? 2 : 0)
        + (10 * led >= 4 * capital ? 4 : 0) + (4 * placed >= capital ? 8 : 0)
      return UInt8(2 + use + 3 * (level + 3 * marks))
    }
  }
}
