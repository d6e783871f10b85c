import Editions
import Evidence
import Press
import Storage
import Stories

/// Quantities followed through a saga.
extension PageRenderer {
  /// Stories of the saga that are looked at, the newest first, and articles of them.
  private static let mostStories = 120
  private static let mostArticles = 500

  /// What the saga of an article says of a figure, and the stories that tell of it.
  private struct Followed {
    var quantity: Quantity
    var stories: [StorySummary]
    var subjects: Set<Shelf.Subject>
  }

  func quantity(_ anchor: Quantity.Anchor, _ edition: Edition) throws -> LaidOut? {
    guard let followed = try followed(anchor) else { return nil }
    let outlets = try outletNames()
    let page = QuantityPage(
      edition: edition, quantity: followed.quantity, anchor: anchor, outlets: outlets.all,
      stories: followed.stories.prefix(12).map { $0.teaser(outlets) })
    return LaidOut(page.html, subjects: followed.subjects)
  }

  func feed(ofQuantity anchor: Quantity.Anchor, _ edition: Edition) throws
    -> (OutgoingFeed, Set<Shelf.Subject>)?
  {
    guard let followed = try followed(anchor) else { return nil }
    let feed = OutgoingFeed(
      edition: edition, anchor: anchor, quantity: followed.quantity,
      outlets: try outletNames().all)
    return (feed, followed.subjects)
  }

  private func followed(_ anchor: Quantity.Anchor) throws -> Followed? {
    guard let now = try library.article(anchor.article), let id = now.story,
      let then = now.article.version == anchor.version
        ? now : try library.article(anchor.article, version: anchor.version),
      Quantity(at: anchor, in: [Self.exhibit(then)]) != nil,
      let saga = try library.story(id)?.story.saga
    else { return nil }
    let stories = Array(try library.stories(ofSaga: saga).prefix(Self.mostStories))
    var exhibits = [Self.exhibit(then)]
    var ofStory: [Article.ID: Story.ID] = [:]
    for story in stories where exhibits.count < Self.mostArticles {
      let room = Self.mostArticles - exhibits.count
      let ids = try library.articles(ofStory: story.id).suffix(room)
      for filed in try library.articles(Array(ids)) where filed.article.id != anchor.article {
        ofStory[filed.article.id] = story.id
        // A copy says nothing that its original does not.
        if filed.copyOf == nil { exhibits.append(Self.exhibit(filed)) }
      }
    }
    ofStory[anchor.article] = id
    guard let quantity = Quantity(at: anchor, in: exhibits) else { return nil }
    let telling = Set(
      quantity.entries.compactMap { ofStory[$0.reading.citation.passage.article] })
    return Followed(
      quantity: quantity, stories: stories.filter { telling.contains($0.id) },
      subjects: Set(stories.map { .story($0.id) }).union([.story(id), .article(anchor.article)]))
  }

  private static func exhibit(_ filed: FiledArticle) -> Exhibit {
    Exhibit(
      article: filed.article, findings: filed.findings, copyOf: filed.copyOf,
      arrived: filed.arrivedAt)
  }
}
