import GRDB

extension Library {
  private static let mostWords = 20_000

  /// Frequent words of headlines that begin so.
  static func words(beginningWith beginning: String, _ db: Database) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT word FROM (SELECT word, count FROM searchWord WHERE word >= ? AND word < ? LIMIT 2000)
          ORDER BY count DESC, word LIMIT 16
          """), arguments: [beginning, beginning + "\u{10FFFF}"])
  }

  /// A query with its unknown words replaced by the nearest known ones; nil if there are none.
  static func suggestion(for query: SearchQuery, _ db: Database) throws -> String? {
    var isOther = false
    let words = try query.parts.map { part -> String in
      let sign = part.isExcluded ? "-" : ""
      guard part.kind == .word, !part.isExcluded else {
        return part.kind == .phrase ? "\(sign)\"\(part.text)\"" : sign + part.text
      }
      guard try !isKnown(part.text, query, db), let near = try nearest(to: part.text, db) else {
        return part.text
      }
      isOther = true
      return near
    }
    return isOther ? words.joined(separator: " ") : nil
  }

  private static func isKnown(_ word: String, _ query: SearchQuery, _ db: Database) throws -> Bool {
    guard let match = SearchMatch.word(word, query.language) else { return true }
    return try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM search WHERE search MATCH ?)"),
      arguments: [match])
      ?? false
  }

  /// The word with the fewest letters changed, at most two; the more frequent one of several.
  private static func nearest(to word: String, _ db: Database) throws -> String? {
    let asked = Array(word.lowercased().unicodeScalars)
    guard let first = asked.first, asked.count >= 4 else { return nil }
    let most = asked.count >= 7 ? 2 : 1
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT word, count FROM searchWord WHERE word >= ? AND word < ?
          AND length(word) BETWEEN ? AND ? LIMIT \(mostWords)
        """,
      arguments: [
        String(first), String(first) + "\u{10FFFF}", asked.count - most, asked.count + most,
      ])
    var best: (word: String, distance: Int, count: Int)?
    while let row = try rows.next() {
      let candidate: String = row[0]
      let count: Int = row[1]
      let distance = EditDistance.between(asked, Array(candidate.unicodeScalars), most: most)
      guard distance <= most else { continue }
      if best.map({ (distance, -count) < ($0.distance, -$0.count) }) ?? true {
        best = (candidate, distance, count)
      }
    }
    return best?.word
  }
}

/// How many letters are to be changed, put in, left out or swapped to make one word of another.
enum EditDistance {
  /// The distance, or anything above `most` once it is passed.
  static func between(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar], most: Int) -> Int {
    if abs(one.count - other.count) > most { return most + 1 }
    var before: [Int] = []
    var last = Array(0...other.count)
    for i in one.indices {
      var row = [i + 1]
      row.reserveCapacity(other.count + 1)
      var least = i + 1
      for j in other.indices {
        var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (one[i] == other[j] ? 0 : 1))
        if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
          cost = min(cost, before[j - 1] + 1)
        }
        row.append(cost)
        least = min(least, cost)
      }
      if least > most { return most + 1 }
      before = last
      last = row
    }
    return last[other.count]
  }
}
