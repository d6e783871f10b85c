import Fetching
import NIOPosix
import Testing

/// A feed over TLS: https://bote.press with an authority that only these tests trust.
@Suite(.timeLimit(.minutes(4))) struct TLSTests {
  private func fetch(
    from server: TLSPlayServer, host: String = "bote.press", times: Int = 1,
    edit: (inout FetchSettings) -> Void = { _ in }
  ) async throws -> [Result<Response, FetchError>] {
    var settings = FetchSettings.open(server.port)
    settings.hosts = ["bote.press": ["127.0.0.1"], "kurier.press": ["127.0.0.1"]]
    settings.trustedCertificates = [TLSPlayServer.authority]
    edit(&settings)
    let fetcher = Fetcher(settings: settings, group: .singletonMultiThreadedEventLoopGroup)
    var results: [Result<Response, FetchError>] = []
    for number in 0..<times {
      results.append(
        await outcome(
          fetcher,
          Request(
            url: "https://\(host):\(server.port)/\(number)", purpose: .feed, obeysRobots: false)))
    }
    try await fetcher.shutdown()
    await server.stop()
    return results
  }

  @Test func http2IsSpokenWhereItIsOffered() async throws {
    let server = try await TLSPlayServer(offersHTTP2: true, body: "<rss/>")
    let answers = try await fetch(from: server, times: 4).map { try $0.get() }
    #expect(answers.allSatisfy { $0.httpVersion == 2 && $0.body == Array("<rss/>".utf8) })
    // They shared connections.
    #expect(server.connections < 4)
  }

  @Test func http1IsSpokenWhereNothingElseIsOfferedOrWanted() async throws {
    let old = try await TLSPlayServer(offersHTTP2: false, body: "<rss/>")
    #expect(try await fetch(from: old).first?.get().httpVersion == 1)
    let new = try await TLSPlayServer(offersHTTP2: true, body: "<rss/>")
    let answers = try await fetch(from: new) { $0.usesHTTP2 = false }
    #expect(try answers.first?.get().httpVersion == 1)
  }

  @Test func aCertificateOfAnUnknownAuthorityIsNotTrusted() async throws {
    let server = try await TLSPlayServer(offersHTTP2: true, body: "<rss/>")
    let answers = try await fetch(from: server) { $0.trustedCertificates = [] }
    #expect(answers.first?.failure == .untrustedCertificate("https://bote.press:\(server.port)/0"))
  }

  @Test func aCertificateForAnotherNameIsNotTrusted() async throws {
    let server = try await TLSPlayServer(offersHTTP2: true, body: "<rss/>")
    let answers = try await fetch(from: server, host: "kurier.press")
    #expect(
      answers.first?.failure == .untrustedCertificate("https://kurier.press:\(server.port)/0"))
  }

  @Test func theLimitsHoldOverHTTP2() async throws {
    let server = try await TLSPlayServer(
      offersHTTP2: true, body: String(repeating: " ", count: 3 << 20))
    let answers = try await fetch(from: server) { $0.bodyLimit = 1 << 20 }
    #expect(
      answers.first?.failure
        == .tooLarge("https://bote.press:\(server.port)/0", limit: 1 << 20))
  }
}
