import Languages
import Press

/// Reads who wrote an article: structured data first, then meta elements, then bylines.
struct BylineReader {
  let page: Page
  let signals: PageSignals
  let data: StructuredData

  func bylines() -> [Byline] {
    var outlets: [Byline] = []
    for source in 0...Self.keys.count + 1 {
      let claim = claim(source)
      let persons = claim.filter { !isOutlet($0.name) }
      if !persons.isEmpty { return persons }
      if outlets.isEmpty { outlets = claim }
    }
    let lines = Self.lines(of: page)
    return lines.isEmpty ? outlets : lines
  }

  /// The names of one source: structured data, each meta element, marked elements.
  private func claim(_ source: Int) -> [Byline] {
    if source == 0 { return names(data.authors) }
    return source <= Self.keys.count ? names(signals.all(Self.keys[source - 1])) : marked()
  }

  /// Bylines in which an agency is known by the text's dateline: «Harsbach (NDA) – …».
  static func bylines(_ bylines: [Byline], dateline text: String?) -> [Byline] {
    guard let head = text?.utf8.prefix(80) else { return bylines }
    return bylines.map { byline in
      let name = byline.name.utf8
      let isShort = (2...6).contains(name.count) && name.allSatisfy { (0x41...0x5A).contains($0) }
      guard isShort, String(decoding: head, as: UTF8.self).contains("(\(byline.name))") else {
        return byline
      }
      return Byline(name: byline.name, role: .agency)
    }
  }

  private static let keys = [
    "author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl",
    "dcterms.creator", "article:author_name", "cxenseparse:author",
  ]

  /// Names in elements that are marked as an author's, near headline and text.
  private func marked() -> [Byline] {
    let place = page.headline ?? page.span.lowerBound
    let last = max(page.span.upperBound + 8, place + 40)
    let nearby = signals.authors.filter { $0.piece >= place - 8 && $0.piece <= last }
    guard let best = nearby.map(\.strength).max(),
      let first = nearby.first(where: { $0.strength == best })
    else { return [] }
    return names(
      nearby.filter { $0.strength == best && abs($0.piece - first.piece) <= 3 }.map(\.name))
  }

  /// Whether a name is the outlet's own, not a person's.
  private func isOutlet(_ name: String) -> Bool {
    let own = HeadlineReader.words(name)
    for site in [data.publisher, signals.meta("og:site_name"), signals.meta("application-name")] {
      if let site, !own.isEmpty, own.isSubset(of: HeadlineReader.words(site)) { return true }
    }
    return name.hasSuffix(".de") || name.hasSuffix(".com") || name.hasSuffix("GmbH")
      || name.contains("www.")
  }

  /// Names in lines near the headline that begin with «Von», «By» and the like.
  static func lines(of page: Page) -> [Byline] {
    let place = page.headline ?? page.span.lowerBound
    let last = min(page.pieces.count, place + 15)
    for index in max(0, place - 3)..<max(last, max(0, place - 3)) where index != page.headline {
      let piece = page.pieces[index]
      guard (2...12).contains(piece.measure.words), !piece.measure.endsSentence,
        piece.phrases.firstWord.contains(.meta) || piece.phrases.opening.contains(.meta),
        piece.measure.lowerWords <= 3
      else { continue }
      let text = page.string(piece)
      let lead = text.prefix { $0 != " " && $0 != ":" }
      guard openings.contains(lead.lowercased()) else { continue }
      let names = split(String(text.dropFirst(lead.count + 1))).filter(isName)
      if !names.isEmpty {
        return names.map { Byline(name: $0, role: isAgency($0) ? .agency : .author) }
      }
    }
    return []
  }

  private static let openings: Set<String> = [
    "von", "by", "durch", "autor", "autorin", "author", "text", "par",
  ]

  /// Two to four words, all with a capital but for «von» and the like.
  private static func isName(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard (2...4).contains(words.count) else { return false }
    return words.allSatisfy { word in
      word.first?.isUppercase ?? false
        || ["von", "van", "de", "der", "zu", "la", "di"].contains(word)
    }
  }

  /// Names of one article, and bytes of one entry, that are looked at.
  private static let most = 40
  private static let longest = 2000

  private func names(_ given: [String]) -> [Byline] {
    var out: [Byline] = []
    for entry in given where out.count < Self.most {
      for name in Self.split(entry)
      where out.count < Self.most && !out.contains(where: { $0.name == name }) {
        // «Show all articles of Anna Beispiel» beside «Anna Beispiel».
        if out.contains(where: { name.hasSuffix($0.name) }) { continue }
        out.append(Byline(name: name, role: Self.isAgency(name) ? .agency : .author))
      }
    }
    return out
  }

  static func flatByline(of page: Page) -> [Byline] { lines(of: page) }

  static func isAgency(_ name: String) -> Bool {
    AgencySignature.isSignature(Array(name.utf8)[...])
  }

  /// The names in one entry: without «Von», without addresses, divided at commas and «und».
  static func split(_ entry: String) -> [String] {
    if entry.utf8.count > longest { return [] }
    var text = TextFold.folded(CharacterEntities.decoded(entry))
    if text.contains("://") || text.contains("@") || text.hasPrefix("/") { return [] }
    for lead in [
      "von ", "by ", "autor: ", "author: ", "text: ", "par ", "interview: ", "interview von ",
    ]
    where text.lowercased().hasPrefix(lead) {
      text = String(text.dropFirst(lead.count))
    }
    var parts = [text]
    for mark in [",", ";", " und ", " and ", " & ", "/", "|", "\n"] {
      parts = parts.flatMap { part in pieces(of: part, at: mark) }
    }
    return parts.map { TextFold.folded(withoutParentheses($0)) }.filter { part in
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

  private static func withoutParentheses(_ text: String) -> String {
    guard let open = text.firstIndex(of: "("), open > text.startIndex else { return text }
    return String(text[..<open])
  }
}
