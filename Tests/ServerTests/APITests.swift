import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Press
import Storage
import Testing

@testable import Server

@Suite struct APITests {
  private func object(_ response: TestResponse) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(response.body.readableBytesView))
        as? [String: Any])
  }

  @Test func everyPlaceAnswersInJSONWithTagAndSecurityHeaders() async throws {
    let sample = try await SampleSite()
    let story = try #require(try sample.library.stories(limit: 1).first)
    let paths = [
      "/stories", "/stories?section=politik&limit=2&language=de", "/stories/\(story.id)",
      "/stories/\(story.id)/dossier", "/articles/\(story.lead)",
      "/articles/\(story.lead)/evidence", "/search?q=Hafen&page=1", "/sources", "/openapi.json",
    ]
    try await sample.test { client in
      for path in paths {
        let response = try await client.execute(uri: "/api/v1" + path, method: .get)
        #expect(response.status == .ok, "\(path)")
        #expect(response.headers[.contentType] == "application/json")
        let tag = try #require(response.headers[.eTag], "\(path)")
        for field in SecurityHeaders.all { #expect(response.headers[field.name] == field.value) }
        #expect(try !object(response).isEmpty)
        let again = try await client.execute(
          uri: "/api/v1" + path, method: .get, headers: [.ifNoneMatch: tag])
        #expect(again.status == .notModified, "\(path)")
      }
    }
  }

  /// Each device has a count of its own, whoever else asks from its address.
  @Test func keysAreCountedForThemselves() async throws {
    let reader = try await ReaderSite()
    var settings = SiteSettings(formToken: "t")
    settings.searchRate = 40
    let site = Site(
      library: reader.library, settings: settings, shelf: Shelf(seen: 0), finder: nil,
      clock: { SampleSite.now })
    try await Application(responder: site).test(.router) { client in
      func status(_ authorization: String?) async throws -> Int {
        var fields = HTTPFields()
        fields[.authorization] = authorization
        return try await client.execute(uri: "/api/v1/sources", method: .get, headers: fields)
          .status.code
      }
      for _ in 0..<10 { #expect(try await status(nil) == 200) }
      #expect(try await status(nil) == 429)
      let key = "Bearer \(reader.annaToken.text)"
      for _ in 0..<10 { #expect(try await status(key) == 200) }
      #expect(try await status(key) == 429)
      #expect(try await status("bearer \(reader.bertToken.text)") == 200)
      for wrong in ["Bearer x", "Bearer", "Basic YTpi", ""] {
        #expect(try await status(wrong) == 401, "\(wrong)")
      }
      // At other places a key says nothing.
      let page = try await client.execute(
        uri: "/search?q=Hafen", method: .get, headers: [.authorization: "Bearer x"])
      #expect(page.status == .tooManyRequests)
    }
  }

  @Test func placesAreCountedInCodePoints() async throws {
    let sample = try await SampleSite()
    let texts = try sample.library.stories(limit: 20).compactMap {
      try sample.library.article($0.lead)?.article
    }
    try await sample.test { client in
      for article in texts {
        let scalars = Array(article.body.string.unicodeScalars)
        let response = try await client.execute(
          uri: "/api/v1/articles/\(article.id)/evidence", method: .get)
        let names = try #require(try object(response)["names"] as? [[String: Any]])
        #expect(!names.isEmpty, "\(article.headline)")
        for name in names {
          let place = try #require(name["at"] as? [String: Any])
          let lower = try #require(place["lower"] as? Int)
          let upper = try #require(place["upper"] as? Int)
          var words = String.UnicodeScalarView()
          words.append(contentsOf: scalars[lower..<upper])
          #expect(String(words) == place["words"] as? String)
        }
      }
      let story = try #require(try sample.library.stories(limit: 1).first)
      let dossier = try object(
        try await client.execute(uri: "/api/v1/stories/\(story.id)/dossier", method: .get))
      for point in try #require(dossier["keyPoints"] as? [[String: Any]]) {
        let citation = try #require(point["citation"] as? [String: Any])
        let id = try #require(citation["article"] as? String)
        let body = try #require(try sample.library.article(id)?.article.body)
        let lower = try #require(citation["lower"] as? Int)
        let words = try #require(citation["words"] as? String)
        #expect(String(body.string.unicodeScalars.dropFirst(lower)).hasPrefix(words))
      }
    }
  }

  @Test(arguments: [
    ("/stories?limit=0", 400), ("/stories?limit=abc", 400), ("/stories?limit=101", 400),
    ("/stories?limit=1&limit=2", 400), ("/stories?section=nonsense", 400),
    ("/stories?cursor=x", 400), ("/stories?language=fr", 400), ("/search", 400),
    ("/search?q=", 400), ("/search?q=a&page=21", 400), ("/search?q=%ff", 400),
    ("/stories/none", 404), ("/stories/none/dossier", 404), ("/articles/none", 404),
    ("/stories//dossier", 404), ("/nothing", 404), ("", 404), ("/stories/", 404),
  ])
  func whatIsAskedWronglyIsTold(_ path: String, _ status: Int) async throws {
    let sample = try await SampleSite(isEmpty: true)
    try await sample.test { client in
      let response = try await client.execute(uri: "/api/v1" + path, method: .get)
      #expect(response.status.code == status)
      let error = try #require(try object(response)["error"] as? [String: Any])
      #expect((error["message"] as? String)?.isEmpty == false)
      #expect(HTTPField.Name("Content-Security-Policy").flatMap { response.headers[$0] } != nil)
    }
  }

  @Test func onlyReadingIsAnswered() async throws {
    let sample = try await SampleSite(isEmpty: true)
    try await sample.test { client in
      for method in [HTTPRequest.Method.post, .put, .delete, .patch] {
        let response = try await client.execute(uri: "/api/v1/stories", method: method)
        #expect(response.status == .methodNotAllowed)
        #expect(response.headers[.allow] == "GET, HEAD")
      }
    }
  }

  @Test func pagesOfStoriesFollowEachOtherWithoutGapOrRepeat() async throws {
    let sample = try await SampleSite()
    let all = try sample.library.stories(after: nil, limit: 1_000).stories.map(\.id)
    try await sample.test { client in
      var seen: [String] = []
      var path = "/api/v1/stories?limit=7"
      for _ in 0..<200 {
        let page = try object(try await client.execute(uri: path, method: .get))
        seen += (page["stories"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
        guard let next = page["next"] as? String else { break }
        path = "/api/v1/stories?limit=7&cursor=\(next)"
      }
      #expect(seen == all)
    }
  }

  @Test func theDocumentIsJSONAndNamesEveryPlace() throws {
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(APIDocument.text.utf8)) as? [String: Any])
    let paths = try #require(document["paths"] as? [String: Any])
    #expect(
      Set(paths.keys) == [
        "/stories", "/stories/{id}", "/stories/{id}/dossier", "/articles/{id}",
        "/articles/{id}/evidence", "/search", "/sources", "/events", "/openapi.json",
      ])
  }

  @Test func aCursorIsReadAsItIsWritten() {
    let cursor = StoryCursor(lastAt: 1_795_240_000, id: "s7-k")
    #expect(StoryCursor(cursor.text) == cursor)
    for text in ["", "-", "5-", "x-y", "5"] { #expect(StoryCursor(text) == nil) }
  }
}
