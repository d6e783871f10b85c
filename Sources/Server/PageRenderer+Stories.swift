import Editions
import Evidence
import HTTPTypes
import Hypertext
import Languages
import Press
import Storage
import Stories

extension PageRenderer {
  func story(_ id: Story.ID, _ edition: Edition) throws -> LaidOut? {
    guard let filed = try library.story(id) else { return nil }
    return try story(filed, try articles(of: filed), try outletNames(), edition, asked: id)
  }

  /// The articles of a story; of a long one only those that are listed with their texts.
  private func articles(of filed: FiledStory) throws -> [Article] {
    let ids = filed.story.members.map(\.article)
    guard ids.count > Self.mostListed else { return try library.texts(ids).map(\.article) }
    let outlines = try library.outlines(ids)
    let newest = outlines.sorted {
      ($0.published?.start ?? .min, $0.id) > ($1.published?.start ?? .min, $1.id)
    }
    let listed = Set(newest.prefix(Self.mostListed).map(\.id) + [filed.summary.lead])
    let texts = Dictionary(
      try library.texts(Array(listed)).map { ($0.article.id, $0.article) }
    ) { first, _ in first }
    return outlines.map { texts[$0.id] ?? $0 }
  }

  /// A story's page from what was read already.
  func story(
    _ filed: FiledStory, _ texts: [Article], _ outlets: OutletNames, _ edition: Edition,
    asked id: Story.ID? = nil
  ) throws -> LaidOut {
    let others = try library.stories(ofSaga: filed.story.saga).filter { $0.id != filed.story.id }
    let page = StoryPage(
      edition: edition, teaser: filed.summary.teaser(outlets), story: filed.story,
      articles: texts, dossier: filed.dossier, saga: others.prefix(6).map { $0.teaser(outlets) },
      picture: try leadPicture(among: texts, first: filed.summary.lead),
      tickers: try tickers(of: filed.story))
    return LaidOut(
      page.html, subjects: [.story(id ?? filed.story.id), .story(filed.story.id), .sources])
  }

  /// The articles whose parts are laid to a story.
  private func tickers(of story: Story) throws -> [Article] {
    guard !story.attachments.isEmpty else { return [] }
    return try library.texts(Array(Set(story.attachments.suffix(12).map(\.article)))).map(\.article)
  }

  func article(_ id: Article.ID, _ edition: Edition) throws -> LaidOut? {
    guard let filed = try library.article(id) else { return nil }
    let story = try filed.story.flatMap { try library.story($0) }
    let others = story?.story.members.map(\.article).filter { $0 != id } ?? []
    // Of the others, cards show no more than the columns hold.
    let related = try library.outlines(Array(others.suffix(12)))
      .map { ArticleTeaser($0, story: filed.story) }
    return try article(filed, story, related, try outletNames(), edition)
  }

  /// An article's page from what was read already.
  func article(
    _ filed: FiledArticle, _ story: FiledStory?, _ related: [ArticleTeaser], _ outlets: OutletNames,
    _ edition: Edition
  ) throws -> LaidOut {
    let id = filed.article.id
    let original = try filed.copyOf.flatMap { copied in
      try related.first { $0.id == copied }
        ?? library.outlines([copied]).first.map { ArticleTeaser($0) }
    }
    let rights = settings.isPublic ? try library.rights(ofArticle: id) : .full
    let page = ArticlePage(
      edition: edition, article: filed.article,
      keyPoints: KeyPoints.ofArticle(filed.article, findings: filed.findings),
      dossier: story?.dossier ?? Dossier(), outlets: outlets.all,
      story: story?.summary.teaser(outlets),
      related: related, rights: rights, original: original,
      pictures: rights == .full ? try pictures(of: filed.article) : [:],
      revisions: rights == .full && filed.article.version > 1 ? try revisions(of: filed) : [])
    return LaidOut(page.html, subjects: [.article(id), .story(filed.story ?? "")])
  }

  /// Earlier versions with what changed after them, the newest first.
  private func revisions(of filed: FiledArticle) throws -> [ArticleRevision] {
    let id = filed.article.id
    var next = filed
    var revisions: [ArticleRevision] = []
    for version in try library.versions(of: id).reversed().dropFirst().prefix(8) {
      guard let old = try library.article(id, version: version.number) else { continue }
      revisions.append(
        ArticleRevision(
          version: version.number, readAt: version.readAt, headline: old.article.headline,
          nextHeadline: next.article.headline, sentences: old.sentences, next: next.sentences))
      next = old
    }
    return revisions
  }

  func passage(
    _ id: Article.ID, version: Int, sentence: UInt64, _ place: Address.Place, _ edition: Edition
  ) throws -> LaidOut? {
    guard let then = try library.article(id, version: version), let now = try library.article(id),
      let index = then.findings.sentences.firstIndex(where: { $0.hash == sentence })
    else {
      let page = PassagePage(
        edition: edition, place: place, article: nil, words: nil, state: .gone)
      return LaidOut(page.html, status: .gone, subjects: [.article(id)])
    }
    func words(_ index: Int) -> String? {
      guard then.findings.sentences.indices.contains(index) else { return nil }
      return then.article.body[then.findings.sentences[index].stretch.range]
    }
    let current = now.findings.sentences.first { $0.hash == sentence }
    let page = PassagePage(
      edition: edition, place: place, article: ArticleTeaser(now.article, story: now.story),
      version: version, anchor: current?.anchor, words: words(index), before: words(index - 1),
      after: words(index + 1),
      state: current != nil
        ? .unchanged : .changed(on: now.article.updated ?? now.article.published, now: nil),
      url: now.article.url)
    return LaidOut(page.html, subjects: [.article(id)])
  }

  func outlet(_ id: Outlet.ID, _ edition: Edition) throws -> LaidOut? {
    guard let outlet = try library.outlet(id) else { return nil }
    let counts = try library.counts(ofOutlet: id)
    let page = OutletPage(
      edition: edition, outlet: outlet, articleCount: counts.articles,
      independentCount: counts.articles - counts.copies,
      articles: try library.heads(ofOutlet: id, limit: Self.mostListed)
        .map { ArticleTeaser($0.article, story: $0.story) },
      sources: try library.sources().map(\.source).filter { $0.outlet == id })
    return LaidOut(page.html, subjects: [.everything])
  }

  func name(_ key: String, _ edition: Edition) throws -> LaidOut? {
    let naming = try library.heads(naming: key, limit: Self.mostListed)
    guard let oldest = naming.last, let first = try library.article(oldest.article.id),
      let name = first.findings.names.first(where: { $0.key == key })
    else { return nil }
    let outlets = try outletNames()
    let mention = Citation(
      name.stretch.range, in: first.article, body: first.article.body, findings: first.findings)
    var claims: [Claim] = []
    var teasers: [StoryTeaser] = []
    var role: Citation?
    var seen: Set<Story.ID> = []
    for id in naming.compactMap(\.story) where seen.insert(id).inserted && seen.count <= 12 {
      guard let story = try library.story(id) else { continue }
      teasers.append(story.summary.teaser(outlets))
      claims += story.dossier.claimGroups.flatMap(\.claims).filter { $0.speakerKey == key }
      claims += story.dossier.quotes.filter { $0.speakerKey == key }
      role = role ?? story.dossier.cast.first { $0.key == key }?.role
    }
    var said: Set<Passage> = []
    let page = NamePage(
      edition: edition,
      member: CastMember(
        name: mention.words, kind: name.kind, key: key, role: role,
        articles: naming.map(\.article.id), mention: mention),
      claims: claims.filter { said.insert($0.citation.passage).inserted }
        .sorted { ($0.date?.start ?? .min) > ($1.date?.start ?? .min) },
      stories: teasers, articles: naming.map { ArticleTeaser($0.article, story: $0.story) },
      outlets: outlets.all)
    return LaidOut(page.html, subjects: [.everything])
  }
}

extension FiledArticle {
  /// The text's sentences with their hashes.
  fileprivate var sentences: [(hash: UInt64, words: String)] {
    let body = article.body
    return findings.sentences.map { ($0.hash, body[$0.stretch.range]) }
  }
}
