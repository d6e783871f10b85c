import Fetching
import Foundation
import Hummingbird
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Testing

@testable import Server

/// The paper served over real sockets, for clients that write what they like.
enum RawServer {
  static var quiet: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }

  /// Runs a body against a server that stops gracefully when it ends.
  static func run(
    _ site: Site, limits: ConnectionLimits = ConnectionLimits(),
    _ body: @escaping @Sendable (_ port: Int) async throws -> Void
  ) async throws {
    let (ports, signal) = AsyncStream<Int>.makeStream()
    let service = PaperServer.service(
      site: site, host: "127.0.0.1", port: 0, limits: limits, logger: quiet
    ) { signal.yield($0) }
    let group = ServiceGroup(configuration: .init(services: [service], logger: quiet))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      for await port in ports {
        do {
          try await body(port)
        } catch {
          await group.triggerGracefulShutdown()
          throw error
        }
        break
      }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }

  /// Runs a body beside another server on this machine, with a fetcher that may call it there.
  static func beside(
    _ responder: some HTTPResponder<BasicRequestContext>,
    _ body: @escaping @Sendable (_ fetcher: Fetcher, _ address: String) async throws -> Void
  ) async throws {
    let (ports, signal) = AsyncStream<Int>.makeStream()
    let server = Application(
      responder: responder, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { signal.yield($0.localAddress?.port ?? 0) }, logger: quiet)
    let group = ServiceGroup(configuration: .init(services: [server], logger: quiet))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      for await port in ports {
        var settings = FetchSettings()
        settings.guardSettings.allowedLoopback = [
          try #require(GuardSettings.Loopback("127.0.0.1", ports: port...port))
        ]
        let fetcher = Fetcher(settings: settings, group: MultiThreadedEventLoopGroup.singleton)
        let result: Result<Void, any Error>
        do {
          try await body(fetcher, "http://127.0.0.1:\(port)")
          result = .success(())
        } catch {
          result = .failure(error)
        }
        try await fetcher.shutdown()
        await group.triggerGracefulShutdown()
        try result.get()
        break
      }
      try await tasks.waitForAll()
    }
  }

  /// Writes pieces one after the other and returns all that comes until the server closes.
  static func talk(_ port: Int, _ pieces: [String]) async throws -> String {
    try await talk(port, pieces: pieces.map { Array($0.utf8) })
  }

  static func talk(_ port: Int, pieces: [[UInt8]]) async throws -> String {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelOption(ChannelOptions.socketOption(.tcp_nodelay), value: 1)
      .connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    return try await channel.executeThenClose { inbound, outbound in
      for (index, piece) in pieces.enumerated() {
        if index > 0 { try await Task.sleep(for: .milliseconds(5)) }
        do { try await outbound.write(ByteBuffer(bytes: piece)) } catch { break }
      }
      var answer: [UInt8] = []
      do {
        for try await buffer in inbound { answer += Array(buffer.readableBytesView) }
      } catch {
        // A reset after what was read is an end as well.
      }
      return String(decoding: answer, as: UTF8.self)
    }
  }

  /// An answer without what changes from second to second.
  static func withoutDates(_ text: String) -> String {
    text.split(separator: "\r\n", omittingEmptySubsequences: false)
      .filter { !$0.lowercased().hasPrefix("date:") }.joined(separator: "\r\n")
  }

  /// The status codes of all answers in a transcript.
  static func statuses(_ text: String) -> [Int] {
    text.ranges(of: "HTTP/1.1 ").compactMap { Int(text[$0.upperBound...].prefix(3)) }
  }
}
