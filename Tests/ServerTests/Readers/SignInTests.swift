import Evidence
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Press
import Storage
import Testing

@testable import Server

@Suite struct SignInTests {
  /// A cookie that an answer sets.
  private func cookie(_ name: String, _ answer: TestResponse) -> String? {
    answer.headers[values: .setCookie].first { $0.hasPrefix("\(name)=") }
  }

  private func form(_ client: ReaderClient, _ path: String = "/signin") async throws -> Secret {
    let page = try await client.send(.get, path)
    let line = try #require(cookie("presseschau_form", page))
    #expect(line.contains("HttpOnly") && line.contains("SameSite=Lax"))
    let secret = Secret(String(line.dropFirst("presseschau_form=".count).prefix { $0 != ";" }))
    #expect(page.text.contains(secret.formToken))
    return secret
  }

  private func signIn(
    _ client: ReaderClient, _ form: Secret, name: String = "anna",
    password: String = ReaderSite.password, next: String = "", cookie: String = "",
    headers: [String: String] = [:]
  ) async throws -> TestResponse {
    var all = headers
    all["Cookie"] = "presseschau_form=\(form.text)\(cookie)"
    let body =
      "csrf=\(form.formToken)&name=\(name)&password="
      + password.split(separator: " ").joined(separator: "+")
    return try await client.send(.post, "/signin" + next, all, body: body)
  }

  @Test func rightPasswordsOpenASessionThatIsNew() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      let answer = try await signIn(
        client, try await form(client), cookie: "; presseschau=\(site.annaSession.text)")
      #expect(answer.status == .seeOther && answer.headers[.location] == "/desk")
      let line = try #require(cookie("presseschau", answer))
      #expect(line.contains("HttpOnly") && line.contains("SameSite=Lax"))
      let secret = Secret(String(line.dropFirst("presseschau=".count).prefix { $0 != ";" }))
      #expect(secret != site.annaSession)
      #expect(try await client.desk(.get, "/desk", as: secret).status == .ok)
      // The session the browser came with has ended.
      #expect(try await client.desk(.get, "/desk", as: site.annaSession).status == .seeOther)
      let out = try await client.desk(.post, "/signout", "x=1", as: secret)
      #expect(out.status == .seeOther)
      #expect(try await client.desk(.get, "/desk", as: secret).status == .seeOther)
    }
  }

  @Test func wrongPasswordsAndUnknownNamesAreAnsweredAlike() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      let secret = try await form(client)
      let wrong = try await signIn(client, secret, password: "falsches Kennwort")
      let unknown = try await signIn(client, secret, name: "niemand")
      #expect(wrong.status == .unauthorized && unknown.status == .unauthorized)
      #expect(
        wrong.text.replacing("anna", with: "") == unknown.text.replacing("niemand", with: ""))
    }
  }

  @Test func fiveFailuresBarForAQuarterOfAnHour() {
    let failures = SignInFailures()
    for second: Int64 in 0..<5 {
      #expect(failures.bar("anna", from: "10.0.0.1", at: second) == nil)
      failures.note("anna", from: "10.0.0.1", at: second)
    }
    #expect(failures.bar("anna", from: "10.0.0.2", at: 10) == 890)
    #expect(failures.bar("bert", from: "10.0.0.1", at: 10) == 890)
    #expect(failures.bar("bert", from: "10.0.0.2", at: 10) == nil)
    #expect(failures.bar("anna", from: "10.0.0.2", at: 901) == nil)
  }

  @Test func strangersCannotKeepAReaderOut() {
    let failures = SignInFailures()
    failures.clear("anna", from: "10.0.0.9")
    for _ in 0..<9 { failures.note("anna", from: "10.0.0.1", at: 5) }
    #expect(failures.bar("anna", from: "10.0.0.9", at: 6) == nil)
    #expect(failures.bar("anna", from: "10.0.0.3", at: 6) != nil)
  }

  @Test func theSixthTryIsBarredWhateverItsPassword() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      let secret = try await form(client)
      for _ in 0..<5 {
        #expect(try await signIn(client, secret, password: "falsch").status == .unauthorized)
      }
      let barred = try await signIn(client, secret)
      #expect(barred.status == .tooManyRequests)
      #expect(barred.headers[.retryAfter] == "900")
      let app = try await client.send(
        .post, "/accounts/ClientLogin", body: "Email=anna&Passwd=ein+gutes+Kennwort")
      #expect(app.status == .tooManyRequests)
      // An app with a password of its own goes on.
      #expect(try await client.google(.get, "/reader/api/0/token").status == .ok)
    }
  }

  @Test func formsOfOthersAreForbidden() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      let secret = try await form(client)
      let evil = try await signIn(client, secret, headers: ["Origin": "https://evil.example"])
      let cross = try await signIn(client, secret, headers: ["Sec-Fetch-Site": "cross-site"])
      #expect(evil.status == .forbidden && cross.status == .forbidden)
      let session = site.annaSession
      let act = "star=1"
      #expect(
        try await client.desk(.post, "/desk/act", act, as: session, withToken: false).status
          == .forbidden)
      #expect(
        try await client.desk(
          .post, "/desk/act", "csrf=\(site.bertSession.formToken)&\(act)", as: session,
          withToken: false
        ).status == .forbidden)
      #expect(
        try await client.desk(
          .post, "/desk/act", act, as: session, headers: ["Origin": "null"]
        ).status == .seeOther)
    }
  }

  @Test(arguments: [
    "//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "/a\tb",
    "evil", "", "/%0d%0aX: y\r\n",
  ])
  func nobodyIsLedElsewhere(target: String) async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      let encoded = target.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
      let answer = try await signIn(client, try await form(client), next: "?next=\(encoded)")
      #expect(answer.headers[.location] == "/desk")
      let act = try await client.desk(
        .post, "/desk/act", "undo=1&back=\(encoded)", as: site.annaSession)
      #expect(act.headers[.location]?.hasPrefix("/desk") == true)
    }
  }

  @Test func anInvitationMakesOneAccountOnce() async throws {
    let site = try await ReaderSite()
    let link = Secret()
    try site.library.addInvitation(
      link.hash, isOperator: true, expiresAt: SampleSite.now + 100)
    try await site.test { client in
      let secret = try await form(client, "/welcome/\(link.text)")
      func make(_ name: String, _ password: String) async throws -> HTTPResponse.Status {
        try await client.send(
          .post, "/welcome/\(link.text)", ["Cookie": "presseschau_form=\(secret.text)"],
          body: "csrf=\(secret.formToken)&name=\(name)&password=\(password)"
        ).status
      }
      #expect(try await make("carla", "kurz") == .unprocessableContent)
      #expect(try await make("ANNA", "ein+gutes+Kennwort") == .unprocessableContent)
      #expect(try await make("a:b", "ein+gutes+Kennwort") == .unprocessableContent)
      #expect(try await make("carla", "ein+gutes+Kennwort") == .seeOther)
      #expect(try await make("dora", "ein+gutes+Kennwort") == .gone)
      #expect(try await client.send(.get, "/welcome/\(link.text)").status == .gone)
    }
    #expect(try site.library.credentials(of: "carla")?.account.isOperator == true)
    #expect(try site.library.credentials(of: "dora") == nil)
  }

  @Test func anotherPasswordEndsEverySessionAndApp() async throws {
    let site = try await ReaderSite()
    let other = Secret()
    try site.library.addSession(other.hash, of: site.anna.id, agent: "", at: SampleSite.now)
    try await site.test { client in
      let wrong = try await client.desk(
        .post, "/desk/password", "old=falsch&password=ein+neues+Kennwort", as: site.annaSession)
      #expect(wrong.status == .unprocessableContent)
      let done = try await client.desk(
        .post, "/desk/password", "old=ein+gutes+Kennwort&password=ein+neues+Kennwort",
        as: site.annaSession)
      #expect(done.status == .ok)
      #expect(try await client.desk(.get, "/desk", as: site.annaSession).status == .ok)
      #expect(try await client.desk(.get, "/desk", as: other).status == .seeOther)
      #expect(try await client.google(.get, "/reader/api/0/token").status == .unauthorized)
    }
  }
}

@Suite struct PasswordHashTests {
  @Test func aPasswordMatchesItsHashOnly() throws {
    let hash = PasswordHash(kept: ReaderSite.kept)
    #expect(hash.text.hasPrefix("scrypt$15$8$3$"))
    #expect(try hash.matches(ReaderSite.password))
    #expect(try !hash.matches(ReaderSite.password + " "))
  }

  @Test(arguments: ["", "scrypt$99$8$3$AA==$AA==", "plain", "scrypt$15$8$3$***$AA=="])
  func whatIsNoHashMatchesNothing(kept: String) throws {
    #expect(try !PasswordHash(kept: kept).matches(""))
  }

  @Test func weakPasswordsAreRefused() {
    #expect(PasswordHash.objection(to: "123456789") == .tooShort)
    #expect(PasswordHash.objection(to: "aaaaaaaaaaaa") == .tooPlain)
    #expect(PasswordHash.objection(to: String(repeating: "abcd", count: 300)) == .tooLong)
    #expect(PasswordHash.objection(to: "zehn Zeichen") == nil)
  }

  @Test func secretsAreKeptAsHashesAndDiffer() {
    let (one, other) = (Secret(), Secret())
    #expect(one != other && one.hash != other.hash && one.text.utf8.count == 32)
    #expect(one.formToken != other.formToken && !one.formToken.contains(one.text))
    #expect(Secret.feverKey(name: "reader", password: "secret").utf8.count == 32)
  }
}
