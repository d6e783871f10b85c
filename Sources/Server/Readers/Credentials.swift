import Foundation
import HTTPTypes
import Hummingbird
import Storage

/// What a request proves of who is asking, as each interface says it.
struct Credentials: Sendable {
  /// The session's secret in the cookie, on pages of the desk.
  let session: Secret?
  /// The device's secret, in apps.
  let token: String?
  private let basic: (name: String, password: String)?

  static let cookie = "presseschau"

  init(request: Request, query: WebForm, form: WebForm, face: ReaderRoute.Face) {
    let authorization = request.headers[.authorization] ?? ""
    switch face {
    case .desk:
      session = Self.cookie(named: Self.cookie, in: request).map { Secret($0) }
      token = nil
      basic = nil
    case .googleReader:
      session = nil
      basic = nil
      // Liferea sends its token as T only, others as a header, some both.
      token = Self.googleToken(authorization) ?? form["T"]
    case .miniflux:
      session = nil
      token = HTTPField.Name("X-Auth-Token").flatMap { request.headers[$0] }
      basic = Self.basic(authorization)
    case .fever:
      session = nil
      token = nil
      basic = nil
    }
  }

  /// The account they belong to.
  func account(in house: ReaderHouse, from address: String, at now: Int64) async throws -> Account?
  {
    if let session { return try house.library.account(ofSession: session.hash, at: now) }
    if let token { return try house.library.account(ofDevice: Secret(token).hash, at: now) }
    guard let basic else { return nil }
    return try await SignIn(house: house).account(
      name: basic.name, password: basic.password, from: address, at: now)
  }

  private static func googleToken(_ header: String) -> String? {
    guard let mark = header.range(of: "auth=", options: .caseInsensitive),
      header.lowercased().hasPrefix("googlelogin")
    else { return nil }
    return header[mark.upperBound...].filter { $0 != "\"" && $0 != " " }
  }

  private static func basic(_ header: String) -> (String, String)? {
    guard header.lowercased().hasPrefix("basic "),
      let data = Data(base64Encoded: header.dropFirst(6).filter { $0 != " " }),
      let text = String(data: data, encoding: .utf8), let colon = text.firstIndex(of: ":")
    else { return nil }
    return (String(text[..<colon]), String(text[text.index(after: colon)...]))
  }

  static func cookie(named name: String, in request: Request) -> String? {
    for field in request.headers[values: .cookie] {
      for part in field.split(separator: ";") {
        let pair = part.drop { $0 == " " }
        if pair.hasPrefix("\(name)=") { return String(pair.dropFirst(name.count + 1)) }
      }
    }
    return nil
  }
}

/// Signing in by name and password: an account's own, or one of its devices'.
struct SignIn: Sendable {
  let house: ReaderHouse

  /// The account; nil where name or password are wrong.
  ///
  /// - Throws: `ReaderError.barred` after too many failures, `.busy` where too many wait.
  func account(name: String, password: String, from address: String, at now: Int64) async throws
    -> Account?
  {
    if let account = try house.library.account(ofDevice: Secret(password).hash, at: now),
      account.name.lowercased() == name.lowercased()
    {
      return account
    }
    return try await byPassword(name: name, password: password, from: address, at: now)
  }

  /// The account by its own password only: at the desk a device's secret opens nothing.
  func byPassword(name: String, password: String, from address: String, at now: Int64) async throws
    -> Account?
  {
    switch try await house.passwords.check(
      name: name, password: password, from: address, at: now)
    {
    case .right(let account): return account
    case .wrong: return nil
    case .barred(let seconds): throw ReaderError.barred(seconds)
    case .busy: throw ReaderError.busy
    }
  }
}
