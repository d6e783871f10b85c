import Press
import Storage
import Stories

/// A place of the JSON interface, read strictly: what is asked wrongly is told, not guessed.
enum APIRoute: Hashable {
  case stories(section: Section?, language: Language?, limit: Int, after: StoryCursor?)
  case story(Story.ID)
  case dossier(Story.ID)
  case article(Article.ID)
  case evidence(Article.ID)
  case search(query: String, page: Int, below: Int?)
  case sources
  case events
  case document

  static let root = "/api/v1"
  static let mostStories = 100
  static let pages = 1...20

  /// - Throws: `APIProblem` for a path that is none or a value that is wrong.
  init(path: String, query: String) throws(APIProblem) {
    let segments = path.dropFirst(Self.root.count).split(
      separator: "/", omittingEmptySubsequences: false
    ).dropFirst().map { PercentText.decoded($0) }
    let values = try APIQuery(query)
    switch (segments.count, segments.first ?? nil) {
    case (1, "stories"): self = try Self.stories(values)
    case (2, "stories"): self = .story(try Self.id(segments[1]))
    case (3, "stories") where segments[2] == "dossier": self = .dossier(try Self.id(segments[1]))
    case (2, "articles"): self = .article(try Self.id(segments[1]))
    case (3, "articles") where segments[2] == "evidence":
      self = .evidence(try Self.id(segments[1]))
    case (1, "search"): self = try Self.search(values)
    case (1, "sources"): self = .sources
    case (1, "events"): self = .events
    case (1, "openapi.json"): self = .document
    default: throw .notFound("There is no such place. \(Self.root)/openapi.json lists all.")
    }
  }

  private static func id(_ segment: String?) throws(APIProblem) -> String {
    guard let segment, !segment.isEmpty, segment.utf8.count <= 200 else {
      throw .notFound("There is nothing with this id.")
    }
    return segment
  }

  private static func stories(_ values: APIQuery) throws(APIProblem) -> APIRoute {
    var section: Section?
    if let text = values["section"] {
      section = Section(rawValue: text)
      if section == nil { throw .badRequest("section: there is no section “\(text)”.") }
    }
    var language: Language?
    if let text = values["language"] {
      guard text == "de" || text == "en" else {
        throw .badRequest("language: de or en.")
      }
      language = Language(rawValue: text)
    }
    let limit = try values.number("limit", in: 1...mostStories) ?? 50
    var after: StoryCursor?
    if let text = values["cursor"] {
      after = StoryCursor(text)
      if after == nil { throw .badRequest("cursor: give `next` of the page before.") }
    }
    return .stories(section: section, language: language, limit: limit, after: after)
  }

  private static func search(_ values: APIQuery) throws(APIProblem) -> APIRoute {
    guard let query = values["q"], !query.isEmpty, query.unicodeScalars.count <= 1_000 else {
      throw .badRequest("q: give the words to be found, at most 1000 letters.")
    }
    return .search(
      query: query, page: try values.number("page", in: pages) ?? 1,
      below: try values.number("below", in: 1...Int(Int32.max)))
  }
}

/// The named values of a query; each may be given once.
struct APIQuery {
  private var values: [String: String] = [:]

  init(_ query: String) throws(APIProblem) {
    for field in query.split(separator: "&").prefix(32) {
      let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PercentText.decoded(parts[0], isForm: true),
        let value = PercentText.decoded(parts.count > 1 ? parts[1] : "", isForm: true)
      else { throw .badRequest("The query is not percent-encoded UTF-8.") }
      if values[name] != nil { throw .badRequest("\(name): given twice.") }
      values[name] = value
    }
  }

  subscript(name: String) -> String? { values[name] }

  func number(_ name: String, in range: ClosedRange<Int>) throws(APIProblem) -> Int? {
    guard let text = values[name] else { return nil }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text),
      range.contains(number)
    else {
      throw .badRequest("\(name): a number from \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }
}

/// Undoes percent-encoding.
enum PercentText {
  /// Nil where an escape is broken or the bytes are no UTF-8.
  static func decoded(_ text: some StringProtocol, isForm: Bool = false) -> String? {
    var out: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard rest.count >= 2, let high = hex(rest.removeFirst()), let low = hex(rest.removeFirst())
        else { return nil }
        out.append(high << 4 | low)
      case UInt8(ascii: "+") where isForm: out.append(0x20)
      default: out.append(byte)
      }
    }
    return String(validating: out, as: UTF8.self)
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}

/// What is wrong with a request to the JSON interface.
struct APIProblem: Error {
  var status: Int
  var code: String
  var message: String

  static func notFound(_ message: String) -> APIProblem {
    APIProblem(status: 404, code: "not_found", message: message)
  }
  static func badRequest(_ message: String) -> APIProblem {
    APIProblem(status: 400, code: "bad_request", message: message)
  }
  static let unauthorized = APIProblem(
    status: 401, code: "unauthorized",
    message: "Nobody has this key. Make one at /desk/devices, or ask without.")
  static func forbidden(_ message: String) -> APIProblem {
    APIProblem(status: 403, code: "forbidden", message: message)
  }
}
