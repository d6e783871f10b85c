package import Editions
import HTTPTypes
package import Hummingbird
import Logging
package import Newsroom
import Press
package import Storage

/// What an operator decides about the site.
package struct SiteSettings: Sendable {
  /// The paper's name.
  package var title = "Presseschau"
  /// A line on every page, such as "Musterausgabe".
  package var notice: String?
  package var zone = PressZone.berlin
  /// The public address without a slash at its end; empty on loopback.
  package var base = ""
  /// Whether strangers read it: then each source's rights decide what is shown.
  package var isPublic = false
  package var packs: [StarterPack] = []
  /// A secret of this process that our own forms carry.
  package var formToken: String

  package init(formToken: String) { self.formToken = formToken }
}

/// Answers every request: from the shelf, else laid out now.
package struct Site: HTTPResponder {
  package typealias Context = BasicRequestContext

  private let library: Library
  private let settings: SiteSettings
  private let shelf: Shelf
  private let renderer: PageRenderer
  private let forms: SourceForms?
  private let clock: @Sendable () -> Int64
  private let hubs: HubResponder?

  /// - Parameters:
  ///   - finder: adds sources for the forms; nil where readers may not.
  ///   - hubs: takes what hubs bring; nil where none can reach us.
  package init(
    library: Library, settings: SiteSettings, shelf: Shelf, finder: SourceFinder?,
    hubs: HubDesk? = nil, clock: @escaping @Sendable () -> Int64
  ) {
    self.hubs = hubs.map(HubResponder.init)
    self.library = library
    self.settings = settings
    self.shelf = shelf
    self.clock = clock
    renderer = PageRenderer(library: library, settings: settings)
    forms = finder.map {
      SourceForms(finder: $0, library: library, token: settings.formToken, clock: clock)
    }
  }

  package func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
    let now = clock()
    let target = request.uri.string
    if let answer = await hubs?.response(to: request, now: now) { return answer }
    let address = Address(target)
    let language = address?.language ?? (target.hasPrefix("/en/") ? .english : .german)
    do {
      switch request.method {
      case .get, .head:
        guard let address, let answer = try answer(address, target: target, now: now) else {
          return renderer.error(.notFound, language, now: now).response(to: request)
        }
        return answer.response(to: request)
      case .post where address?.place == .sources:
        return try await changeSources(request, language, now: now)
      default:
        var response = renderer.error(.methodNotAllowed, language, now: now)
          .response(to: request)
        response.headers[.allow] = address?.place == .sources ? "GET, HEAD, POST" : "GET, HEAD"
        return response
      }
    } catch {
      context.logger.error("\(target): \(error)")
      return renderer.error(.internalServerError, language, now: now).response(to: request)
    }
  }

  private func answer(_ address: Address, target: String, now: Int64) throws -> Answer? {
    if case .search = address.place {
      return try renderer.page(at: address, now: now)?.answer
    }
    struct Missing: Error {}
    do {
      return try shelf.answer(for: address.path, now: now) {
        guard let made = try renderer.page(at: address, now: now) else { throw Missing() }
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
