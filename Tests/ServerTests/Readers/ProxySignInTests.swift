import Foundation
import Hummingbird
import Storage
import Testing

@testable import Server

/// Who has signed in at a proxy needs no password here – if it is a proxy of ours that says so.
@Suite struct ProxySignInTests {
  private func site(_ reader: ReaderSite, proxies: String, header: String? = "Remote-User") throws
    -> Site
  {
    var settings = SiteSettings(formToken: reader.sample.token)
    settings.proxies = try TrustedProxies(proxies)
    settings.userHeader = header
    return Site(
      library: reader.library, settings: settings, shelf: Shelf(seen: 0), finder: nil,
      clock: { SampleSite.now })
  }

  private func desk(_ fields: String) -> String {
    "GET /desk HTTP/1.1\r\nHost: 127.0.0.1\r\n\(fields)\r\n" + DoorTests.close
  }

  private func status(_ site: Site, _ fields: String) async throws -> (Int?, String) {
    let answers = Answers()
    let request = desk(fields)
    try await RawServer.run(site) { port in
      await answers.set(try await RawServer.talk(port, [request]))
    }
    let text = await answers.text
    return (RawServer.statuses(text).first, text)
  }

  private actor Answers {
    private(set) var text = ""
    func set(_ text: String) { self.text = text }
  }

  @Test func whoIsSignedInAtTheProxyIsSignedIn() async throws {
    let reader = try await ReaderSite()
    let (status, text) = try await status(
      try site(reader, proxies: "127.0.0.1"), "Remote-User: Anna\r\n")
    #expect(status == 200)
    let cookie = try #require(text.firstRange(of: "presseschau="))
    let secret = Secret(String(text[cookie.upperBound...].prefix { $0 != ";" }))
    #expect(
      try reader.library.account(ofSession: secret.hash, at: SampleSite.now)?.id == reader.anna.id)
    // With that cookie no second session is made.
    let (again, second) = try await self.status(
      try site(reader, proxies: "127.0.0.1"),
      "Remote-User: anna\r\nCookie: presseschau=\(secret.text)\r\n")
    #expect(again == 200)
    #expect(!second.contains("presseschau="))
  }

  @Test func whoComesFirstGetsAnAccountWithoutRights() async throws {
    let reader = try await ReaderSite()
    let (status, _) = try await status(
      try site(reader, proxies: "127.0.0.0/8"), "Remote-User: carla\r\n")
    #expect(status == 200)
    let carla = try #require(try reader.library.credentials(of: "carla"))
    #expect(!carla.account.isOperator)
    // It has no password, not even an empty one.
    #expect(try PasswordHash(kept: carla.password).matches("") == false)
  }

  @Test func anotherUserEndsTheSessionOfTheOneBefore() async throws {
    let reader = try await ReaderSite()
    let (status, text) = try await status(
      try site(reader, proxies: "127.0.0.1"),
      "Remote-User: bert\r\nCookie: presseschau=\(reader.annaSession.text)\r\n")
    #expect(status == 200)
    let cookie = try #require(text.firstRange(of: "presseschau="))
    let secret = Secret(String(text[cookie.upperBound...].prefix { $0 != ";" }))
    #expect(
      try reader.library.account(ofSession: secret.hash, at: SampleSite.now)?.id == reader.bert.id)
  }

  @Test(arguments: [
    ("", "Remote-User: anna\r\n"), ("10.0.0.0/8", "Remote-User: anna\r\n"),
    ("127.0.0.1", "X-Other: anna\r\n"), ("127.0.0.1", "Remote-User: a b c/…\r\n"),
    ("127.0.0.1", "Remote-User: anna\r\nRemote-User: bert\r\n"), ("127.0.0.1", "Remote-User: \r\n"),
  ])
  func nobodyElseIsBelieved(proxies: String, fields: String) async throws {
    let reader = try await ReaderSite()
    let (status, text) = try await status(try site(reader, proxies: proxies), fields)
    #expect(status == 303 || status == 400)
    #expect(!text.contains("presseschau="))
  }
}
