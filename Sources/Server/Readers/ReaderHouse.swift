import Editions
import HTTPTypes
import Hummingbird
import Hypertext
import Newsroom
import Press
import Storage

/// Answers what readers with an account ask for: the desk's pages and the interfaces of reader apps.
struct ReaderHouse: Sendable {
  let library: Library
  let settings: SiteSettings
  let finder: SourceFinder?
  let passwords: PasswordDesk
  let clock: @Sendable () -> Int64

  private static let mostBytes = 6 << 20

  init(
    library: Library, settings: SiteSettings, finder: SourceFinder?,
    clock: @escaping @Sendable () -> Int64
  ) {
    self.library = library
    self.settings = settings
    self.finder = finder
    self.clock = clock
    passwords = PasswordDesk(library: library)
  }

  /// The answer to a request, or nil where the path is none of ours.
  func response(to request: Request, from address: String) async throws -> Response? {
    let target = request.uri.string
    let path = target.prefix { $0 != "?" && $0 != "#" }
    var segments = path.utf8.split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
    ).dropFirst().map { WebForm.decoded($0) }
    var language = EditionLanguage.german
    if segments.first == EditionLanguage.english.rawValue, segments.count > 1 {
      language = .english
      segments.removeFirst()
    }
    if segments.starts(with: ["api", "greader.php"]) { segments.removeFirst(2) }
    let (route, values, allowed) = ReaderRoutes.route(request.method, segments)
    guard let route else {
      guard !allowed.isEmpty else { return nil }
      return ReaderAnswer.text("Method not allowed", status: .methodNotAllowed)
        .with("Allow", Set(allowed.map(\.rawValue)).sorted().joined(separator: ", "))
        .response(to: request)
    }
    do {
      let visit = try await visit(
        request, route, values: values, query: WebForm(target.utf8.drop { $0 != 0x3F }.dropFirst()),
        language: language, from: address)
      return try await route.answer(visit).response(to: request)
    } catch let error as ReaderError {
      let wanted = request.method == .post ? nil : target
      return refusal(error, route.face, language, wanted: wanted).response(to: request)
    }
  }

  private func visit(
    _ request: Request, _ route: ReaderRoute, values: [String: String], query: WebForm,
    language: EditionLanguage, from address: String
  ) async throws -> ReaderVisit {
    let now = clock()
    let body = try await body(of: request)
    let type = request.headers[.contentType] ?? ""
    let isForm = !type.contains("json") && !type.contains("xml") && !type.contains("multipart")
    let form = isForm ? WebForm(body) : WebForm()
    let parts = type.contains("multipart") ? FormData(body, contentType: type) : nil
    let proof = Credentials(request: request, query: query, form: form, face: route.face)
    var account: Account?
    if route.access != .anyone || route.face == .desk {
      account = try await proof.account(in: self, from: address, at: now)
    }
    if route.access != .anyone, account == nil { throw ReaderError.unauthorized }
    if route.access == .operatorOnly, account?.isOperator != true { throw ReaderError.forbidden }
    let visit = ReaderVisit(
      house: self, request: request, account: account,
      session: account == nil ? nil : proof.session, token: proof.token, language: language,
      values: values, query: query, form: form, parts: parts, body: body, now: now,
      address: address)
    if route.face == .desk, request.method == .post, !FormGuard(visit: visit).isOurs {
      throw ReaderError.forbidden
    }
    return visit
  }

  /// What pages of the desk share with the paper.
  func edition(_ language: EditionLanguage, now: Int64) -> Edition {
    let renderer = PageRenderer(library: library, settings: settings)
    return (try? renderer.edition(language, now: now))
      ?? Edition(language: language, now: now, zone: settings.zone, title: settings.title)
  }

  private func body(of request: Request) async throws -> [UInt8] {
    guard request.method != .get, request.method != .head else { return [] }
    do {
      return Array(try await request.body.collect(upTo: Self.mostBytes).readableBytesView)
    } catch {
      throw ReaderError.tooLarge
    }
  }

  private func refusal(
    _ error: ReaderError, _ face: ReaderRoute.Face, _ language: EditionLanguage, wanted: String?
  ) -> ReaderAnswer {
    var answer: ReaderAnswer
    switch face {
    case .googleReader:
      answer = .text(error == .unauthorized ? "Unauthorized" : error.words, status: error.status)
      if error == .unauthorized { answer = answer.with("X-Reader-Google-Bad-Token", "true") }
    case .fever, .miniflux:
      answer = .json(["error_message": .string(error.words)], status: error.status)
      if error == .unauthorized {
        answer = answer.with("WWW-Authenticate", "Basic realm=\"Presseschau\"")
      }
    case .desk:
      if error == .unauthorized {
        return .seeOther(DeskAddress(.signIn(next: wanted), in: language).path)
      }
      answer = .page(
        DeskErrorPage(edition: edition(language, now: clock()), status: error.status.code).html,
        status: error.status)
    }
    if case .barred(let seconds) = error { answer = answer.with("Retry-After", String(seconds)) }
    return answer
  }
}
