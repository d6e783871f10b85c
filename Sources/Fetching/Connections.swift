import AsyncHTTPClient
import NIOCore
import NIOSSL

/// HTTP clients, each bound to one host and one address of it that was checked. They are kept for a
/// little while, because setting up TLS anew costs more than all else.
actor Connections {
  struct Key: Hashable, Sendable {
    var host: String
    var address: IPAddress
  }

  private struct Entry {
    var client: HTTPClient
    var users = 0
    var lastUse: ContinuousClock.Instant
  }

  private let group: any EventLoopGroup
  private let settings: FetchSettings
  private let guardian: AddressGuard
  private var entries: [Key: Entry] = [:]
  private var isClosed = false
  private let tls: TLSConfiguration
  private let idle: Duration = .seconds(30)
  private let limit = 512

  init(group: any EventLoopGroup, settings: FetchSettings) {
    self.group = group
    self.settings = settings
    guardian = AddressGuard(settings: settings.guardSettings)
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.additionalTrustRoots = settings.trustedCertificates.map { .file($0) }
    self.tls = tls
  }

  /// A client that connects to this address only; nil after `shutdown`. Each wants a `release`.
  func lease(_ key: Key) async -> HTTPClient? {
    guard !isClosed else { return nil }
    if entries[key] == nil {
      entries[key] = Entry(client: client(for: key), lastUse: .now)
    }
    entries[key]?.users += 1
    entries[key]?.lastUse = .now
    return entries[key]?.client
  }

  func release(_ key: Key) async {
    entries[key]?.users -= 1
    entries[key]?.lastUse = .now
    await closeIdle()
  }

  func shutdown() async throws {
    isClosed = true
    let clients = entries.values.map(\.client)
    entries = [:]
    var failure: (any Error)?
    for client in clients {
      do { try await client.shutdown() } catch { failure = error }
    }
    if let failure { throw failure }
  }

  private func closeIdle() async {
    let now = ContinuousClock.now
    var old = entries.filter { $0.value.users == 0 && $0.value.lastUse + idle < now }.map(\.key)
    if entries.count - old.count > limit {
      let unused = entries.filter { $0.value.users == 0 }
      old = unused.sorted { $0.value.lastUse < $1.value.lastUse }.map(\.key)
        .prefix(entries.count - limit).map { $0 }
    }
    let clients = old.compactMap { entries.removeValue(forKey: $0)?.client }
    // A client that was never used cleanly has nothing to lose: its errors concern nobody.
    for client in clients { try? await client.shutdown() }
  }

  private func client(for key: Key) -> HTTPClient {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow,
      timeout: .init(connect: .nanoseconds(settings.connectDeadline.inNanoseconds)),
      decompression: .disabled)
    configuration.dnsOverride = [key.host: key.address.description]
    configuration.httpVersion = settings.usesHTTP2 ? .automatic : .http1Only
    configuration.tlsConfiguration = tls
    configuration.connectionPool.idleTimeout = .seconds(20)
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = settings.perHost
    configuration.connectionPool.retryConnectionEstablishment = false
    let guardian = guardian
    let byteLimit = settings.bodyLimit + (4 << 20)
    // The last check: whatever happened before, this is who we are connected to.
    let isRight: @Sendable (any Channel) -> Bool = { channel in
      guard let peer = channel.remoteAddress, let text = peer.ipAddress, let port = peer.port
      else { return false }
      return IPAddress(text) == key.address
        && guardian.verdict(address: key.address, port: port) == .allow
    }
    configuration.http2ConnectionDebugInitializer = { channel in
      isRight(channel)
        ? channel.eventLoop.makeSucceededVoidFuture()
        : channel.eventLoop.makeFailedFuture(WrongPeer())
    }
    configuration.http1_1ConnectionDebugInitializer = { channel in
      guard isRight(channel) else { return channel.eventLoop.makeFailedFuture(WrongPeer()) }
      return channel.eventLoop.submit {
        try channel.pipeline.syncOperations.addHandler(
          WireMeter(limit: byteLimit), position: .first)
      }
    }
    return HTTPClient(eventLoopGroupProvider: .shared(group), configuration: configuration)
  }
}

/// A connection went elsewhere than to the address that was checked.
struct WrongPeer: Error {}

/// More bytes came than any answer may have, in whatever guise: heads without end, chunk
/// extensions, trailers.
struct WireFlood: Error {}

/// Counts what comes in since something was last sent, and closes the connection above a limit.
final class WireMeter: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer

  private let limit: Int
  private var count = 0

  init(limit: Int) { self.limit = limit }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    count += unwrapInboundIn(data).readableBytes
    guard count <= limit else {
      context.fireErrorCaught(WireFlood())
      context.close(promise: nil)
      return
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    count = 0
    context.write(data, promise: promise)
  }
}

extension Duration {
  /// Whole nanoseconds, at most what fits.
  var inNanoseconds: Int64 {
    let (product, over) = components.seconds.multipliedReportingOverflow(by: 1_000_000_000)
    return over ? .max : product &+ components.attoseconds / 1_000_000_000
  }
}
