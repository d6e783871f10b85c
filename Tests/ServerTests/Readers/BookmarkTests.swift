import Fetching
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Newsroom
import Storage
import Synchronization
import Testing

@testable import Server

/// Articles kept for later: requests as Linkding and wallabag want them, over real sockets.
@Suite struct BookmarkTests {
  /// A server that takes bookmarks as both services do.
  private final class Keeper: Sendable {
    struct Asked: Sendable, Equatable {
      var path: String
      var authorization: String
      var body: [String: String]
    }
    let asked = Mutex<[Asked]>([])

    var router: Router<BasicRequestContext> {
      let router = Router()
      for path in ["/api/bookmarks/", "/api/entries.json", "/oauth/v2/token"] {
        router.post(RouterPath(path)) { request, _ -> Response in
          let bytes = try await request.body.collect(upTo: 10_000)
          let body = try JSONDecoder().decode(
            [String: String].self, from: Data(bytes.readableBytesView))
          let authorization = request.headers[.authorization] ?? ""
          self.asked.withLock {
            $0.append(Asked(path: path, authorization: authorization, body: body))
          }
          if path == "/oauth/v2/token" {
            guard body["password"] == "geheim" else { return Response(status: .badRequest) }
            return Response(
              status: .ok, headers: [.contentType: "application/json"],
              body: .init(
                byteBuffer: ByteBuffer(string: "{\"access_token\":\"T1\",\"expires_in\":3600}")))
          }
          guard ["Token schluessel", "Bearer T1"].contains(authorization) else {
            return Response(status: .unauthorized)
          }
          return Response(
            status: .created, body: .init(byteBuffer: ByteBuffer(string: "{\"id\":1}")))
        }
      }
      return router
    }
  }

  /// Runs a body with a site that may call the service on loopback.
  private func run(
    _ body: @escaping @Sendable (ReaderSite, Site, Keeper, _ address: String) async throws -> Void
  ) async throws {
    let service = Keeper()
    let reader = try await ReaderSite()
    try await RawServer.beside(service.router.buildResponder()) { fetcher, address in
      let site = Site(
        library: reader.library, settings: SiteSettings(formToken: "t"), shelf: Shelf(seen: 0),
        finder: SourceFinder(library: reader.library, fetcher: fetcher),
        clock: { SampleSite.now })
      try await body(reader, site, service, address)
    }
  }

  private func report(_ reader: ReaderSite) throws -> ItemHeading {
    var query = ItemQuery(.everything)
    query.limit = 50
    let ids = try reader.library.items(query, of: reader.anna.id).map(\.id)
    let headings = try reader.library.headings(ids, of: reader.anna.id)
    return try #require(headings.first { $0.url != nil && !$0.isStory })
  }

  private func settings(_ fields: [(String, String)]) -> String {
    ([("bookmarks", "1")] + fields)
      .map { "\($0.0)=\(FormEncoding.encode($0.1))" }.joined(separator: "&")
  }

  @Test func linkdingGetsAddressAndHeadline() async throws {
    try await run { reader, site, service, address in
      try await Application(responder: site).test(.router) { client in
        let client = ReaderClient(client: client, site: reader)
        let item = try self.report(reader)
        let none = try await client.desk(
          .post, "/desk/act", "later=\(item.id)", as: reader.annaSession)
        #expect(none.status == .badRequest)
        let kept = try await client.desk(
          .post, "/desk/settings",
          self.settings([
            ("kind", "linkding"), ("address", address + "/"), ("secret", "schluessel"),
          ]),
          as: reader.annaSession)
        #expect(kept.status == .ok)
        #expect(!kept.text.contains("schluessel"))
        let open = try await client.desk(.get, "/desk?item=\(item.id)", as: reader.annaSession)
        #expect(open.text.contains("name=\"later\" value=\"\(item.id)\""))
        let done = try await client.desk(
          .post, "/desk/act", "later=\(item.id)", as: reader.annaSession)
        #expect(done.headers[.location]?.contains("later=kept") == true)
        #expect(
          service.asked.withLock { $0 } == [
            Keeper.Asked(
              path: "/api/bookmarks/", authorization: "Token schluessel",
              body: ["url": try #require(item.url), "title": item.headline])
          ])
        // What is left empty stays; a wrong key is told.
        _ = try await client.desk(
          .post, "/desk/settings", self.settings([("kind", "linkding"), ("address", address)]),
          as: reader.annaSession)
        #expect(
          try reader.library.bookmarkService(of: reader.anna.id)?.secret == "schluessel")
        _ = try await client.desk(
          .post, "/desk/settings",
          self.settings([("kind", "linkding"), ("address", address), ("secret", "falsch")]),
          as: reader.annaSession)
        let refused = try await client.desk(
          .post, "/desk/act", "later=\(item.id)", as: reader.annaSession)
        #expect(refused.headers[.location]?.contains("later=refused") == true)
        #expect(try reader.library.bookmarkService(of: reader.bert.id) == nil)
        _ = try await client.desk(
          .post, "/desk/settings", self.settings([("kind", "")]), as: reader.annaSession)
        #expect(try reader.library.bookmarkService(of: reader.anna.id) == nil)
      }
    }
  }

  @Test func wallabagGetsATokenFirst() async throws {
    try await run { reader, site, service, address in
      try reader.library.setBookmarkService(
        BookmarkService(
          kind: .wallabag, address: address, secret: "geheim", user: "anna", client: "1_a",
          clientSecret: "b"), of: reader.anna.id)
      try await Application(responder: site).test(.router) { client in
        let client = ReaderClient(client: client, site: reader)
        let item = try self.report(reader)
        let key = ["X-Auth-Token": reader.annaToken.text]
        let status = try await client.send(.get, "/v1/integrations/status", key)
        #expect(status.text.contains("true"))
        let answer = try await client.send(.post, "/v1/entries/\(item.id)/save", key, body: "")
        #expect(answer.status == .accepted)
        let asked = service.asked.withLock { $0 }
        #expect(asked.map(\.path) == ["/oauth/v2/token", "/api/entries.json"])
        #expect(asked.first?.body["username"] == "anna")
        #expect(asked.last?.authorization == "Bearer T1")
        #expect(asked.last?.body["url"] == item.url)
        // Bert has no service.
        let bert = try await client.send(
          .post, "/v1/entries/\(item.id)/save", ["X-Auth-Token": reader.bertToken.text], body: "")
        #expect(bert.status == .badRequest)
      }
    }
  }

  /// The service's address is fetched like any other: not into this machine unless it was opened.
  @Test func theGuardStandsBeforeTheServiceToo() async throws {
    try await run { reader, site, service, address in
      try reader.library.setBookmarkService(
        BookmarkService(kind: .linkding, address: "http://127.0.0.1:1", secret: "x"),
        of: reader.anna.id)
      try await Application(responder: site).test(.router) { client in
        let client = ReaderClient(client: client, site: reader)
        let answer = try await client.desk(
          .post, "/desk/act", "later=\(try self.report(reader).id)", as: reader.annaSession)
        #expect(answer.headers[.location]?.contains("later=lost") == true)
        #expect(service.asked.withLock { $0 }.isEmpty)
      }
    }
  }
}
