/// How common words are in German headlines in the long run, by hashes: so that a desk that has
/// just begun does not take "Regierung" for a rare word.
///
/// Counted over headlines (`Weights/rarity-de.txt`); it holds no word in clear.
package enum RarityTable {
  package static let buckets = 1 << 16

  package static func bucket(of hash: UInt32) -> Int { Int(hash >> 12) & (buckets - 1) }

  /// 0 for a word that is rare, up to 15; each level stands for double the share.
  static func level(of hash: UInt32) -> Int { level(ofBucket: bucket(of: hash)) }

  static func level(ofBucket bucket: Int) -> Int {
    Int(levels[bucket])
  }

  /// By bucket; of a damaged table nothing is used.
  static let levels: [UInt8] = {
    let letters = Weights.letters(of: "Weights/rarity-de.txt").map { $0 &- 97 }
    return letters.count == buckets ? letters : Array(repeating: 0, count: buckets)
  }()

  /// How telling a bucket's words are, from their share alone.
  static func weight(ofBucket bucket: UInt16) -> Float {
    9.5 - Float(level(ofBucket: Int(bucket))) * 0.69
  }

  /// The share of headlines that hold a word.
  static func share(of hash: UInt32) -> Float {
    let level = level(of: hash)
    return level == 0 ? 0 : Float(1 << level) * 3.0 / 50_000
  }
}
