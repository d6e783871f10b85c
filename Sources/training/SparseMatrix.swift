import Foundation

/// How much oftener than by chance words meet their neighbours: positive pointwise mutual information,
/// of which most is zero.
struct SparseMatrix {
  let columns: Int
  private let rows: Int
  private var cells: [(row: Int32, column: Int32, value: Float)] = []

  /// - Parameter meetings: by row and column in one number, the columns of a row side by side.
  init(meetings: [Int: Float], rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    let sorted = meetings.sorted { $0.key < $1.key }
    var ofRow = [Double](repeating: 0, count: rows)
    var ofColumn = [Double](repeating: 0, count: columns)
    for (key, count) in sorted {
      ofRow[key / columns] += Double(count)
      ofColumn[key % columns] += Double(count)
    }
    let all = ofRow.reduce(0, +)
    // Rare neighbours would weigh too much as they are.
    let smooth = ofColumn.map { pow($0, 0.75) }
    let scale = all / max(1e-9, smooth.reduce(0, +))
    for (key, count) in sorted {
      let chance = ofRow[key / columns] * smooth[key % columns] * scale
      let value = log(Double(count) * all / chance)
      if value > 0 {
        cells.append((Int32(key / columns), Int32(key % columns), Float(value)))
      }
    }
  }

  /// The product with a matrix of so many columns, both row by row.
  func times(_ other: [Float], _ wide: Int) -> [Float] {
    var product = [Float](repeating: 0, count: rows * wide)
    for cell in cells {
      let (to, from) = (Int(cell.row) * wide, Int(cell.column) * wide)
      for place in 0..<wide { product[to + place] += cell.value * other[from + place] }
    }
    return product
  }

  /// The same with rows and columns changed.
  func turnedTimes(_ other: [Float], _ wide: Int) -> [Float] {
    var product = [Float](repeating: 0, count: columns * wide)
    for cell in cells {
      let (to, from) = (Int(cell.column) * wide, Int(cell.row) * wide)
      for place in 0..<wide { product[to + place] += cell.value * other[from + place] }
    }
    return product
  }
}

/// Turns columns so that they stand upright on one another.
enum Orthogonal {
  /// Gram and Schmidt, column by column, of a matrix given row by row.
  static func make(_ matrix: inout [Float], _ wide: Int) {
    let rows = matrix.count / wide
    for column in 0..<wide {
      for other in 0..<column {
        var common: Float = 0
        for row in 0..<rows { common += matrix[row * wide + column] * matrix[row * wide + other] }
        for row in 0..<rows { matrix[row * wide + column] -= common * matrix[row * wide + other] }
      }
      var square: Float = 0
      for row in 0..<rows { square += matrix[row * wide + column] * matrix[row * wide + column] }
      let length = max(1e-9, square.squareRoot())
      for row in 0..<rows { matrix[row * wide + column] /= length }
    }
  }

  /// The lengths and directions of the axes of a matrix times itself turned, after Jacobi.
  static func axes(ofSquares matrix: [Float], _ wide: Int) -> ([Double], [[Double]]) {
    var square = Array(repeating: Array(repeating: 0.0, count: wide), count: wide)
    for row in 0..<matrix.count / wide {
      for a in 0..<wide {
        for b in a..<wide {
          square[a][b] += Double(matrix[row * wide + a]) * Double(matrix[row * wide + b])
        }
      }
    }
    for a in 0..<wide { for b in 0..<a { square[a][b] = square[b][a] } }
    var axes = (0..<wide).map { a in (0..<wide).map { $0 == a ? 1.0 : 0.0 } }
    for _ in 0..<30 {
      for a in 0..<wide - 1 { for b in a + 1..<wide { turn(a, b, &square, &axes) } }
    }
    return (square.indices.map { square[$0][$0] }, axes)
  }

  private static func turn(
    _ a: Int, _ b: Int, _ square: inout [[Double]], _ axes: inout [[Double]]
  ) {
    guard abs(square[a][b]) > 1e-12 else { return }
    let angle = 0.5 * atan2(2 * square[a][b], square[b][b] - square[a][a])
    let (c, s) = (cos(angle), sin(angle))
    for k in square.indices {
      (square[k][a], square[k][b]) =
        (c * square[k][a] - s * square[k][b], s * square[k][a] + c * square[k][b])
    }
    for k in square.indices {
      (square[a][k], square[b][k]) =
        (c * square[a][k] - s * square[b][k], s * square[a][k] + c * square[b][k])
      (axes[k][a], axes[k][b]) = (c * axes[k][a] - s * axes[k][b], s * axes[k][a] + c * axes[k][b])
    }
  }
}
