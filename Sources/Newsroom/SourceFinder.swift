import Feeds
package import Fetching
import Markup
package import Press
package import Storage

/// What keeps a source from being added.
package enum SourceError: Error, Equatable, CustomStringConvertible {
  case notAnAddress(String)
  case nothingFound(String)
  case noSuchPack(String, known: [String])
  case emptyList

  package var description: String {
    switch self {
    case .notAnAddress(let text):
      "\(text): this is not the address of a web page or feed. Enter one such as https://example.org."
    case .nothingFound(let url):
      "\(url): neither a feed nor a page that names one was found. Look for “RSS” or “Feed” on the outlet's pages and enter that address."
    case .noSuchPack(let name, let known):
      "\(name): there is no such starter pack. Choose one of \(known.joined(separator: ", "))."
    case .emptyList:
      "The file names no feeds. Export an OPML file from your reader and choose that."
    }
  }
}

/// Finds the sources behind what people enter: a feed, a home page, an OPML file, a starter pack.
package struct SourceFinder: Sendable {
  let library: Library
  package let fetcher: Fetcher

  package init(library: Library, fetcher: Fetcher) {
    self.library = library
    self.fetcher = fetcher
  }

  /// Adds what an address leads to: a feed, a sitemap, a list of feeds, the feeds or sitemap of a
  /// home page, else the page itself. Returns what was found there.
  ///
  /// - Throws: `FetchError`, `SourceError`, `LibraryError`; each names the address and the remedy.
  package func add(address entered: String, at now: Int64) async throws -> [Source] {
    let (found, access) = try await find(address: entered, at: now)
    for source in found {
      if let access { try library.set(access, of: source.url) }
    }
    return found
  }

  private func find(address entered: String, at now: Int64) async throws
    -> (sources: [Source], access: SourceAccess?)
  {
    guard let whole = Self.address(entered) else { throw SourceError.notAnAddress(entered) }
    let (url, access) = Self.withoutLogin(whole)
    let asked = Source(url: url, kind: .feed, outlet: Self.host(of: url), title: url)
    let answer = try await fetcher.fetch(
      Request(url: url, headers: access?.fields(for: url, of: asked) ?? [], purpose: .feed))
    let place = answer.movedPermanentlyTo ?? url
    if let source = try found(answer, at: place, now: now) { return ([source], access) }
    if let list = try? OPML.read(answer.body), !list.isEmpty {
      let sources = Self.sources(list)
      _ = try keep(sources, at: now)
      return (sources, nil)
    }
    if let source = try await feedNamed(by: answer, now: now) { return ([source], access) }
    if let source = try await sitemap(of: answer, now: now) { return ([source], access) }
    guard !PageLinks.entries(in: answer.body, url: answer.finalURL).isEmpty else {
      throw SourceError.nothingFound(url)
    }
    let source = Source(
      url: place, kind: .page, outlet: Self.host(of: place), title: Self.title(of: answer) ?? place)
    _ = try keep([source], at: now)
    return ([source], access)
  }

  /// A feed or a sitemap with pages, where an answer is one.
  private func found(_ answer: Response, at url: String, now: Int64) throws -> Source? {
    if let feed = try? FeedReader.read(
      answer.body, contentType: answer.contentType, url: answer.finalURL)
    {
      let source = Self.source(url: url, feed: feed)
      _ = try library.add([source], outlets: [Self.outlet(of: source, feed)], at: now)
      return source
    }
    guard let sitemap = try? SitemapReader.read(answer.body), Self.isXML(answer.body) else {
      return nil
    }
    if case .urls(let pages) = sitemap, pages.isEmpty { return nil }
    let host = Self.host(of: url)
    let source = Source(url: url, kind: .sitemap, outlet: host, title: host)
    _ = try keep([source], at: now)
    return source
  }

  private func feedNamed(by page: Response, now: Int64) async throws -> Source? {
    for candidate in FeedDiscovery.feeds(inPage: page.body, url: page.finalURL).prefix(10) {
      guard let answer = try? await fetcher.fetch(Request(url: candidate.url, purpose: .feed)),
        let feed = try? FeedReader.read(
          answer.body, contentType: answer.contentType, url: answer.finalURL)
      else { continue }
      let source = Self.source(url: answer.movedPermanentlyTo ?? candidate.url, feed: feed)
      _ = try library.add([source], outlets: [Self.outlet(of: source, feed)], at: now)
      return source
    }
    return nil
  }

  /// The news sitemap, else the sitemap, that the host's robots.txt names.
  private func sitemap(of page: Response, now: Int64) async throws -> Source? {
    guard let home = WebURL(page.finalURL),
      let robots = try? await fetcher.fetch(
        Request(url: home.origin + "/robots.txt", purpose: .robots))
    else { return nil }
    let named = Robots(robots.body).sitemaps.filter {
      Self.host(of: $0) == Self.host(of: page.finalURL)
    }
    let order = named.filter { $0.contains("news") } + named.filter { !$0.contains("news") }
    for url in order.prefix(3) {
      guard let answer = try? await fetcher.fetch(Request(url: url, purpose: .sitemap)) else {
        continue
      }
      if let source = try found(answer, at: url, now: now) { return source }
    }
    return nil
  }

  /// Adds the feeds an OPML file lists; returns how many are new. They are first asked later.
  package func add(opml bytes: [UInt8], at now: Int64) async throws -> Int {
    let subscriptions = try OPML.read(bytes)
    if subscriptions.isEmpty { throw SourceError.emptyList }
    return try add(subscriptions, at: now)
  }

  /// Adds the feeds of one of our starter packs; returns how many are new.
  package func add(pack name: String, at now: Int64) async throws -> Int {
    guard let pack = SourcePack.all.first(where: { $0.name == name }) else {
      throw SourceError.noSuchPack(name, known: SourcePack.all.map(\.name))
    }
    return try add(pack.subscriptions, at: now)
  }

  private func add(_ subscriptions: [OPML.Subscription], at now: Int64) throws -> Int {
    try keep(Self.sources(subscriptions), at: now)
  }

  private func keep(_ sources: [Source], at now: Int64) throws -> Int {
    let outlets = sources.map { Outlet(id: $0.outlet, name: $0.title) }
    return try library.add(sources, outlets: outlets, at: now)
  }

  private static func sources(_ subscriptions: [OPML.Subscription]) -> [Source] {
    subscriptions.compactMap { subscription in
      guard let whole = Self.address(subscription.url) else { return nil }
      let url = withoutLogin(whole).url
      return Source(
        url: url, kind: .feed, outlet: host(of: url), title: subscription.title,
        category: subscription.category.first)
    }
  }

  /// An address without the name and password some people write into it: they are kept apart, where
  /// no list and no message shows them.
  static func withoutLogin(_ url: String) -> (url: String, access: SourceAccess?) {
    guard let parsed = WebURL(url), let login = parsed.login else { return (url, nil) }
    let access = SourceAccess(login: login.name, password: login.password)
    return (parsed.bare.description, access)
  }

  private static func isXML(_ bytes: [UInt8]) -> Bool {
    bytes.first { $0 > 0x20 && $0 < 0x80 } == UInt8(ascii: "<")
  }

  /// What a page calls itself.
  private static func title(of page: Response) -> String? {
    let html = Encodings.utf8(from: page.body, contentType: page.contentType).bytes
    let tree = Tree(html: Array(html.prefix(1 << 20)))
    let title = tree.first(.title).map { tree.text(below: $0) } ?? ""
    let words = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? nil : words
  }

  static func source(url: String, feed: Feed) -> Source {
    Source(
      url: url, kind: .feed, outlet: host(of: url), title: feed.title.isEmpty ? url : feed.title)
  }

  static func outlet(of source: Source, _ feed: Feed) -> Outlet {
    Outlet(id: source.outlet, name: source.title, home: feed.home, language: feed.language)
  }

  /// An address as people type it, made whole; nil where it is none.
  static func address(_ entered: String) -> String? {
    // Some programs put `feed:` before an address.
    let entered = entered.hasPrefix("feed:http") ? String(entered.dropFirst(5)) : entered
    let text = entered.contains("://") ? entered : "https://" + entered
    guard let mark = text.firstRange(of: "://"),
      ["http", "https"].contains(text[..<mark.lowerBound].lowercased()),
      text[mark.upperBound...].contains(where: { $0 == "." || $0 == ":" }),
      !text.utf8.contains(where: { $0 <= 0x20 })
    else { return nil }
    return text
  }

  /// The host without `www.`, by which an outlet is known.
  package static func host(of url: String) -> Outlet.ID {
    let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
    let authority = rest.prefix { !"/?#".contains($0) }
    let host = authority.split(separator: "@").last ?? authority
    let isLiteral = host.hasPrefix("[")
    let name = (isLiteral ? host.prefix { $0 != "]" } + "]" : host.prefix { $0 != ":" })
      .lowercased()
    return name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
  }
}
