import Languages
import Press

/// Reads the names an article is signed with, above its first or below its last paragraph.
///
/// Asked only where neither metadata nor a byline name a person: a line of names has no mark of its
/// own.
struct SignatureReader {
  let page: Page
  /// What the page calls its outlet.
  let outlet: [String]

  /// Pieces that are looked at below the last paragraph, and above the first.
  private static let reach = (below: 2, above: 3)

  private static let elsewhere: Traits = [
    .navigation, .footer, .related, .comments, .share, .promotion, .caption, .figure, .tags, .aside,
  ]

  func bylines() -> [Byline] {
    let prose = page.span.filter {
      page.removedBy[$0] == nil && page.pieces[$0].measure.isProse
    }
    guard let first = prose.first, let last = prose.last else { return [] }
    let below = last..<min(last + 1 + Self.reach.below, page.pieces.count)
    let above = max(0, first - Self.reach.above)..<first
    for index in Array(below) + above.reversed() where index != page.headline {
      let piece = page.pieces[index]
      guard piece.kind == .paragraph, piece.traits.isDisjoint(with: Self.elsewhere) else {
        continue
      }
      let line = page.string(piece)
      let isEnd = index >= last
      let found = isEnd && piece.measure.isProse ? inBrackets(line) : names(piece, line, isEnd)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// «Stefan Wasmer», «Mara Linde/Jon Weer», «Grünauer Bote / Hafenblatt», «ssi, dan; Foto: …».
  private func names(_ piece: Piece, _ line: String, _ isEnd: Bool) -> [Byline] {
    guard (1...12).contains(piece.measure.words), !piece.measure.isProse else { return [] }
    let names = BylineNames.split(line)
    if !names.isEmpty, names.allSatisfy(BylineNames.isKnownPerson) {
      return names.map { Byline(name: $0) }
    }
    guard isEnd else { return [] }
    if names.count == 2, line.contains("/"),
      let other = names.first(where: { !isOutlet($0) }), names.contains(where: isOutlet)
    {
      return [Byline(name: other, role: .agency)]
    }
    return shorthand(line)
  }

  /// «… bleibt spannend. (Mara Linde) +++»
  private func inBrackets(_ line: String) -> [Byline] {
    let bytes = line.utf8
    guard let close = bytes.suffix(6).lastIndex(of: UInt8(ascii: ")")),
      let open = bytes[..<close].suffix(300).lastIndex(of: UInt8(ascii: "("))
    else { return [] }
    let names = BylineNames.split(String(line[bytes.index(after: open)..<close]))
    return !names.isEmpty && names.allSatisfy(BylineNames.isKnownPerson)
      ? names.map { Byline(name: $0) } : []
  }

  /// The letters by which editors sign, before what else the line says.
  private func shorthand(_ line: String) -> [Byline] {
    guard let end = line.firstIndex(of: ";") else { return [] }
    let marks = line[..<end].split { $0 == "," || $0 == " " || $0 == "/" }
    let areMarks = marks.allSatisfy { mark in
      (2...4).contains(mark.utf8.count) && mark.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }
    guard (1...3).contains(marks.count), areMarks else { return [] }
    return marks.map { mark in
      Byline(name: String(mark), role: BylineReader.isAgency(String(mark)) ? .agency : .author)
    }
  }

  private func isOutlet(_ name: String) -> Bool {
    outlet.contains { BylineNames.isOutlet(name, of: $0) }
  }
}
