import Editions
import Evidence
import Languages
import Press
import Storage
import Stories

/// The values of the JSON interface, as `APIDocument` describes them. A value that may be missing is
/// written as null, so that every answer has the same keys.
struct APIStory: Encodable {
  var id: String
  var saga: String
  var section: String?
  var language: String
  var headline: String
  var kicker: String?
  var standfirst: String?
  var leadArticle: String
  var leadOutlet: String
  var outlets: [String]
  var articles: Int
  var independent: Int
  var first: String
  var last: String
  var page: String
  var members: [Member]?

  struct Member: Encodable {
    var article: String
    @Nullable var copyOf: String?
    /// The article it says it has its news from.
    @Nullable var citing: String?
    var because: String
  }

  init(_ summary: StorySummary, members: [Story.Member]? = nil) {
    id = summary.id
    saga = summary.saga
    section = summary.section?.rawValue
    language = summary.language.rawValue
    headline = summary.headline
    kicker = summary.kicker
    standfirst = summary.standfirst
    leadArticle = summary.lead
    leadOutlet = summary.leadOutlet
    outlets = summary.outlets
    articles = summary.articleCount
    independent = summary.independentCount
    first = PressDate(instant: summary.firstAt).iso8601
    last = PressDate(instant: summary.lastAt).iso8601
    page = Address(.story(summary.id)).path
    self.members = members?.map {
      Member(
        article: $0.article, copyOf: $0.copyOf, citing: $0.citing, because: $0.because)
    }
  }

  private enum Key: String, CodingKey {
    case id, saga, section, language, headline, kicker, standfirst, leadArticle, leadOutlet,
      outlets, articles, independent, first, last, page, members
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(id, forKey: .id)
    try values.encode(saga, forKey: .saga)
    try values.encode(section, forKey: .section)
    try values.encode(language, forKey: .language)
    try values.encode(headline, forKey: .headline)
    try values.encode(kicker, forKey: .kicker)
    try values.encode(standfirst, forKey: .standfirst)
    try values.encode(leadArticle, forKey: .leadArticle)
    try values.encode(leadOutlet, forKey: .leadOutlet)
    try values.encode(outlets, forKey: .outlets)
    try values.encode(articles, forKey: .articles)
    try values.encode(independent, forKey: .independent)
    try values.encode(first, forKey: .first)
    try values.encode(last, forKey: .last)
    try values.encode(page, forKey: .page)
    // Lists give no members, one story does.
    try values.encodeIfPresent(members, forKey: .members)
  }
}

/// A value that is written as null where it is missing.
@propertyWrapper
struct Nullable<Value: Encodable>: Encodable {
  var wrappedValue: Value?

  init(wrappedValue value: Value?) { wrappedValue = value }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
  }
}

struct APIStories: Encodable {
  var stories: [APIStory]
  @Nullable var next: String?
}

struct APIDate: Encodable {
  var value: String
  var precision: String
  var inferred: Bool

  init(_ date: PressDate) {
    value = date.iso8601
    precision = date.precision.rawValue
    inferred = date.isInferred
  }
}

struct APIOutlet: Encodable {
  var id: String
  var name: String
}

struct APIArticle: Encodable {
  struct Paragraph: Encodable {
    var anchor: Int
    var heading: Bool
    var text: String
  }

  var id: String
  var version: Int
  var outlet: APIOutlet
  @Nullable var url: String?
  var headline: String
  @Nullable var kicker: String?
  @Nullable var standfirst: String?
  var authors: [String]
  @Nullable var published: APIDate?
  @Nullable var updated: APIDate?
  var language: String
  @Nullable var section: String?
  @Nullable var story: String?
  @Nullable var copyOf: String?
  /// Null where a public edition may not show the text.
  @Nullable var paragraphs: [Paragraph]?
  var page: String

  init(_ filed: FiledArticle, rights: Source.Rights) {
    let article = filed.article
    id = article.id
    version = article.version
    outlet = APIOutlet(id: article.outlet.id, name: article.outlet.name)
    url = article.url
    headline = article.headline
    kicker = article.kicker
    standfirst = rights == .headline ? nil : article.standfirst
    authors = article.bylines.map(\.name)
    published = article.published.map(APIDate.init)
    updated = article.updated.map(APIDate.init)
    language = article.language.rawValue
    section = article.section?.rawValue
    story = filed.story
    copyOf = filed.copyOf
    let body = article.body
    paragraphs =
      rights == .full
      ? body.paragraphs.map {
        Paragraph(anchor: $0.anchor, heading: $0.isHeading, text: body[$0.range])
      } : nil
    page = Address(.article(article.id, anchor: nil)).path
  }
}

struct APISearch: Encodable {
  struct Result: Encodable {
    var article: String
    @Nullable var story: String?
    var headline: String
    var outlet: APIOutlet
    @Nullable var published: APIDate?
    var language: String
    var snippet: String
    /// Pairs of code points of the snippet.
    var marks: [[Int]]
    /// Further articles of the story that were found.
    var more: Int
    var page: String
  }

  var query: String
  var results: [Result]
  var hasMore: Bool
  var partial: Bool
  /// Where the search ended early: the value of `below` that goes on.
  @Nullable var below: Int64?
  @Nullable var suggestion: String?
}

struct APISources: Encodable {
  struct Item: Encodable {
    var url: String
    var kind: String
    var outlet: String
    var title: String
    @Nullable var category: String?
    var rights: String
    var articles: Int
    var failing: Bool
    @Nullable var checked: String?
  }
  var sources: [Item]
}
