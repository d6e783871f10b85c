import HTTPTypes
import Hummingbird
package import Logging
import NIOCore
import Press
package import Samples
package import ServiceLifecycle

/// Serves the sample press over real HTTP, each outlet on its own loopback address, with
/// conditional GET and packed bytes, as real outlets do.
package struct SampleServers: Sendable {
  package let press: SamplePress

  package init(press: SamplePress) { self.press = press }

  /// One service an outlet.
  package func services(
    logger: Logger, onRunning: @escaping @Sendable (String) async -> Void
  ) -> [any Service] {
    press.outlets.map { outlet in
      let server = Application(
        responder: SampleResponder(press: press, address: outlet.address),
        configuration: .init(address: .hostname(outlet.address, port: press.port)),
        onServerRunning: { _ in await onRunning(outlet.address) }, logger: logger)
      return NamedServer(
        server: server, host: outlet.address, port: press.port, remedy: "--sample-port PORT")
    }
  }
}

/// Answers for one outlet.
struct SampleResponder: HTTPResponder {
  typealias Context = BasicRequestContext

  let press: SamplePress
  let address: String

  func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
    guard request.method == .get || request.method == .head else {
      return Response(status: .methodNotAllowed, headers: [.allow: "GET, HEAD"])
    }
    guard let file = press.file(outlet: address, path: request.uri.path) else {
      return Answer(
        status: .notFound, contentType: "text/plain; charset=utf-8", body: Array("not found".utf8)
      ).response(to: request)
    }
    return Answer(
      contentType: file.contentType, body: file.body, maxAge: 60, lastModified: file.lastModified
    ).response(to: request)
  }
}
