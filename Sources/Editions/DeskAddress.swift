import Press

/// A place of the reader's desk and the path that leads there.
package struct DeskAddress: Sendable, Hashable {
  /// Which entries a list shows.
  package enum View: Sendable, Hashable {
    case unread, starred, followed, notices, history
    case folder(Int64)
    case feed(Int64)
    case search(String)
  }

  package enum Place: Sendable, Hashable {
    /// A list, an entry opened beside it, with read entries or without, from a place on.
    case list(View, item: Int64? = nil, all: Bool = false, from: String? = nil)
    case subscriptions, rules, devices, settings, accounts
    /// What the library holds, what is read next, what fails.
    case house
    /// Stories that can be mended, or one.
    case stories(String?)
    case signIn(next: String?)
    case welcome(token: String)
    /// Where forms of lists go.
    case act
    case signOut, password, removal, export, opml
    case script
  }

  package var place: Place
  package var language: EditionLanguage

  package init(_ place: Place, in language: EditionLanguage) {
    self.place = place
    self.language = language
  }

  package var path: String {
    let root = language == .german ? "" : "/\(language.rawValue)"
    return root + below
  }

  private var below: String {
    switch place {
    case .list(let view, let item, let all, let from):
      Self.path(of: view)
        + Self.query([
          ("q", view.query), ("all", all ? "1" : nil), ("from", from),
          ("item", item.map(String.init)),
        ])
    case .subscriptions: "/desk/subscriptions"
    case .rules: "/desk/rules"
    case .devices: "/desk/devices"
    case .settings: "/desk/settings"
    case .accounts: "/desk/accounts"
    case .house: "/desk/house"
    case .stories(let id): "/desk/stories" + (id.map { "/\(PathSegment.encoded($0))" } ?? "")
    case .signIn(let next): "/signin" + Self.query([("next", next)])
    case .welcome(let token): "/welcome/\(PathSegment.encoded(token))"
    case .act: "/desk/act"
    case .signOut: "/signout"
    case .password: "/desk/password"
    case .removal: "/desk/removal"
    case .export: "/desk/export.json"
    case .opml: "/desk/subscriptions.opml"
    case .script: "/desk/desk.js"
    }
  }

  private static func path(of view: View) -> String {
    switch view {
    case .unread: "/desk"
    case .starred: "/desk/starred"
    case .followed: "/desk/followed"
    case .notices: "/desk/notices"
    case .history: "/desk/history"
    case .folder(let id): "/desk/folder/\(id)"
    case .feed(let id): "/desk/feed/\(id)"
    case .search: "/desk/search"
    }
  }

  private static func query(_ fields: [(String, String?)]) -> String {
    let set = fields.compactMap { name, value in
      value.flatMap { $0.isEmpty ? nil : "\(name)=\(PathSegment.encoded($0))" }
    }
    return set.isEmpty ? "" : "?" + set.joined(separator: "&")
  }

  /// Whether a path may be led to after a form: one of ours, as a browser would read it. What begins
  /// with two slashes, or holds a backslash or a control, could lead elsewhere (WHATWG URL § 4.4).
  package static func isOurs(_ path: String) -> Bool {
    let bytes = Array(path.utf8)
    guard bytes.first == UInt8(ascii: "/"), bytes.count <= 2_000 else { return false }
    if bytes.count > 1, bytes[1] == UInt8(ascii: "/") { return false }
    return bytes.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
  }
}

extension DeskAddress.View {
  fileprivate var query: String? {
    if case .search(let words) = self { words } else { nil }
  }
}
