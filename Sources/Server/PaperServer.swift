import Hummingbird
package import Logging
import NIOCore
package import ServiceLifecycle
package import Storage

/// Why a server does not start.
package struct ServerError: Error, CustomStringConvertible {
  package enum Reason: Sendable { case portInUse, notAllowed, noSuchAddress }

  package var host: String
  package var port: Int
  package var reason: Reason
  /// What to write instead on the command line, such as `--listen 127.0.0.1:8090`.
  package var remedy: String

  package var description: String {
    switch reason {
    case .portInUse:
      "\(host):\(port): the port is in use by another program. End it, or choose another with \(remedy)."
    case .notAllowed:
      "\(host):\(port): ports below 1024 need root. Choose another with \(remedy)."
    case .noSuchAddress:
      "\(host): this machine has no such address. Choose one of its own with \(remedy)."
    }
  }

  /// What a failed bind means; nil where it means something else.
  init?(_ error: any Error, host: String, port: Int, remedy: String) {
    guard let error = error as? IOError else { return nil }
    switch error.errnoCode {
    case 98: reason = .portInUse
    case 13: reason = .notAllowed
    case 99: reason = .noSuchAddress
    default: return nil
    }
    self.host = host
    self.port = port
    self.remedy = remedy
  }
}

/// A server as a service that says in words why it does not start.
struct NamedServer: Service {
  let server: any Service
  let host: String
  let port: Int
  let remedy: String

  func run() async throws {
    do {
      try await server.run()
    } catch {
      throw ServerError(error, host: host, port: port, remedy: remedy) ?? error
    }
  }
}

/// The servers of the house as services that stop gracefully.
package enum PaperServer {
  /// The paper itself.
  package static func service(
    site: Site, host: String, port: Int, logger: Logger,
    onRunning: @escaping @Sendable (Int) async -> Void
  ) -> any Service {
    let server = Application(
      responder: site,
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [HeaderDeadline(seconds: 10)], idleTimeout: .seconds(60))),
      configuration: .init(address: .hostname(host, port: port), backlog: 1024),
      onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? port) },
      logger: logger)
    return NamedServer(server: server, host: host, port: port, remedy: "--listen \(host):PORT")
  }
}

/// Follows the library's changes, so that the shelf shows them within a second.
package struct ShelfKeeper: Service {
  private let library: Library
  private let shelf: Shelf

  package init(library: Library, shelf: Shelf) {
    self.library = library
    self.shelf = shelf
  }

  package func run() async throws {
    try await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do { try await Task.sleep(for: .milliseconds(250)) } catch { return }
        shelf.note(try library.changes(after: shelf.seen))
      }
    }
  }
}
