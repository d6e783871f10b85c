import Editions
import Languages
import Press
import Storage
import Stories

/// What leaves the house for feed readers and search machines.
extension PageRenderer {
  private static let mostEntries = 50

  func feed(_ topic: FeedTopic, _ format: FeedFormat, _ edition: Edition) throws -> LaidOut? {
    guard let (feed, subjects) = try feed(topic, edition) else { return nil }
    return LaidOut(
      contentType: "\(format.mediaType); charset=utf-8", bytes: feed.bytes(format),
      subjects: subjects)
  }

  private func feed(_ topic: FeedTopic, _ edition: Edition) throws
    -> (OutgoingFeed, Set<Shelf.Subject>)?
  {
    switch topic {
    case .front:
      let outlets = try outletNames()
      let stories = try library.stories(limit: Self.mostEntries).map { $0.teaser(outlets) }
      return (OutgoingFeed(edition: edition, stories: stories), [.everything])
    case .section(let section):
      let outlets = try outletNames()
      let stories = try library.stories(in: [section], limit: Self.mostEntries)
        .map { $0.teaser(outlets) }
      return (OutgoingFeed(edition: edition, stories: stories, section: section), [.everything])
    case .story(let id):
      guard let story = try library.story(id) else { return nil }
      let texts = try library.heads(story.story.members.suffix(100).map(\.article))
        .sorted { ($0.article.published?.start ?? 0) > ($1.article.published?.start ?? 0) }
      return (
        articles(topic, story.summary.headline, texts, edition),
        [.story(id), .story(story.story.id)]
      )
    case .name(let key):
      let texts = try library.heads(naming: key, limit: Self.mostEntries)
      guard let last = texts.last, let first = try library.article(last.article.id),
        let name = first.findings.names.first(where: { $0.key == key })
      else { return nil }
      let shown = first.article.body[name.stretch.range]
      return (articles(topic, shown, texts, edition), [.everything])
    case .outlet(let id):
      guard let outlet = try outletNames().known(id) else { return nil }
      let texts = try library.heads(ofOutlet: id, limit: Self.mostEntries)
      return (articles(topic, outlet.name, texts, edition), [.everything])
    case .quantity(let anchor): return try feed(ofQuantity: anchor, edition)
    case .search(let query):
      let found = try library.search(SearchQuery(query), limit: Self.mostEntries)
      let feed = OutgoingFeed(
        edition: edition, topic: topic, title: "\(edition.title): \(query)",
        articles: found.map { ArticleTeaser($0.article, story: $0.story) })
      return (feed, [.everything])
    }
  }

  private func articles(
    _ topic: FeedTopic, _ title: String, _ texts: [FiledText], _ edition: Edition
  ) -> OutgoingFeed {
    OutgoingFeed(
      edition: edition, topic: topic, title: title,
      articles: texts.map { ArticleTeaser($0.article, story: $0.story) })
  }

  /// A list of our pages; a paper that is not public has none.
  func sitemap(_ part: Sitemap, _ edition: Edition) throws -> LaidOut? {
    guard settings.isPublic, !settings.base.isEmpty else { return nil }
    let outlets = try outletNames()
    let stories =
      part == .index ? [] : try library.stories(limit: 1_000).map { $0.teaser(outlets) }
    let file = SitemapFile(
      edition: edition, part: part, stories: stories,
      days: part == .pages ? try days(edition, limit: 600) : [])
    return LaidOut(
      contentType: "application/xml; charset=utf-8", bytes: file.bytes, subjects: [.everything])
  }

  /// Imprint, privacy and corrections in the operator's own words, kept as settings
  /// `page.imprint`, `page.privacy` and `page.corrections`: paragraphs between empty lines.
  func legal(_ place: Address.Place, _ edition: Edition) throws -> LaidOut? {
    let words = edition.language.wording
    let (key, title) =
      switch place {
      case .imprint: ("page.imprint", words.frame.imprint)
      case .privacy: ("page.privacy", words.frame.privacy)
      default: ("page.corrections", words.paper.corrections)
      }
    let written = try library.setting(key) ?? ""
    guard !written.isEmpty || place == .corrections else { return nil }
    let text = written.isEmpty ? words.paper.noCorrections : written
    let page = PlainPage(
      edition: edition, place: place, title: title,
      paragraphs: text.split(separator: "\n\n").map(String.init))
    return LaidOut(page.html)
  }
}
