/// What common words are worth for the names beside them, before, at and behind a token: learnt from
/// how the words are used in headlines (`WordVectors` of the training), so that words used alike
/// weigh alike though no labelled sentence has them.
package struct NearbyWords: Sendable {
  package static let bits = 15
  /// So many steps of the model's weights are one of theirs, which lie farther apart.
  package static let coarseness = 6
  /// Stands for all numbers.
  package static let number: UInt64 = 1
  /// Letters a word has in the file: two for its hash, eight for each of three places.
  static let letters = 26

  /// By bucket of the hash: the word's place, counted from 1; 0 for none.
  private let places: [UInt16]
  /// A part of each word's hash that the bucket does not tell.
  private let tags: [UInt8]
  /// For each word what it is worth before a token, as the token itself, and behind one.
  private let rows: [SIMD8<Int8>]

  package static func bucket(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 32)) & ((1 << bits) - 1)
  }

  package static func tag(of hash: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: hash >> 48) }

  static func key(of word: Word) -> UInt64 { word.kind == .number ? number : word.hash }

  /// Four buckets a letter from `a` to `p`, then the letters of each bucket that has a word.
  init?(letters: ArraySlice<UInt8>) {
    var letters = letters.filter { $0 > 32 }[...]
    let map = letters.prefix((1 << Self.bits) / 4)
    letters = letters.dropFirst(map.count)
    var places = [UInt16](repeating: 0, count: 1 << Self.bits)
    var count: UInt16 = 0
    for (index, letter) in map.enumerated() {
      for bit in 0..<4 where (letter &- UInt8(ascii: "a")) >> UInt8(bit) & 1 == 1 {
        count += 1
        places[index * 4 + bit] = count
      }
    }
    guard letters.count == Int(count) * Self.letters else { return nil }
    var tags: [UInt8] = []
    var rows: [SIMD8<Int8>] = []
    for _ in 0..<count {
      let word = letters.prefix(Self.letters)
      letters = letters.dropFirst(Self.letters)
      let start = word.startIndex
      tags.append(
        (word[start] &- UInt8(ascii: "a")) << 4 | word[start + 1] &- UInt8(ascii: "a") & 15)
      for place in 0..<3 {
        var row = SIMD8<Int8>(repeating: 0)
        for label in 0..<8 {
          row[label] = Int8(truncatingIfNeeded: Int(word[start + 2 + place * 8 + label]) - 80)
        }
        rows.append(row)
      }
    }
    self.places = places
    self.tags = tags
    self.rows = rows
  }

  /// A word's place; -1 for a word that is not known.
  @inline(__always) func place(of hash: UInt64) -> Int {
    let place = Int(places[Self.bucket(of: hash)]) - 1
    return place >= 0 && tags[place] == Self.tag(of: hash) ? place : -1
  }

  /// What the words at three places in a row are worth for the token in their middle.
  @inline(__always) func sum(_ before: Int, _ here: Int, _ after: Int) -> SIMD8<Int16> {
    var sum = SIMD8<Int16>(repeating: 0)
    if before >= 0 { sum &+= SIMD8(truncatingIfNeeded: rows[before * 3]) }
    if here >= 0 { sum &+= SIMD8(truncatingIfNeeded: rows[here * 3 + 1]) }
    if after >= 0 { sum &+= SIMD8(truncatingIfNeeded: rows[after * 3 + 2]) }
    return sum &* Int16(Self.coarseness)
  }
}
