package import Evidence
package import Press
package import Stories

/// A place in the paper and the path that leads there; reads and prints all paths of the house.
///
/// German stands at the root, English below `/en`.
package struct Address: Sendable, Hashable {
  /// What a path leads to.
  package enum Place: Sendable, Hashable {
    case front
    case section(Section)
    case story(Story.ID)
    /// An article, or one of its paragraphs: `#p0` is the standfirst, `#p5` the fifth block.
    case article(Article.ID, anchor: Int?)
    /// One sentence of one version of an article, for ever.
    case passage(Article.ID, version: Int, sentence: UInt64)
    case outlet(Outlet.ID)
    /// A person, place or organisation by the key of its name.
    case name(String)
    /// A quantity followed through its saga, asked for by one of its figures.
    case quantity(Quantity.Anchor)
    case day(CivilDay)
    /// Pages of hits are counted from 1. `below` is where an earlier search ended.
    case search(query: String, page: Int, below: Int64? = nil)
    case sources
    case how
    /// Where a reader chooses how pages look.
    case look
    case imprint
    case privacy
    case corrections
    /// All days that have stories.
    case archive
    case feed(FeedTopic, FeedFormat)
    /// The sources as OPML.
    case sourceList
    case sitemap(Sitemap)
    case robots
    case icon
    /// A file of ours for readers who want a script.
    case asset(Asset)
    /// One width of a picture of ours.
    case picture(String, width: Int)
    /// The picture other sites show beside a link to a story.
    case card(Story.ID)
  }

  package var place: Place
  package var language: EditionLanguage

  static let cardFile = "card.png"

  package init(_ place: Place, in language: EditionLanguage = .german) {
    self.place = place
    self.language = language
  }

  /// The same place in the paper's other language.
  package func translated(to language: EditionLanguage) -> Address { Address(place, in: language) }

  /// Path, query and fragment, percent-encoded.
  package var path: String {
    switch place {
    case .robots: return "/robots.txt"
    case .icon: return "/icon.svg"
    case .asset(let asset): return "/\(asset.rawValue)"
    case .picture(let id, let width): return "/picture/\(PathSegment.encoded(id))-\(width).webp"
    case .sitemap(let part): return "/\(part.rawValue).xml"
    default: break
    }
    let root = language == .german ? "" : "/\(language.rawValue)"
    let rest = pathBelowRoot
    return rest == "/" && !root.isEmpty ? "\(root)/" : root + rest
  }

  private var pathBelowRoot: String {
    switch place {
    case .front: "/"
    case .section(let section): "/\(section.slug(in: language))"
    case .story(let id): "/story/\(PathSegment.encoded(id))"
    case .card(let id): "/story/\(PathSegment.encoded(id))/\(Self.cardFile)"
    case .article(let id, let anchor):
      "/article/\(PathSegment.encoded(id))" + (anchor.map { "#p\($0)" } ?? "")
    case .passage(let id, let version, let sentence):
      "/passage/\(PathSegment.encoded(id)).\(version).\(PathSegment.hex(sentence))"
    case .outlet(let id): "/outlet/\(PathSegment.encoded(id))"
    case .name(let key): "/name/\(PathSegment.encoded(key))"
    case .quantity(let anchor): "/quantity/\(anchor.segment)"
    case .day(let day): "/day/\(day.iso8601)"
    case .search(let query, let page, let below): searchPath(query, page, below)
    case .sources: "/sources"
    case .how: "/how"
    case .look: "/look"
    case .imprint: "/imprint"
    case .privacy: "/privacy"
    case .corrections: "/corrections"
    case .archive: "/archive"
    case .feed(let topic, let format): feedPath(topic, format)
    case .sourceList: "/sources.opml"
    case .sitemap(let part): "/\(part.rawValue).xml"
    case .robots: "/robots.txt"
    case .icon: "/icon.svg"
    case .asset, .picture: "/"
    }
  }
}

extension Address {
  private func searchPath(_ query: String, _ page: Int, _ below: Int64?) -> String {
    let fields = [
      query.isEmpty ? nil : "q=\(PathSegment.encoded(query))", page > 1 ? "page=\(page)" : nil,
      below.map { "below=\($0)" },
    ].compactMap { $0 }
    return "/search" + (fields.isEmpty ? "" : "?" + fields.joined(separator: "&"))
  }

  /// A feed lies below the page whose news it tells.
  private func feedPath(_ topic: FeedTopic, _ format: FeedFormat) -> String {
    let file = "feed.\(format.rawValue)"
    return switch topic {
    case .front: "/\(file)"
    case .section(let section): "/\(section.slug(in: language))/\(file)"
    case .story(let id): "/story/\(PathSegment.encoded(id))/\(file)"
    case .name(let key): "/name/\(PathSegment.encoded(key))/\(file)"
    case .outlet(let id): "/outlet/\(PathSegment.encoded(id))/\(file)"
    case .quantity(let anchor): "/quantity/\(anchor.segment)/\(file)"
    case .search(let query): "/search/\(file)?q=\(PathSegment.encoded(query))"
    }
  }
}

extension Section {
  /// The section's word in paths.
  func slug(in language: EditionLanguage) -> String {
    guard language == .english else { return rawValue }
    return switch self {
    case .politik: "politics"
    case .wirtschaft: "economy"
    case .unternehmen: "business"
    case .technik: "technology"
    case .wissen: "science"
    case .kultur: "culture"
    case .unterhaltung: "entertainment"
    case .sport: "sport"
    case .panorama: "panorama"
    case .regionen: "regions"
    case .medien: "media"
    }
  }
}
