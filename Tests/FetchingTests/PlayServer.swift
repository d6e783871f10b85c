import Fetching
import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// A server on loopback that plays a script for every request: whole bytes, so that it can break
/// HTTP wherever a test wants.
final class PlayServer: Sendable {
  enum Act: Sendable {
    case send(String)
    case bytes([UInt8])
    case pause(Duration)
    /// Sends the same again and again.
    case forever([UInt8], every: Duration)
    case reset
  }

  struct Visit: Sendable {
    var head: String
    var at: ContinuousClock.Instant

    var path: String { String(head.split(separator: " ").dropFirst().first ?? "") }

    func header(_ name: String) -> String? {
      let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("\(name):") }
      return line.map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
    }
  }

  typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

  let port: Int
  private let channel: NIOAsyncChannel<Connection, Never>
  private let log = Mutex<[Visit]>([])
  private let connectionCount = Mutex(0)
  private let play: @Sendable (Visit) -> [Act]

  var visits: [Visit] { log.withLock { $0 } }
  /// Connections that were made.
  var connections: Int { connectionCount.withLock { $0 } }
  var base: String { "http://127.0.0.1:\(port)" }

  init(play: @escaping @Sendable (Visit) -> [Act]) async throws {
    self.play = play
    channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .bind(host: "127.0.0.1", port: 0) { channel in
        channel.eventLoop.makeCompletedFuture {
          try Connection(wrappingChannelSynchronously: channel)
        }
      }
    port = channel.channel.localAddress?.port ?? 0
  }

  /// Serves until the work is done.
  func serving<Result: Sendable>(
    _ work: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask {
        try? await self.channel.executeThenClose { connections in
          try await withThrowingDiscardingTaskGroup { visitors in
            for try await connection in connections {
              visitors.addTask { try? await self.serve(connection) }
            }
          }
        }
        return nil
      }
      group.addTask { try await work() }
      defer { group.cancelAll() }
      while let result = try await group.next() {
        if let result { return result }
      }
      throw CancellationError()
    }
  }

  private func serve(_ connection: Connection) async throws {
    connectionCount.withLock { $0 += 1 }
    try await connection.executeThenClose { inbound, outbound in
      var head: [UInt8] = []
      for try await piece in inbound {
        head += piece.readableBytesView
        let text = String(decoding: head, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n")?.upperBound else { continue }
        let visit = Visit(head: String(text[..<end]), at: .now)
        let length = visit.header("content-length").flatMap { Int($0) } ?? 0
        guard text[end...].utf8.count >= length else { continue }
        head = []
        log.withLock { $0.append(visit) }
        for act in play(visit) {
          guard try await perform(act, outbound, connection.channel) else { return }
        }
        if text.lowercased().contains("x-keep: yes") { continue }
        return
      }
    }
  }

  private func perform(
    _ act: Act, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>, _ channel: any Channel
  ) async throws -> Bool {
    switch act {
    case .send(let text): try await outbound.write(ByteBuffer(string: text))
    case .bytes(let bytes): try await outbound.write(ByteBuffer(bytes: bytes))
    case .pause(let time): try await Task.sleep(for: time)
    case .forever(let bytes, let pause):
      while true {
        try await outbound.write(ByteBuffer(bytes: bytes))
        // Without a pause the writes would fill the event loop, and it would read nothing more.
        try await Task.sleep(for: max(pause, .milliseconds(1)))
      }
    case .reset:
      // Without lingering, closing throws away what was not read and resets.
      let provider = channel as? any SocketOptionProvider
      try await provider?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
      try await channel.close()
      return false
    }
    return true
  }

  /// An answer with a body and its length.
  static func answer(
    _ body: String, status: String = "200 OK", _ fields: [String] = []
  ) -> [Act] {
    [.send(head(status, fields + ["Content-Length: \(body.utf8.count)"]) + body)]
  }

  static func answer(_ body: [UInt8], _ fields: [String]) -> [Act] {
    [.send(head("200 OK", fields + ["Content-Length: \(body.count)"])), .bytes(body)]
  }

  static func head(_ status: String, _ fields: [String]) -> String {
    "HTTP/1.1 \(status)\r\nConnection: close\r\n" + fields.map { "\($0)\r\n" }.joined() + "\r\n"
  }

  static func redirect(_ status: Int, to place: String) -> [Act] {
    answer("", status: "\(status) X", ["Location: \(place)"])
  }
}

extension FetchSettings {
  /// Settings for servers of a test: their ports are open, and nobody waits.
  static func open(_ ports: Int..., edit: (inout FetchSettings) -> Void = { _ in }) -> FetchSettings
  {
    var settings = FetchSettings()
    settings.guardSettings.allowedLoopback = ports.compactMap {
      GuardSettings.Loopback("127.0.0.1", ports: $0...$0)
    }
    settings.spacing = .zero
    // A machine that builds other things meanwhile can be very slow.
    settings.totalDeadline = .seconds(90)
    settings.connectDeadline = .seconds(90)
    edit(&settings)
    return settings
  }
}

/// What a fetch came to, as a value.
func outcome(
  _ fetcher: Fetcher, _ request: Request
) async -> Result<Response, FetchError> {
  do throws(FetchError) {
    return .success(try await fetcher.fetch(request))
  } catch {
    return .failure(error)
  }
}

/// Runs work with a fetcher against a server, and shuts both down.
func withFetcher<Result: Sendable>(
  _ server: PlayServer, _ settings: FetchSettings? = nil,
  _ work: @escaping @Sendable (Fetcher) async throws -> Result
) async throws -> Result {
  try await server.serving {
    let fetcher = Fetcher(
      settings: settings ?? .open(server.port), group: .singletonMultiThreadedEventLoopGroup)
    do {
      let result = try await work(fetcher)
      try await fetcher.shutdown()
      return result
    } catch {
      try await fetcher.shutdown()
      throw error
    }
  }
}
