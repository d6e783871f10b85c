import Evidence
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Press
import Storage
import Testing

@testable import Server

/// The sample press with two readers: Anna, who is an operator, and Bert.
final class ReaderSite: Sendable {
  static let password = "ein gutes Kennwort"
  /// Making one takes a while; all tests share it.
  static let kept: String = (try? PasswordHash(of: password).text) ?? ""

  let sample: SampleSite
  let anna: Account
  let bert: Account
  let annaToken: Secret
  let bertToken: Secret
  let annaSession = Secret()
  let bertSession = Secret()

  var library: Library { sample.library }

  init(base: String = "") async throws {
    sample = try await SampleSite(base: base)
    let now = SampleSite.now
    let library = sample.library
    func add(_ name: String, isOperator: Bool, session: Secret) throws -> (Account, Secret) {
      let account = try #require(
        try library.addAccount(
          name: name, password: Self.kept, isOperator: isOperator, at: now))
      let token = Secret()
      _ = try library.addDevice(
        token.hash, fever: token.feverHash(name: name), of: account.id, name: "Test", at: now)
      try library.addSession(session.hash, of: account.id, agent: "Test", at: now)
      try library.deliver(to: account.id, at: now)
      return (account, token)
    }
    (anna, annaToken) = try add("anna", isOperator: true, session: annaSession)
    (bert, bertToken) = try add("bert", isOperator: false, session: bertSession)
  }

  /// Runs a test against the site without sockets.
  func test(_ body: @escaping @Sendable (ReaderClient) async throws -> Void) async throws {
    try await Application(responder: sample.site).test(.router) { client in
      try await body(ReaderClient(client: client, site: self))
    }
  }
}

/// Requests as reader apps and browsers send them.
struct ReaderClient: Sendable {
  let client: any TestClientProtocol
  let site: ReaderSite

  func send(
    _ method: HTTPRequest.Method, _ path: String, _ headers: [String: String] = [:],
    body: String? = nil, type: String = "application/x-www-form-urlencoded"
  ) async throws -> TestResponse {
    var fields = HTTPFields()
    for (name, value) in headers { fields[try #require(HTTPField.Name(name))] = value }
    if body != nil { fields[.contentType] = type }
    return try await client.execute(
      uri: path, method: method, headers: fields, body: body.map { ByteBuffer(string: $0) })
  }

  /// As a Google Reader app of Anna's.
  func google(_ method: HTTPRequest.Method, _ path: String, _ body: String? = nil) async throws
    -> TestResponse
  {
    try await send(
      method, path, ["Authorization": "GoogleLogin auth=\(site.annaToken.text)"], body: body)
  }

  /// As a Miniflux app of Anna's.
  func miniflux(_ method: HTTPRequest.Method, _ path: String, _ json: String? = nil) async throws
    -> TestResponse
  {
    try await send(
      method, path, ["X-Auth-Token": site.annaToken.text], body: json, type: "application/json")
  }

  /// As a browser in which somebody is signed in; forms carry the token unless told otherwise.
  func desk(
    _ method: HTTPRequest.Method, _ path: String, _ form: String? = nil, as session: Secret,
    headers: [String: String] = [:], withToken: Bool = true
  ) async throws -> TestResponse {
    let body = form.map { withToken ? "csrf=\(session.formToken)&\($0)" : $0 }
    var all = headers
    all["Cookie"] = "presseschau=\(session.text)"
    return try await send(method, path, all, body: body)
  }
}

extension TestResponse {
  var text: String { String(buffer: body) }

  /// The body as a JSON object.
  var object: [String: Any] {
    get throws {
      try #require(
        try JSONSerialization.jsonObject(with: Data(body.readableBytesView)) as? [String: Any])
    }
  }

  /// The numbers of an answer with `itemRefs`.
  var refs: [String] {
    get throws {
      let refs = try #require(try object["itemRefs"] as? [[String: Any]])
      return refs.compactMap { $0["id"] as? String }
    }
  }
}
