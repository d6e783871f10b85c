import Foundation
import Glibc
import NIOCore
import Synchronization
import Testing

@testable import Server

/// The door with clients that take their time, come in numbers or stay when it closes.
@Suite struct DoorSocketTests {
  private static func request(_ path: String) -> String {
    "GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n"
  }

  private func filled() async throws -> SampleSite {
    let sample = try await SampleSite()
    for path in ["/", "/robots.txt"] { try sample.site.prepare(path) }
    return sample
  }

  @Test func aClientThatReadsSlowlyGetsEverything() async throws {
    let sample = try await filled()
    try await RawServer.run(sample.site) { port in
      let client = try Client(port, receiveBuffer: 4_096)
      // More than the kernel holds for us, so that the door has to wait, and requests behind it.
      let count = 300
      client.write(String(repeating: Self.request("/"), count: count) + DoorTests.close)
      try await Task.sleep(for: .milliseconds(200))
      let answer = await client.readAll()
      #expect(RawServer.statuses(answer) == Array(repeating: 200, count: count + 1))
    }
  }

  @Test func whatWasAskedIsAnsweredWhenTheDoorCloses() async throws {
    let sample = try await filled()
    let reading = Mutex<Task<String, Never>?>(nil)
    try await RawServer.run(sample.site) { port in
      let client = try Client(port, receiveBuffer: 4_096)
      client.write(String(repeating: Self.request("/"), count: 300))
      try await Task.sleep(for: .milliseconds(200))
      // It reads when the door is closing already.
      let task = Task {
        try? await Task.sleep(for: .milliseconds(300))
        return await client.readAll()
      }
      reading.withLock { $0 = task }
    }
    let answer = try #require(await reading.withLock { $0 }?.value)
    #expect(RawServer.statuses(answer).count > 1)
    // No answer is cut: the last one is whole.
    #expect(answer.contains("</html>"))
    #expect(answer.split(separator: "</html>").last?.allSatisfy(\.isWhitespace) ?? true)
  }

  @Test func noMoreComeInThanMay() async throws {
    let sample = try await filled()
    var limits = ConnectionLimits()
    limits.connections = 2
    limits.tick = .milliseconds(50)
    try await RawServer.run(sample.site, limits: limits) { port in
      let first = try Client(port)
      let second = try Client(port)
      for client in [first, second] {
        client.write(Self.request("/robots.txt"))
        #expect(await client.readSome().hasPrefix("HTTP/1.1 200"))
      }
      let third = try Client(port)
      third.write(Self.request("/robots.txt"))
      #expect(third.hasAnswer(withinMilliseconds: 400) == false)
      first.close()
      #expect(await third.readSome().hasPrefix("HTTP/1.1 200"))
    }
  }

  @Test func connectionsThatLeaveTheDoorCountUntilTheyEnd() async throws {
    let sample = try await filled()
    var limits = ConnectionLimits()
    limits.connections = 1
    limits.tick = .milliseconds(50)
    try await RawServer.run(sample.site, limits: limits) { port in
      for _ in 0..<3 {
        let client = try Client(port)
        client.write(Self.request("/nothing"))
        #expect(await client.readSome().hasPrefix("HTTP/1.1 404"))
        client.close()
      }
    }
  }

  /// The address of the other end goes with a connection: figures are for this machine only.
  @Test func whoAsksIsKnownBehindTheDoor() async throws {
    let sample = try await filled()
    try await RawServer.run(sample.site) { port in
      let answer = try await RawServer.talk(
        port, [Self.request("/robots.txt") + Self.request("/metrics") + DoorTests.close])
      #expect(RawServer.statuses(answer) == [200, 200, 200])
      #expect(answer.contains("presseschau_"))
    }
  }
}

/// A client of plain sockets.
private final class Client: Sendable {
  private let socket: CInt

  init(_ port: Int, receiveBuffer: CInt? = nil) throws {
    socket = Glibc.socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    if var size = receiveBuffer {
      setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<CInt>.size))
    }
    let address = try SocketAddress(ipAddress: "127.0.0.1", port: port)
    let result = address.withSockAddr { connect(socket, $0, socklen_t($1)) }
    try #require(result == 0)
  }

  func write(_ text: String) {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        send(socket, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      sent += count
    }
  }

  func hasAnswer(withinMilliseconds time: CInt) -> Bool {
    var one = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    return poll(&one, 1, time) > 0
  }

  /// What comes next.
  func readSome() async -> String {
    await elsewhere { String(decoding: $0.read(), as: UTF8.self) }
  }

  /// All until the other side ends.
  func readAll() async -> String {
    await elsewhere { client in
      var all: [UInt8] = []
      while true {
        let some = client.read()
        if some.isEmpty { return String(decoding: all, as: UTF8.self) }
        all += some
      }
    }
  }

  /// On a thread that may wait.
  private func elsewhere(_ body: @escaping @Sendable (Client) -> String) async -> String {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: body(self)) }
    }
  }

  private func read() -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    let count = recv(socket, &buffer, buffer.count, 0)
    return Array(buffer.prefix(max(0, count)))
  }

  func close() { Glibc.close(socket) }
}
