import Evidence
import Foundation
import GRDB
package import Press
import Stories

/// Something that is taken out for good. Its tombstone keeps it from coming back with the next fetch.
package enum Removal: Sendable, Hashable {
  case article(Article.ID)
  /// A source with all its articles.
  case source(Source.ID)
  /// A person, by the key of the name: no page, no place in a cast, not found by name. What articles
  /// say stays.
  case person(String)

  var tombstone: String {
    switch self {
    case .article(let id): "article:\(id)"
    case .source(let url): "source:\(url)"
    case .person(let key): "person:\(key)"
    }
  }
}

extension Library {
  /// Removes something for good and notes the reason in the log of corrections. Returns how many
  /// articles went; nil where there is no such thing.
  package func remove(_ removal: Removal, reason: String, at now: Int64) throws(LibraryError)
    -> Int?
  {
    try write { db in
      let count: Int
      switch removal {
      case .article(let id):
        guard try Self.exists("article", "id", id, db) else { return nil }
        try Self.remove(article: id, at: now, db)
        count = 1
      case .source(let url):
        let ids = try String.fetchAll(
          db.cachedStatement(sql: "SELECT id FROM article WHERE source = ?"), arguments: [url])
        guard try !ids.isEmpty || Self.exists("source", "url", url, db) else { return nil }
        for id in ids { try Self.remove(article: id, at: now, db) }
        try db.run(sql: "DELETE FROM source WHERE url = ?", arguments: [url])
        try Self.note(.sources, "", db)
        count = ids.count
      case .person(let key):
        guard try Self.exists("mention", "key", key, db) else { return nil }
        try Self.remove(person: key, db)
        count = 0
      }
      try Self.bury(removal.tombstone, at: now, db)
      if !reason.isEmpty { try Self.log(reason, at: now, db) }
      return count
    }
  }

  /// Which of these articles were removed for good.
  package func removed(among ids: [Article.ID]) throws(LibraryError) -> Set<Article.ID> {
    try read { db in
      guard
        try Bool.fetchOne(db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM tombstone)"))
          == true
      else {
        return []
      }
      return Set(
        try ids.filter { try Self.exists("tombstone", "key", Removal.article($0).tombstone, db) })
    }
  }

  static func isRemoved(person key: String, _ db: Database) throws -> Bool {
    try exists("tombstone", "key", Removal.person(key).tombstone, db)
  }

  // MARK: Steps

  private static func exists(_ table: String, _ column: String, _ value: String, _ db: Database)
    throws -> Bool
  {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM \(table) WHERE \(column) = ?)"), arguments: [value])
      ?? false
  }

  private static func bury(_ key: String, at now: Int64, _ db: Database) throws {
    try db.run(
      sql: "INSERT INTO tombstone VALUES (?, ?) ON CONFLICT DO NOTHING", arguments: [key, now])
  }

  /// The page of corrections gets a paragraph with the day.
  private static func log(_ reason: String, at now: Int64, _ db: Database) throws {
    let line = "\(CivilDay(secondsSince1970: now).iso8601): \(reason)"
    try db.run(
      sql: """
        INSERT INTO setting VALUES ('page.corrections', ?1)
        ON CONFLICT DO UPDATE SET value = ?1 || char(10) || char(10) || value
        """, arguments: [line])
  }

  /// Takes an article out without a tombstone, as retention does.
  static func drop(article id: Article.ID, _ db: Database) throws {
    try unindex(id, db)
    let captures = try Int64.fetchAll(
      db.cachedStatement(
        sql: "SELECT capture FROM articleVersion WHERE article = ? AND capture IS NOT NULL"),
      arguments: [id])
    try db.run(sql: "DELETE FROM article WHERE id = ?", arguments: [id])
    for capture in captures {
      try db.run(
        sql: """
          DELETE FROM capture WHERE id = ?1
            AND NOT EXISTS (SELECT 1 FROM articleVersion WHERE capture = ?1)
          """, arguments: [capture])
    }
    try note(.article, id, db)
  }

  private static func remove(article id: Article.ID, at now: Int64, _ db: Database) throws {
    let story = try String.fetchOne(
      db.cachedStatement(sql: "SELECT story FROM article WHERE id = ?"), arguments: [id])
    try drop(article: id, db)
    try bury(Removal.article(id).tombstone, at: now, db)
    if let story, var filed = try self.story(story, db) {
      filed.story.members.removeAll { $0.article == id }
      try replace(filed.without(article: id), lead: id, db)
    }
  }

  /// Files a story that lost an article; one that lost its last goes too.
  private static func replace(_ filed: FiledStory, lead gone: Article.ID, _ db: Database) throws {
    var filed = filed
    guard let first = filed.story.members.first else {
      try db.run(sql: "DELETE FROM story WHERE id = ?", arguments: [filed.story.id])
      try note(.story, filed.story.id, db)
      return
    }
    let members = filed.story.members
    filed.summary.articleCount = members.count
    filed.summary.independentCount = members.count { $0.copyOf == nil }
    if filed.summary.lead == gone,
      let lead = try self.filed(
        db, "article.id = ? AND articleVersion.version = article.version", [first.article],
        limit: 1
      ).first?.article
    {
      filed.summary.lead = lead.id
      filed.summary.headline = lead.headline
      filed.summary.standfirst = lead.standfirst
      filed.summary.kicker = lead.kicker
      filed.summary.leadOutlet = lead.outlet.id
      filed.summary.language = lead.language
    }
    try file(filed, db)
  }

  private static func remove(person key: String, _ db: Database) throws {
    let stories = try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT article.story FROM mention JOIN article ON article.id = mention.article
          WHERE mention.key = ? AND article.story IS NOT NULL
          """), arguments: [key])
    try db.run(sql: "DELETE FROM mention WHERE key = ?", arguments: [key])
    for id in stories {
      guard let filed = try story(id, db) else { continue }
      try file(filed.without(person: key), db)
    }
  }
}

extension FiledStory {
  /// The story without anything that was read from an article.
  func without(article id: Article.ID) -> FiledStory {
    func isOther(_ citation: Citation) -> Bool { citation.passage.article != id }
    func claims(_ claims: [Claim]) -> [Claim] {
      let kept = claims.indices.filter { isOther(claims[$0].citation) }
      return kept.map { index in
        var claim = claims[index]
        claim.carriedBy.removeAll { !isOther($0) }
        claim.denies = claim.denies.flatMap { kept.firstIndex(of: $0) }
        return claim
      }
    }
    var story = self
    story.dossier.keyPoints = dossier.keyPoints.filter { isOther($0.citation) }.map { point in
      KeyPoint(citation: point.citation, support: point.support.filter(isOther))
    }
    story.dossier.comparisons = dossier.comparisons.compactMap { comparison in
      var comparison = comparison
      comparison.readings.removeAll { !isOther($0.citation) }
      if comparison.readings.count == 1 { comparison.verdict = .single }
      return comparison.readings.isEmpty ? nil : comparison
    }
    story.dossier.claimGroups = dossier.claimGroups.map {
      ClaimGroup(words: $0.words, claims: claims($0.claims))
    }.filter { !$0.claims.isEmpty }
    story.dossier.quotes = claims(dossier.quotes)
    story.dossier.news?.removeAll { $0.article == id }
    story.dossier.timeline = dossier.timeline.filter { isOther($0.citation) }.map { event in
      var event = event
      event.others.removeAll { !isOther($0) }
      return event
    }
    story.dossier.cast = dossier.cast.filter { isOther($0.mention) }.map { member in
      var member = member
      member.articles.removeAll { $0 == id }
      if let role = member.role, !isOther(role) { member.role = nil }
      return member
    }
    if summary.disagreement?.readings.contains(where: { !isOther($0.citation) }) == true {
      story.summary.disagreement = nil
    }
    return story
  }

  /// The story with a person in no list.
  func without(person key: String) -> FiledStory {
    var story = self
    story.dossier.cast.removeAll { $0.key == key }
    for group in story.dossier.claimGroups.indices {
      for claim in story.dossier.claimGroups[group].claims.indices
      where story.dossier.claimGroups[group].claims[claim].speakerKey == key {
        story.dossier.claimGroups[group].claims[claim].speakerKey = nil
      }
    }
    for quote in story.dossier.quotes.indices where story.dossier.quotes[quote].speakerKey == key {
      story.dossier.quotes[quote].speakerKey = nil
    }
    return story
  }
}
