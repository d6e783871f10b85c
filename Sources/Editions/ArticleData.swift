import Hypertext
import Press

extension ArticlePage {
  /// What the page tells machines in the words of schema.org: whose article it is and on which
  /// page of the outlet it is based.
  var data: JSONText {
    let original = article.canonicalURL ?? article.url
    let names = article.bylines.filter { $0.role == .author }.prefix(6).map { byline in
      JSONText.object(["@type": JSONText("Person"), "name": JSONText(byline.name)])
    }
    return .object([
      "@context": JSONText("https://schema.org"), "@type": JSONText("NewsArticle"),
      "headline": JSONText(article.headline.shortened(to: 110)),
      "inLanguage": article.language == .unknown ? nil : JSONText(article.language.rawValue),
      "datePublished": article.published.flatMap(Self.date),
      "dateModified": article.updated.flatMap(Self.date),
      "author": names.isEmpty ? nil : .array(Array(names)),
      "publisher": .object([
        "@type": JSONText("NewsMediaOrganization"), "name": JSONText(article.outlet.name),
        "url": article.outlet.home.map { JSONText($0) },
      ]), "isBasedOn": (article.originalURL ?? original).map { JSONText($0) },
    ])
  }

  /// ISO 8601; a range is no date there.
  private static func date(_ date: PressDate) -> JSONText? {
    date.precision == .range ? nil : JSONText(date.inReach.iso8601)
  }
}

extension StoryPage {
  /// The story as a list of the articles it is made of.
  var data: JSONText {
    .object([
      "@context": JSONText("https://schema.org"), "@type": JSONText("CollectionPage"),
      "name": JSONText(teaser.headline.shortened(to: 110)),
      "dateModified": teaser.newest.map { JSONText($0.inReach.iso8601) },
    ])
  }
}
