/// What a page's JSON-LD says of its article (schema.org).
struct StructuredData: Sendable {
  var headline: String?
  var alternativeHeadline: String?
  var description: String?
  var authors: [String] = []
  var published: String?
  var modified: String?
  var body: String?
  var section: [String] = []
  var keywords: [String] = []
  var language: String?
  var publisher: String?
  var isFree: Bool?
  var type: String?
  var basedOn: String?
  /// Whether the page says it holds a film.
  var hasVideo = false
  var names: [String: String] = [:]

  init(scripts: [[UInt8]]) {
    var objects: [JSONValue] = []
    for script in scripts {
      guard let value = JSONValue(Self.unwrapped(script)) else { continue }
      Self.collect(value, depth: 0, into: &objects)
    }
    // Authors are often given as a reference to an object of their own.
    for object in objects {
      if let id = object["@id"]?.string, let name = object["name"]?.string { names[id] = name }
    }
    let articles = objects.filter(Self.isArticle)
    if let article = articles.first(where: { $0["articleBody"] != nil }) ?? articles.first {
      read(article)
      for other in articles where published == nil || authors.isEmpty { fill(from: other) }
    }
    hasVideo = objects.contains { article($0, is: "VideoObject") }
    for object in objects where article(object, is: "WebPage") { fill(from: object) }
    if publisher == nil {
      publisher =
        objects.first { article($0, is: "NewsMediaOrganization") || article($0, is: "WebSite") }?[
          "name"]?
        .string
    }
  }

  /// Some put the script's content into a comment or a CDATA section.
  private static func unwrapped(_ script: [UInt8]) -> [UInt8] {
    guard
      let start = script.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") })
    else { return script }
    if script[..<start].contains(UInt8(ascii: "<")),
      let brace = script.firstIndex(of: UInt8(ascii: "{"))
    {
      return Array(script[brace...])
    }
    return Array(script[start...])
  }

  private static func collect(_ value: JSONValue, depth: Int, into out: inout [JSONValue]) {
    guard depth < 6, out.count < 300 else { return }
    for element in value.elements {
      guard case .object(let members) = element else { continue }
      out.append(element)
      for (key, value) in members
      where ["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "liveBlogUpdate"].contains(key)
      {
        if key == "liveBlogUpdate" || key == "hasPart" { continue }
        collect(value, depth: depth + 1, into: &out)
      }
    }
  }

  private func article(_ object: JSONValue, is type: String) -> Bool {
    object["@type"]?.elements.contains { $0.string == type } ?? false
  }

  private static func isArticle(_ object: JSONValue) -> Bool {
    let kinds = object["@type"]?.elements.compactMap(\.string) ?? []
    return kinds.contains {
      $0.hasSuffix("Article") || $0.hasSuffix("BlogPosting") || $0 == "Report" || $0 == "Review"
        || $0 == "LiveBlogPosting"
    }
  }

  private mutating func read(_ object: JSONValue) {
    type = object["@type"]?.elements.first?.string
    headline = text(object["headline"]) ?? text(object["name"])
    alternativeHeadline = text(object["alternativeHeadline"]) ?? text(object["alternateName"])
    description = text(object["description"])
    body = text(object["articleBody"])
    section = object["articleSection"]?.elements.compactMap(\.string) ?? []
    language = text(object["inLanguage"])
    publisher = text(object["publisher"]?["name"])
    basedOn = text(object["isBasedOn"])
    if let free = object["isAccessibleForFree"] {
      if case .bool(let flag) = free { isFree = flag }
      if let word = free.string?.lowercased() { isFree = word == "true" }
    }
    keywords =
      object["keywords"]?.elements.compactMap(\.string).flatMap { list in
        list.split(separator: ",").map { TextFold.folded(String($0)) }
      } ?? []
    fill(from: object)
  }

  private mutating func fill(from object: JSONValue) {
    fillDates(from: object)
    if authors.isEmpty {
      let named = object["author"]?.elements ?? object["creator"]?.elements ?? []
      for author in named {
        if let name = text(author["name"]) ?? author.string
          ?? author["@id"]?.string.flatMap({ names[$0] })
        {
          authors.append(name)
        } else if let many = author["name"]?.elements {
          authors += many.compactMap(\.string)
        }
      }
    }
  }

  private mutating func fillDates(from object: JSONValue) {
    if published == nil { published = text(object["datePublished"]) ?? text(object["dateCreated"]) }
    if modified == nil { modified = text(object["dateModified"]) }
  }

  private func text(_ value: JSONValue?) -> String? {
    guard let string = value?.elements.first?.string else { return nil }
    let folded = TextFold.folded(CharacterEntities.decoded(string))
    return folded.isEmpty ? nil : folded
  }
}

/// Decodes the few character references that stand, against the standard, in JSON strings.
enum CharacterEntities {
  static func decoded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"), let found = reference(bytes, index) {
        out += found.bytes
        index = found.end
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func reference(_ bytes: [UInt8], _ start: Int) -> (bytes: [UInt8], end: Int)? {
    let limit = min(start + 12, bytes.count)
    guard let end = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      guard let value = UInt32(name.dropFirst(2), radix: 16), let scalar = Unicode.Scalar(value)
      else { return nil }
      return (Array(String(scalar).utf8), end + 1)
    }
    if name.hasPrefix("#") {
      guard let value = UInt32(name.dropFirst()), let scalar = Unicode.Scalar(value) else {
        return nil
      }
      return (Array(String(scalar).utf8), end + 1)
    }
    return names[name].map { (Array($0.utf8), end + 1) }
  }

  private static let names: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "auml": "ä",
    "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "ndash": "–",
    "mdash": "—", "hellip": "…", "rsquo": "’", "lsquo": "‘", "rdquo": "”", "ldquo": "“",
    "bdquo": "„", "laquo": "«", "raquo": "»", "shy": "", "eacute": "é", "euro": "€",
  ]
}
