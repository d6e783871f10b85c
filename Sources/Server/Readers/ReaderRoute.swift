import HTTPTypes

/// One thing a reader can ask for: method, path and who may.
struct ReaderRoute: Sendable {
  enum Face: Sendable { case googleReader, fever, miniflux, desk }
  enum Access: Sendable {
    case anyone
    /// Whoever is signed in, over what is theirs.
    case account
    case operatorOnly
  }

  let method: HTTPRequest.Method
  /// Parts in braces stand for anything: `/v1/feeds/{feed}`; `{+name}` at the end for the rest.
  let path: String
  let face: Face
  let access: Access
  let answer: @Sendable (ReaderVisit) async throws -> ReaderAnswer
  private let pieces: [Piece]

  private enum Piece: Sendable {
    case literal(String)
    case value(String)
    case rest(String)
  }

  init(
    _ method: HTTPRequest.Method, _ path: String, _ face: Face, _ access: Access,
    _ answer: @escaping @Sendable (ReaderVisit) async throws -> ReaderAnswer
  ) {
    self.method = method
    self.path = path
    self.face = face
    self.access = access
    self.answer = answer
    pieces = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { part in
      guard part.hasPrefix("{"), part.hasSuffix("}") else { return .literal(String(part)) }
      let name = part.dropFirst().dropLast()
      return name.hasPrefix("+") ? .rest(String(name.dropFirst())) : .value(String(name))
    }
  }

  /// A route for whoever is signed in.
  init(
    _ method: HTTPRequest.Method, _ path: String, _ face: Face,
    _ answer: @escaping @Sendable (ReaderVisit) async throws -> ReaderAnswer
  ) {
    self.init(method, path, face, .account, answer)
  }

  /// The values of a path that fits.
  func values(of segments: [String]) -> [String: String]? {
    var values: [String: String] = [:]
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .literal(let text):
        guard index < segments.count, segments[index] == text else { return nil }
      case .value(let name):
        guard index < segments.count, !segments[index].isEmpty else { return nil }
        values[name] = segments[index]
      case .rest(let name):
        values[name] = segments.dropFirst(index).joined(separator: "/")
        return values
      }
    }
    return pieces.count == segments.count ? values : nil
  }
}

/// All routes of readers.
enum ReaderRoutes {
  static let all: [ReaderRoute] =
    GoogleReader.routes + Fever.routes + Miniflux.routes + DeskPages.routes

  /// The first part of every path, so that a look at it tells whether a path is ours.
  static let roots = Set(
    all.compactMap { $0.path.split(separator: "/").first.map(String.init) })

  /// The route of a request; `isKnown` tells whether the path has one with another method.
  static func route(_ method: HTTPRequest.Method, _ segments: [String]) -> (
    route: ReaderRoute?, values: [String: String], allowed: [HTTPRequest.Method]
  ) {
    guard let first = segments.first, roots.contains(first) else { return (nil, [:], []) }
    var allowed: [HTTPRequest.Method] = []
    for route in all {
      guard let values = route.values(of: segments) else { continue }
      if route.method == method || (method == .head && route.method == .get) {
        return (route, values, [])
      }
      allowed.append(route.method)
    }
    return (nil, [:], allowed)
  }
}
