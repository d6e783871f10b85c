import Editions
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Server

/// What a reader chooses for all pages is kept in a cookie, and nobody else's pages change.
@Suite struct LookTests {
  private static let speculation = HTTPField.Name("Speculation-Rules")!
  private let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]

  @Test func aChoiceIsKeptAndHoldsOnEveryPage() async throws {
    let sample = try await SampleSite()
    let cookie = SentCookie()
    try await sample.test { client in
      let body = ByteBuffer(string: "csrf=our-token&z=3&f=1&t=2&k=1")
      try await client.execute(uri: "/en/look", method: .post, headers: form, body: body) {
        #expect($0.status == .ok)
        #expect($0.headers[.cacheControl] == "no-store")
        #expect(String(buffer: $0.body).contains("class=\"z3 t2\""))
        let line = $0.headers[.setCookie] ?? ""
        #expect(line.hasPrefix("look=z3t2k; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax"))
        cookie.value = "\(line.prefix { $0 != ";" })"
      }
      let own: HTTPFields = [.cookie: cookie.value]
      for _ in 0..<2 {
        try await client.execute(uri: "/", method: .get, headers: own) {
          #expect(String(buffer: $0.body).contains("<html lang=\"de\" class=\"z3 t2\">"))
          #expect($0.headers[.cacheControl] == "private, max-age=30")
          #expect($0.headers[.vary] == "Accept-Encoding, Cookie")
          #expect($0.headers[Self.speculation] == "\"/speculation.json\"")
        }
        try await client.execute(uri: "/", method: .get) {
          #expect(String(buffer: $0.body).contains("<html lang=\"de\">"))
          #expect($0.headers[.cacheControl]?.hasPrefix("public") == true)
          #expect($0.headers[Self.speculation] == nil)
        }
      }
      for path in ["/paper.js", "/offline.js", "/paper.webmanifest", "/speculation.json"] {
        try await client.execute(uri: path, method: .get, headers: own) {
          #expect($0.status == .ok, "\(path)")
          #expect($0.headers[.cacheControl]?.hasPrefix("public") == true)
        }
      }
    }
  }

  @Test func theKeeperMakesPagesOfOneTasteAnew() async throws {
    let sample = try await SampleSite()
    let look = ReaderLook(code: "z3")
    let address = Address(.front, in: .english)
    let key = Site.shelfKey(address, look)
    try await sample.test { client in
      try await client.execute(uri: address.path, method: .get, headers: [.cookie: "look=z3"]) {
        #expect($0.status == .ok)
      }
    }
    #expect(sample.shelf.due(now: SampleSite.now + 55, limit: 10).contains(key))
    try sample.site.prepare(key)
    #expect(!sample.shelf.due(now: SampleSite.now + 55, limit: 10).contains(key))
    #expect(sample.shelf.missing([key]).isEmpty)
  }

  @Test func theStandardTakesTheCookieAway() async throws {
    let sample = try await SampleSite()
    try await sample.test { client in
      let body = ByteBuffer(string: "csrf=our-token&z=2&f=1&t=1")
      try await client.execute(uri: "/look", method: .post, headers: form, body: body) {
        #expect($0.headers[.setCookie]?.hasPrefix("look=; Path=/; Max-Age=0") == true)
        #expect($0.headers[HTTPField.Name("Clear-Site-Data")!] == "\"storage\"")
      }
    }
  }

  @Test func anotherSitesFormIsNotTaken() async throws {
    let sample = try await SampleSite()
    try await sample.test { client in
      var foreign = form
      foreign[HTTPField.Name("Sec-Fetch-Site")!] = "cross-site"
      let good = ByteBuffer(string: "csrf=our-token&z=3")
      let cases: [(HTTPFields, ByteBuffer, HTTPResponse.Status)] = [
        (foreign, good, .forbidden), (form, ByteBuffer(string: "z=3"), .forbidden),
        (form, ByteBuffer(repeating: 65, count: 9_000), .contentTooLarge),
      ]
      for (fields, body, status) in cases {
        try await client.execute(uri: "/look", method: .post, headers: fields, body: body) {
          #expect($0.status == status)
          #expect($0.headers[.setCookie] == nil)
        }
      }
    }
  }
}

/// What a test hands from one answer to the next request.
private final class SentCookie: @unchecked Sendable {
  // Written and read by one test, one request after the other.
  var value = ""
}
