import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTPTypes

/// A connection: the shelf at the door, and the whole HTTP pipeline behind it once something comes
/// that the shelf cannot answer. Most connections never need one.
struct PaperChannel: ServerChildChannel {
  struct Value: ServerChildChannelValue {
    let channel: any Channel
    /// The HTTP pipeline when it is needed; nil if the connection ended without.
    let pipeline: EventLoopFuture<HTTP1Channel.Value?>
  }

  private let shelf: Shelf
  private let dates: DateLines
  private let limits: ConnectionLimits
  private let responder: HTTPChannelHandler.Responder

  init(
    shelf: Shelf, dates: DateLines, limits: ConnectionLimits,
    responder: @escaping HTTPChannelHandler.Responder
  ) {
    self.shelf = shelf
    self.dates = dates
    self.limits = limits
    self.responder = responder
  }

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    let needed = channel.eventLoop.makePromise(of: HTTP1Channel.Value?.self)
    return channel.eventLoop.makeCompletedFuture {
      let relay = PipelineWatch.Relay()
      let handler = ShelfHandler(
        shelf: shelf, dates: dates, limits: limits,
        openPipeline: {
          let http = self.http(telling: NIOLoopBound(relay, eventLoop: channel.eventLoop))
          http.setup(channel: channel, logger: logger).map { $0 }.cascade(to: needed)
        },
        whenClosed: { needed.succeed(nil) })
      relay.handler = handler
      try channel.pipeline.syncOperations.addHandler(handler)
      return Value(channel: channel, pipeline: needed.futureResult)
    }
  }

  func handle(value: Value, logger: Logger) async {
    let needed: HTTP1Channel.Value?
    do {
      needed = try await value.pipeline.get()
    } catch {
      logger.debug("No HTTP pipeline: \(error)")
      value.channel.close(promise: nil)
      return
    }
    guard let pipeline = needed else { return }
    await HTTP1Channel(responder: responder).handle(value: pipeline, logger: logger)
  }

  private func http(telling relay: NIOLoopBound<PipelineWatch.Relay>) -> HTTP1Channel {
    var configuration = HTTP1Channel.Configuration(
      additionalChannelHandlers: [PipelineWatch(relay.value)])
    configuration.httpDecoder = .init(
      maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 64 << 10, maxHeaderFieldCount: 100)
    return HTTP1Channel(responder: responder, configuration: configuration)
  }
}

/// Stands inside the HTTP pipeline and tells the door when requests and answers begin and end.
final class PipelineWatch: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// Leads to the door, which owns what leads here.
  final class Relay {
    weak var handler: ShelfHandler?
  }

  private let relay: Relay

  init(_ relay: Relay) { self.relay = relay }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head: relay.handler?.requestBegan()
    case .end: relay.handler?.requestEnded()
    case .body: break
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    context.write(data, promise: promise)
    if case .end = unwrapOutboundIn(data) { relay.handler?.responseEnded() }
  }
}
