package import Hummingbird
package import Logging
import NIOCore
import ServiceLifecycle
package import Storage

/// Why a server does not start.
package enum ServerError: Error, CustomStringConvertible {
  case portInUse(host: String, port: Int)
  case notAllowed(host: String, port: Int)
  case noSuchAddress(host: String)

  package var description: String {
    switch self {
    case .portInUse(let host, let port):
      "\(host):\(port): the port is in use by another program. End it, or choose another with --listen \(host):PORT."
    case .notAllowed(let host, let port):
      "\(host):\(port): ports below 1024 need root. Choose another with --listen \(host):8080."
    case .noSuchAddress(let host):
      "\(host): this machine has no such address. Use 127.0.0.1 or one of its own."
    }
  }

  /// What a failed bind means; nil where it means something else.
  package init?(_ error: any Error, host: String, port: Int) {
    guard let error = error as? IOError else { return nil }
    switch error.errnoCode {
    case 98: self = .portInUse(host: host, port: port)
    case 13: self = .notAllowed(host: host, port: port)
    case 99: self = .noSuchAddress(host: host)
    default: return nil
    }
  }
}

/// The servers of the house as services that stop gracefully.
package enum PaperServer {
  /// The paper itself.
  package static func application(
    site: Site, host: String, port: Int, logger: Logger,
    onRunning: @escaping @Sendable (Int) async -> Void
  ) -> some ApplicationProtocol {
    Application(
      responder: site,
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [HeaderDeadline(seconds: 10)], idleTimeout: .seconds(60))),
      configuration: .init(address: .hostname(host, port: port), backlog: 1024),
      onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? port) },
      logger: logger)
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
        try await Task.sleep(for: .milliseconds(250))
        shelf.note(try library.changes(after: shelf.seen))
      }
    }
  }
}
