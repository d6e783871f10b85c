import Press

/// One text of the sample press, read from its file: lines `key: value`, a line `---`, and the
/// body, in which an empty line ends a paragraph.
struct SampleArticle: Sendable {
  let slug: String
  let headline: String
  let kicker: String
  let standfirst: String
  /// A person, or nil where an agency wrote it.
  let author: String?
  let agency: String?
  let section: String
  /// Seconds since 1970, already moved.
  let published: Int64
  let picture: (caption: String, credit: String)?
  let correction: String?
  let pieces: [Piece]

  /// A piece of the body.
  enum Piece: Sendable {
    case paragraph(String)
    case heading(String)
    case pullQuote(String)
    case list([String])
    /// A pointer to another text in the middle of this one, by its slug.
    case seeAlso(String)
  }

  init?(_ text: String, dates: SampleDates) {
    guard let divider = text.firstRange(of: "\n---\n") else { return nil }
    var fields: [Substring: String] = [:]
    for line in text[..<divider.lowerBound].split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      fields[line[..<colon]] = dates.filled(String(value))
    }
    guard let slug = fields["slug"], let headline = fields["headline"],
      let published = fields["published"].flatMap(dates.instant)
    else { return nil }
    self.slug = slug
    self.headline = headline
    self.published = published
    kicker = fields["kicker"] ?? ""
    standfirst = fields["standfirst"] ?? ""
    author = fields["author"]
    agency = fields["agency"]
    section = fields["section"] ?? ""
    correction = fields["correction"]
    picture = fields["picture"].map { line in
      let parts = line.split(separator: " | ", maxSplits: 1)
      return (String(parts.first ?? ""), parts.count > 1 ? String(parts[1]) : "")
    }
    pieces = text[divider.upperBound...].split(separator: "\n\n").map {
      Self.piece(dates.filled(String($0)))
    }
  }

  var byline: String { author ?? agency ?? "" }

  private static func piece(_ text: String) -> Piece {
    let text = String(text.drop { $0 == "\n" }.reversed().drop { $0 == "\n" }.reversed())
    if text.hasPrefix("## ") { return .heading(String(text.dropFirst(3))) }
    if text.hasPrefix("> ") { return .pullQuote(String(text.dropFirst(2))) }
    if text.hasPrefix("@see ") { return .seeAlso(String(text.dropFirst(5))) }
    if text.hasPrefix("* ") {
      return .list(text.split(separator: "\n").map { String($0.dropFirst(2)) })
    }
    return .paragraph(text)
  }
}
