/// Scores of two texts side by side, for researchers and measurements.
package enum PairScore {
  /// How surely one text is a copy or rewrite of the other: 0…1, a copy from one half on.
  package static func copy(_ left: String, _ right: String) -> Double {
    var reading = CopyReading(right.utf8)
    reading.open()
    let sketch = CopySketch(CopyReading(left.utf8))
    return Double(CopyJudge.score(sketch, reading))
  }

  /// How surely two passages say the same: 0…1.
  package static func statement(_ left: String, _ right: String) -> Double {
    StatementScore.score(left, right)
  }

  /// The score that fits the texts: as statements where both are short, else as articles.
  package static func score(_ left: String, _ right: String) -> Double {
    let lengths = (left.utf8.count, right.utf8.count)
    let areStatements = max(lengths.0, lengths.1) < 1_100 && min(lengths.0, lengths.1) < 300
    return areStatements ? statement(left, right) : copy(left, right)
  }
}
