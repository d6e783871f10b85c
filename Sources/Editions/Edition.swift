package import Press

/// The languages the paper itself speaks; articles keep their own.
package enum EditionLanguage: String, Sendable, Hashable, CaseIterable {
  case german = "de"
  case english = "en"

  /// All words of the house in this language.
  package var wording: Wording {
    switch self {
    case .german: .german
    case .english: .english
    }
  }

  /// The language as articles name theirs.
  package var language: Language { Language(rawValue: rawValue) }
}

/// What all pages of one edition share: its language, the time of its making, its bar of sections.
///
/// Pages hold no time but this one, so the same edition gives the same bytes to every reader.
package struct Edition: Sendable, Hashable {
  package var language: EditionLanguage
  /// Seconds since 1970 in UTC at which the pages are made.
  package var now: Int64
  package var zone: PressZone
  /// The name of the paper.
  package var title: String
  /// Sections in the bar, in their order; those without news are better left out.
  package var sections: [Section]
  /// A line under the front's headline and at the foot, such as "Musterausgabe".
  package var notice: String?
  /// The public address without a slash at its end, for feeds, canonical links and sharing; empty
  /// where it is not known.
  package var base: String { didSet { root = Links.root(of: base) } }
  /// The path of the public address, which all paths begin with: `/presse`, mostly nothing.
  package private(set) var root: String
  /// Whether the pages for imprint and privacy are there to be linked.
  package var hasLegalPages: Bool
  /// Whether pages carry only the part of the sheet they need, up to 3,000 bytes less with gzip; the
  /// policy must then allow all of `Stylesheet.texts`.
  package var hasLeanSheets: Bool
  package var links: Links
  package var hyphenator: Hyphenator?
  /// Names are linked to pages of their own from so many articles of a story on; in public, people
  /// are not listed for a single report.
  package var leastForName: Int
  /// Whether there is a reader's desk to lead to.
  package var hasDesk = false
  /// The hub of the paper's feeds (W3C WebSub); nil where there is none.
  package var hub: String?
  /// Whether stories have cards, pictures that other sites show beside a link.
  package var hasCards = false
  /// How the reader wants it to look.
  package var look = ReaderLook()

  package init(
    language: EditionLanguage = .german, now: Int64, zone: PressZone = .berlin,
    title: String = "Presseschau", sections: [Section] = Section.allCases, notice: String? = nil,
    base: String = "", hasLegalPages: Bool = false,
    hasLeanSheets: Bool = false, links: Links = .paths, leastForName: Int = 1,
    hyphenator: Hyphenator? = nil
  ) {
    self.language = language
    self.now = now
    self.zone = zone
    self.title = title
    self.sections = sections
    self.notice = notice
    self.base = base
    root = Links.root(of: base)
    self.hasLegalPages = hasLegalPages
    self.hasLeanSheets = hasLeanSheets
    self.links = links
    self.leastForName = leastForName
    self.hyphenator = hyphenator
  }

  var wording: Wording { language.wording }
  var dates: DateWords { DateWords(language: language, now: now, zone: zone) }
}
