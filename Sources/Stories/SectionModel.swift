import Press

/// A linear model over hashed words that tells German sections apart.
///
/// Trained on headlines (`Weights/sections-de.txt`); it holds no text and no word in clear.
package enum SectionModel {
  /// The sections it knows, in the order of its weights.
  package static let names = [
    "politik", "wirtschaft", "technik", "wissen", "kultur", "unterhaltung", "sport", "panorama",
  ]
  package static let buckets = 1 << 17
  /// Words of a text that are read: what comes later strays from the matter.
  package static let longest = 120

  /// The buckets of a text's words, of pairs of them and of runs of five letters, each once.
  package static func buckets(of bytes: [UInt8], most: Int = longest) -> [Int] {
    var reader = WordReader()
    var found: [Int] = []
    var seen = Array(repeating: UInt64(0), count: buckets / 64)
    func insert(_ hash: UInt32) {
      let bucket = Int(hash >> 6) & (buckets - 1)
      let bit = UInt64(1) << UInt64(bucket & 63)
      guard seen[bucket >> 6] & bit == 0 else { return }
      seen[bucket >> 6] |= bit
      found.append(bucket)
    }
    var left = most
    var previous: UInt32 = 0
    reader.read(bytes, grams: insert) { word in
      guard !StopWords.contains(word.hash), word.length > 1 else { return true }
      insert(word.hash)
      if previous != 0 { insert((previous &* 31 ^ word.hash) &* 0x9e37_79b1) }
      previous = word.hash
      left -= 1
      return left > 0
    }
    return found
  }

  /// The likeliest section of a German text; nil where it has too few words, or where two sections
  /// are as likely.
  static func section(_ text: [UInt8]) -> Section? {
    let buckets = buckets(of: text)
    guard buckets.count >= 6 else { return nil }
    var sums = SIMD8<Int32>.zero
    for bucket in buckets { sums &+= SIMD8<Int32>(truncatingIfNeeded: weights[bucket]) }
    var best = 0
    for index in names.indices where sums[index] > sums[best] { best = index }
    let isTie = names.indices.contains { $0 != best && sums[$0] == sums[best] }
    return isTie ? nil : Section(rawValue: names[best])
  }

  /// Eight a bucket, one for each section, in whole steps.
  private static let weights: [SIMD8<Int8>] = {
    let letters = Weights.letters(of: "Weights/sections-de.txt")
    var weights = Array(repeating: SIMD8<Int8>.zero, count: buckets)
    for (index, letter) in letters.prefix(buckets * 8).enumerated() {
      weights[index >> 3][index & 7] = Int8(truncatingIfNeeded: Int(letter) - 80)
    }
    return weights
  }()
}

/// The files of trained weights: letters in lines of any length.
enum Weights {
  /// The letters of a file, without the line ends.
  static func letters(of path: String) -> [UInt8] {
    guard let file = EmbeddedFile.all.first(where: { $0.path == path }) else { return [] }
    return file.text.withUTF8Buffer { bytes in bytes.filter { $0 > 32 } }
  }
}
