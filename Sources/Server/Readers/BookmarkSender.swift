import Fetching
import Foundation
import Newsroom
import Storage

/// Gives an article's address to the service where an account keeps what it wants to read later.
struct BookmarkSender: Sendable {
  let fetcher: Fetcher

  /// Why an article is not kept.
  enum Problem: Error, Equatable {
    /// The service refuses name, password or key.
    case refused
    /// The service does not answer, or not as it should.
    case unreachable(String)
  }

  /// - Throws: `Problem`.
  func send(_ address: String, title: String, to service: BookmarkService) async throws(Problem) {
    switch service.kind {
    case .linkding:
      // https://linkding.link/api/: POST /api/bookmarks/, answered by 201.
      _ = try await post(
        ["url": address, "title": title], to: service.address + "/api/bookmarks/",
        authorization: "Token \(service.secret)")
    case .wallabag:
      let token = try await token(of: service)
      _ = try await post(
        ["url": address, "title": title], to: service.address + "/api/entries.json",
        authorization: "Bearer \(token)")
    }
  }

  /// wallabag gives a token for the account's password (RFC 6749, section 4.3).
  private func token(of service: BookmarkService) async throws(Problem) -> String {
    let answer = try await post(
      [
        "grant_type": "password", "client_id": service.client,
        "client_secret": service.clientSecret, "username": service.user,
        "password": service.secret,
      ], to: service.address + "/oauth/v2/token", authorization: nil)
    struct Token: Decodable {
      var text: String
      enum CodingKeys: String, CodingKey { case text = "access_token" }
    }
    guard let token = try? JSONDecoder().decode(Token.self, from: Data(answer)) else {
      throw .unreachable(service.address)
    }
    return token.text
  }

  private func post(
    _ values: [String: String], to url: String, authorization: String?
  ) async throws(Problem) -> [UInt8] {
    guard let body = try? JSONEncoder().encode(values) else { throw .unreachable(url) }
    var request = Fetching.Request(
      url: url, accept: "application/json",
      headers: authorization.map { [("Authorization", $0)] } ?? [], purpose: .hub,
      form: Array(body))
    request.formType = "application/json"
    do {
      return try await fetcher.fetch(request).body
    } catch {
      if case .refused(_, let status) = error, [400, 401, 403].contains(status) {
        throw .refused
      }
      throw .unreachable("\(error)")
    }
  }
}

extension ReaderVisit {
  /// Keeps an entry's article where the account keeps what it wants to read later.
  ///
  /// - Throws: `ReaderError.badRequest` where it has no such place, `BookmarkSender.Problem` where
  ///   that does not take it.
  func keepLater(_ heading: ItemHeading, _ account: Account) async throws {
    guard let service = try library.bookmarkService(of: account.id),
      let fetcher = house.finder?.fetcher
    else { throw ReaderError.badRequest("No service to save to has been set up.") }
    guard let address = heading.url else { throw ReaderError.notFound }
    try await BookmarkSender(fetcher: fetcher).send(address, title: heading.headline, to: service)
  }
}
