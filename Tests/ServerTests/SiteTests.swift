import Editions
import Evidence
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Languages
import Packing
import Press
import Storage
import Testing

@testable import Server

@Suite struct SiteTests {
  /// Every kind of page, from the library itself.
  static func paths(_ library: Library) throws -> [String] {
    let story = try #require(
      try library.stories(limit: 100).max { $0.articleCount < $1.articleCount })
    let article = try #require(try library.article(story.lead))
    let sentence = try #require(article.findings.sentences.first)
    let quantity = Quantity.Anchor(try #require(try Self.comparison(library)).citation.passage)
    let places: [Address.Place] =
      [
        .front, .section(.politik), .story(story.id), .article(story.lead, anchor: nil),
        .passage(story.lead, version: 1, sentence: sentence.hash),
        .outlet(article.article.outlet.id), .day(CivilDay(secondsSince1970: story.lastAt)),
        .search(query: "Hafen", page: 1), .quantity(quantity), .sources, .how, .archive,
        .corrections, .sourceList,
        .robots, .icon,
      ]
      + FeedFormat.allCases.flatMap { format in
        let topics: [FeedTopic] = [
          .front, .section(.politik), .story(story.id), .outlet(article.article.outlet.id),
          .search("Hafen"), .quantity(quantity),
        ]
        return topics.map { Address.Place.feed($0, format) }
      }
    return EditionLanguage.allCases.flatMap { language in
      places.map { Address($0, in: language).path }
    }
  }

  /// A figure that is compared with others.
  private static func comparison(_ library: Library) throws -> Comparison.Reading? {
    for story in try library.stories(limit: 100) {
      let comparisons = try library.story(story.id)?.dossier.comparisons ?? []
      if let found = comparisons.first(where: { $0.readings.count > 1 }) {
        return found.readings[0]
      }
    }
    return nil
  }

  @Test func anArticleSaysWhatNoEarlierReportSays() async throws {
    let sample = try await SampleSite()
    let library = sample.library
    try await sample.test { client in
      var shown = 0
      for story in try library.stories(limit: 100) {
        for news in try #require(try library.story(story.id)).dossier.news ?? [] {
          let article = try #require(try library.article(news.article)).article
          for sentence in news.sentences {
            #expect(article.body[sentence.passage.range] == sentence.words)
          }
          let page = try await client.execute(uri: "/article/\(news.article)", method: .get)
          if String(buffer: page.body).contains("Neu gegenüber früheren Berichten") { shown += 1 }
        }
      }
      #expect(shown > 3)
    }
  }

  @Test func aQuantityIsFollowedThroughItsSaga() async throws {
    let sample = try await SampleSite()
    let library = sample.library
    try await sample.test { client in
      var pages = 0
      for story in try library.stories(limit: 100) {
        let page = try await client.execute(uri: "/story/\(story.id)", method: .get)
        let text = String(buffer: page.body)
        for comparison in try #require(try library.story(story.id)).dossier.comparisons
        where comparison.readings.count > 1 {
          let anchor = Quantity.Anchor(comparison.readings[0].citation.passage)
          let path = Address(.quantity(anchor)).path
          guard text.contains("href=\"\(path)\"") else { continue }
          pages += 1
          let answer = try await client.execute(uri: path, method: .get)
          #expect(answer.status == .ok, "\(path)")
          let body = String(buffer: answer.body)
          // Every figure that the story compares is there, with its place in its article.
          for reading in comparison.readings where reading.figure.relation != .order {
            let passage = reading.citation.passage
            #expect(body.contains("/article/\(passage.article)#p\(passage.anchor)"), "\(path)")
          }
          let feed = try await client.execute(uri: "\(path)/feed.json", method: .get)
          #expect(feed.status == .ok && String(buffer: feed.body).contains("content_text"))
        }
      }
      #expect(pages > 2)
      for path in ["/quantity/none.1.0", "/quantity/x", "/quantity/a.b.c", "/quantity/a.1.-1"] {
        #expect(try await client.execute(uri: path, method: .get).status == .notFound)
      }
    }
  }

  @Test func everyPageAnswersWithAllSecurityHeaders() async throws {
    let sample = try await SampleSite()
    let paths =
      try Self.paths(sample.library) + ["/nothing", "/story/none", "/article/none", "/%ff"]
    try await sample.test { client in
      for path in paths {
        try await client.execute(uri: path, method: .get) { response in
          let isThere = !["/nothing", "/story/none", "/article/none", "/%ff"].contains(path)
          #expect(response.status == (isThere ? .ok : .notFound), "\(path)")
          for field in SecurityHeaders.all {
            #expect(response.headers[field.name] == field.value, "\(path) lacks \(field.name)")
          }
          #expect(response.headers[.contentType] != nil)
          #expect(response.body.readableBytes > 0)
        }
      }
    }
  }

  @Test func pagesAreSmallEnoughForOneWindow() async throws {
    let sample = try await SampleSite()
    let paths = try Self.paths(sample.library)
    try await sample.test { client in
      for path in paths {
        try await client.execute(
          uri: path, method: .get, headers: [.acceptEncoding: "gzip"]
        ) { response in
          let head = response.headers.reduce(20) {
            $0 + $1.name.rawName.utf8.count + $1.value.utf8.count + 4
          }
          #expect(response.body.readableBytes + head <= 13_000, "\(path)")
        }
      }
    }
  }

  @Test func aPackedPageIsThePageItself() async throws {
    let sample = try await SampleSite()
    try await sample.test { client in
      let plain = try await client.execute(uri: "/", method: .get)
      #expect(plain.headers[.contentEncoding] == nil)
      let gzip = try await client.execute(
        uri: "/", method: .get, headers: [.acceptEncoding: "gzip, deflate"])
      #expect(gzip.headers[.contentEncoding] == "gzip")
      #expect(gzip.headers[.vary] == "Accept-Encoding, Cookie")
      #expect(
        try gunzip(Array(gzip.body.readableBytesView), limit: 1 << 20)
          == Array(plain.body.readableBytesView))
      let soon = try await client.execute(
        uri: "/", method: .get, headers: [.acceptEncoding: "br"])
      _ = try await client.execute(uri: "/", method: .get, headers: [.acceptEncoding: "br"])
      #expect(soon.headers[.contentEncoding] == "br")
      // What more than one asked for is packed for all.
      try sample.site.prepareShelf(patience: .seconds(60))
      let brotli = try await client.execute(
        uri: "/", method: .get, headers: [.acceptEncoding: "br, gzip"])
      #expect(brotli.headers[.contentEncoding] == "br")
      #expect(brotli.body.readableBytes < soon.body.readableBytes)
      #expect(brotli.headers[.eTag] != soon.headers[.eTag])
      let none = try await client.execute(
        uri: "/", method: .get, headers: [.acceptEncoding: "br;q=0, gzip;q=0"])
      #expect(none.headers[.contentEncoding] == nil)
    }
  }

  @Test func aKnownPageIsNotSentAgain() async throws {
    let sample = try await SampleSite()
    try await sample.test { client in
      let first = try await client.execute(
        uri: "/", method: .get, headers: [.acceptEncoding: "gzip"])
      let tag = try #require(first.headers[.eTag])
      let again = try await client.execute(
        uri: "/", method: .get, headers: [.acceptEncoding: "gzip", .ifNoneMatch: "\"x\", W/\(tag)"])
      #expect(again.status == .notModified)
      #expect(again.body.readableBytes == 0)
      #expect(again.headers[.eTag] == tag)
      let other = try await client.execute(
        uri: "/", method: .get, headers: [.acceptEncoding: "gzip", .ifNoneMatch: "\"x\""])
      #expect(other.status == .ok)
    }
  }

  @Test func aHeadRequestHasNoBodyAndOtherMethodsAreRefused() async throws {
    let sample = try await SampleSite()
    try await sample.test { client in
      let head = try await client.execute(uri: "/", method: .head)
      #expect(head.status == .ok)
      #expect(head.body.readableBytes == 0)
      #expect(head.headers[.contentLength] != nil)
      for method in [HTTPRequest.Method.put, .delete, .patch, .post] {
        let response = try await client.execute(uri: "/", method: method)
        #expect(response.status == .methodNotAllowed)
        #expect(response.headers[.allow] == "GET, HEAD")
      }
    }
  }

  @Test func aChangeReachesThePageThatShowsIt() async throws {
    let sample = try await SampleSite(isEmpty: true)
    try await sample.test { client in
      let empty = try await client.execute(uri: "/sources", method: .get)
      let source = Source(
        url: "https://bote.example/rss", kind: .feed, outlet: "bote.example", title: "Testbote")
      let outlet = Outlet(id: "bote.example", name: "Testbote")
      _ = try sample.library.add([source], outlets: [outlet], at: 1)
      sample.shelf.note(try sample.library.changes(after: sample.shelf.seen))
      let filled = try await client.execute(uri: "/sources", method: .get)
      #expect(!String(buffer: empty.body).contains("Testbote"))
      #expect(String(buffer: filled.body).contains("Testbote"))
    }
  }
}

@Suite struct SourceFormsTests {
  private func post(
    _ fields: String, headers: HTTPFields = [:], host: String = "localhost:8080"
  ) async throws -> (TestResponse, Int) {
    let sample = try await SampleSite(isEmpty: true)
    let responses = Responses()
    var headers = headers
    headers[.contentType] = "application/x-www-form-urlencoded"
    let sent = headers
    try await Application(responder: sample.site).test(.live) { client in
      await responses.set(
        try await client.execute(
          uri: "/sources", method: .post, headers: sent, body: ByteBuffer(string: fields)))
    }
    return (try #require(await responses.last), try sample.library.sources().count)
  }

  private actor Responses {
    var last: TestResponse?
    func set(_ response: TestResponse) { last = response }
  }

  @Test func aStarterPackIsAdded() async throws {
    let (response, count) = try await post("csrf=our-token&pack=deutschland")
    #expect(response.status == .ok)
    #expect(count > 10)
  }

  @Test func aFormWithoutOurTokenChangesNothing() async throws {
    let (response, count) = try await post("csrf=guess&pack=deutschland")
    #expect(response.status == .unprocessableContent)
    #expect(count == 0)
  }

  @Test func aFormFromAnotherSiteIsForbidden() async throws {
    let (response, count) = try await post(
      "csrf=our-token&pack=deutschland", headers: [.origin: "https://evil.example"])
    #expect(response.status == .forbidden)
    #expect(count == 0)
  }

  /// What Chromium sends from a page with `Referrer-Policy: no-referrer`.
  @Test func aFormFromOurOwnPageIsTaken() async throws {
    var headers: HTTPFields = [.origin: "null"]
    headers[HTTPField.Name("Sec-Fetch-Site") ?? .from] = "same-origin"
    let (response, count) = try await post("csrf=our-token&pack=recherche", headers: headers)
    #expect(response.status == .ok)
    #expect(count > 3)
    headers[HTTPField.Name("Sec-Fetch-Site") ?? .from] = "cross-site"
    let (refused, none) = try await post("csrf=our-token&pack=recherche", headers: headers)
    #expect(refused.status == .forbidden)
    #expect(none == 0)
  }

  @Test func whatIsNoAddressIsNamed() async throws {
    let (response, count) = try await post("csrf=our-token&address=not+an+address")
    #expect(response.status == .unprocessableContent)
    #expect(String(buffer: response.body).contains("not an address"))
    #expect(count == 0)
  }
}

@Suite struct FormDataTests {
  @Test func encodedFormsAreRead() {
    let form = FormData(
      Array("a=1+2&b=%C3%A4%&c".utf8), contentType: "application/x-www-form-urlencoded")
    #expect(form.text("a") == "1 2")
    #expect(form.text("b") == "ä%")
    #expect(form.text("c") == nil)
    #expect(form.text("d") == nil)
  }

  @Test func filesAreReadFromParts() {
    let body =
      "--xx\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\ntoken\r\n--xx\r\n"
      + "Content-Disposition: form-data; name=\"opml\"; filename=\"a.opml\"\r\n"
      + "Content-Type: text/xml\r\n\r\n<opml>\r\n</opml>\r\n--xx--\r\n"
    let form = FormData(Array(body.utf8), contentType: "multipart/form-data; boundary=\"xx\"")
    #expect(form.text("csrf") == "token")
    #expect(form.fields["opml"] == Array("<opml>\r\n</opml>".utf8))
  }

  @Test func brokenFormsAreEmpty() {
    for body in ["", "--", "--xx", "--xx\r\n\r\n", "%", "=", "&&&"] {
      let parts = FormData(Array(body.utf8), contentType: "multipart/form-data; boundary=xx")
      #expect(parts.fields.isEmpty)
      _ = FormData(Array(body.utf8), contentType: "")
    }
  }
}
