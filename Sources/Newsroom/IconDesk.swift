import Fetching
import Markup
import Press
import Storage

/// Brings the icons of outlets home, for reader apps that show them: the one client asks, once a
/// month; readers never ask the outlet.
package struct IconDesk: Sendable {
  let library: Library
  let fetcher: Fetcher
  let maker: PictureMaker

  private static let month: Int64 = 30 * 86_400

  /// Works with what those use who bring the pictures.
  package init(beside pictures: PictureDesk) {
    library = pictures.library
    fetcher = pictures.fetcher
    maker = pictures.maker
  }

  /// Asks for the icons that are due; returns how many came.
  ///
  /// - Throws: `LibraryError` only.
  package func run(now: Int64) async throws -> Int {
    var count = 0
    for (outlet, address) in try library.outletsWithoutIcon(since: now - Self.month, limit: 20) {
      let icon = await icon(of: address)
      if Task.isCancelled { return count }
      try library.keep(icon: icon, of: outlet, at: now)
      if icon != nil { count += 1 }
    }
    return count
  }

  /// The best icon the home page names, else the one at the usual place.
  private func icon(of address: String) async -> [UInt8]? {
    guard let home = WebURL(address).flatMap({ WebURL("/", relativeTo: $0) }) else { return nil }
    var candidates: [String] = []
    if let page = try? await fetcher.fetch(Request(url: home.description, purpose: .page)) {
      candidates = Self.icons(inPage: page.body, url: page.finalURL)
    }
    if let usual = WebURL("/favicon.ico", relativeTo: home) { candidates.append(usual.description) }
    for candidate in candidates.prefix(3) {
      guard !Task.isCancelled,
        let answer = try? await fetcher.fetch(Request(url: candidate, purpose: .picture)),
        let icon = try? await maker.icon(of: IconFile.largestPNG(in: answer.body) ?? answer.body)
      else { continue }
      return icon
    }
    return nil
  }

  /// The icons a page names, the best for 64 pixels first (HTML, section 4.6.7.8).
  static func icons(inPage html: [UInt8], url: String) -> [String] {
    let tree = Tree(html: html)
    guard var base = WebURL(url) else { return [] }
    if let element = tree.first(.base), let href = tree.attribute(element, "href"),
      let own = WebURL(href, relativeTo: base)
    {
      base = own
    }
    var found: [(address: String, rank: Int)] = []
    for link in tree.elements(.link) {
      let names = (tree.attribute(link, "rel") ?? "").lowercased().split(separator: " ")
      let isTouch = names.contains("apple-touch-icon")
      guard names.contains("icon") || isTouch,
        let href = tree.attribute(link, "href"), let target = WebURL(href, relativeTo: base),
        target.isWeb, !target.target.lowercased().hasSuffix(".svg")
      else { continue }
      let size =
        tree.attribute(link, "sizes")?.lowercased().split(separator: "x").first.flatMap { Int($0) }
        ?? (isTouch ? 180 : 16)
      // Large enough, and no larger than that.
      found.append((target.description, size >= 64 ? size : 10_000 - size))
    }
    return found.sorted { $0.rank < $1.rank }.map(\.address)
  }
}

/// Windows' file of icons, as far as it holds PNG files.
enum IconFile {
  /// The largest PNG in an ICO file; nil where there is none.
  static func largestPNG(in bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count > 22, bytes.starts(with: [0, 0, 1, 0]) else { return nil }
    func number(_ at: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }
    var best: ArraySlice<UInt8> = []
    for index in 0..<min(number(4, 2), 32) {
      let entry = 6 + 16 * index
      guard entry + 16 <= bytes.count else { break }
      let (length, start) = (number(entry + 8, 4), number(entry + 12, 4))
      guard start < bytes.count, length <= bytes.count - start, length > best.count else {
        continue
      }
      let content = bytes[start..<(start + length)]
      if PictureKind(Array(content.prefix(16))) == .png { best = content }
    }
    return best.isEmpty ? nil : Array(best)
  }
}
