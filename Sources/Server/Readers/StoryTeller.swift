import Evidence
import Languages
import Press
import ServiceLifecycle
package import Storage
import Stories

/// Keeps the feed of stories: an entry a story with at least two independent reports, which comes up
/// again only when something was said that no report had said before.
package struct StoryTeller: Sendable {
  private let library: Library
  private let clock: @Sendable () -> Int64

  private static let setting = "readers.told"
  private static let mostReports = 60
  private static let mostLines = 8
  /// Stories written in one transaction.
  private static let written = 100

  package init(library: Library, clock: @escaping @Sendable () -> Int64) {
    self.library = library
    self.clock = clock
  }

  /// Looks at the stories that changed since it last looked. Returns whether there may be more.
  package func follow() throws -> Bool {
    let last = try library.setting(Self.setting).flatMap { Int64($0) } ?? 0
    let changes = try library.changes(after: last)
    guard let end = changes.last?.number else { return false }
    var seen: Set<Story.ID> = []
    var news: [(story: Story.ID, news: StoryNews)] = []
    for change in changes where change.kind == .story && seen.insert(change.id).inserted {
      if let found = try look(change.id) { news.append((change.id, found)) }
      // Each transaction waits for the disk.
      if news.count == Self.written {
        try library.tell(news, at: clock())
        news = []
      }
    }
    try library.tell(news, at: clock())
    try library.set(Self.setting, to: String(end))
    return changes.count >= 10_000
  }

  /// What is to be done with a story's entry; nil where nothing is.
  private func look(_ id: Story.ID) throws -> StoryNews? {
    guard let filed = try library.story(id), filed.story.id == id else { return .ended }
    let independent = filed.story.members.filter { $0.copyOf == nil }.map(\.article)
    guard independent.count > 1 else { return nil }
    guard let entry = try library.storyEntry(id) else {
      let points = filed.dossier.keyPoints.prefix(3).map(\.citation)
      let lines = try points.isEmpty ? opening(independent) : Array(points)
      return .told(lines, from: independent)
    }
    let fresh = independent.filter { !entry.articles.contains($0) }
    guard !fresh.isEmpty else { return nil }
    let known = try library.articles(
      independent.filter { entry.articles.contains($0) }.suffix(Self.mostReports))
    var told = ToldSentences()
    for report in known { told.add(report) }
    var lines: [Citation] = []
    for report in try library.articles(Array(fresh.suffix(Self.mostReports))) {
      lines += told.take(report, filed.dossier)
    }
    return .told(Array(lines.prefix(Self.mostLines)), from: fresh)
  }

  private func opening(_ articles: [Article.ID]) throws -> [Citation] {
    guard let first = try library.articles(Array(articles.prefix(1))).first else { return [] }
    return KeyPoints.ofArticle(first.article, findings: first.findings)
  }
}

/// The sentences of a story that are known, by their terms.
struct ToldSentences {
  private var hashes: Set<UInt64> = []
  private var sentences: [Set<String>] = []

  /// So much of a sentence's terms may have stood together in one sentence before.
  private static let mostKnown = 0.6
  private static let fewestTerms = 4
  private static let mostTaken = 3

  mutating func add(_ report: FiledArticle) {
    let body = report.article.body
    for sentence in report.findings.sentences.prefix(400) {
      hashes.insert(sentence.hash)
      sentences.append(
        Self.terms(body[sentence.stretch.range], in: report.article.language))
    }
  }

  /// The sentences of a report that say something new, those the dossier cites first; then all of
  /// the report is known.
  mutating func take(_ report: FiledArticle, _ dossier: Dossier) -> [Citation] {
    let article = report.article
    let body = article.body
    let cited = Set(dossier.passages(of: article.id).map(\.sentence))
    let points = Set(
      KeyPoints.ofArticle(article, findings: report.findings, count: 4).map(\.passage.sentence))
    let worthy = report.findings.sentences.filter {
      !$0.isHeading && (cited.contains($0.hash) || points.contains($0.hash))
    }
    var lines: [Citation] = []
    for sentence in worthy where lines.count < Self.mostTaken {
      let words = body[sentence.stretch.range]
      guard !hashes.contains(sentence.hash), isNew(words, in: article.language) else { continue }
      lines.append(
        Citation(
          sentence.stretch.range, in: article, body: body, findings: report.findings))
      hashes.insert(sentence.hash)
      sentences.append(Self.terms(words, in: article.language))
    }
    add(report)
    return lines
  }

  private func isNew(_ words: String, in language: Language) -> Bool {
    let terms = Self.terms(words, in: language)
    guard terms.count >= Self.fewestTerms else { return false }
    return !sentences.contains { known in
      Double(terms.intersection(known).count) > Self.mostKnown * Double(terms.count)
    }
  }

  private static func terms(_ words: String, in language: Language) -> Set<String> {
    Set(SearchTerms.terms(of: words, language: language).filter { $0.utf8.count > 3 })
  }
}

extension Dossier {
  /// The passages of an article that the dossier cites.
  fileprivate func passages(of article: Article.ID) -> [Passage] {
    var cited = keyPoints.flatMap { [$0.citation] + $0.support }
    cited += comparisons.flatMap { $0.readings.map(\.citation) }
    cited += claimGroups.flatMap { $0.claims.map(\.citation) }
    cited += quotes.map(\.citation)
    cited += timeline.map(\.citation)
    return cited.map(\.passage).filter { $0.article == article }
  }
}

/// Follows the library, so that stories come up in apps soon after something was said.
package struct StoryTellerService: Service {
  private let teller: StoryTeller

  package init(_ teller: StoryTeller) { self.teller = teller }

  package func run() async throws {
    try await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do { try await Task.sleep(for: .seconds(1)) } catch { return }
        while try teller.follow(), !Task.isCancelled { await Task.yield() }
      }
    }
  }
}
