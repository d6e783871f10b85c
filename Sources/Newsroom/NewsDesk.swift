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
  var desk = StoryDesk()
  /// The last of the operator's rulings that was carried out.
  var lastRuling: Int64 = 0
  /// Filings since the desk was last kept.
  private var unkept = 0
  /// Articles of late, so that a growing story need not be unpacked again and again; by text bytes.
  private var exhibits = Lately<Article.ID, ExhibitDigest>(limit: 4 << 20)
  /// Articles of the batch that is being filed: the library does not have them yet.
  private var arriving: [Article.ID: ExhibitDigest] = [:]
  /// What was read of growing stories; by articles.
  private var files = Lately<Story.ID, CaseFile>(limit: 800)

  /// After so many filings the desk is kept, so that a start need not place more than that again.
  private static let keepsAfter = 512
  private static let mostSiblings = 40
  /// Seconds within which articles can still meet.
  private static let memory: Int64 = 8 * 86_400

  /// A desk that goes on where the library's last one ended.
  package init(library: Library) throws(LibraryError) {
    self.library = library
    let (bytes, lastVersion) = try library.desk()
    let kept = bytes.flatMap { StoryDesk(decoding: $0) }
    var made = kept ?? StoryDesk()
    made.note(try library.rulings(after: 0).rulings.map(\.ruling))
    // What it has not seen, or, where the memory is another program's, what that held, a part at a
    // time; what is older meets nothing that comes.
    let versions = try library.versions(
      after: kept == nil ? 0 : lastVersion, ofLast: Self.memory)
    for start in stride(from: 0, to: versions.count, by: 200) {
      let part = Array(versions[start..<min(start + 200, versions.count)])
      for filed in try library.articles(ofVersions: part) { _ = made.place(Arrival(filed)) }
    }
    desk = made
    unkept = versions.count
  }

  /// Keeps the desk, so that the next start places nothing again.
  package func close() throws(LibraryError) {
    guard unkept > 0 else { return }
    var batch = Library.Batch()
    batch.desk = desk.encode()
    try library.keep(batch)
    unkept = 0
  }

  /// Files articles in order. What is refused is named in the report; the rest is kept.
  package func file(_ pages: [ReadPage]) throws(LibraryError) -> RunReport {
    var whole = RunReport()
    for report in try reports(on: pages) { whole.add(report) }
    return whole
  }

  /// Files articles in order and says of each what became of it.
  package func reports(on pages: [ReadPage]) throws(LibraryError) -> [RunReport] {
    try followRulings()
    var reports: [RunReport] = []
    var batch = Library.Batch()
    var changed: [Story.ID: Story] = [:]
    var filed: [Article.ID: Int] = [:]
    let removed = try library.removed(among: pages.map(\.article.id))
    for page in pages {
      var report = RunReport()
      report.pages = 1
      var seen = page.page.entry
      if let refusal = page.refusal {
        report.failures.append(RunReport.Failure(what: page.page.label, why: refusal))
      } else {
        seen?.article = page.article.id
        let kept = try library.versionKept(of: page.article.id)
        if removed.contains(page.article.id) {
          report.failures.append(
            RunReport.Failure(what: page.page.label, why: "the article was removed for good"))
        } else if kept?.contentHash == page.article.contentHash || filed[page.article.id] != nil
          || kept != nil && page.isStandIn
        {
          report.unchanged = 1
        } else {
          if kept == nil { report.newArticles = 1 } else { report.newVersions = 1 }
          filed[page.article.id] = reports.count
          if page.isStandIn { report.standIns = 1 }
          place(page, version: (kept?.number ?? 0) + 1, &batch, &changed)
        }
      }
      if let seen { batch.entries.append(seen) }
      reports.append(report)
    }
    defer { arriving = [:] }
    try keep(&batch, changed)
    for digest in arriving.values { remember(digest) }
    for member in batch.stories.flatMap(\.story.members) where member.copyOf != nil {
      if let index = filed[member.article] { reports[index].copies = 1 }
    }
    return reports
  }

  private func place(
    _ page: ReadPage, version: Int, _ batch: inout Library.Batch,
    _ changed: inout [Story.ID: Story]
  ) {
    var article = page.article
    article.version = version
    article.tags += page.page.categories.filter { !article.tags.contains($0) }
    let arrived = page.page.capture.fetchedAt
    let placement = desk.place(Arrival(article, arrived: arrived, findings: page.findings))
    article.section = placement.section ?? article.section
    batch.filings.append(
      Filing(
        article: article, findings: page.findings, capture: page.page.capture,
        source: page.page.source, arrivedAt: arrived, story: placement.story.id,
        copyOf: placement.copyOf, section: article.section, packed: page.packed))
    arriving[article.id] = ExhibitDigest(
      Exhibit(
        article: article, findings: page.findings, copyOf: placement.copyOf, arrived: arrived))
    for story in placement.changed + [placement.story] { changed[story.id] = story }
  }

  private func keep(_ batch: inout Library.Batch, _ changed: [Story.ID: Story])
    throws(LibraryError)
  {
    for story in changed.values.sorted(by: { $0.id < $1.id }) {
      let kept = try library.articles(ofStory: story.id)
      if story.members.isEmpty {
        if let article = kept.first, let now = desk.story(of: article) {
          batch.merged[story.id] = now.id
        }
        continue
      }
      var whole = story
      let past = try membersPast(of: story, kept)
      let gone = try library.removed(among: story.members.map(\.article))
      whole.members = past + story.members.filter { !gone.contains($0.article) }
      if whole.members.isEmpty { continue }
      batch.stories.append(try filed(whole))
    }
    unkept += batch.filings.count
    if unkept >= Self.keepsAfter { batch.desk = desk.encode() }
    if !batch.isEmpty { try library.keep(batch) }
    if batch.desk != nil { unkept = 0 }
  }

  /// Members of a kept story that the desk no longer has, for they lie too long ago.
  private func membersPast(of story: Story, _ kept: [Article.ID]) throws(LibraryError)
    -> [Story.Member]
  {
    let present = Set(story.members.map(\.article))
    func isPast(_ id: Article.ID) -> Bool { !present.contains(id) && desk.story(of: id) == nil }
    guard kept.contains(where: isPast) else { return [] }
    return try library.story(story.id)?.story.members.filter { isPast($0.article) } ?? []
  }

  /// Notes that the desk is no longer as it was kept.
  func noteUnkept() { unkept += 1 }

  func filed(_ story: Story) throws(LibraryError) -> FiledStory {
    let places = Dictionary(
      story.members.map { ($0.article, $0.copyOf) }, uniquingKeysWith: { first, _ in first })
    let members = try exhibits(of: story.members.map(\.article)).map {
      $0.placed(copyOf: places[$0.exhibit.article.id] ?? nil, isSibling: false)
    }
    let siblings = try siblings(of: story)
    var file = files.take(for: story.id) ?? CaseFile()
    file.hold(members + siblings)
    let dossier = file.dossier()
    files.keep(file, for: story.id, weight: file.count)
    return FiledStory(
      story: story,
      summary: StorySummary(story, exhibits: members.map(\.exhibit), dossier: dossier),
      dossier: dossier)
  }

  private func siblings(of story: Story) throws(LibraryError) -> [ExhibitDigest] {
    guard story.saga != story.id else { return [] }
    let ids = try library.siblings(
      ofStory: story.id, saga: story.saga, limit: Self.mostSiblings)
    return try exhibits(of: ids).map { $0.placed(copyOf: nil, isSibling: true) }
  }

  func exhibits(of ids: [Article.ID]) throws(LibraryError) -> [ExhibitDigest] {
    var found: [Article.ID: ExhibitDigest] = [:]
    for id in ids { found[id] = arriving[id] ?? exhibits.value(for: id) }
    for filed in try library.articles(ids.filter { found[$0] == nil }) {
      let digest = ExhibitDigest(
        Exhibit(
          article: filed.article, findings: filed.findings, copyOf: filed.copyOf,
          arrived: filed.arrivedAt))
      found[filed.article.id] = digest
      remember(digest)
    }
    return ids.compactMap { found[$0] }
  }

  private func remember(_ digest: ExhibitDigest) {
    let article = digest.exhibit.article
    exhibits.keep(digest, for: article.id, weight: article.body.utf8.count + 256)
  }
}

extension Arrival {
  /// An article that was filed before, as it first came to the desk.
  init(_ filed: FiledArticle) {
    self.init(filed.article, arrived: filed.arrivedAt, findings: filed.findings)
  }
}
