import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Server

@Suite struct TrustedProxiesTests {
  private func client(_ proxies: String, _ remote: String, _ forwarded: String?) throws -> String {
    var headers = HTTPFields()
    if let forwarded, let name = HTTPField.Name("X-Forwarded-For") { headers[name] = forwarded }
    return try TrustedProxies(proxies)
      .client(try SocketAddress(ipAddress: remote, port: 1), headers)
  }

  @Test func onlyATrustedProxyIsBelieved() throws {
    #expect(try client("", "9.9.9.9", "1.2.3.4") == "9.9.9.9")
    #expect(try client("127.0.0.1", "127.0.0.1", "1.2.3.4") == "1.2.3.4")
    #expect(try client("127.0.0.1", "127.0.0.1", nil) == "127.0.0.1")
    #expect(try client("10.0.0.0/8", "10.7.0.1", "1.2.3.4, 10.1.1.1") == "1.2.3.4")
    #expect(try client("10.0.0.0/8", "11.7.0.1", "1.2.3.4") == "11.7.0.1")
    #expect(try client("::1, fd00::/8", "fd12::1", "2001:db8::7") == "2001:db8::7")
  }

  @Test func whatAClientWroteItselfIsNotBelieved() throws {
    // The proxy appends the true address; what stands before it came from the client.
    #expect(try client("127.0.0.1", "127.0.0.1", "8.8.8.8, 1.2.3.4") == "1.2.3.4")
    #expect(try client("127.0.0.1", "127.0.0.1", "nonsense") == "127.0.0.1")
  }

  @Test(arguments: ["localhost", "10.0.0.0/33", "1.2.3", "::/200", "10.0.0.0/8/9"])
  func whatIsNoAddressIsRefused(_ text: String) {
    #expect(throws: TrustedProxies.Unread.self) { try TrustedProxies(text) }
  }
}

@Suite struct AdmissionTests {
  @Test func aBucketEmptiesAndFillsAgain() {
    let admission = Admission(perMinute: 60)
    for _ in 0..<15 { #expect(admission.wait("a", now: 100) == nil) }
    #expect(admission.wait("a", now: 100) == 1)
    #expect(admission.wait("b", now: 100) == nil, "others are not held up")
    #expect(admission.wait("a", now: 102) == nil)
  }
}

@Suite struct OperationsTests {
  @Test func healthAndMetricsAreAnswered() async throws {
    let sample = try await SampleSite()
    try await sample.test { client in
      let health = try await client.execute(uri: "/health", method: .get)
      #expect(health.status == .ok)
      #expect(String(buffer: health.body) == "ok\n")
      // Without sockets nobody is on this machine.
      let metrics = try await client.execute(uri: "/metrics", method: .get)
      #expect(metrics.status == .notFound)
    }
  }

  @Test func metricsAreForThisMachineWithoutAProxy() async throws {
    let sample = try await SampleSite()
    try await RawServer.run(sample.site) { port in
      let ask = { (extra: String) in
        "GET /metrics HTTP/1.1\r\nHost: a\r\n\(extra)Connection: close\r\n\r\n"
      }
      let answer = try await RawServer.talk(port, [ask("")])
      #expect(RawServer.statuses(answer) == [200])
      #expect(answer.contains("\npresseschau_requests_total{way=\"router\"} 1\n"))
      #expect(answer.contains("\npresseschau_articles "))
      let forwarded = try await RawServer.talk(port, [ask("X-Forwarded-For: 1.2.3.4\r\n")])
      #expect(RawServer.statuses(forwarded) == [404])
    }
  }

  @Test func whoAsksTooOftenIsToldToWait() async throws {
    let sample = try await SampleSite(isEmpty: true)
    try await sample.test { client in
      var last = HTTPResponse.Status.ok
      for _ in 0..<100 where last == .ok {
        last = try await client.execute(uri: "/search?q=hafen", method: .get).status
      }
      #expect(last == .tooManyRequests)
      let api = try await client.execute(uri: "/api/v1/stories", method: .get)
      #expect(api.status == .tooManyRequests)
      #expect(api.headers[.retryAfter] != nil)
      #expect(api.headers[.contentType] == "application/json")
      let front = try await client.execute(uri: "/how", method: .get)
      #expect(front.status == .ok, "pages are not counted")
    }
  }
}
