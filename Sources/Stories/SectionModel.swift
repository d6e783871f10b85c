import Press

/// A linear model over hashed words that tells German sections apart.
///
/// Trained on headlines (`SectionWeights`); it holds no text and no word in clear.
package enum SectionModel {
  /// The sections it knows, in the order of its weights.
  package static let names = [
    "politik", "wirtschaft", "technik", "wissen", "kultur", "unterhaltung", "sport", "panorama",
  ]
  package static let buckets = 1 << 15

  /// The buckets of a text's words; a word stands in each once.
  package static func buckets(of bytes: [UInt8], most: Int = 200) -> [Int] {
    var reader = WordReader()
    var found: [Int] = []
    var seen = Array(repeating: UInt64(0), count: buckets / 64)
    func insert(_ bucket: Int) {
      let bit = UInt64(1) << UInt64(bucket & 63)
      guard seen[bucket >> 6] & bit == 0 else { return }
      seen[bucket >> 6] |= bit
      found.append(bucket)
    }
    var left = most
    let mask = UInt32(buckets - 1)
    var previous: UInt32 = 0
    let grams: (UInt32) -> Void = { insert(Int($0 >> 5 & mask)) }
    reader.read(bytes, grams: grams) { word in
      guard !StopWords.contains(word.hash), word.length > 1 else { return true }
      insert(Int(word.hash >> 7 & mask))
      if previous != 0 { insert(Int((previous &* 31 ^ word.hash) >> 7 & mask)) }
      previous = word.hash
      left -= 1
      return left > 0
    }
    return found
  }

  /// The likeliest section of a German text; nil where it has too few words.
  static func section(_ text: [UInt8]) -> Section? {
    let buckets = buckets(of: text)
    guard buckets.count >= 6 else { return nil }
    var sums = Array(repeating: 0, count: names.count)
    SectionWeights.letters.withUTF8Buffer { letters in
      for bucket in buckets {
        let place = bucket * names.count
        guard place + names.count <= letters.count else { return }
        for index in names.indices { sums[index] += Int(letters[place + index]) - 80 }
      }
    }
    var best = 0
    for index in names.indices where sums[index] > sums[best] { best = index }
    return Section(rawValue: names[best])
  }
}
