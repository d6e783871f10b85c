import Documents
import Evidence
import Languages
import Press
package import Storage
import Stories

/// Takes read articles, gives each its place in a story, makes the dossiers of the stories that
/// changed, and keeps all of it: one transaction a batch.
package actor NewsDesk {
  package nonisolated let library: Library
  private var desk = StoryDesk()
  /// Stories the desk names otherwise than the library, from a start with part of the past.
  private var keptNames: [Story.ID: Story.ID] = [:]
  /// Exhibits of recent articles, so that a growing story need not be unpacked again and again.
  private var exhibits: [Article.ID: Exhibit] = [:]

  private static let window: Int64 = 21 * 86_400
  private static let mostExhibits = 4_000
  private static let mostSiblings = 40

  /// A desk that knows what the library took in during the last three weeks.
  package init(library: Library, now: Int64) throws(LibraryError) {
    self.library = library
    for filed in try library.articles(arrivedSince: now - Self.window) {
      let placement = desk.place(
        Arrival(filed.article, arrived: filed.arrivedAt, findings: filed.findings))
      if let kept = filed.story, kept != placement.story.id {
        keptNames[placement.story.id] = keptNames[placement.story.id] ?? kept
      }
    }
  }

  /// Files articles in order. What is refused is named in the report; the rest is kept.
  package func file(_ pages: [ReadPage]) throws(LibraryError) -> RunReport {
    var report = RunReport()
    var batch = Library.Batch()
    var changed: [Story.ID: Story] = [:]
    var inBatch: Set<Article.ID> = []
    for page in pages {
      report.pages += 1
      var seen = page.page.entry
      defer { if let seen { batch.entries.append(seen) } }
      if let refusal = page.refusal {
        report.failures.append(RunReport.Failure(what: page.page.label, why: refusal))
        continue
      }
      seen?.article = page.article.id
      var article = page.article
      let kept = try library.versionKept(of: article.id)
      if kept?.contentHash == article.contentHash || !inBatch.insert(article.id).inserted {
        report.unchanged += 1
        continue
      }
      article.version = (kept?.number ?? 0) + 1
      let placement = desk.place(
        Arrival(
          article, arrived: page.page.capture.fetchedAt, findings: page.findings,
          categories: page.page.categories))
      let story = name(placement.story)
      if kept == nil { report.newArticles += 1 } else { report.newVersions += 1 }
      if placement.copyOf != nil { report.copies += 1 }
      article.section = placement.section ?? article.section
      batch.filings.append(
        Filing(
          article: article, findings: page.findings, capture: page.page.capture,
          source: page.page.source, arrivedAt: page.page.capture.fetchedAt, story: story.id,
          copyOf: placement.copyOf, section: article.section))
      remember(
        Exhibit(
          article: article, findings: page.findings, copyOf: placement.copyOf,
          arrived: page.page.capture.fetchedAt))
      for other in placement.changed { changed[name(other).id] = name(other) }
      changed[story.id] = story
    }
    try keep(&batch, changed)
    return report
  }

  private func name(_ story: Story) -> Story {
    guard let kept = keptNames[story.id] else { return story }
    var story = story
    story.id = kept
    return story
  }

  private func keep(_ batch: inout Library.Batch, _ changed: [Story.ID: Story])
    throws(LibraryError)
  {
    for story in changed.values.sorted(by: { $0.id < $1.id }) {
      let kept = try library.story(story.id)?.story
      if story.members.isEmpty {
        if let member = kept?.members.first, let now = desk.story(of: member.article) {
          batch.merged[story.id] = name(now).id
        }
        continue
      }
      var whole = story
      let past = kept?.members.filter { desk.story(of: $0.article) == nil } ?? []
      whole.members = past + story.members
      batch.stories.append(try filed(whole))
    }
    if !batch.isEmpty { try library.keep(batch) }
  }

  private func filed(_ story: Story) throws(LibraryError) -> FiledStory {
    var members = try exhibits(of: story.members.map(\.article))
    for (index, exhibit) in members.enumerated() {
      members[index].copyOf =
        story.members.first { $0.article == exhibit.article.id }?.copyOf
    }
    let dossier = Dossier(of: members + (try siblings(of: story)))
    return FiledStory(
      story: story, summary: StorySummary(story, exhibits: members, dossier: dossier),
      dossier: dossier)
  }

  private func siblings(of story: Story) throws(LibraryError) -> [Exhibit] {
    guard story.saga != story.id else { return [] }
    var ids: [Article.ID] = []
    for other in try library.stories(ofSaga: story.saga) where other.id != story.id {
      ids +=
        try library.story(other.id)?.story.members.filter { $0.copyOf == nil }
        .map(\.article) ?? []
      if ids.count >= Self.mostSiblings { break }
    }
    return try exhibits(of: Array(ids.prefix(Self.mostSiblings))).map { exhibit in
      var exhibit = exhibit
      exhibit.isSibling = true
      return exhibit
    }
  }

  private func exhibits(of ids: [Article.ID]) throws(LibraryError) -> [Exhibit] {
    let missing = ids.filter { exhibits[$0] == nil }
    for filed in try library.articles(missing) {
      remember(
        Exhibit(
          article: filed.article, findings: filed.findings, copyOf: filed.copyOf,
          arrived: filed.arrivedAt))
    }
    return ids.compactMap { exhibits[$0] }
  }

  private func remember(_ exhibit: Exhibit) {
    if exhibits.count >= Self.mostExhibits { exhibits.removeAll(keepingCapacity: true) }
    exhibits[exhibit.article.id] = exhibit
  }
}
