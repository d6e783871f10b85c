import Languages
package import Press

/// What a reader asks for: words, "phrases", `prefix*`, `-without`, and bounds by name: `outlet:`,
/// `section:`, `person:`, `lang:`, `before:`, `after:`, `sort:`.
package struct SearchQuery: Sendable, Hashable {
  /// One thing that must, or must not, be there.
  package struct Part: Sendable, Hashable {
    package enum Kind: Sendable, Hashable { case word, phrase, prefix }
    package var text: String
    package var kind: Kind
    package var isExcluded = false
  }

  package enum Order: String, Sendable { case best, newest }

  package var parts: [Part] = []
  package var outlet: String?
  package var language: Language?
  package var section: Section?
  package var person: String?
  /// Published before this time, seconds since 1970; exclusive.
  package var before: Int64?
  /// Published at this time or later.
  package var after: Int64?
  package var order = Order.best
  /// Bounds whose value could not be read, as typed.
  package var unread: [String] = []

  /// The words that must be there, as typed.
  package var words: [String] { parts.filter { !$0.isExcluded }.map(\.text) }
  package var isEmpty: Bool {
    parts.allSatisfy(\.isExcluded) && outlet == nil && language == nil && section == nil
      && person == nil
  }

  private static let mostParts = 24
  private static let longest = 1_000

  /// Reads a query as typed: `"elf container" hafen outlet:depesche.example after:2026-11`.
  package init(_ text: String) {
    for piece in Self.pieces(String(text.unicodeScalars.prefix(Self.longest))) {
      if parts.count >= Self.mostParts { break }
      read(piece)
    }
  }

  private mutating func read(_ piece: Piece) {
    if let name = piece.name {
      if !bound(name, to: piece.text) { unread.append("\(name):\(piece.text)") }
      return
    }
    if piece.isQuoted {
      parts.append(Part(text: piece.text, kind: .phrase, isExcluded: piece.isExcluded))
      return
    }
    let stem = piece.text.hasSuffix("*") ? String(piece.text.dropLast()) : piece.text
    let isPrefix = stem != piece.text && stem.utf8.count >= 3
    guard stem.contains(where: { $0.isLetter || $0.isNumber }) else { return }
    parts.append(
      Part(text: stem, kind: isPrefix ? .prefix : .word, isExcluded: piece.isExcluded))
  }

  private mutating func bound(_ name: String, to value: String) -> Bool {
    switch name {
    case "outlet": outlet = value.lowercased()
    case "lang": language = Language(tag: value)
    case "section": section = Section(rawValue: value.lowercased())
    case "person": person = value
    case "before": before = Self.start(of: value)
    case "after": after = Self.start(of: value)
    case "sort": order = value == "newest" || value == "neu" ? .newest : .best
    default: return false
    }
    switch name {
    case "lang": return language != nil
    case "section": return section != nil
    case "before": return before != nil
    case "after": return after != nil
    default: return true
    }
  }

  /// The first second of `2026`, `2026-11` or `2026-11-21`, in UTC.
  private static func start(of value: String) -> Int64? {
    let numbers = value.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(numbers.count), let year = Int(numbers[0]), numbers[0].count == 4
    else { return nil }
    let month = numbers.count > 1 ? Int(numbers[1]) : 1
    let day = numbers.count > 2 ? Int(numbers[2]) : 1
    guard let month, let day, let date = CivilDay(year: year, month: month, day: day) else {
      return nil
    }
    return Int64(date.daysSince1970) * 86_400
  }
}

// MARK: - Pieces

extension SearchQuery {
  /// A run of letters between spaces, or what stands between quotation marks.
  private struct Piece {
    var text: String
    var name: String?
    var isQuoted = false
    var isExcluded = false
  }

  private static let names: Set<String> = [
    "outlet", "lang", "section", "person", "before", "after", "sort",
  ]
  private static let opening: Set<Character> = ["\"", "„", "“", "”", "»", "«"]

  private static func pieces(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
        continue
      }
      var piece = Piece(text: "")
      if first == "-", rest.count > 1 {
        piece.isExcluded = true
        rest.removeFirst()
      }
      if let colon = rest.firstIndex(of: ":"), names.contains(String(rest[..<colon]).lowercased()) {
        piece.name = String(rest[..<colon]).lowercased()
        rest = rest[rest.index(after: colon)...]
      }
      if let mark = rest.first, opening.contains(mark) {
        rest.removeFirst()
        piece.isQuoted = true
        piece.text = String(rest.prefix { !opening.contains($0) })
        rest = rest.dropFirst(piece.text.count + 1)
      } else {
        piece.text = String(rest.prefix { !$0.isWhitespace })
        rest = rest.dropFirst(piece.text.count)
      }
      if !piece.text.isEmpty { pieces.append(piece) }
    }
    return pieces
  }
}
