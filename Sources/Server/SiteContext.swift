package import Hummingbird
import Logging
package import NIOCore

/// What is known of a request besides the request.
package struct SiteContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// The other end of the connection: a reader, or a proxy before us.
  package let remoteAddress: SocketAddress?

  package init(source: ApplicationRequestContextSource) {
    self.init(remoteAddress: source.channel.remoteAddress, logger: source.logger)
  }

  init(remoteAddress: SocketAddress?, logger: Logger) {
    coreContext = .init(source: Own(logger: logger))
    self.remoteAddress = remoteAddress
  }

  private struct Own: RequestContextSource {
    let logger: Logger
  }
}
