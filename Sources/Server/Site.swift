package import Editions
import HTTPTypes
package import Hummingbird
import Logging
package import Newsroom
import Press
package import Storage
import Synchronization

/// What an operator decides about the site.
package struct SiteSettings: Sendable {
  /// The paper's name.
  package var title = "Presseschau"
  /// A line on every page, such as "Musterausgabe".
  package var notice: String?
  package var zone = PressZone.berlin
  /// The public address without a slash at its end; empty on loopback.
  package var base = ""
  /// The path of the public address, which all our paths begin with out there; mostly nothing.
  package var root: String { Links.root(of: base) }
  /// Whether strangers read it: then each source's rights decide what is shown.
  package var isPublic = false
  package var packs: [StarterPack] = []
  /// Proxies whose word about a client's address is believed.
  package var proxies = TrustedProxies()
  /// The field in which a trusted proxy says who has signed in; nil where none does.
  package var userHeader: String?
  package var metrics = MetricsAudience.local
  /// Searches and requests to the JSON interface a minute from one address.
  package var searchRate = 240
  /// Where those who want to be called when a feed has news ask for it; nil where the web cannot
  /// reach this paper.
  package var hub: String?
  /// Draws what other sites show beside links to stories; nil where it cannot be drawn.
  package var cards: CardMaker?
  /// A secret of this process that our own forms carry.
  package var formToken: String

  package init(formToken: String) { self.formToken = formToken }
}

/// Answers every request: from the shelf, else laid out now.
package struct Site: HTTPResponder {
  package typealias Context = SiteContext

  let library: Library
  private let settings: SiteSettings
  let shelf: Shelf
  let renderer: PageRenderer
  private let forms: SourceForms?
  private let readers: ReaderHouse
  private let hubs: HubResponder?
  private let ownHub: OwnHub?
  let api: API
  private let operations: Operations
  private let admission: Admission
  private let tally = RequestTally()
  let clock: @Sendable () -> Int64

  /// - Parameters:
  ///   - finder: adds sources for the forms; nil where readers may not.
  ///   - hubs: takes what hubs bring; nil where none can reach us.
  ///   - ownHub: lets others be called by us; `settings.hub` is its address.
  package init(
    library: Library, settings: SiteSettings, shelf: Shelf, finder: SourceFinder?,
    hubs: HubDesk? = nil, ownHub: OwnHub? = nil, clock: @escaping @Sendable () -> Int64
  ) {
    self.hubs = hubs.map(HubResponder.init)
    self.ownHub = ownHub
    self.library = library
    self.settings = settings
    self.shelf = shelf
    self.clock = clock
    renderer = PageRenderer(library: library, settings: settings)
    readers = ReaderHouse(library: library, settings: settings, finder: finder, clock: clock)
    api = API(library: library, settings: settings, shelf: shelf)
    operations = Operations(
      library: library, shelf: shelf, audience: settings.metrics, tally: tally,
      startedAt: clock())
    admission = Admission(perMinute: settings.searchRate)
    forms = finder.map {
      SourceForms(finder: $0, library: library, token: settings.formToken, clock: clock)
    }
  }

  package func respond(to request: Request, context: SiteContext) async throws -> Response {
    let request = request.below(settings.root)
    let now = clock()
    tally.requests.add(1, ordering: .relaxed)
    let target = request.uri.string
    if let answer = await hubs?.response(to: request, now: now) { return answer }
    if let answer = await ownHub?.response(to: request) { return answer }
    let address = Address(target)
    let language = address?.language ?? (target.hasPrefix("/en/") ? .english : .german)
    let response: Response
    do {
      if let early = try early(request, context, language, now: now) {
        response = early
      } else if let desk = try await readers.response(
        to: request, from: settings.proxies.client(context.remoteAddress, request.headers),
        user: settings.proxies.user(
          settings.userHeader, context.remoteAddress, request.headers))
      {
        response = desk
      } else {
        response = try await page(request, address, language, now: now)
      }
    } catch {
      context.logger.error("\(error)", metadata: ["path": "\(request.uri.path)"])
      response = renderer.error(.internalServerError, language, now: now).response(to: request)
    }
    if response.status.kind == .serverError { tally.errors.add(1, ordering: .relaxed) }
    return response
  }

  /// What is answered before pages are: figures of operation, the JSON interface, and refusals of
  /// those who ask too often.
  private func early(
    _ request: Request, _ context: SiteContext, _ language: EditionLanguage, now: Int64
  ) throws -> Response? {
    if let answer = operations.answer(request, context, now: now) {
      return answer.response(to: request)
    }
    if API.isCounted(request) {
      let client: String
      do {
        client =
          try api.device(of: request, now: now)
          ?? settings.proxies.client(context.remoteAddress, request.headers)
      } catch let problem as APIProblem {
        return API.answer(problem).response(to: request)
      }
      if let wait = admission.wait(client, now: now) {
        tally.refused.add(1, ordering: .relaxed)
        return refusal(request, language, wait: wait, now: now)
      }
    }
    return try api.response(to: request, now: now)
  }

  private func refusal(
    _ request: Request, _ language: EditionLanguage, wait: Int, now: Int64
  ) -> Response {
    let problem = APIProblem(
      status: 429, code: "too_many_requests", message: "Ask again in \(wait) seconds.")
    let answer =
      request.uri.path.hasPrefix(APIRoute.root)
      ? API.answer(problem) : renderer.error(.tooManyRequests, language, now: now)
    var response = answer.response(to: request)
    response.headers[.retryAfter] = String(wait)
    return response
  }

  private func page(
    _ request: Request, _ address: Address?, _ language: EditionLanguage, now: Int64
  ) async throws -> Response {
    switch request.method {
    case .get, .head:
      if case .card(let id) = address?.place {
        do {
          if let card = try await card(id, language, now: now) {
            return card.response(to: request)
          }
        } catch is CardMaker.Busy {
          return renderer.error(.serviceUnavailable, language, now: now).response(to: request)
        }
      }
      let look = ReaderLook(of: request)
      guard let address,
        let answer = try answer(address, look, Codings(of: request), now: now)
      else {
        return renderer.error(.notFound, language, now: now).response(to: request)
      }
      return answer.response(to: request)
    case .post where address?.place == .look:
      return try await LookForm(settings: settings, renderer: renderer)
        .response(to: request, language, now: now)
    case .post where address?.place == .sources:
      return try await changeSources(request, language, now: now)
    default:
      var response = renderer.error(.methodNotAllowed, language, now: now).response(to: request)
      let hasForm = address?.place == .sources || address?.place == .look
      response.headers[.allow] = hasForm ? "GET, HEAD, POST" : "GET, HEAD"
      return response
    }
  }

  private func answer(
    _ address: Address, _ look: ReaderLook, _ codings: Codings, now: Int64
  ) throws -> Answer? {
    let care = Answer.Care.quickly(codings)
    switch address.place {
    case .search, .look:
      return try renderer.page(at: address, now: now, look: look, care: care)?.answer
    default: break
    }
    struct Missing: Error {}
    do {
      return try shelf.answer(for: Self.shelfKey(address, look), codings, now: now) {
        guard
          let made = try renderer.page(at: address, now: now, look: look, care: care)
        else {
          throw Missing()
        }
        return made
      }
    } catch is Missing {
      return nil
    }
  }

  private func changeSources(_ request: Request, _ language: EditionLanguage, now: Int64)
    async throws -> Response
  {
    guard let forms, forms.isOurs(request) else {
      return renderer.error(.forbidden, language, now: now).response(to: request)
    }
    let outcome = try await forms.carryOut(request)
    shelf.note(try library.changes(after: shelf.seen))
    let page = try renderer.sourcesPage(
      renderer.edition(language, now: now), csrf: settings.formToken, notice: outcome.notice,
      editing: outcome.editing)
    var status = HTTPResponse.Status.ok
    if case .failed = outcome.notice { status = .unprocessableContent }
    return renderer.html(page.html, status: status, maxAge: nil).response(to: request)
  }
}

extension Site {
  /// Whether the path of a public address is also one of the paper's own, so that nobody could tell
  /// what is meant.
  package static func hasPlace(below base: String) -> Bool {
    guard let first = Links.root(of: base).split(separator: "/").first.map(String.init) else {
      return false
    }
    let others = ["api", "en", "health", "metrics", "websub", "hub", "picture", "passage"]
    return others.contains(first) || ReaderRoutes.roots.contains(first)
      || ["/\(first)", "/en/\(first)", "/\(first)/a", "/\(first)/2026-11-30"].contains {
        Address($0) != nil
      }
  }
}

extension Request {
  /// The request as it is below a root; a proxy may have left the root away already.
  fileprivate func below(_ root: String) -> Request {
    guard !root.isEmpty, let path = head.path, path.hasPrefix(root) else { return self }
    let rest = path.dropFirst(root.count)
    guard rest.first.map({ $0 == "/" || $0 == "?" }) ?? true else { return self }
    var head = head
    head.path = rest.first == "/" ? String(rest) : "/\(rest)"
    return Request(head: head, body: body)
  }
}
