/// What the elements around a piece say of it.
struct Traits: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  static let navigation = Traits(rawValue: 1 << 0)
  static let aside = Traits(rawValue: 1 << 1)
  static let footer = Traits(rawValue: 1 << 2)
  static let header = Traits(rawValue: 1 << 3)
  static let form = Traits(rawValue: 1 << 4)
  static let figure = Traits(rawValue: 1 << 5)
  static let caption = Traits(rawValue: 1 << 6)
  static let comments = Traits(rawValue: 1 << 7)
  static let related = Traits(rawValue: 1 << 8)
  static let share = Traits(rawValue: 1 << 9)
  static let promotion = Traits(rawValue: 1 << 10)
  static let advertisement = Traits(rawValue: 1 << 11)
  static let author = Traits(rawValue: 1 << 12)
  static let meta = Traits(rawValue: 1 << 13)
  static let legal = Traits(rawValue: 1 << 14)
  static let consent = Traits(rawValue: 1 << 15)
  static let embed = Traits(rawValue: 1 << 16)
  static let lead = Traits(rawValue: 1 << 17)
  static let body = Traits(rawValue: 1 << 18)
  static let headline = Traits(rawValue: 1 << 19)
  static let kicker = Traits(rawValue: 1 << 20)
  static let tags = Traits(rawValue: 1 << 21)
  static let article = Traits(rawValue: 1 << 22)
  static let link = Traits(rawValue: 1 << 23)
  static let paywall = Traits(rawValue: 1 << 24)
  static let pullQuote = Traits(rawValue: 1 << 25)
  static let date = Traits(rawValue: 1 << 26)
  static let correction = Traits(rawValue: 1 << 27)
  static let infoBox = Traits(rawValue: 1 << 28)
  static let hidden = Traits(rawValue: 1 << 29)
}

/// A stretch of text between two block boundaries of a page, or a line of flattened text.
struct Piece: Sendable {
  enum Kind: UInt8, Sendable {
    case paragraph, heading, item, quotation, row, code, caption, picture, embed
  }

  var kind: Kind = .paragraph
  /// Of a heading 1…6, of a list item 1 where the list is ordered.
  var level = 0
  /// Bytes of `Page.text`.
  var range: Range<Int>
  var traits: Traits = []
  /// The element the text stands in, and the list, table or quotation that holds it; −1 for none.
  var element = -1
  var group = -1
  /// The table row of a cell.
  var row = -1
  /// Index into the flow's scopes.
  var scope: Int32 = 0
  /// How much of the piece stands in the article's text as the page's metadata give it, 0…1; −1
  /// where they give none.
  var attested = -1.0
  var linkBytes = 0
  var links = 0
  /// Bytes set strong.
  var strongBytes = 0
  /// Runs of `Page.runs`.
  var runs: Range<Int> = 0..<0
  var measure: Measure
  var phrases = PhraseMatch()
  /// Index into `Page.pictures`, of a picture or embed.
  var picture = -1

  var isLinky: Bool { links > 0 && linkBytes * 10 >= range.count * 7 }
  /// Text of one link from end to end.
  var isLink: Bool { links > 0 && linkBytes * 100 >= range.count * 95 }
}

/// All that a rule may look at: the pieces of a page in order, and what the page says of itself.
struct Page: Sendable {
  var text: [UInt8] = []
  var pieces: [Piece] = []
  /// The rule that took a piece out, by the piece's index.
  var removedBy: [String?] = []
  /// The pieces among which the article lies.
  var span: Range<Int> = 0..<0
  /// The headline's piece, if it is one of them.
  var headline: Int?
  var headlineWords: Set<UInt64> = []
  /// Whether the text came without markup: rules may then not count on links.
  var isFlat = false

  func words(_ piece: Piece) -> ArraySlice<UInt8> { text[piece.range] }

  func string(_ piece: Piece) -> String { String(decoding: text[piece.range], as: UTF8.self) }

  /// Whether a piece stands in the article's last part, where lists of other articles begin.
  func isLate(_ index: Int) -> Bool { (index - span.lowerBound) * 2 >= span.count }

  /// The nearest piece before that was kept.
  func kept(before index: Int) -> Piece? {
    var at = index - 1
    while at >= span.lowerBound, at >= 0 {
      if removedBy[at] == nil { return pieces[at] }
      at -= 1
    }
    return nil
  }
}
