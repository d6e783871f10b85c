import Editions
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Server

/// The paper below a path of its host, as `https://beispiel.de/presse`.
@Suite struct SubPathTests {
  static let base = "https://beispiel.de/presse"

  /// All addresses of a page that lead to this host.
  private func links(_ html: String) -> [String] {
    let starts = ["href=\"", "src=\"", "action=\"", "srcset=\""]
    return starts.flatMap { start in
      html.components(separatedBy: " \(start)").dropFirst().compactMap { part in
        let value = String(part.prefix { $0 != "\"" }.prefix { $0 != " " })
        return value.hasPrefix("/") ? value.replacing("&amp;", with: "&") : nil
      }
    }
  }

  @Test func everyLinkOfEveryPageLeadsToAPage() async throws {
    let sample = try await SampleSite(base: Self.base)
    try await Application(responder: sample.site).test(.router) { client in
      var waiting = ["/presse/", "/presse/en/"]
      var seen = Set(waiting)
      while let path = waiting.popLast(), seen.count < 400 {
        let answer = try await client.execute(uri: path, method: .get)
        #expect(answer.status == .ok || answer.status == .seeOther, "\(path)")
        guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
        for link in links(String(buffer: answer.body)) {
          #expect(link.hasPrefix("/presse/"), "\(link) on \(path)")
          let target = String(link.prefix { $0 != "#" })
          if seen.insert(target).inserted { waiting.append(target) }
        }
      }
      #expect(seen.count > 100)
    }
  }

  /// A proxy may leave the path away or not.
  @Test func bothFormsOfARequestAreAnswered() async throws {
    let sample = try await SampleSite(base: Self.base)
    try await Application(responder: sample.site).test(.router) { client in
      for path in ["/", "/politik", "/en/", "/feed.atom", "/api/v1/stories", "/search?q=Hafen"] {
        let short = try await client.execute(uri: path, method: .get)
        let long = try await client.execute(uri: "/presse" + path, method: .get)
        #expect(short.status == .ok)
        #expect(String(buffer: short.body) == String(buffer: long.body), "\(path)")
      }
      let bare = try await client.execute(uri: "/presse", method: .get)
      #expect(bare.status == .ok)
      let other = try await client.execute(uri: "/pressefoto/", method: .get)
      #expect(other.status == .notFound)
    }
  }

  @Test func theDoorKnowsBothForms() async throws {
    let sample = try await SampleSite(base: Self.base)
    for path in ["/", "/robots.txt"] { try sample.site.prepare(path) }
    let shelf = sample.shelf
    for target in ["/", "/presse/", "/robots.txt", "/presse/robots.txt"] {
      #expect(shelf.ready(for: Array(target.utf8).span, now: SampleSite.now) != nil, "\(target)")
    }
    for target in ["/presse", "/presse.txt", "/press/robots.txt", "/presse/presse/"] {
      #expect(shelf.ready(for: Array(target.utf8).span, now: SampleSite.now) == nil, "\(target)")
    }
  }

  @Test func feedsNameWholeAddresses() async throws {
    let sample = try await SampleSite(base: Self.base)
    try await Application(responder: sample.site).test(.router) { client in
      let feed = try await client.execute(uri: "/presse/feed.atom", method: .get)
      let text = String(buffer: feed.body)
      #expect(text.contains("\"https://beispiel.de/presse/story/"))
      #expect(!text.contains("/presse/presse"))
      let document = try await client.execute(uri: "/api/v1/openapi.json", method: .get)
      #expect(String(buffer: document.body).contains("{\"url\": \"/presse/api/v1\"}"))
    }
  }

  @Test func theDeskStaysBelowThePath() async throws {
    let site = try await ReaderSite(base: Self.base)
    try await site.test { reader in
      let away = try await reader.send(.get, "/presse/desk")
      #expect(away.status == .seeOther)
      #expect(away.headers[.location] == "/presse/signin?next=%2Fdesk")
      let form = try await reader.send(.get, "/presse/signin?next=%2Fdesk")
      let cookie = try #require(form.headers[.setCookie])
      #expect(cookie.contains("Path=/presse/;"))
      let desk = try await reader.send(
        .get, "/presse/desk", ["Cookie": "\(Credentials.cookie)=\(site.annaSession.text)"])
      #expect(desk.status == .ok)
      let all = links(String(buffer: desk.body))
      #expect(!all.isEmpty)
      #expect(all.allSatisfy { $0.hasPrefix("/presse/") })
    }
  }

  @Test func aPathOfOursIsNoRoot() {
    for path in ["/en", "/story", "/politik", "/desk", "/api", "/v1/x", "/search", "/picture"] {
      #expect(Site.hasPlace(below: "https://beispiel.de" + path), "\(path)")
    }
    for path in ["", "/presse", "/a/b", "/zeitung"] {
      #expect(!Site.hasPlace(below: "https://beispiel.de" + path), "\(path)")
    }
  }
}
