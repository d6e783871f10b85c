import Evidence
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Press
import Storage
import Testing

@testable import Server

/// Every route of readers asked by its owner, by somebody else and by nobody. The table is the route
/// table itself, so that a new route is in it.
@Suite struct AccessMatrixTests {
  /// Routes anybody may ask: they show nothing of an account.
  private static let open: Set<String> = [
    "/accounts/ClientLogin", "/check/compatibility", "/version", "/healthcheck", "/fever",
    "/fever/", "/api/fever.php", "/desk/desk.js", "/desk/icon/{icon}", "/signin",
    "/welcome/{token}",
  ]

  /// A path of a route with things of Anna's in it.
  private static func path(_ route: ReaderRoute, _ site: ReaderSite) throws -> String {
    let library = site.library
    let item = try #require(try library.items(ItemQuery(.everything), of: site.anna.id).first)
    let folder = try #require(try library.folders(of: site.anna.id).first)
    let device = try #require(try library.devices(of: site.anna.id).first)
    let story = try #require(try library.stories(limit: 1).first)
    return route.path.split(separator: "/", omittingEmptySubsequences: false).map { part in
      switch part {
      case "{feed}", "{icon}":
        part == "{icon}" && route.face == .desk
          ? "\(item.feed).svg" : "\(item.feed)"
      case "{category}", "{folder}": "\(folder.id)"
      case "{entry}": "\(item.id)"
      case "{user}": "\(site.anna.id)"
      case "{key}": "\(device.id)"
      case "{token}": "none"
      case "{enclosure}": "1"
      case "{story}": story.id
      case "{+stream}": "feed/\(item.feed)"
      default: String(part)
      }
    }.joined(separator: "/")
  }

  private static func ask(
    _ route: ReaderRoute, _ path: String, _ client: ReaderClient, token: Secret?, session: Secret?
  ) async throws -> TestResponse {
    let isWrite = route.method == .post || route.method == .put
    switch route.face {
    case .googleReader, .fever:
      let headers = token.map { ["Authorization": "GoogleLogin auth=\($0.text)"] } ?? [:]
      return try await client.send(route.method, path, headers, body: isWrite ? "x=1" : nil)
    case .miniflux:
      let headers = token.map { ["X-Auth-Token": $0.text] } ?? [:]
      return try await client.send(
        route.method, path, headers, body: isWrite ? "{}" : nil, type: "application/json")
    case .desk:
      guard let session else {
        return try await client.send(route.method, path, body: isWrite ? "x=1" : nil)
      }
      return try await client.desk(route.method, path, isWrite ? "x=1" : nil, as: session)
    }
  }

  @Test func openRoutesAreListed() {
    let open = Set(ReaderRoutes.all.filter { $0.access == .anyone }.map(\.path))
    #expect(open == Self.open)
  }

  @Test func nobodyGetsNothing() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      for route in ReaderRoutes.all where route.access != .anyone {
        let path = try Self.path(route, site)
        for secret in [nil, Secret()] {
          let answer = try await Self.ask(route, path, client, token: secret, session: secret)
          let expected: HTTPResponse.Status = route.face == .desk ? .seeOther : .unauthorized
          #expect(answer.status == expected, "\(route.method) \(route.path)")
          if route.face == .desk {
            #expect(answer.headers[.location]?.hasPrefix("/signin") == true)
          }
        }
      }
    }
  }

  @Test func readersAreNoOperators() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      for route in ReaderRoutes.all where route.access == .operatorOnly {
        let path = try Self.path(route, site)
        let answer = try await Self.ask(
          route, path, client, token: site.bertToken, session: site.bertSession)
        #expect(answer.status == .forbidden, "\(route.method) \(route.path)")
      }
    }
  }

  /// Bert reads no feed of Anna's; whatever he asks for by its number is not there for him, and
  /// nothing of hers changes.
  @Test func othersSeeAndChangeNothing() async throws {
    let site = try await ReaderSite()
    for row in try site.library.subscriptions(of: site.bert.id) {
      _ = try site.library.unsubscribe(site.bert.id, from: row.id)
    }
    let before = try Self.state(site)
    try await site.test { client in
      for route in ReaderRoutes.all
      where route.access == .account && route.path.contains("{") && route.face != .googleReader {
        let path = try Self.path(route, site)
        let answer = try await Self.ask(
          route, path, client, token: site.bertToken, session: site.bertSession)
        #expect(
          [.notFound, .forbidden, .badRequest].contains(answer.status),
          "\(route.method) \(route.path): \(answer.status)")
      }
      let item = try #require(
        try site.library.items(ItemQuery(.everything), of: site.anna.id).first)
      let header = ["Authorization": "GoogleLogin auth=\(site.bertToken.text)"]
      let contents = try await client.send(
        .post, "/reader/api/0/stream/items/contents", header, body: "i=\(item.id)")
      #expect((try contents.object["items"] as? [Any])?.isEmpty == true)
      let stream = try await client.send(
        .get, "/reader/api/0/stream/contents/feed/\(item.feed)", header)
      #expect((try stream.object["items"] as? [Any])?.isEmpty == true)
      for act in ["read=\(item.id)", "star=\(item.id)", "item=\(item.id)&position=3"] {
        _ = try await client.desk(.post, "/desk/act", act, as: site.bertSession)
      }
      _ = try await client.send(
        .post, "/reader/api/0/edit-tag", header,
        body: "i=\(item.id)&a=user/-/state/com.google/starred")
    }
    #expect(try Self.state(site) == before)
    #expect(try site.library.count(ItemQuery(.starred), of: site.bert.id) == 0)
  }

  private static func state(_ site: ReaderSite) throws -> [String] {
    let library = site.library
    return [
      "\(try library.items(ItemQuery(.everything, isRead: false), of: site.anna.id).map(\.id))",
      "\(try library.items(ItemQuery(.starred), of: site.anna.id).map(\.id))",
      "\(try library.subscriptions(of: site.anna.id).map { [$0.title, $0.folder.title] })",
      "\(try library.devices(of: site.anna.id).map(\.id))",
    ]
  }

  @Test func ownersAreAnswered() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      for route in ReaderRoutes.all where route.method == .get && route.access != .anyone {
        if route.path.contains("enclosure") { continue }
        let path = try Self.path(route, site)
        let answer = try await Self.ask(
          route, path, client, token: site.annaToken, session: site.annaSession)
        #expect(answer.status == .ok, "\(route.path): \(answer.status)")
      }
    }
  }

  @Test func everyAnswerCarriesTheHeadersOfTheHouseAndIsKeptByNobodyElse() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      // Some of the routes remove what the paths of others name.
      let asked = try ReaderRoutes.all.map { ($0, try Self.path($0, site)) }
      for (route, path) in asked {
        for secrets in [(site.annaToken, site.annaSession), nil] {
          let answer = try await Self.ask(
            route, path, client, token: secrets?.0, session: secrets?.1)
          for field in SecurityHeaders.all where field.name != .contentSecurityPolicy {
            #expect(answer.headers[field.name] == field.value, "\(route.path) lacks \(field.name)")
          }
          let policy = answer.headers[.contentSecurityPolicy] ?? ""
          #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
          let cache = answer.headers[.cacheControl] ?? ""
          #expect(cache == "no-store" || cache == "private, no-cache", "\(route.path): \(cache)")
        }
      }
    }
  }

  @Test func otherMethodsAreRefusedByName() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      let answer = try await client.send(.delete, "/desk/act")
      #expect(answer.status == .methodNotAllowed)
      #expect(answer.headers[.allow] == "POST")
      #expect(try await client.send(.get, "/desk/nothing").status == .notFound)
    }
  }
}
