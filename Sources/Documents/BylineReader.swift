import Languages
import Press

/// Reads who wrote an article: structured data first, then meta elements, then bylines.
struct BylineReader {
  let page: Page
  let signals: PageSignals
  let data: StructuredData

  func bylines() -> [Byline] {
    let fromData = names(data.authors)
    if !fromData.isEmpty { return fromData }
    for key in [
      "author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl",
      "dcterms.creator", "article:author_name", "cxenseparse:author",
    ] {
      let found = names(signals.all(key))
      if !found.isEmpty { return found }
    }
    let place = page.headline ?? page.span.lowerBound
    let nearby = signals.authors.filter {
      $0.piece >= place - 8 && $0.piece <= max(page.span.upperBound + 8, place + 40)
    }
    guard let best = nearby.map(\.strength).max() else { return [] }
    guard let first = nearby.first(where: { $0.strength == best }) else { return [] }
    return names(
      nearby.filter { $0.strength == best && abs($0.piece - first.piece) <= 3 }.map(\.name))
  }

  private func names(_ given: [String]) -> [Byline] {
    var out: [Byline] = []
    for entry in given {
      for name in Self.split(entry) where !out.contains(where: { $0.name == name }) {
        out.append(Byline(name: name, role: Self.isAgency(name) ? .agency : .author))
      }
    }
    return out
  }

  static func flatByline(of page: Page) -> [Byline] { [] }

  static func isAgency(_ name: String) -> Bool {
    AgencySignature.isSignature(Array(name.utf8)[...])
  }

  /// The names in one entry: without «Von», without addresses, divided at commas and «und».
  static func split(_ entry: String) -> [String] {
    var text = TextFold.folded(CharacterEntities.decoded(entry))
    if text.contains("://") || text.contains("@") || text.hasPrefix("/") { return [] }
    for lead in ["von ", "by ", "autor: ", "author: ", "text: ", "par "]
    where text.lowercased().hasPrefix(lead) {
      text = String(text.dropFirst(lead.count))
    }
    var parts = [text]
    for mark in [",", ";", " und ", " and ", " & ", "/", "|", "\n"] {
      parts = parts.flatMap { part in pieces(of: part, at: mark) }
    }
    return parts.map { TextFold.folded($0) }.filter { part in
      let count = part.utf8.count
      return count >= 2 && count <= 60 && part.split(separator: " ").count <= 6
        && !part.utf8.contains { (0x30...0x39).contains($0) }
    }
  }

  private static func pieces(of text: String, at mark: String) -> [String] {
    let bytes = Array(text.utf8)
    let needle = Array(mark.utf8)
    var out: [String] = []
    var start = 0
    var index = 0
    while index + needle.count <= bytes.count {
      if bytes[index..<index + needle.count].elementsEqual(needle) {
        out.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += needle.count
        start = index
      } else {
        index += 1
      }
    }
    out.append(String(decoding: bytes[start...], as: UTF8.self))
    return out
  }
}
