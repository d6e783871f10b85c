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
  package typealias Context = SiteContext

  private let library: Library
  private let settings: SiteSettings
  private let shelf: Shelf
  private let renderer: PageRenderer
  private let forms: SourceForms?
  private let readers: ReaderHouse
  private let clock: @Sendable () -> Int64

  /// - Parameter finder: adds sources for the forms; nil where readers may not.
  package init(
    library: Library, settings: SiteSettings, shelf: Shelf, finder: SourceFinder?,
    clock: @escaping @Sendable () -> Int64
  ) {
    self.library = library
    self.settings = settings
    self.shelf = shelf
    self.clock = clock
    renderer = PageRenderer(library: library, settings: settings)
    readers = ReaderHouse(library: library, settings: settings, finder: finder, clock: clock)
    forms = finder.map {
      SourceForms(finder: $0, library: library, token: settings.formToken, clock: clock)
    }
  }

  package func respond(to request: Request, context: SiteContext) async throws -> Response {
    let now = clock()
    let target = request.uri.string
    let address = Address(target)
    let language = address?.language ?? (target.hasPrefix("/en/") ? .english : .german)
    do {
      let peer = context.remoteAddress?.ipAddress ?? ""
      if let response = try await readers.response(to: request, from: peer) { return response }
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
    let notice = try await forms.carryOut(request)
    shelf.note(try library.changes(after: shelf.seen))
    let page = try renderer.sourcesPage(
      renderer.edition(language, now: now), csrf: settings.formToken, notice: notice)
    var status = HTTPResponse.Status.ok
    if case .failed = notice { status = .unprocessableContent }
    return renderer.html(page.html, status: status, maxAge: nil).response(to: request)
  }
}
