import Press

/// How links between our pages are written.
package enum Links: Sendable, Hashable {
  /// Paths from the root of a server.
  case paths
  /// Relative to the file of a page, so that a folder of files works from any host and from a disk.
  case files(from: Address)

  /// The path of a public address: `/presse` of `https://beispiel.de/presse`, nothing of a host.
  package static func root(of base: String) -> String {
    var rest = base[...]
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? ""
  }
}

extension Address {
  /// The page's file in a folder of files; nil for what needs a server: searches, single passages,
  /// feeds of single topics. All names are ours: ids, dates, and hashes of what others chose.
  package var file: String? {
    let root = language == .german ? "" : "\(language.rawValue)/"
    return fileBelowRoot.map { root + $0 }
  }

  private var fileBelowRoot: String? {
    switch place {
    case .front: "index.html"
    case .section(let section): "\(section.slug(in: language)).html"
    case .story(let id): "story/\(Self.fileName(id)).html"
    case .article(let id, _): "article/\(Self.fileName(id)).html"
    case .outlet(let id): "outlet/\(Self.hash(id)).html"
    case .name(let key): "name/\(Self.hash(key)).html"
    case .day(let day): "day/\(day.iso8601).html"
    case .feed(.front, let format): "feed.\(format.rawValue)"
    case .feed(.section(let section), let format):
      "\(section.slug(in: language)).\(format.rawValue)"
    case .sources, .how, .imprint, .privacy, .corrections, .archive:
      "\(pathName).html"
    case .sourceList: "sources.opml"
    case .icon: language == .german ? "icon.svg" : nil
    case .picture(let id, let width):
      language == .german ? "picture/\(Self.fileName(id))-\(width).webp" : nil
    case .passage, .quantity, .search, .feed, .sitemap, .robots, .look, .asset, .card: nil
    }
  }

  /// The word of a page that has one path and no more.
  private var pathName: String { String(Address(place).path.dropFirst()) }

  fileprivate var fragment: String {
    if case .article(_, let anchor?) = place { "#p\(anchor)" } else { "" }
  }

  /// An id of ours as it is; whatever else may have got into one is hashed.
  private static func fileName(_ id: String) -> String {
    let isOurs = id.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
    }
    return isOurs && (1...40).contains(id.utf8.count) ? id : hash(id)
  }

  private static func hash(_ text: String) -> String {
    var hash = FNV1a()
    hash.mix(text.utf8)
    return PathSegment.hex(hash.value)
  }

  /// The way from this page's file to another's, with its fragment; nil where there is no file.
  func relativePath(to other: Address) -> String? {
    // What has no language stands at the root.
    guard let own = file, let target = other.file ?? Address(other.place).file else { return nil }
    let from = own.split(separator: "/").dropLast()
    let to = target.split(separator: "/")
    let common = zip(from, to.dropLast()).prefix { $0 == $1 }.count
    let ups = from.dropFirst(common).map { _ in ".." }
    let rest = to.dropFirst(common).map(String.init)
    return (ups + rest).joined(separator: "/") + other.fragment
  }
}

extension Edition {
  /// Whether a place can be linked to: a folder of files has no search.
  func has(_ place: Address.Place) -> Bool {
    guard case .files = links else { return true }
    // A feed is of no use without the whole addresses of what it tells of.
    if case .feed = place, base.isEmpty { return false }
    return Address(place, in: language).file != nil
  }

  /// The path of a place in this edition.
  func path(_ place: Address.Place) -> String {
    let address = Address(place, in: language)
    guard case .files(let page) = links else { return root + address.path }
    return page.relativePath(to: address) ?? "#"
  }

  /// The path of a place of the reader's desk.
  func path(_ place: DeskAddress.Place) -> String {
    root + DeskAddress(place, in: language).path
  }

  /// The path of a place in the other language, or of any address.
  func path(_ address: Address) -> String { root + address.path }

  /// The whole address of a place, or its path where the public address is not known.
  func url(_ place: Address.Place) -> String {
    let address = Address(place, in: language)
    guard case .files(let page) = links else { return base + address.path }
    guard !base.isEmpty, let file = address.file else {
      return base + (page.relativePath(to: address) ?? "#")
    }
    return "\(base)/\(file)\(address.fragment)"
  }
}
