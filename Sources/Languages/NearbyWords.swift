/// What common words are worth for the names beside them, before, at and behind a token: learnt from
/// how the words are used in headlines (`WordVectors` of the training), so that words used alike
/// weigh alike though no labelled sentence has them.
package struct NearbyWords: Sendable {
  package static let bits = 15
  /// So many steps of the model's weights are one of theirs, which lie farther apart.
  package static let coarseness = 6
  /// Stands for all numbers.
  package static let number: UInt64 = 1
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
  init?(letters: inout LetterReader) {
    var places = [UInt16](repeating: 0, count: 1 << Self.bits)
    var count: UInt16 = 0
    for index in 0..<(1 << Self.bits) / 4 {
      guard let letter = letters.next() else { return nil }
      for bit in 0..<4 where (letter &- UInt8(ascii: "a")) >> UInt8(bit) & 1 == 1 {
        count += 1
        places[index * 4 + bit] = count
      }
    }
    var tags: [UInt8] = []
    var rows: [SIMD8<Int8>] = []
    tags.reserveCapacity(Int(count))
    rows.reserveCapacity(Int(count) * 3)
    for _ in 0..<count {
      guard let high = letters.next(), let low = letters.next() else { return nil }
      tags.append((high &- UInt8(ascii: "a")) << 4 | low &- UInt8(ascii: "a") & 15)
      for _ in 0..<3 {
        var row = SIMD8<Int8>(repeating: 0)
        for label in 0..<8 {
          guard let letter = letters.next() else { return nil }
          row[label] = Int8(truncatingIfNeeded: Int(letter) - 80)
        }
        rows.append(row)
      }
    }
    guard letters.next() == nil else { return nil }
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

/// The letters of a file of weights one after the other; line breaks are passed over.
struct LetterReader {
  private let text: [UInt8]
  private var at: Int

  init(_ text: [UInt8], from start: Int) {
    self.text = text
    at = start
  }

  @inline(__always) mutating func next() -> UInt8? {
    while at < text.count {
      let byte = text[at]
      at &+= 1
      if byte > 32 { return byte }
    }
    return nil
  }
}
