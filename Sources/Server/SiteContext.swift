package import Hummingbird
package import NIOCore

/// What is known of a request besides the request.
package struct SiteContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// The other end of the connection: a reader, or a proxy before us.
  package let remoteAddress: SocketAddress?

  package init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    remoteAddress = source.channel.remoteAddress
  }
}
