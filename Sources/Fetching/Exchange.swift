import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Packing

/// One request to one address and its answer, within limits of time and bytes.
struct Exchange: Sendable {
  /// The answer before it is judged.
  struct Answer: Sendable {
    var status: Int
    var headers: [(name: String, value: String)]
    var body: [UInt8] = []
    var wireBytes = 0
    /// The major version of HTTP.
    var httpVersion = 1

    func values(_ name: String) -> [String] {
      headers.filter { $0.name.lowercased() == name }.map(\.value)
    }
  }

  var url: WebURL
  var headers: [(name: String, value: String)]
  /// What is sent by POST, and what it is.
  var form: [UInt8]?
  var formType: String
  var settings: FetchSettings
  /// robots.txt is read as far as it counts, all else as a whole.
  var cutsAt: Int?
  /// Whether a body without a coding that begins as gzip is unpacked.
  var unpacksUndeclared: Bool

  private var text: String { url.bare.description }

  func run(on client: HTTPClient, deadline: NIODeadline) async throws(FetchError) -> Answer {
    var request = HTTPClientRequest(url: url.strict)
    for (name, value) in headers { request.headers.add(name: name, value: value) }
    if let form {
      request.method = .POST
      request.headers.add(name: "Content-Type", value: formType)
      request.body = .bytes(form)
    }
    do {
      let response = try await client.execute(request, deadline: deadline)
      var answer = Answer(
        status: Int(response.status.code), headers: response.headers.map { ($0.name, $0.value) },
        httpVersion: response.version.major)
      let size = answer.headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
      guard size <= settings.headerLimit else {
        throw FetchError.headersTooLarge(text, limit: settings.headerLimit)
      }
      // The body of anything else is not read: the connection is closed instead.
      guard answer.status == 200 || answer.status == 203 else { return answer }
      let coding = try coding(of: answer)
      answer.body = try await body(of: response, isPacked: coding != nil)
      answer.wireBytes = answer.body.count
      answer.body = try unpacked(answer.body, coding)
      return answer
    } catch let error as FetchError {
      throw error
    } catch {
      throw ExchangeFailure.fetchError(error, url: text, settings: settings)
    }
  }

  /// The one coding of an answer (RFC 9110, 8.4); more layers are refused.
  private func coding(of answer: Answer) throws(FetchError) -> ContentCoding? {
    let names = answer.values("content-encoding").flatMap { $0.split(separator: ",") }
      .map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
      .filter { !$0.isEmpty && $0 != "identity" && $0 != "none" }
    guard names.count <= 1 else {
      throw .badCoding(text, why: "packed \(names.count) times, once is allowed")
    }
    guard let name = names.first else { return nil }
    guard let coding = ContentCoding(header: name) else {
      throw .badCoding(text, why: "an unknown coding \(Shown.short(name))")
    }
    return coding
  }

  private func body(
    of response: HTTPClientResponse, isPacked: Bool
  ) async throws -> [UInt8] {
    let limit = isPacked ? settings.packedLimit : settings.bodyLimit
    if cutsAt == nil, let length = response.headers.first(name: "content-length"),
      Int(decimal: length.utf8) ?? .max > limit
    {
      throw FetchError.tooLarge(text, limit: limit)
    }
    var body: [UInt8] = []
    for try await piece in response.body {
      body.append(contentsOf: piece.readableBytesView)
      if let cutsAt, !isPacked, body.count >= cutsAt { return Array(body.prefix(cutsAt)) }
      guard body.count <= limit else { throw FetchError.tooLarge(text, limit: limit) }
    }
    return body
  }

  private func unpacked(_ body: [UInt8], _ coding: ContentCoding?) throws(FetchError) -> [UInt8] {
    let isGzip = body.starts(with: [0x1F, 0x8B, 8])
    guard let coding else {
      guard unpacksUndeclared, isGzip else { return body }
      // A file that is gzip itself: its packed size counts as for any other.
      guard body.count <= settings.packedLimit else {
        throw .tooLarge(text, limit: settings.packedLimit)
      }
      return try unpack(body, .gzip)
    }
    // Some servers name gzip and send plain text.
    if body.isEmpty || (coding == .gzip && !isGzip && body.first != 0x1F) { return body }
    return try unpack(body, coding)
  }

  private func unpack(_ body: [UInt8], _ coding: ContentCoding) throws(FetchError) -> [UInt8] {
    do {
      return try Packing.unpack(body, as: coding, limit: settings.bodyLimit)
    } catch .tooLarge(let limit) {
      throw .tooLarge(text, limit: limit)
    } catch {
      throw .badCoding(text, why: error.description)
    }
  }
}

/// Text of others in our messages: short, and without anything that moves a cursor.
enum Shown {
  static func short(_ text: String) -> String {
    String(
      text.unicodeScalars.prefix(160).map { $0.value < 32 || $0.value == 127 ? " " : Character($0) }
    )
  }
}

/// What the client's many errors mean to us.
enum ExchangeFailure {
  static func fetchError(
    _ error: any Error, url: String, settings: FetchSettings
  ) -> FetchError {
    let seconds = Int(clamping: settings.totalDeadline.components.seconds)
    switch error {
    case is CancellationError: return .cancelled(url)
    case is WireFlood: return .tooLarge(url, limit: settings.bodyLimit)
    case is WrongPeer: return .forbiddenAddress(url, why: "the connection went elsewhere")
    case let error as HTTPParserError:
      if error == .headerOverflow { return .headersTooLarge(url, limit: settings.headerLimit) }
      return .brokenAnswer(url, why: Shown.short(error.debugDescription))
    case let error as HTTPClientError: return clientError(error, url: url, seconds: seconds)
    case let error as ChannelError:
      if case .connectTimeout = error {
        return .notConnected(url, why: "no connection within the time")
      }
      return .brokenAnswer(url, why: Shown.short("\(error)"))
    case let error as IOError:
      switch error.errnoCode {
      case ECONNRESET, EPIPE: return .brokenAnswer(url, why: "connection reset")
      case ECONNREFUSED: return .notConnected(url, why: "connection refused")
      case ENETUNREACH, EHOSTUNREACH: return .notConnected(url, why: "no way to its network")
      default: return .notConnected(url, why: Shown.short("\(error)"))
      }
    default: return tlsError(error, url: url)
    }
  }

  /// What TLS errors say names the usual cases; their codes are not open to us.
  private static func tlsError(_ error: any Error, url: String) -> FetchError {
    let text = "\(error)"
    let isOfTrust = ["CERTIFICATE_VERIFY_FAILED", "unableToValidate", "failedToValidateHostname"]
      .contains { text.contains($0) }
    if isOfTrust { return .untrustedCertificate(url) }
    if text.contains("handshakeFailed") { return .notConnected(url, why: "no agreement on TLS") }
    return .notConnected(url, why: Shown.short(text))
  }

  private static func clientError(
    _ error: HTTPClientError, url: String, seconds: Int
  ) -> FetchError {
    switch error {
    case .deadlineExceeded, .readTimeout, .writeTimeout: .timedOut(url, seconds: seconds)
    case .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout:
      .notConnected(url, why: "no connection within the time")
    case .cancelled: .cancelled(url)
    case .alreadyShutdown: .closed(url)
    case .remoteConnectionClosed:
      .brokenAnswer(url, why: "the connection was closed before the end")
    default: .brokenAnswer(url, why: Shown.short(error.shortDescription))
    }
  }
}
