import Editions
import Hypertext
import Press
import Storage
import Stories

/// An item with everything an app shows of it.
struct ReaderEntry: Sendable {
  var heading: ItemHeading
  var feedTitle: String
  var folder: String?
  var folderID: Folder.ID?
  /// The outlet's page.
  var home: String
  var author: String
  /// Where the text stands in full: at the outlet, or our page of the story.
  var link: String
  var content: HTML
  var tags: [String]
  /// Minutes.
  var readingTime: Int
  /// What can be heard or seen.
  var enclosures: [KeptEnclosure] = []
}

/// Makes entries of items.
struct ReaderEntries {
  let visit: ReaderVisit
  let account: Account

  /// The entries of items, in their order; what is no longer there is left out.
  func entries(_ headings: [ItemHeading]) throws -> [ReaderEntry] {
    let subscriptions = Dictionary(
      try visit.library.subscriptions(of: account.id).map { ($0.id, $0) }
    ) { first, _ in first }
    let outlets = OutletNames(try visit.library.outlets())
    let enclosures = try visit.library.enclosures(
      of: headings.compactMap(\.article), for: account.id)
    return try headings.compactMap { heading in
      let subscription = subscriptions[heading.feed]
      let outlet = outlets[heading.outlet]
      var entry = ReaderEntry(
        heading: heading, feedTitle: title(of: subscription) ?? outlet.name,
        folder: subscription?.folder.title, folderID: subscription?.folder.id,
        home: outlet.home ?? "https://\(outlet.id)/", author: outlet.name,
        link: heading.url ?? "", content: .nothing, tags: [], readingTime: 1)
      if heading.isStory {
        try fill(&entry, story: heading.story ?? "", outlets)
      } else {
        guard try fill(&entry, article: heading.article ?? "") else { return nil }
        entry.enclosures = heading.article.flatMap { enclosures[$0] } ?? []
      }
      return entry
    }
  }

  private func title(of subscription: Subscription?) -> String? {
    subscription.map {
      $0.kind == .stories ? visit.language.deskWording.storiesFeed : $0.title
    }
  }

  private func fill(_ entry: inout ReaderEntry, article id: Article.ID) throws -> Bool {
    guard let article = try visit.library.article(id)?.article else { return false }
    entry.content = EntryText(article: article, language: visit.language).html
    entry.tags = article.tags
    let names = article.bylines.map(\.name)
    if !names.isEmpty { entry.author = names.joined(separator: ", ") }
    if entry.link.isEmpty {
      entry.link = visit.base + Address(.article(id, anchor: nil), in: visit.language).path
    }
    entry.readingTime = max(1, article.body.utf8.count / 1_400)
    return true
  }

  private func fill(_ entry: inout ReaderEntry, story id: String, _ outlets: OutletNames) throws {
    guard let story = try visit.library.story(id) else { return }
    let seen = entry.heading.readAt ?? 0
    let lines = try visit.library.lines(ofItem: entry.heading.id, since: 0)
    let fresh = lines.filter { $0.at > seen }
    let articles = try visit.library.articles(story.story.members.suffix(60).map(\.article))
    entry.content =
      StoryText(
        story: story.story, summary: story.summary.teaser(outlets), dossier: story.dossier,
        fresh: (fresh.isEmpty ? lines : fresh).suffix(12).map(\.citation),
        articles: articles.map { ArticleTeaser($0.article, story: id) },
        language: visit.language, base: visit.base
      ).html
    entry.author = story.summary.outlets.prefix(4).map { outlets[$0].name }.joined(separator: ", ")
    entry.link = visit.base + Address(.story(id), in: visit.language).path
    entry.home = visit.base + Address(.front, in: visit.language).path
  }
}
