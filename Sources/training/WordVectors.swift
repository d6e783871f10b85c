import Foundation
import Languages

/// Words as vectors: alike for words that stand beside alike words in many headlines.
///
/// Left and right neighbours are counted, weighed by how much oftener than by chance they meet, and the
/// counts brought down to a few dimensions (a truncated singular value decomposition). No word is kept
/// in clear.
struct WordVectors {
  static let dimensions = 48
  private static let neighbours = 3000
  private static let least = 4
  /// Dimensions the decomposition works with beyond those that are kept.
  private static let spare = 16

  /// The words' hashes, the commonest first.
  private(set) var words: [UInt64] = []
  private var places: [UInt64: Int] = [:]
  private var values: [Float] = []

  func place(of hash: UInt64) -> Int? { places[hash] }

  func vector(_ place: Int) -> ArraySlice<Float> {
    values[place * Self.dimensions..<(place + 1) * Self.dimensions]
  }

  init(_ headlines: [Headline]) {
    let texts = Self.texts(headlines)
    var counts: [UInt64: Int] = [:]
    for text in texts { for hash in text { counts[hash, default: 0] += 1 } }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    words = sorted.prefix { $0.value >= Self.least }.map(\.key)
    for (place, word) in words.enumerated() { places[word] = place }
    var columns: [UInt64: Int] = [:]
    for (column, word) in sorted.prefix(Self.neighbours).enumerated() { columns[word.key] = column }
    let matrix = SparseMatrix(
      meetings: meetings(texts, columns), rows: words.count, columns: 2 * columns.count + 2)
    values = Self.reduced(matrix)
  }

  /// The tokens of all texts, each text once.
  private static func texts(_ headlines: [Headline]) -> [[UInt64]] {
    var seen: Set<[UInt64]> = []
    var texts: [[UInt64]] = []
    for text in headlines.flatMap({ [$0.title, $0.text ?? ""] }) where !text.isEmpty {
      let words = Words(text)
      let hashes = words.indices.map {
        words[$0].kind == .number ? NearbyWords.number : words[$0].hash
      }
      if seen.insert(hashes).inserted { texts.append(hashes) }
    }
    return texts
  }

  /// For each word how often it stands behind and before each neighbour, and at a text's ends.
  private func meetings(_ texts: [[UInt64]], _ columns: [UInt64: Int]) -> [Int: Float] {
    let count = columns.count
    let width = 2 * count + 2
    var meetings: [Int: Float] = [:]
    for text in texts {
      for (at, hash) in text.enumerated() {
        guard let row = places[hash] else { continue }
        let before = at == 0 ? 2 * count : columns[text[at - 1]]
        let after = at + 1 == text.count ? 2 * count + 1 : columns[text[at + 1]].map { $0 + count }
        if let before { meetings[row * width + before, default: 0] += 1 }
        if let after { meetings[row * width + after, default: 0] += 1 }
      }
    }
    return meetings
  }

  private static func reduced(_ matrix: SparseMatrix) -> [Float] {
    let wide = dimensions + spare
    var dice = Dice(seed: 1)
    // The sum of twelve even chances is close to a bell curve.
    let start = (0..<matrix.columns * wide).map { _ in
      (0..<12).reduce(Float(-6)) { sum, _ in sum + Float(dice.next() >> 40) / Float(1 << 24) }
    }
    var base = matrix.times(start, wide)
    for _ in 0..<3 {
      Orthogonal.make(&base, wide)
      base = matrix.times(matrix.turnedTimes(base, wide), wide)
    }
    Orthogonal.make(&base, wide)
    let small = matrix.turnedTimes(base, wide)
    let (sizes, axes) = Orthogonal.axes(ofSquares: small, wide)
    return vectors(base, wide, sizes, axes)
  }

  /// The words along the longest axes, each of length one.
  private static func vectors(
    _ base: [Float], _ wide: Int, _ sizes: [Double], _ axes: [[Double]]
  ) -> [Float] {
    let order = sizes.indices.sorted { sizes[$0] > sizes[$1] }.prefix(dimensions)
    var values: [Float] = []
    for row in 0..<base.count / wide {
      var vector = order.map { axis -> Double in
        var sum = 0.0
        for place in 0..<wide { sum += Double(base[row * wide + place]) * axes[place][axis] }
        // The square of a length is at hand; its fourth root is what the axis is weighed by.
        return sum * pow(max(0, sizes[axis]), 0.25)
      }
      let length = vector.reduce(1e-18) { $0 + $1 * $1 }.squareRoot()
      vector = vector.map { $0 / length }
      values += vector.map { Float($0) }
    }
    return values
  }
}
