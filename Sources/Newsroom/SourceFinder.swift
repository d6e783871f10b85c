import Feeds
package import Fetching
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
  let fetcher: Fetcher

  package init(library: Library, fetcher: Fetcher) {
    self.library = library
    self.fetcher = fetcher
  }

  /// Adds what an address leads to and returns the sources that are there now because of it.
  ///
  /// - Throws: `FetchError`, `SourceError`, `LibraryError`; each names the address and the remedy.
  package func add(address entered: String, at now: Int64) async throws -> [Source] {
    guard let url = Self.address(entered) else { throw SourceError.notAnAddress(entered) }
    let answer = try await fetcher.fetch(Request(url: url, purpose: .feed))
    if let feed = try? FeedReader.read(
      answer.body, contentType: answer.contentType, url: answer.finalURL)
    {
      let source = Self.source(url: answer.movedPermanentlyTo ?? url, feed: feed)
      _ = try library.add([source], outlets: [Self.outlet(of: source, feed)], at: now)
      return [source]
    }
    for candidate in FeedDiscovery.feeds(inPage: answer.body, url: answer.finalURL).prefix(8) {
      guard let found = try? await fetcher.fetch(Request(url: candidate.url, purpose: .feed)),
        let feed = try? FeedReader.read(
          found.body, contentType: found.contentType, url: found.finalURL)
      else { continue }
      let source = Self.source(url: candidate.url, feed: feed)
      _ = try library.add([source], outlets: [Self.outlet(of: source, feed)], at: now)
      return [source]
    }
    throw SourceError.nothingFound(url)
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
    let sources = subscriptions.compactMap { subscription -> Source? in
      guard let url = Self.address(subscription.url) else { return nil }
      return Source(
        url: url, kind: .feed, outlet: Self.host(of: url), title: subscription.title,
        category: subscription.category.first)
    }
    let outlets = sources.map { Outlet(id: $0.outlet, name: $0.title) }
    return try library.add(sources, outlets: outlets, at: now)
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
