import Foundation
import Glibc
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
import ServiceLifecycle
import Synchronization

/// The door of the paper: takes all connections, answers plain requests from the shelf on threads of
/// its own, and hands a connection over to the HTTP pipeline, with what it has said, as soon as
/// something else is asked.
struct Door<Responder: HTTPResponder>: Service where Responder.Context == SiteContext {
  let shelf: Shelf
  let dates: DateLines
  let limits: ConnectionLimits
  let responder: Responder
  let host: String
  let port: Int
  let logger: Logger
  let onRunning: @Sendable (Int) async -> Void

  func run() async throws {
    let entrance = try DoorSocket(host: host, port: port)
    let guests = Guests()
    let (handed, hand) = AsyncStream<HandedOver>.makeStream()
    let watch: DoorWatch
    do {
      watch = try DoorWatch(most: limits.connections)
      try open(entrance, watch, hand)
    } catch {
      entrance.close()
      throw error
    }
    await onRunning(entrance.port)
    let paper = PaperChannel(shelf: shelf, dates: dates, limits: limits, responder: answer)
    let leave: @Sendable () -> Void = {
      watch.stop()
      guests.leave()
    }
    await withTaskCancellationHandler {
      await withGracefulShutdownHandler {
        await withDiscardingTaskGroup { group in
          for await one in handed {
            group.addTask {
              await serve(one, paper, guests)
              watch.left()
            }
          }
        }
      } onGracefulShutdown: {
        leave()
      }
    } onCancel: {
      leave()
    }
  }

  /// Starts the threads; the last that ends closes the socket and the stream.
  private func open(
    _ entrance: DoorSocket, _ watch: DoorWatch, _ hand: AsyncStream<HandedOver>.Continuation
  ) throws {
    // Made here, so that a failure is told at the start.
    let epolls = try (0..<System.coreCount).map { _ in try Epoll() }
    let running = Running(epolls.count)
    for (number, epoll) in epolls.enumerated() {
      let thread = Thread {
        DoorLoop(
          entrance: entrance, shelf: shelf, dates: dates, limits: limits, watch: watch,
          epoll: epoll, handOver: { hand.yield($0) }
        ).run()
        guard running.endsLast() else { return }
        entrance.close()
        hand.finish()
      }
      thread.name = "door \(number)"
      thread.start()
    }
  }

  /// Serves a connection that was handed over until it ends.
  private func serve(_ one: HandedOver, _ paper: PaperChannel, _ guests: Guests) async {
    do {
      let value = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .withConnectedSocket(one.socket) { channel in
          channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandler(Foreword(one.said))
          }.flatMap { paper.setup(channel: channel, logger: logger) }
        }
      guests.come(value.channel)
      await paper.handle(value: value, logger: logger)
      guests.go(value.channel)
    } catch {
      logger.debug("A connection ended before it was served: \(error)")
    }
  }

  /// Answers one request of the HTTP pipeline.
  @Sendable private func answer(
    _ request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel
  ) async throws {
    let context = SiteContext(remoteAddress: channel.remoteAddress, logger: logger)
    var response: Response
    do {
      response = try await responder.respond(to: request, context: context)
    } catch {
      // What cannot be parsed is answered by the pipeline.
      if error is HTTPParserError { throw error }
      logger.debug("\(error)")
      response = Response(status: .internalServerError)
    }
    response.headers[.date] = HTTPDate.string(dates.now.second)
    try await writer.write(response: response.head, body: response.body)
  }
}

/// A connection that the door gives away, and what it has said already.
struct HandedOver: Sendable {
  var socket: CInt
  var said: ByteBuffer
}

/// Says once what a connection had said before it was handed over.
private final class Foreword: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  private let said: ByteBuffer

  init(_ said: ByteBuffer) { self.said = said }

  func channelActive(context: ChannelHandlerContext) {
    context.fireChannelActive()
    context.fireChannelRead(wrapInboundOut(said))
    context.fireChannelReadComplete()
    context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
  }
}

/// The connections in the HTTP pipeline, so that they can be asked to end.
private final class Guests: Sendable {
  private struct State {
    var all: [ObjectIdentifier: any Channel] = [:]
    var areLeaving = false
  }

  private let channels = Mutex(State())

  func come(_ channel: any Channel) {
    let isLate = channels.withLock { channels in
      channels.all[ObjectIdentifier(channel)] = channel
      return channels.areLeaving
    }
    if isLate { Self.askToLeave(channel) }
  }

  func go(_ channel: any Channel) {
    channels.withLock { $0.all[ObjectIdentifier(channel)] = nil }
  }

  /// Each ends when what it asked is answered.
  func leave() {
    let all = channels.withLock { channels in
      channels.areLeaving = true
      return Array(channels.all.values)
    }
    for channel in all { Self.askToLeave(channel) }
  }

  private static func askToLeave(_ channel: any Channel) {
    channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
  }
}

/// Threads that still run.
private final class Running: Sendable {
  private let count: Atomic<Int>
  init(_ count: Int) { self.count = Atomic(count) }
  func endsLast() -> Bool { count.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 }
}
