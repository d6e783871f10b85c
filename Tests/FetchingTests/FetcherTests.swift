import Fetching
import Foundation
import NIOPosix
import Packing
import Testing

private func get(_ server: PlayServer, _ path: String = "/") -> Request {
  Request(url: server.base + path, purpose: .feed, obeysRobots: false)
}

private func get(_ url: String) -> Request {
  Request(url: url, purpose: .feed, obeysRobots: false)
}

@Suite(.timeLimit(.minutes(4))) struct FetcherTests {
  @Test func anAnswerComesWithItsHeadersAndBody() async throws {
    let server = try await PlayServer { _ in
      PlayServer.answer("<rss/>", ["Content-Type: application/rss+xml", "ETag: \"a\""])
    }
    let response = try await withFetcher(server) {
      try await $0.fetch(get(server, "/rss?x=1#oben"))
    }
    #expect(response.body == Array("<rss/>".utf8))
    #expect(response.status == 200)
    #expect(response.wireBytes == 6)
    #expect(response.etag == "\"a\"")
    #expect(response.contentType == "application/rss+xml")
    #expect(response.finalURL == server.base + "/rss?x=1")
    let visit = try #require(server.visits.first)
    #expect(visit.path == "/rss?x=1")
    #expect(visit.header("user-agent")?.hasPrefix("Presseschau/") == true)
    #expect(visit.header("host") == "127.0.0.1:\(server.port)")
  }

  @Test func whatIsKeptIsAskedForByItsValidators() async throws {
    let server = try await PlayServer { visit in
      visit.header("if-none-match") == "\"v1\""
        ? [.send("HTTP/1.1 304 Not Modified\r\nConnection: close\r\nETag: \"v1\"\r\n\r\n")]
        : PlayServer.answer("neu", ["ETag: \"v1\""])
    }
    try await withFetcher(server) { fetcher in
      var request = get(server)
      request.etag = try await fetcher.fetch(request).etag
      request.lastModified = "Sat, 21 Nov 2026 10:00:00 GMT"
      let again = try await fetcher.fetch(request)
      #expect(again.notModified)
      #expect(again.body.isEmpty)
      #expect(server.visits.last?.header("if-modified-since") == request.lastModified)
      // A validator with a line break in it would be a second header.
      request.etag = "\"v1\"\r\nX-Evil: 1"
      _ = try await fetcher.fetch(request)
      #expect(server.visits.last?.header("x-evil") == nil)
    }
  }

  @Test func aNotModifiedNobodyAskedForIsAnError() async throws {
    let server = try await PlayServer { _ in [.send("HTTP/1.1 304 X\r\nConnection: close\r\n\r\n")]
    }
    let result = try await withFetcher(server) { await outcome($0, get(server)) }
    #expect(result.failure == .refused(server.base + "/", status: 304))
  }

  @Test(arguments: [ContentCoding.gzip, .brotli, .zstd])
  func packedBodiesAreUnpacked(coding: ContentCoding) async throws {
    let text = Array(String(repeating: "Der Rat tagt am Montag. ", count: 400).utf8)
    let packed =
      switch coding {
      case .brotli: Packing.brotli(text)
      case .zstd: Packing.zstd(text)
      default: Packing.gzip(text)
      }
    let server = try await PlayServer { _ in
      PlayServer.answer(packed, ["Content-Encoding: \(coding.rawValue)"])
    }
    let response = try await withFetcher(server) { try await $0.fetch(get(server)) }
    #expect(response.body == text)
    #expect(response.wireBytes == packed.count)
    #expect(server.visits.first?.header("accept-encoding")?.contains(coding.rawValue) == true)
  }

  @Test func aFileThatIsGzipItselfIsUnpacked() async throws {
    let packed = Packing.gzip(Array("<urlset/>".utf8))
    let server = try await PlayServer { _ in PlayServer.answer(packed, []) }
    let response = try await withFetcher(server) { try await $0.fetch(get(server)) }
    #expect(response.body == Array("<urlset/>".utf8))
  }

  @Test func aBombIsDefused() async throws {
    let bomb = Packing.gzip([UInt8](repeating: 32, count: 64 << 20), level: 9)
    let server = try await PlayServer { visit in
      visit.path == "/twice"
        ? PlayServer.answer(Packing.gzip(bomb), ["Content-Encoding: gzip, gzip"])
        : PlayServer.answer(bomb, ["Content-Encoding: gzip"])
    }
    try await withFetcher(server) { fetcher in
      let once = await outcome(fetcher, get(server))
      #expect(once.failure == .tooLarge(server.base + "/", limit: 10 << 20))
      guard case .badCoding = await outcome(fetcher, get(server, "/twice")).failure else {
        Issue.record("two layers passed")
        return
      }
    }
  }

  @Test func anEndlessBodyStopsAtTheLimit() async throws {
    let server = try await PlayServer { _ in
      [
        .send(PlayServer.head("200 OK", [])),
        .forever([UInt8](repeating: 32, count: 65536), every: .zero),
      ]
    }
    let time = ContinuousClock.now
    let result = try await withFetcher(server) { await outcome($0, get(server)) }
    #expect(result.failure == .tooLarge(server.base + "/", limit: 10 << 20))
    #expect(ContinuousClock.now - time < .seconds(60))
  }

  @Test func aDeclaredSizeAboveTheLimitIsNotRead() async throws {
    let server = try await PlayServer { _ in
      [
        .send(PlayServer.head("200 OK", ["Content-Length: 10995116277760"]) + "x"),
        .pause(.seconds(200)),
      ]
    }
    let result = try await withFetcher(server) { await outcome($0, get(server)) }
    #expect(result.failure == .tooLarge(server.base + "/", limit: 10 << 20))
  }

  @Test(arguments: ["body", "head", "nothing", "chunks"])
  func whoeverDripsRunsIntoTheDeadline(kind: String) async throws {
    let server = try await PlayServer { _ in
      switch kind {
      case "body":
        [.send(PlayServer.head("200 OK", [])), .forever([120], every: .milliseconds(20))]
      case "head": [.send("HTTP/1.1 200 OK\r\nX: "), .forever([120], every: .milliseconds(20))]
      case "chunks":
        [
          .send(PlayServer.head("200 OK", ["Transfer-Encoding: chunked"])),
          .forever(Array("1\r\nx\r\n".utf8), every: .milliseconds(20)),
        ]
      default: [.pause(.seconds(200))]
      }
    }
    let settings = FetchSettings.open(server.port) { $0.totalDeadline = .seconds(1) }
    let time = ContinuousClock.now
    let result = try await withFetcher(server, settings) { await outcome($0, get(server)) }
    #expect(result.failure == .timedOut(server.base + "/", seconds: 1))
    #expect(ContinuousClock.now - time < .seconds(25))
  }

  @Test func headersHaveALimit() async throws {
    let server = try await PlayServer { visit in
      visit.path == "/one"
        ? PlayServer.answer("x", ["X-Long: " + String(repeating: "a", count: 70_000)])
        : [
          .send("HTTP/1.1 200 OK\r\n"),
          .forever(Array(String(repeating: "X-A: b\r\n", count: 500).utf8), every: .zero),
        ]
    }
    try await withFetcher(server) { fetcher in
      for path in ["/one", "/many"] {
        let failure = await outcome(fetcher, get(server, path)).failure
        #expect(failure == .headersTooLarge(server.base + path, limit: 64 << 10))
      }
    }
  }

  @Test(arguments: [
    "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nzu kurz",
    "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nx",
    "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\nx",
    "HTTP/3.0 200 OK\r\n\r\n", "\u{16}\u{3}\u{1}", "<rss/>", "",
  ])
  func answersThatBreakHTTPAreErrors(answer: String) async throws {
    let server = try await PlayServer { _ in [.send(answer)] }
    let result = try await withFetcher(server) { await outcome($0, get(server)) }
    guard case .brokenAnswer(let url, _)? = result.failure else {
      Issue.record("\(result)")
      return
    }
    #expect(url == server.base + "/")
  }

  @Test func aResetIsABrokenAnswerAndAClosedPortNoConnection() async throws {
    let server = try await PlayServer { _ in
      [.send(PlayServer.head("200 OK", ["Content-Length: 50"]) + "Anfang"), .reset]
    }
    let broken = try await withFetcher(server) { await outcome($0, get(server)) }
    guard case .brokenAnswer = broken.failure else {
      Issue.record("\(broken)")
      return
    }
    // The server is gone now; the next one to ask finds nobody.
    let fetcher = Fetcher(
      settings: .open(server.port), group: .singletonMultiThreadedEventLoopGroup)
    guard case .notConnected = await outcome(fetcher, get(server)).failure else {
      Issue.record("connected to a closed port")
      return
    }
    try await fetcher.shutdown()
  }

  @Test func statusesBecomeFacts() async throws {
    let server = try await PlayServer { visit in
      let status = visit.path.dropFirst()
      return PlayServer.answer("x", status: "\(status) X", ["Retry-After: 120"])
    }
    let base = server.base
    try await withFetcher(server) { fetcher in
      #expect(
        await outcome(fetcher, get(server, "/404")).failure == .refused(base + "/404", status: 404))
      #expect(await outcome(fetcher, get(server, "/410")).failure == .gone(base + "/410"))
      #expect(
        await outcome(fetcher, get(server, "/503")).failure
          == .busy(base + "/503", status: 503, retryAfterSeconds: 120))
      #expect(
        await outcome(fetcher, get(server, "/206")).failure == .refused(base + "/206", status: 206))
    }
  }

  @Test func stoppingTheWorkEndsItAtOnce() async throws {
    let server = try await PlayServer { _ in [.pause(.seconds(200))] }
    let time = ContinuousClock.now
    let result = try await withFetcher(server) { fetcher in
      let task = Task { await outcome(fetcher, get(server)) }
      try await Task.sleep(for: .milliseconds(200))
      task.cancel()
      return await task.value
    }
    #expect(result.failure == .cancelled(server.base + "/"))
    #expect(ContinuousClock.now - time < .seconds(25))
  }

  @Test func aConnectionServesSeveralRequests() async throws {
    let server = try await PlayServer { visit in
      switch visit.path {
      case "/1": [.send("HTTP/1.1 302 X\r\nLocation: /2\r\nContent-Length: 0\r\n\r\n")]
      case "/3": [.send("HTTP/1.1 304 X\r\n\r\n")]
      default: [.send("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx")]
      }
    }
    try await withFetcher(server) { fetcher in
      for path in ["/1", "/3", "/4", "/5"] {
        var request = get(server, path)
        request.headers = [("X-Keep", "yes")]
        request.etag = "\"a\""
        _ = try await fetcher.fetch(request)
      }
    }
    #expect(server.visits.count == 5)
    #expect(server.connections == 1)
  }

  @Test func afterShutdownNothingIsAsked() async throws {
    let server = try await PlayServer { _ in PlayServer.answer("x") }
    let result = try await server.serving {
      let fetcher = Fetcher(
        settings: .open(server.port), group: .singletonMultiThreadedEventLoopGroup)
      try await fetcher.shutdown()
      let named = await outcome(fetcher, get("http://bote.example"))
      #expect(named.failure == .closed("http://bote.example/"))
      return await outcome(fetcher, get(server))
    }
    #expect(result.failure == .closed(server.base + "/"))
    #expect(server.visits.isEmpty)
  }
}

extension Result {
  var failure: Failure? {
    if case .failure(let error) = self { error } else { nil }
  }
}
