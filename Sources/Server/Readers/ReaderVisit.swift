import Editions
import HTTPTypes
import Hummingbird
import Press
import Storage

/// A request of a reader, with who is asking. The account comes from what the request proves, never
/// from what it says.
struct ReaderVisit: Sendable {
  let house: ReaderHouse
  let request: Request
  /// Nil on routes that are open to anyone.
  let account: Account?
  /// The session's secret, on pages of the desk.
  let session: Secret?
  /// The device's secret, in apps.
  let token: String?
  let language: EditionLanguage
  /// The values of the path.
  let values: [String: String]
  let query: WebForm
  let form: WebForm
  /// The form where it came in parts, as those with files do.
  let parts: FormData?
  let body: [UInt8]
  let now: Int64
  /// The other end's address.
  let address: String

  var library: Library { house.library }

  /// A field of the form that was sent, without white space around it.
  func field(_ name: String) -> String? { parts.map { $0.text(name) } ?? form.text(name) }

  /// A number a form sent.
  func fieldNumber(_ name: String) -> Int64? { field(name).flatMap { Int64($0) } }

  /// The number in a part of the path.
  func number(_ name: String) throws -> Int64 {
    guard let number = values[name].flatMap({ Int64($0) }), number > 0 else {
      throw ReaderError.notFound
    }
    return number
  }

  /// Who is asking.
  func owner() throws -> Account {
    guard let account else { throw ReaderError.unauthorized }
    return account
  }

  /// Brings the account what is new, then gives it.
  func upToDate() throws -> Account {
    let account = try owner()
    try library.deliver(to: account.id, at: now)
    return account
  }

  /// Our own address, for links that leave the house: the one that was set, or on this machine the
  /// one that was asked.
  var base: String {
    if !house.settings.base.isEmpty { return house.settings.base }
    guard let authority = request.head.authority, Loopback.isNamed(by: authority) else { return "" }
    return "http://\(authority)"
  }
}

/// Why a reader gets no answer.
enum ReaderError: Error, Equatable {
  case badRequest(String)
  case unauthorized
  case forbidden
  case notFound
  case tooLarge
  case barred(Int64)
  case busy

  var status: HTTPResponse.Status {
    switch self {
    case .badRequest: .badRequest
    case .unauthorized: .unauthorized
    case .forbidden: .forbidden
    case .notFound: .notFound
    case .tooLarge: .contentTooLarge
    case .barred: .tooManyRequests
    case .busy: .serviceUnavailable
    }
  }

  var words: String {
    switch self {
    case .badRequest(let words): words
    case .unauthorized: "access unauthorized"
    case .forbidden: "access forbidden"
    case .notFound: "resource not found"
    case .tooLarge: "the request is too large"
    case .barred(let seconds): "too many failed sign-ins, try again in \(seconds) seconds"
    case .busy: "too many sign-ins at once, try again in a moment"
    }
  }
}

/// Names of this machine.
enum Loopback {
  static func isNamed(by authority: String) -> Bool {
    let host =
      authority.hasPrefix("[")
      ? String(authority.prefix { $0 != "]" }) + "]" : String(authority.prefix { $0 != ":" })
    return host == "localhost" || host == "[::1]"
      || host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." }
  }
}
