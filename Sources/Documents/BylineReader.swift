import Languages
import Press

/// Reads who wrote an article: structured data first, then meta elements, then bylines.
struct BylineReader {
  let page: Page
  let signals: PageSignals
  let data: StructuredData

  /// - Parameter linked: the names in links to authors' pages, asked only where nothing else names
  ///   a person.
  func bylines(orLinked linked: () -> [String] = { [] }) -> [Byline] {
    var outlets: [Byline] = []
    for source in 0...Self.keys.count + 1 {
      let claim = claim(source)
      let persons = persons(among: claim)
      if !persons.isEmpty { return persons }
      if outlets.isEmpty { outlets = claim.filter { isOutlet($0.name) } }
    }
    let lines = Self.lines(of: page)
    if !lines.isEmpty { return lines }
    let named = names(linked()).filter { BylineNames.isPerson($0.name) }
    if !named.isEmpty { return named }
    let signed = SignatureReader(page: page, outlet: sites).bylines()
    return signed.isEmpty ? outlets : signed
  }

  /// The names that are no outlet's. Single words behind an outlet's name are where it sits:
  /// «Grünauer Bote GmbH, Grünau, Germany»; letters are those of an agency.
  private func persons(among claim: [Byline]) -> [Byline] {
    guard let outlet = claim.firstIndex(where: { isOutlet($0.name) }) else { return claim }
    return claim.indices.filter { index in
      let byline = claim[index]
      return !isOutlet(byline.name)
        && (index < outlet || byline.role == .agency || BylineNames.isPerson(byline.name)
          || byline.name.utf8.allSatisfy { $0 &- 0x41 < 26 })
    }.map { claim[$0] }
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

  private static let keys: [StaticString] = [
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

  /// What the page calls its outlet.
  private var sites: [String] {
    [
      data.publisher, signals.meta("og:site_name"), signals.meta("application-name"),
      signals.meta("publisher"),
    ].compactMap { $0 }
  }

  /// Whether a name is the outlet's own or a desk's, not a person's: some write under their name.
  private func isOutlet(_ name: String) -> Bool {
    if BylineNames.isKnownPerson(name) { return false }
    return BylineNames.isDesk(name) || sites.contains { BylineNames.isOutlet(name, of: $0) }
  }

  /// Names in lines near the headline that begin with «Von», «By» and the like.
  static func lines(of page: Page) -> [Byline] {
    let place = page.headline ?? page.span.lowerBound
    let last = min(page.pieces.count, place + 15)
    for index in max(0, place - 3)..<max(last, max(0, place - 3)) where index != page.headline {
      let piece = page.pieces[index]
      guard (2...14).contains(piece.measure.words), piece.measure.lowerWords <= 5,
        !piece.measure.isProse,
        let said = BylineNames.behindOpening(
          page.string(piece), directly: piece.kind == .heading)
      else { continue }
      let names = BylineNames.split(said).filter(BylineNames.isPerson)
      if !names.isEmpty {
        return names.map { Byline(name: $0, role: isAgency($0) ? .agency : .author) }
      }
    }
    return []
  }

  /// Names of one article that are looked at.
  private static let most = 40

  private func names(_ given: [String]) -> [Byline] {
    var out: [Byline] = []
    for entry in given where out.count < Self.most {
      for name in BylineNames.split(entry)
      where out.count < Self.most && !out.contains(where: { $0.name == name }) {
        // «Show all articles of Anna Beispiel» beside «Anna Beispiel».
        if out.contains(where: { name.hasSuffix($0.name) }) { continue }
        if BylineNames.isPlaceholder(name) { continue }
        out.append(Byline(name: name, role: Self.isAgency(name) ? .agency : .author))
      }
    }
    return out
  }

  static func flatByline(of page: Page) -> [Byline] { lines(of: page) }

  static func isAgency(_ name: String) -> Bool {
    AgencySignature.isSignature(Array(name.utf8)[...])
  }
}
