import Foundation
package import NIOCore
import NIOHTTP1
import NIOPosix
package import Samples
import Synchronization

/// Serves a simulated press over real HTTP, each source on a loopback address of its own, and
/// writes down who asked for what and when.
package final class WeekServer: Sendable {
  /// What one source was asked.
  package struct Ledger: Sendable {
    /// Times at which the feed was asked, in order, and what was answered.
    package var feed: [(at: Int64, status: Int)] = []
    package var robots: [Int64] = []
    package var pages: [Int64] = []
    package var running = 0
    package var mostAtATime = 0
    /// Seconds the last answer asked to wait for.
    package var broken: [String] = []
  }

  package let press: WeekPress
  let clock: VirtualClock
  private let ledgers: Mutex<[Ledger]>
  private let channels = Mutex<[any Channel]>([])

  package init(press: WeekPress, clock: VirtualClock) {
    self.press = press
    self.clock = clock
    ledgers = Mutex([Ledger](repeating: Ledger(), count: press.sources.count))
  }

  package var books: [Ledger] { ledgers.withLock { $0 } }

  /// Listens for all sources.
  package func start(on group: any EventLoopGroup) async throws {
    for source in press.sources {
      let channel = try await ServerBootstrap(group: group)
        .serverChannelOption(.backlog, value: 64)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .childChannelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.configureHTTPServerPipeline()
            try channel.pipeline.syncOperations.addHandler(WeekHandler(self, source))
          }
        }
        .bind(host: source.host, port: press.port).get()
      channels.withLock { $0.append(channel) }
    }
  }

  package func stop() async {
    for channel in channels.withLock({ $0 }) { try? await channel.close() }
  }

  /// The answer to a request, written down.
  func answer(_ source: WeekSource, path: String, headers: HTTPHeaders) -> WeekPress.Answer {
    let now = clock.now
    return ledgers.withLock { books in
      let question = WeekPress.Question(
        path: path, etag: headers.first(name: "if-none-match"),
        modifiedSince: headers.first(name: "if-modified-since"),
        before: books[source.number].feed.last?.at)
      let answer = press.answer(source, question, at: now)
      books[source.number].running += 1
      books[source.number].mostAtATime = max(
        books[source.number].mostAtATime, books[source.number].running)
      var status = 0
      if case .plain(let code, _, _) = answer { status = code }
      if path == "/robots.txt" {
        books[source.number].robots.append(now)
      } else if path.hasPrefix("/artikel/") {
        books[source.number].pages.append(now)
      } else {
        books[source.number].feed.append((now, status))
      }
      return answer
    }
  }

  func done(_ source: WeekSource) { ledgers.withLock { $0[source.number].running -= 1 } }
}

/// Answers on one connection.
private final class WeekHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let server: WeekServer
  private let source: WeekSource
  private var head: HTTPRequestHead?
  private var isOpen = false

  init(_ server: WeekServer, _ source: WeekSource) {
    self.server = server
    self.source = source
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): self.head = head
    case .body: break
    case .end:
      guard let head else { return }
      isOpen = true
      respond(server.answer(source, path: head.uri, headers: head.headers), context)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    if isOpen { server.done(source) }
    isOpen = false
  }

  private func respond(_ answer: WeekPress.Answer, _ context: ChannelHandlerContext) {
    switch answer {
    case .silence: break
    case .breakingOff:
      var head = HTTPResponseHead(version: .http1_1, status: .ok)
      head.headers.add(name: "Content-Length", value: "100000")
      context.write(wrapOutboundOut(.head(head)), promise: nil)
      context.writeAndFlush(
        wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: "<rss><channel>")))), promise: nil)
      context.close(promise: nil)
    case .endless:
      context.write(
        wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .ok))), promise: nil)
      pour(context)
    case .plain(let status, let fields, let body):
      var head = HTTPResponseHead(
        version: .http1_1, status: HTTPResponseStatus(statusCode: status))
      for (name, value) in fields { head.headers.add(name: name, value: value) }
      if status != 304 {
        head.headers.add(name: "Content-Length", value: String(body.count))
      }
      server.done(source)
      isOpen = false
      context.write(wrapOutboundOut(.head(head)), promise: nil)
      if !body.isEmpty {
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil)
      }
      context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
  }

  /// Sends on and on, as fast as it is taken.
  private func pour(_ context: ChannelHandlerContext) {
    let piece = ByteBuffer(repeating: 32, count: 1 << 16)
    let promise = context.eventLoop.makePromise(of: Void.self)
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    promise.futureResult.whenSuccess {
      let (handler, context) = bound.value
      handler.pour(context)
    }
    context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(piece))), promise: promise)
  }
}
