import Evidence
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
    let news = filed.dossier.news ?? []
    let lines = news.filter { fresh.contains($0.article) }.flatMap(\.sentences)
    return .told(Array(lines.prefix(Self.mostLines)), from: fresh)
  }

  private func opening(_ articles: [Article.ID]) throws -> [Citation] {
    guard let first = try library.articles(Array(articles.prefix(1))).first else { return [] }
    return KeyPoints.ofArticle(first.article, findings: first.findings)
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
