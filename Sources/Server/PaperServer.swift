package import Logging
import NIOCore
package import ServiceLifecycle

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
  /// The paper itself: the shelf at the door, the site behind it.
  package static func service(
    site: Site, host: String, port: Int, limits: ConnectionLimits = ConnectionLimits(),
    logger: Logger, onRunning: @escaping @Sendable (Int) async -> Void
  ) -> any Service {
    let door = Door(
      shelf: site.shelf, dates: DateLines(clock: site.clock), limits: limits, responder: site,
      host: host, port: port, logger: logger, onRunning: onRunning)
    return NamedServer(server: door, host: host, port: port, remedy: "--listen \(host):PORT")
  }
}

/// Follows the library's changes, so that the shelf shows them within a second, and lays out what
/// readers will ask for before they do.
package struct ShelfKeeper: Service {
  private let site: Site
  private let logger: Logger
  /// Time between two looks.
  private static let rest = Duration.milliseconds(200)

  package init(site: Site, logger: Logger) {
    self.site = site
    self.logger = logger
  }

  package func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        let start = ContinuousClock.now
        do {
          try site.followChanges()
          try site.prepareShelf()
        } catch {
          // The shelf goes on with what it has; the library may be busy or gone for a moment.
          logger.error("shelf: \(error)")
        }
        // Laying out takes at most a third of one core.
        let spent = ContinuousClock.now - start
        do { try await Task.sleep(for: max(Self.rest, spent * 2)) } catch { return }
      }
    }
  }
}
