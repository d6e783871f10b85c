import HTTPTypes
import Hummingbird

/// Whether a form came from a page of ours: its origin must be us where it is said, and it must carry
/// the token of its session, or before there is one that of a cookie of its own (THREATS T10).
struct FormGuard {
  let visit: ReaderVisit

  static let cookie = "presseschau_form"

  var isOurs: Bool {
    guard comesFromUs else { return false }
    guard let sent = visit.field("csrf") else { return false }
    guard let secret = isAtEntrance ? Self.secret(of: visit.request) : visit.session else {
      return false
    }
    return Secret.areSame(sent, secret.formToken)
  }

  /// Whoever signs in has no session yet, or one that is about to end.
  private var isAtEntrance: Bool {
    let path = visit.request.uri.path
    return path.hasSuffix("/signin") || path.contains("/welcome/")
  }

  /// Our pages send no referrer, and so browsers say "null" where they send their forms.
  private var comesFromUs: Bool {
    if let name = HTTPField.Name("Sec-Fetch-Site"), let site = visit.request.headers[name],
      site != "same-origin", site != "none"
    {
      return false
    }
    guard let origin = visit.request.headers[.origin], origin != "null" else { return true }
    if !visit.house.settings.base.isEmpty {
      return origin == visit.house.settings.base.origin
    }
    guard let authority = visit.request.head.authority else { return false }
    return origin == "http://\(authority)" || origin == "https://\(authority)"
  }

  /// The secret of a browser that has not signed in.
  static func secret(of request: Request) -> Secret? {
    Credentials.cookie(named: cookie, in: request).map { Secret($0) }
  }
}

extension String {
  /// Scheme, host and port of an address.
  fileprivate var origin: String {
    let parts = split(separator: "/", omittingEmptySubsequences: false)
    return parts.prefix(3).joined(separator: "/")
  }
}

extension ReaderVisit {
  /// A cookie of ours; none is sent to other sites.
  func cookie(_ name: String, _ value: String, lives seconds: Int64) -> String {
    house.cookie(name, value, lives: seconds)
  }
}

extension ReaderHouse {
  /// A cookie of ours; none is sent to other sites.
  func cookie(_ name: String, _ value: String, lives seconds: Int64) -> String {
    let secure = settings.base.hasPrefix("https:") ? "; Secure" : ""
    return "\(name)=\(value); Path=\(settings.root)/; Max-Age=\(seconds); HttpOnly; "
      + "SameSite=Lax\(secure)"
  }
}
