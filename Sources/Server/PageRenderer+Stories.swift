import Editions
import Evidence
import HTTPTypes
import Hypertext
import Languages
import Press
import Storage
import Stories

extension PageRenderer {
  func story(_ id: Story.ID, _ edition: Edition) throws -> Made? {
    guard let filed = try library.story(id) else { return nil }
    let outlets = try outletNames()
    let articles = try library.articles(filed.story.members.map(\.article)).map(\.article)
    let others = try library.stories(ofSaga: filed.story.saga).filter { $0.id != filed.story.id }
    let page = StoryPage(
      edition: edition, teaser: filed.summary.teaser(outlets), story: filed.story,
      articles: articles, dossier: filed.dossier, saga: others.map { $0.teaser(outlets) })
    return (html(page.html), [.story(id), .story(filed.story.id), .sources])
  }

  func article(_ id: Article.ID, _ edition: Edition) throws -> Made? {
    guard let filed = try library.article(id) else { return nil }
    let outlets = try outletNames()
    let story = try filed.story.flatMap { try library.story($0) }
    let others = story?.story.members.map(\.article).filter { $0 != id } ?? []
    let related = try library.articles(Array(others.suffix(12)))
    let original = try filed.copyOf.flatMap { try library.article($0) }
    let rights = settings.isPublic ? try library.rights(ofArticle: id) : .full
    let page = ArticlePage(
      edition: edition, article: filed.article,
      keyPoints: KeyPoints.ofArticle(filed.article, findings: filed.findings),
      dossier: story?.dossier ?? Dossier(), outlets: try library.outlets(),
      story: story?.summary.teaser(outlets),
      related: related.map { ArticleTeaser($0.article, story: $0.story) }, rights: rights,
      original: original.map { ArticleTeaser($0.article, story: $0.story) })
    return (html(page.html), [.article(id), .story(filed.story ?? "")])
  }

  func passage(
    _ id: Article.ID, version: Int, sentence: UInt64, _ place: Address.Place, _ edition: Edition
  ) throws -> Made? {
    guard let then = try library.article(id, version: version), let now = try library.article(id),
      let index = then.findings.sentences.firstIndex(where: { $0.hash == sentence })
    else {
      let page = PassagePage(
        edition: edition, place: place, article: nil, words: nil, state: .gone)
      return (html(page.html, status: .gone), [.article(id)])
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
    return (html(page.html), [.article(id)])
  }

  func outlet(_ id: Outlet.ID, _ edition: Edition) throws -> Made? {
    guard let outlet = try library.outlets().first(where: { $0.id == id }) else { return nil }
    let counts = try library.counts(ofOutlet: id)
    let page = OutletPage(
      edition: edition, outlet: outlet, articleCount: counts.articles,
      independentCount: counts.articles - counts.copies,
      articles: try library.articles(ofOutlet: id, limit: Self.mostListed)
        .map { ArticleTeaser($0.article, story: $0.story) },
      sources: try library.sources().map(\.source).filter { $0.outlet == id })
    return (html(page.html), [.everything])
  }

  func name(_ key: String, _ edition: Edition) throws -> Made? {
    let naming = try library.articles(naming: key, limit: Self.mostListed)
    guard let first = naming.last,
      let name = first.findings.names.first(where: { $0.key == key })
    else { return nil }
    let outlets = try outletNames()
    let mention = Citation(
      name.stretch.range, in: first.article, body: first.article.body, findings: first.findings)
    var claims: [Claim] = []
    var teasers: [StoryTeaser] = []
    var seen: Set<Story.ID> = []
    for id in naming.compactMap(\.story) where seen.insert(id).inserted && seen.count <= 12 {
      guard let story = try library.story(id) else { continue }
      teasers.append(story.summary.teaser(outlets))
      claims += story.dossier.claimGroups.flatMap(\.claims).filter { $0.speakerKey == key }
    }
    let page = NamePage(
      edition: edition,
      member: CastMember(
        name: mention.words, kind: name.kind, key: key, articles: naming.map(\.article.id),
        mention: mention),
      claims: claims, stories: teasers,
      articles: naming.map { ArticleTeaser($0.article, story: $0.story) },
      outlets: try library.outlets())
    return (html(page.html), [.everything])
  }

  func feed(_ place: Address.Place, _ edition: Edition) throws -> Made? {
    let outlets = try outletNames()
    let feed: OutgoingFeed
    var subjects: Set<Shelf.Subject> = [.stories]
    switch place {
    case .sectionFeed(let section):
      subjects = [.section(section)]
      feed = OutgoingFeed(
        edition: edition,
        stories: try library.stories(in: [section], limit: 50).map { $0.teaser(outlets) },
        section: section)
    case .storyFeed(let id):
      guard let story = try library.story(id) else { return nil }
      subjects = [.story(id), .story(story.story.id)]
      let articles = try library.articles(story.story.members.suffix(100).map(\.article))
      feed = OutgoingFeed(
        edition: edition, story: story.summary.teaser(outlets),
        articles: articles.map { ArticleTeaser($0.article, story: $0.story) })
    default:
      feed = OutgoingFeed(
        edition: edition, stories: try library.stories(limit: 50).map { $0.teaser(outlets) })
    }
    let body = ("\(XML.declaration)\(feed.xml)" as XML).bytes
    return (Answer(contentType: "application/atom+xml; charset=utf-8", body: body), subjects)
  }

  func sourcesPage(_ edition: Edition, csrf: String?, notice: FormNotice? = nil) throws
    -> SourcesPage
  {
    let outlets = try outletNames()
    let rows = try library.sources().map { state in
      SourceRow(
        source: state.source, outlet: outlets[state.source.outlet], health: state.health,
        articleCount: state.articleCount, lastFetched: state.checkedAt)
    }
    return SourcesPage(
      edition: edition, rows: rows, packs: settings.packs, csrf: csrf, notice: notice)
  }
}

extension SourceState {
  fileprivate var health: SourceRow.Health {
    if let lastError { return .failing(reason: lastError, since: succeededAt) }
    guard let succeededAt else { return .new }
    if let newsAt, succeededAt - newsAt > 7 * 86_400 { return .quiet(since: newsAt) }
    return .fine
  }
}
