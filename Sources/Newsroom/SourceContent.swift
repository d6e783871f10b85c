import Feeds
import Fetching
import Press

/// What a source's answer holds, whatever kind of source it is.
struct SourceContent: Sendable {
  var title = ""
  var language: Language?
  var entries: [Entry] = []
  var wishedSeconds: Int?
  /// The hub that announces changes, and the address it knows the feed by.
  var hub: String?
  var topic: String?
  /// Further sitemaps to be read, newest first.
  var further: [String] = []
  /// Whether the source lists old pages beside the new ones, so that only those are news that come
  /// after the first look.
  var listsAllPages = false

  /// Reads an answer as the kind of source it comes from.
  init(_ answer: Response, of source: Source) throws(SourceFault) {
    do {
      switch source.kind {
      case .feed: try readFeed(answer)
      case .sitemap: try readSitemap(answer.body)
      case .page:
        listsAllPages = true
        entries = PageLinks.entries(in: answer.body, url: answer.finalURL)
      }
    } catch {
      throw SourceFault(error, about: source.url)
    }
    if source.kind == .page, entries.isEmpty { throw SourceFault(.nothingFound, source.url) }
  }

  private mutating func readFeed(_ answer: Response) throws(FeedError) {
    let feed = try FeedReader.read(
      answer.body, contentType: answer.contentType, url: answer.finalURL)
    title = feed.title
    language = feed.language
    entries = feed.entries
    let age = answer.header("cache-control").flatMap(Self.maxAge)
    // A page in a cache tells little of how often there is news: it counts up to an hour.
    let wishes = [feed.ttl.map { $0 &* 60 }, age.map { min($0, 3600) }].compactMap { $0 }
    wishedSeconds = wishes.max()
    let links = LinkHeader(answer.headers)
    hub = links["hub"] ?? feed.hub
    topic = links["self"] ?? feed.selfURL
  }

  private mutating func readSitemap(_ bytes: [UInt8]) throws(FeedError) {
    listsAllPages = true
    switch try SitemapReader.read(bytes) {
    case .index(let addresses): further = addresses
    case .urls(let pages):
      let order = pages.sorted { ($0.time ?? 0) > ($1.time ?? 0) }
      entries = Array(order.prefix(SourceCheck.mostListed))
    }
  }

  /// The seconds of `max-age`; nil where there are none.
  private static func maxAge(_ header: String) -> Int? {
    for part in header.split(separator: ",") {
      let part = part.drop { $0 == " " }.lowercased()
      if part.hasPrefix("max-age="), let seconds = Int(part.dropFirst(8)) { return seconds }
    }
    return nil
  }
}

extension Entry {
  /// When it was published, else changed; seconds since 1970.
  var time: Int64? { published?.start ?? updated?.start }
}

/// Links of an answer's head (RFC 8288): `<https://hub.example/>; rel="hub"`.
struct LinkHeader: Sendable {
  private var targets: [String: String] = [:]

  init(_ headers: [(name: String, value: String)]) {
    for header in headers where header.name.lowercased() == "link" {
      for part in header.value.split(separator: ",").prefix(32) {
        guard let open = part.firstIndex(of: "<"), let close = part.firstIndex(of: ">"),
          open < close
        else { continue }
        let target = String(part[part.index(after: open)..<close])
        for parameter in part[close...].split(separator: ";").dropFirst() {
          let pair = parameter.split(separator: "=", maxSplits: 1)
          guard pair.count == 2, pair[0].filter({ $0 != " " }).lowercased() == "rel" else {
            continue
          }
          for name in pair[1].lowercased().split(whereSeparator: { $0 == " " || $0 == "\"" }) {
            targets[String(name)] = targets[String(name)] ?? target
          }
        }
      }
    }
  }

  subscript(relation: String) -> String? { targets[relation] }
}
