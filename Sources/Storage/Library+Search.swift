import Foundation
import GRDB
package import Press

/// A story, or an article alone, that a search found.
package struct FoundStory: Sendable {
  /// The article that answers best.
  package var article: Article
  package var story: String?
  /// Further articles of the story among the hits.
  package var more: Int
}

/// What a search found.
package struct SearchAnswer: Sendable {
  package var found: [FoundStory] = []
  package var hasMore = false
  /// Where the search ended early: what came to the library before this version was not looked at.
  package var below: Int64?
  /// The same question with words that are there, where something is spelt differently.
  package var suggestion: String?

  /// Whether older articles were not looked at.
  package var isPartial: Bool { below != nil }
}

/// How much a search may cost.
package struct SearchLimits: Sendable {
  /// Hits looked at, newest first; ranks and groups are made of these.
  package var hits = 400
  /// After this time no older articles are looked at, if there are hits.
  package var enough = Duration.milliseconds(6)
  /// After this time the search ends whatever it has; a reader can go on where it ended.
  package var most = Duration.milliseconds(12)
  /// What a step may take; the next one looks at more articles where this one was quick.
  package var step = Duration.milliseconds(4)
  /// Articles looked at in the first step.
  package var window: Int64 = 5_000
  /// Articles read in a row in the time that asking for one takes.
  package var costOfOne: Int64 = 400

  package init() {}
}

extension Library {
  /// The newest articles that hold all words of a query, at most `limit`.
  package func search(_ query: SearchQuery, limit: Int) throws(LibraryError) -> [FiledArticle] {
    var limits = SearchLimits()
    limits.hits = max(limit, 1)
    // Nobody goes on from here.
    limits.most = .milliseconds(50)
    return try read { db in
      let hits = try Self.hits(query, below: nil, limits, db).hits.sorted {
        ($0.at, $0.version) > ($1.at, $1.version)
      }
      return try hits.prefix(limit).flatMap { hit in
        try Self.filed(
          db, "article.id = ? AND articleVersion.version = article.version", [hit.article],
          limit: 1)
      }
    }
  }

  /// Stories with articles that hold all of a query, by page.
  ///
  /// - Parameter below: where an earlier search ended (`SearchAnswer.below`): only what came to the
  ///   library before it is looked at.
  package func find(
    _ query: SearchQuery, page: Int = 1, perPage: Int = 20, below: Int64? = nil,
    limits: SearchLimits = SearchLimits()
  ) throws(LibraryError) -> SearchAnswer {
    try read { db in
      var (hits, end) = try Self.hits(query, below: below, limits, db)
      if query.order == .best {
        let inHeadline = try Self.headlineHits(query, among: hits, limits, db)
        Self.rank(&hits, inHeadline)
      } else {
        hits.sort { ($0.at, $0.version) > ($1.at, $1.version) }
      }
      let groups = Self.grouped(hits)
      let shown = groups.dropFirst((page - 1) * perPage).prefix(perPage)
      var answer = SearchAnswer(below: end)
      answer.hasMore = groups.count > page * perPage
      answer.found = try shown.compactMap { group in
        guard
          let content = try Data.fetchOne(
            db.cachedStatement(sql: "SELECT content FROM articleVersion WHERE id = ?"),
            arguments: [group.hit.version])
        else { return nil }
        return FoundStory(
          article: try Folded.unfold(Article.self, content), story: group.hit.story,
          more: group.more)
      }
      // What took too long has words that are there.
      if hits.isEmpty, end == nil, below == nil {
        answer.suggestion = try Self.suggestion(for: query, db)
      }
      return answer
    }
  }

  // MARK: Hits

  private struct Hit {
    var version: Int64
    var article: Article.ID
    var story: String?
    var at: Int64
    var score = 0.0
  }

  /// The newest hits. The index is walked from its new end in windows, so that a frequent word ends
  /// early and the time is looked at between two windows.
  ///
  /// - Returns: the hits, and where the search ended early the version below which it can go on.
  private static func hits(
    _ query: SearchQuery, below: Int64?, _ limits: SearchLimits, _ db: Database
  ) throws -> (hits: [Hit], below: Int64?) {
    guard let match = try match(query, db), let wanted = match.wanted,
      let range = try versions(query, db)
    else { return ([], nil) }
    let start = ContinuousClock.now
    var spent = Duration.zero
    var hits: [Hit] = []
    var upper = min(range.upperBound, below.map { $0 - 1 } ?? .max)
    // What is unwanted may stand in every article and costs more than what is wanted.
    var window = match.unwanted == nil ? limits.window : max(1, limits.window / 8)
    let least = min(window, 1_000)
    while upper >= range.lowerBound {
      var lower = max(range.lowerBound, upper - window + 1)
      let limit = limits.hits - hits.count
      var found = try self.hits(wanted, lower...upper, query, limit: limit, db)
      // A full hand ends the step where its last one stands.
      if found.count >= limit, let last = found.last?.version { lower = last }
      if let unwanted = match.unwanted,
        let end = try drop(unwanted, from: &found, limits, until: start + limits.most, db)
      {
        lower = end
      }
      hits += found
      if hits.count >= limits.hits, let last = hits.last?.version {
        return (hits, last > range.lowerBound ? last : nil)
      }
      let before = spent
      spent = ContinuousClock.now - start
      if lower > range.lowerBound,
        spent > limits.most || spent > limits.enough && !hits.isEmpty
      {
        return (hits, lower)
      }
      upper = lower - 1
      let pace = max(0.25, min(8, limits.step / max(spent - before, .nanoseconds(1))))
      window = max(least, Int64(Double(window) * pace))
    }
    return (hits, nil)
  }

  /// Takes out what holds something unwanted: few hits are asked for one by one, of many all that
  /// hold it in their span are read.
  ///
  /// - Returns: the version down to which hits were looked at, where the time did not suffice; those
  ///   below are left out.
  private static func drop(
    _ unwanted: String, from hits: inout [Hit], _ limits: SearchLimits,
    until end: ContinuousClock.Instant, _ db: Database
  ) throws -> Int64? {
    guard let newest = hits.first?.version, let oldest = hits.last?.version else { return nil }
    if Int64(hits.count) * limits.costOfOne < newest - oldest {
      let statement = try db.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM search WHERE search MATCH ? AND rowid = ?)")
      var kept: [Hit] = []
      for (place, hit) in hits.enumerated() {
        if place > 0, ContinuousClock.now > end {
          hits = kept
          return hit.version + 1
        }
        if try Bool.fetchOne(statement, arguments: [unwanted, hit.version]) != true {
          kept.append(hit)
        }
      }
      hits = kept
    } else {
      let holding = try Set(
        Int64.fetchAll(
          db.cachedStatement(
            sql: "SELECT rowid FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?"),
          arguments: [unwanted, oldest, newest]))
      hits.removeAll { holding.contains($0.version) }
    }
    return nil
  }

  private static func hits(
    _ match: String, _ versions: ClosedRange<Int64>, _ query: SearchQuery, limit: Int,
    _ db: Database
  ) throws -> [Hit] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT search.rowid, searched.article, article.story, searched.at FROM search
          CROSS JOIN searched ON searched.version = search.rowid
          CROSS JOIN article ON article.id = searched.article
          WHERE search MATCH ? AND search.rowid BETWEEN ? AND ? AND searched.at >= ?
            AND searched.at < ? ORDER BY search.rowid DESC LIMIT ?
          """),
      arguments: [
        match, versions.lowerBound, versions.upperBound, query.after ?? .min,
        query.before ?? .max, limit,
      ])
    var hits: [Hit] = []
    while let row = try rows.next() {
      hits.append(Hit(version: row[0], article: row[1], story: row[2], at: row[3]))
    }
    return hits
  }

  /// The versions that can have been published between `after:` and `before:`.
  private static func versions(_ query: SearchQuery, _ db: Database) throws -> ClosedRange<Int64>? {
    guard query.before != nil || query.after != nil else {
      let last =
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(version) FROM searched")) ?? 0
      return last > 0 ? 1...last : nil
    }
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT min(first), max(last) FROM searchDay WHERE day >= ? AND day <= ?"),
      arguments: [query.after.map(day) ?? .min, query.before.map(day) ?? .max])
    guard let row, let first = row[0] as Int64?, let last = row[1] as Int64? else { return nil }
    return first...last
  }

  private static func match(_ query: SearchQuery, _ db: Database) throws -> SearchMatch? {
    try SearchMatch(
      query, outlets: try query.outlet.map { try outlets(named: $0, db) } ?? [],
      prefixes: { try words(beginningWith: $0, db) })
  }

  /// An outlet by its id, else those whose id or name holds the word.
  private static func outlets(named name: String, _ db: Database) throws -> [Outlet.ID] {
    let exact = try String.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM outlet WHERE id = ?"), arguments: [name])
    if !exact.isEmpty { return exact }
    return try String.fetchAll(
      db.cachedStatement(
        sql: "SELECT id FROM outlet WHERE instr(id, ?) OR instr(lower(name), ?) LIMIT 12"),
      arguments: [name, name])
  }

  // MARK: Order

  /// Those of the hits that have all words in the headline.
  private static func headlineHits(
    _ query: SearchQuery, among hits: [Hit], _ limits: SearchLimits, _ db: Database
  ) throws -> Set<Int64> {
    guard let last = hits.first?.version, let first = hits.last?.version,
      let match = try match(query, db)?.inHeadline
    else { return [] }
    return Set(
      try self.hits(match, first...last, query, limit: limits.hits, db).map(\.version))
  }

  /// Words in the headline count most, then how much of the story is found, then how new it is.
  private static func rank(_ hits: inout [Hit], _ inHeadline: Set<Int64>) {
    var sizes: [String: Int] = [:]
    for hit in hits { if let story = hit.story { sizes[story, default: 0] += 1 } }
    hits.sort { ($0.at, $0.version) > ($1.at, $1.version) }
    let count = Double(max(hits.count, 1))
    for index in hits.indices {
      let size = hits[index].story.flatMap { sizes[$0] } ?? 1
      hits[index].score =
        (inHeadline.contains(hits[index].version) ? 2 : 0) + 0.25 * Double(min(size, 8))
        + 2 * (1 - Double(index) / count)
    }
    hits.sort { ($0.score, $0.at) > ($1.score, $1.at) }
  }

  private static func grouped(_ hits: [Hit]) -> [(hit: Hit, more: Int)] {
    var groups: [(hit: Hit, more: Int)] = []
    var places: [String: Int] = [:]
    for hit in hits {
      let key = hit.story ?? hit.article
      if let place = places[key] {
        groups[place].more += 1
      } else {
        places[key] = groups.count
        groups.append((hit, 0))
      }
    }
    return groups
  }
}
