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
  /// - Parameter user: who has signed in at a proxy of ours.
  func response(to request: Request, from address: String, user: String?) async throws -> Response?
  {
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
      var entrance: (request: Request, cookie: String)?
      if let user, route.face == .desk { entrance = try self.entrance(of: user, request) }
      let visit = try await visit(
        entrance?.request ?? request, route, values: values,
        query: WebForm(target.utf8.drop { $0 != 0x3F }.dropFirst()), language: language,
        from: address)
      var answer = try await route.answer(visit)
      if let cookie = entrance?.cookie { answer = answer.with("Set-Cookie", cookie) }
      return answered(answer, request)
    } catch let error as ReaderError {
      let wanted = request.method == .post ? nil : target
      return answered(refusal(error, route.face, language, wanted: wanted), request)
    }
  }

  /// Redirections go to where the paper is out there.
  private func answered(_ answer: ReaderAnswer, _ request: Request) -> Response {
    var answer = answer
    let root = settings.root
    if let path = answer.fields[.location], path.hasPrefix("/"), !path.hasPrefix(root + "/") {
      answer.fields[.location] = root + path
    }
    return answer.response(to: request)
  }

  /// The session of somebody who has signed in at a proxy of ours; nil where the browser has it
  /// already. Who comes for the first time gets an account, without a password and without rights.
  private func entrance(of user: String, _ request: Request) throws -> (
    request: Request, cookie: String
  )? {
    let now = clock()
    guard let name = AccountName(user) else { return nil }
    if let secret = Credentials.cookie(named: Credentials.cookie, in: request),
      let known = try library.account(ofSession: Secret(secret).hash, at: now),
      known.name.lowercased() == name.text.lowercased()
    {
      return nil
    }
    guard
      let account = try library.credentials(of: name.text)?.account
        ?? library.addAccount(name: name.text, password: "", isOperator: false, at: now)
    else { return nil }
    let secret = Secret()
    try library.addSession(
      secret.hash, of: account.id,
      agent: String((request.headers[.userAgent] ?? "").prefix(200)), at: now)
    var head = request.head
    head.headerFields[.cookie] =
      ["\(Credentials.cookie)=\(secret.text)", head.headerFields[.cookie]].compactMap(\.self)
      .joined(separator: "; ")
    return (
      Request(head: head, body: request.body),
      cookie(Credentials.cookie, secret.text, lives: 60 * 86_400)
    )
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
