import Press

/// The little of RFC 3986 that reading a page needs: hosts, and links made absolute.
struct WebAddress: Sendable, Hashable {
  /// `http` or `https`
  var scheme: String
  /// Lower case, with the port where one is said.
  var host: String
  /// Begins with a slash.
  var path: String
  /// With its question mark, empty where there is none.
  var query: String

  var string: String {
    var out = scheme
    out.reserveCapacity(
      out.utf8.count + 3 + host.utf8.count + path.utf8.count + query.utf8.count)
    out += "://"
    out += host
    out += path
    out += query
    return out
  }

  /// The host without port and without a leading `www.`: the outlet's id.
  var outlet: String {
    let bare = host.utf8.prefix { $0 != UInt8(ascii: ":") }
    return String(Substring(bare.starts(with: "www.".utf8) ? bare.dropFirst(4) : bare))
  }

  /// Reads an absolute http or https address; the fragment is left out, as are user and password.
  init?(_ text: String) { self.init(Array(text.utf8)[...]) }

  init?(_ given: ArraySlice<UInt8>) {
    let bytes = Self.trimmed(given.prefix(Self.longest))
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
      let scheme = Self.scheme(bytes[..<colon])
    else { return nil }
    var rest = bytes[(colon + 1)...]
    guard rest.starts(with: "//".utf8) else { return nil }
    rest = rest.dropFirst(2)
    let end = rest.firstIndex {
      $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#")
    }
    var authority = rest[..<(end ?? rest.endIndex)]
    if let at = authority.lastIndex(of: UInt8(ascii: "@")) { authority = authority[(at + 1)...] }
    guard !authority.isEmpty,
      authority.allSatisfy({ $0 > 0x20 && $0 != 0x5C && $0 != 0x22 && $0 != 0x3C && $0 != 0x3E })
    else { return nil }
    self.scheme = scheme
    let isLower = authority.allSatisfy { $0 < 0x80 && $0 &- 0x41 >= 26 }
    let host = String(decoding: authority, as: UTF8.self)
    self.host = isLower ? host : host.lowercased()
    (path, query) = Self.split(end.map { rest[$0...] } ?? [])
  }

  /// Bytes of an address that are looked at.
  private static let longest = 8192

  private static func scheme(_ bytes: ArraySlice<UInt8>) -> String? {
    guard (4...5).contains(bytes.count), zip(bytes, "https".utf8).allSatisfy({ $0 | 0x20 == $1 })
    else { return nil }
    return bytes.count == 4 ? "http" : "https"
  }

  private init(scheme: String, host: String, path: String, query: String) {
    self.scheme = scheme
    self.host = host
    self.path = path
    self.query = query
  }

  /// Another address as a link of this page names it; nil unless it leads to http or https.
  func resolve(_ reference: ArraySlice<UInt8>) -> WebAddress? {
    let bytes = Self.trimmed(reference.prefix(Self.longest))
    guard let first = bytes.first, first != UInt8(ascii: "#") else { return nil }
    if bytes.starts(with: "//".utf8) {
      return WebAddress((Array(scheme.utf8) + [UInt8(ascii: ":")] + bytes)[...])
    }
    let mark = bytes.firstIndex {
      $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?")
    }
    if let mark, bytes[mark] == UInt8(ascii: ":") { return WebAddress(bytes) }
    let (given, query) = Self.split(bytes)
    if first == UInt8(ascii: "?") {
      return WebAddress(scheme: scheme, host: host, path: path, query: query)
    }
    if first == UInt8(ascii: "/") {
      return WebAddress(scheme: scheme, host: host, path: Self.withoutDots(given), query: query)
    }
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "/"
    return WebAddress(
      scheme: scheme, host: host, path: Self.withoutDots(folder + given.dropFirst()), query: query)
  }

  /// What two addresses of one article share: no scheme, no `www.`, no tracking, no last slash.
  static func identity(of address: String) -> String {
    guard let read = WebAddress(address) else { return address }
    var path = read.path
    if path.count > 1, path.hasSuffix("/") { path.removeLast() }
    let kept = read.query.dropFirst().split(separator: "&").filter { !isTracking($0) }.sorted()
    var host = read.host
    if host.hasPrefix("www.") { host.removeFirst(4) }
    return host + path + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
  }

  /// Whether a query's part only tells where the reader came from.
  private static func isTracking(_ part: Substring) -> Bool {
    let name = part.prefix { $0 != "=" }.lowercased()
    return name.hasPrefix("utm_") || name.hasPrefix("wt_") || name.hasPrefix("at_")
      || ["fbclid", "gclid", "ref", "source", "cmpid", "xtor", "mc_cid", "mc_eid", "xing_share"]
        .contains(name)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    // Nearly all addresses are written without.
    if !bytes.contains(where: { $0 <= 0x20 }) { return bytes }
    var rest = bytes.filter { $0 != 9 && $0 != 10 && $0 != 13 }[...]
    while let first = rest.first, first <= 0x20 { rest.removeFirst() }
    while let last = rest.last, last <= 0x20 { rest.removeLast() }
    return rest
  }

  /// Path and query; what cannot stand in an address is percent-encoded.
  private static func split(_ bytes: ArraySlice<UInt8>) -> (path: String, query: String) {
    let end = bytes.firstIndex(of: UInt8(ascii: "#")) ?? bytes.endIndex
    let mark = bytes[..<end].firstIndex(of: UInt8(ascii: "?")) ?? end
    let path = encoded(bytes[..<mark])
    return (path.utf8.first == UInt8(ascii: "/") ? path : "/" + path, encoded(bytes[mark..<end]))
  }

  private static func encoded(_ bytes: ArraySlice<UInt8>) -> String {
    if bytes.allSatisfy(mayStand) { return String(decoding: bytes, as: UTF8.self) }
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in bytes {
      if !mayStand(byte) {
        out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Whether a byte stands in an address as it is.
  private static func mayStand(_ byte: UInt8) -> Bool {
    switch byte {
    case ...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D, 0x7F...: false
    default: true
    }
  }

  private static func withoutDots(_ path: String) -> String {
    var last: UInt8 = 0
    var hasDots = false
    for byte in path.utf8 {
      if byte == UInt8(ascii: "."), last == UInt8(ascii: "/") { hasDots = true }
      last = byte
    }
    return hasDots ? resolvingDots(path) : path
  }

  private static func resolvingDots(_ path: String) -> String {
    var kept: [Substring] = []
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    for part in parts.dropFirst() {
      if part == ".." { _ = kept.popLast() } else if part != "." { kept.append(part) }
    }
    if let last = parts.last, last == "." || last == ".." { kept.append("") }
    return "/" + kept.joined(separator: "/")
  }
}

extension WebAddress {
  /// The last two labels of an absolute link's host; nil for links within the site. That is less
  /// than what an outlet registers under `co.uk` and the like, which is near enough to tell a
  /// stranger by.
  static func domain(of link: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let head = link.prefix(200)
    guard let slash = head.firstIndex(of: UInt8(ascii: "/")), slash + 1 < head.endIndex,
      head[slash + 1] == UInt8(ascii: "/"),
      slash == head.startIndex || head[slash - 1] == UInt8(ascii: ":")
    else { return nil }
    let host = head[(slash + 2)...].prefix {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
        && $0 != UInt8(ascii: ":")
    }
    guard let last = host.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let before = host[..<last].lastIndex(of: UInt8(ascii: "."))
    return host[(before.map { $0 + 1 } ?? host.startIndex)...]
  }

  /// The outlet an address belongs to: its host, whatever the page claims.
  static func outlet(of url: String?, named name: String?) -> Outlet {
    guard let address = url.flatMap({ WebAddress($0) }) else {
      return Outlet(id: "", name: name ?? "")
    }
    return Outlet(
      id: address.outlet, name: name ?? address.outlet,
      home: address.scheme + "://" + address.host + "/")
  }
}
