import Foundation
import Stories

/// Counts in how many headlines each word stands, by hashes.
struct RarityCount {
  private var counts: [UInt32: Int] = [:]

  /// A word in fewer headlines than this is left as rare.
  private static let least = 5

  /// How many words stand in enough headlines to be no rare ones.
  var known: Int { counts.values.count { $0 >= Self.least } }

  /// Counts the words of a headline, each once.
  mutating func add(_ headline: String) {
    for word in WordReader.contentWords(Array(headline.utf8)) { counts[word, default: 0] += 1 }
  }

  /// The level of each bucket, that of its commonest word: each level stands for twice the
  /// headlines of the one before, from three on.
  var levels: [UInt8] {
    var levels = Array(repeating: UInt8(0), count: RarityTable.buckets)
    for (word, count) in counts where count >= Self.least {
      let level = UInt8(min(15, max(1, log2(Double(count) / 3).rounded())))
      let bucket = RarityTable.bucket(of: word)
      levels[bucket] = max(levels[bucket], level)
    }
    return levels
  }

  /// `rarity-de.txt`: a letter a bucket, `a` for rare.
  var table: String { TableText(levels.map { $0 + UInt8(ascii: "a") }).description }
}
