import Editions
import HTTPTypes
import Hummingbird

/// Keeps how a reader wants the paper to look: in a cookie of the reader's, nowhere else.
struct LookForm: Sendable {
  let settings: SiteSettings
  let renderer: PageRenderer

  private static let mostBytes = 2_048
  private static let year = 365 * 86_400
  static let cookie = "look"

  func response(to request: Request, _ language: EditionLanguage, now: Int64) async throws
    -> Response
  {
    guard let body = try? await request.body.collect(upTo: Self.mostBytes) else {
      return renderer.error(.contentTooLarge, language, now: now).response(to: request)
    }
    let form = WebForm(Array(body.readableBytesView))
    guard isOurs(request), form.text("csrf") == settings.formToken else {
      return renderer.error(.forbidden, language, now: now).response(to: request)
    }
    var look = ReaderLook()
    for row in ReaderLook.Row.allCases {
      if let choice = form.text(row.rawValue).flatMap({ Int($0) }) { look[row] = choice }
    }
    look.hasScript = form.text("k") != nil
    var edition = try renderer.edition(language, now: now)
    edition.look = look
    var response = renderer.html(
      LookPage(edition: edition, csrf: settings.formToken, isKept: true).html, maxAge: nil
    ).response(to: request)
    let isSecure = settings.base.hasPrefix("https:")
    response.headers[.setCookie] =
      "\(Self.cookie)=\(look.code); Path=\(settings.root)/; Max-Age=\(look.isStandard ? 0 : Self.year)"
      + "; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
    // Without the script its worker goes, too.
    if !look.hasScript, let name = HTTPField.Name("Clear-Site-Data") {
      response.headers[name] = "\"storage\""
    }
    return response
  }

  /// Browsers say where a form comes from; another site's is not taken (THREATS T10).
  private func isOurs(_ request: Request) -> Bool {
    guard let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name] else {
      return true
    }
    return site == "same-origin" || site == "none"
  }
}

extension ReaderLook {
  /// What a request's cookie says.
  init(of request: Request) {
    self.init(code: Credentials.cookie(named: LookForm.cookie, in: request) ?? "")
  }
}

extension Address {
  /// Whether it leads to a page, which has a look.
  var isPage: Bool {
    switch place {
    case .picture, .card, .asset, .feed, .sourceList, .sitemap, .robots, .icon: false
    default: true
    }
  }
}
