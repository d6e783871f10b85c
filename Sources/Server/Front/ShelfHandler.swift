import NIOCore
import NIOHTTPTypes
import Synchronization

/// Stands at the door of a connection, before any HTTP parser: answers plain requests from the shelf
/// and lets everything else through to the whole HTTP pipeline, unchanged.
///
/// A plain request that the shelf cannot answer goes through alone, and what comes behind it waits
/// until it is answered; so both ways can take turns and answers keep their order. Whatever is not
/// plain hands the connection over for good. The handler also keeps the connection's deadlines
/// (THREATS T13).
final class ShelfHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// Who reads what comes next.
  private enum Mode {
    case shelf
    /// The pipeline answers one plain request.
    case waiting
    /// The pipeline has the connection.
    case handedOver
  }

  private let shelf: Shelf
  private let dates: DateLines
  /// Builds the HTTP pipeline behind this handler.
  private var openPipeline: (() throws -> Void)?
  private let whenClosed: () -> Void
  private var mode = Mode.shelf
  private var held: ByteBuffer?
  private var wrote = false
  private var isReadWanted = false
  /// Whether the client has said all, or the house closes.
  private var isEnding = false
  private var context: ChannelHandlerContext?
  var patience: ConnectionPatience

  init(
    shelf: Shelf, dates: DateLines, limits: ConnectionLimits,
    openPipeline: @escaping () throws -> Void, whenClosed: @escaping () -> Void
  ) {
    self.shelf = shelf
    self.dates = dates
    self.openPipeline = openPipeline
    self.whenClosed = whenClosed
    patience = ConnectionPatience(limits)
  }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    watch(context)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    self.context = nil
    whenClosed()
  }

  func channelInactive(context: ChannelHandlerContext) {
    whenClosed()
    context.fireChannelInactive()
  }

  // MARK: Reading

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var buffer = unwrapInboundIn(data)
    patience.cameIn(isHeadStart: mode == .handedOver)
    switch mode {
    case .handedOver: context.fireChannelRead(wrapInboundOut(buffer))
    case .waiting: hold(buffer)
    case .shelf where held != nil: hold(buffer)
    case .shelf: read(&buffer, context)
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    flush(context)
    if mode != .shelf { context.fireChannelReadComplete() }
  }

  private func read(_ buffer: inout ByteBuffer, _ context: ChannelHandlerContext) {
    while buffer.readableBytes > 0, mode == .shelf {
      guard context.channel.isWritable else {
        hold(buffer)
        return
      }
      switch PlainRequest.read(buffer.readableBytesUInt8Span) {
      case .plain(let request):
        if answer(request, buffer, context) {
          buffer.moveReaderIndex(forwardBy: request.length)
        } else {
          guard let alone = buffer.readSlice(length: request.length) else { return }
          mode = .waiting
          if buffer.readableBytes > 0 { hold(buffer) }
          pass(alone, context)
          return
        }
      case .incomplete, .unusual:
        mode = .handedOver
        patience.cameIn(isHeadStart: true)
        pass(buffer, context)
        return
      }
    }
  }

  /// Gives bytes to the HTTP pipeline, building it where there is none yet.
  private func pass(_ buffer: ByteBuffer, _ context: ChannelHandlerContext) {
    flush(context)
    if let open = openPipeline {
      openPipeline = nil
      do {
        try open()
      } catch {
        context.close(promise: nil)
        return
      }
    }
    context.fireChannelRead(wrapInboundOut(buffer))
    context.fireChannelReadComplete()
  }

  private func hold(_ buffer: ByteBuffer) {
    if held == nil {
      held = buffer
    } else {
      var more = buffer
      held?.writeBuffer(&more)
    }
  }

  /// What waited goes on; called when the pipeline has answered or the client reads again.
  private func resume() {
    guard mode == .shelf, let context, var buffer = held else { return }
    held = nil
    read(&buffer, context)
    flush(context)
    guard held == nil else { return }
    if isEnding, mode == .shelf {
      end(context)
    } else if isReadWanted {
      isReadWanted = false
      context.read()
    }
  }

  /// Nothing more is read while something waits.
  func read(context: ChannelHandlerContext) {
    if held == nil { context.read() } else { isReadWanted = true }
  }

  // MARK: Answering

  private func answer(
    _ request: PlainRequest, _ buffer: ByteBuffer, _ context: ChannelHandlerContext
  ) -> Bool {
    guard
      let reply = ShelfReply(
        to: request, in: buffer.readableBytesUInt8Span, from: shelf, dates.now)
    else { return false }
    wrote = true
    context.write(wrapOutboundOut(reply.lines), promise: nil)
    context.write(wrapOutboundOut(reply.rest), promise: nil)
    return true
  }

  private func flush(_ context: ChannelHandlerContext) {
    guard wrote else { return }
    wrote = false
    context.flush()
  }

  // MARK: What the pipeline tells

  func requestBegan() { patience.requestBegan() }
  func requestEnded() { patience.requestEnded() }

  func responseEnded() {
    patience.responseEnded()
    guard mode == .waiting else { return }
    mode = .shelf
    resume()
  }

  // MARK: Ending

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    patience.writabilityChanged(isWritable: context.channel.isWritable)
    if context.channel.isWritable { resume() }
    if openPipeline == nil { context.fireChannelWritabilityChanged() }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    let isEnd = event is ChannelShouldQuiesceEvent || event as? ChannelEvent == .inputClosed
    guard isEnd, mode == .shelf else {
      context.fireUserInboundEventTriggered(event)
      return
    }
    isEnding = true
    if held == nil { end(context) }
  }

  /// What was written is sent before the connection goes.
  private func end(_ context: ChannelHandlerContext) {
    context.writeAndFlush(wrapOutboundOut(ByteBuffer())).assumeIsolated().whenComplete { _ in
      context.close(promise: nil)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if openPipeline != nil { context.close(promise: nil) } else { context.fireErrorCaught(error) }
  }

  /// Looks every few seconds whether the client has overstayed.
  private func watch(_ context: ChannelHandlerContext) {
    let wait = patience.limits.tick
    context.eventLoop.assumeIsolated().scheduleTask(in: wait) { [weak self] in
      guard let self, let context = self.context else { return }
      if self.patience.isOver { context.close(promise: nil) } else { self.watch(context) }
    }
  }
}
