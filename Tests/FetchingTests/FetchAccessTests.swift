import Fetching
import Testing

/// What is sent along for one's own subscription, and what is sent to hubs.
@Suite(.timeLimit(.minutes(4))) struct FetchAccessTests {
  private static let secrets = [
    ("Authorization", BasicLogin.header("maria", "p4ss")), ("Cookie", "s=1"), ("X-Token", "t0k"),
  ]

  @Test func whatIsGivenForAHostGoesToItAndToNoOther() async throws {
    let other = try await PlayServer { _ in PlayServer.answer("da") }
    let server = try await PlayServer { visit in
      visit.path == "/hin" ? PlayServer.redirect(302, to: other.base + "/") : PlayServer.answer("x")
    }
    try await other.serving {
      try await withFetcher(server, .open(server.port, other.port)) { fetcher in
        for path in ["/feed", "/hin"] {
          _ = try await fetcher.fetch(
            Request(
              url: server.base + path, headers: Self.secrets, purpose: .feed, obeysRobots: false))
        }
      }
    }
    #expect(server.visits.allSatisfy { $0.header("authorization") == "Basic bWFyaWE6cDRzcw==" })
    #expect(server.visits.allSatisfy { $0.header("cookie") == "s=1" })
    #expect(server.visits.allSatisfy { $0.header("x-token") == "t0k" })
    let elsewhere = try #require(other.visits.first)
    for name in ["authorization", "cookie", "x-token"] {
      #expect(elsewhere.header(name) == nil, "\(name) went to another host")
    }
  }

  @Test func anOwnUserAgentStandsInPlaceOfOurs() async throws {
    let server = try await PlayServer { _ in PlayServer.answer("x") }
    try await withFetcher(server) { fetcher in
      _ = try await fetcher.fetch(
        Request(
          url: server.base, headers: [("User-Agent", "Browser/1")], purpose: .feed,
          obeysRobots: false))
    }
    let head = try #require(server.visits.first).head.lowercased()
    #expect(head.contains("user-agent: browser/1\r\n"))
    #expect(!head.contains("presseschau"))
  }

  @Test func aFormIsSentByPostAndNotSentOn() async throws {
    let server = try await PlayServer { visit in
      visit.path == "/hub"
        ? PlayServer.answer("", status: "202 Accepted") : PlayServer.redirect(302, to: "/hub")
    }
    try await withFetcher(server) { fetcher in
      let form = Array("hub.mode=subscribe".utf8)
      let answer = try await fetcher.fetch(
        Request(url: server.base + "/hub", purpose: .hub, form: form))
      #expect(answer.status == 202)
      let result = await outcome(
        fetcher, Request(url: server.base + "/fort", purpose: .hub, form: form))
      guard case .badRedirect = result.failure else {
        Issue.record("the form was sent on")
        return
      }
    }
    #expect(server.visits.map(\.path) == ["/hub", "/fort"])
    #expect(server.visits.first?.head.hasPrefix("POST ") == true)
    #expect(
      server.visits.first?.header("content-type") == "application/x-www-form-urlencoded")
  }

  @Test func valuesOfFormsAreEscaped() {
    #expect(FormEncoding.encode("https://a.b/?c=d&e") == "https%3A%2F%2Fa.b%2F%3Fc%3Dd%26e")
    #expect(FormEncoding.encode("ü ~") == "%C3%BC%20%7E")
  }
}

@Suite struct HubSignatureTests {
  /// RFC 4231, test case 2.
  @Test func aKnownSignatureIsValid() {
    let body = Array("what do ya want for nothing?".utf8)
    let header = "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    #expect(HubSignature.header(body: body, secret: "Jefe") == header)
    #expect(HubSignature.isValid(header, body: body, secret: "Jefe"))
    #expect(HubSignature.isValid(header.uppercased(), body: body, secret: "Jefe"))
    #expect(!HubSignature.isValid(header, body: body + [0], secret: "Jefe"))
    #expect(!HubSignature.isValid(header, body: body, secret: "jefe"))
  }

  @Test(arguments: ["", "=", "sha256=", "sha256=5b", "5bdc", "sha1=0", "crc=00"])
  func whatIsNoneIsInvalid(_ header: String) {
    #expect(!HubSignature.isValid(header, body: [1], secret: "s"))
  }
}
