/// A URL in parts, read by the WHATWG rules (URL Standard), so that what is checked is what a
/// browser, and our client, would connect to.
package struct WebURL: Sendable, Hashable, CustomStringConvertible {
  package enum Path: Sendable, Hashable {
    /// What follows the colon of `mailto:` and its like.
    case opaque(String)
    case segments([String])
  }

  package internal(set) var scheme: String
  package internal(set) var username = ""
  package internal(set) var password = ""
  /// nil where the URL has no authority.
  package internal(set) var host: WebHost?
  /// nil for the scheme's own port.
  package internal(set) var port: UInt16?
  package internal(set) var path: Path = .segments([])
  package internal(set) var query: String?
  package internal(set) var fragment: String?

  /// Reads a URL, relative to another if given; nil where the rules call it a failure.
  package init?(_ text: String, relativeTo base: WebURL? = nil) {
    var reader = URLReader(text, base: base)
    guard let url = reader.read() else { return nil }
    self = url
  }

  init(scheme: String) { self.scheme = scheme }

  /// Schemes with an authority and a port of their own (URL Standard, 4.2).
  static func defaultPort(_ scheme: String) -> UInt16? {
    switch scheme {
    case "http", "ws": 80
    case "https", "wss": 443
    case "ftp": 21
    default: nil
    }
  }

  static func isSpecial(_ scheme: String) -> Bool {
    scheme == "file" || defaultPort(scheme) != nil
  }

  var isSpecial: Bool { Self.isSpecial(scheme) }

  package var isWeb: Bool { scheme == "http" || scheme == "https" }

  /// The port that is connected to.
  package var effectivePort: Int { Int(port ?? Self.defaultPort(scheme) ?? 0) }

  /// Scheme, host and port: what robots.txt and manners are kept by.
  package var origin: String {
    "\(scheme)://\(host?.description ?? "")" + (port.map { ":\($0)" } ?? "")
  }

  /// Path and query as a request line has them.
  package var target: String {
    let path = pathText
    return (path.isEmpty ? "/" : path) + (query.map { "?\($0)" } ?? "")
  }

  /// The same without user name, password and fragment: what may be sent to a server.
  package var bare: WebURL {
    var url = self
    url.username = ""
    url.password = ""
    url.fragment = nil
    return url
  }

  /// The name and password it holds, decoded; nil where it has neither.
  package var login: (name: String, password: String)? {
    guard !username.isEmpty || !password.isEmpty else { return nil }
    func decoded(_ text: String) -> String {
      String(decoding: PercentEncoding.decode(Array(text.utf8)[...]), as: UTF8.self)
    }
    return (decoded(username), decoded(password))
  }

  /// The URL in the stricter spelling of RFC 3986, without credentials and fragment. Our client
  /// reads URLs by that, and would escape every `%` anew if a single one began no escape.
  package var strict: String { origin + PercentEncoding.strict(target) }

  package var pathText: String {
    switch path {
    case .opaque(let text): text
    case .segments(let segments): segments.map { "/\($0)" }.joined()
    }
  }

  /// The URL as text (URL Standard, 4.5).
  package var description: String {
    var text = scheme + ":"
    if let host {
      text += "//"
      if !username.isEmpty || !password.isEmpty {
        text += username + (password.isEmpty ? "" : ":\(password)") + "@"
      }
      text += host.description
      if let port { text += ":\(port)" }
    } else if case .segments(let segments) = path, segments.count > 1, segments[0].isEmpty {
      text += "/."
    }
    text += pathText
    if let query { text += "?\(query)" }
    if let fragment { text += "#\(fragment)" }
    return text
  }
}
