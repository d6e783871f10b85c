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
  @Narrow var level = 0
  /// Bytes of `Page.text`.
  @NarrowRange var range: Range<Int>
  var traits: Traits = []
  /// The element the text stands in, and the list, table or quotation that holds it; −1 for none.
  @Narrow var element = -1
  @Narrow var group = -1
  /// The element around the piece's own paragraph, heading or list item.
  @Narrow var container = -1
  /// The element around the container.
  @Narrow var hall = -1
  /// The table row of a cell.
  @Narrow var row = -1
  /// Index into the flow's scopes.
  var scope: Int32 = 0
  /// How much of the piece stands in the article's text as the page's metadata give it, 0…1; −1
  /// where they give none.
  var attested = -1.0
  @Narrow var linkBytes = 0
  @Narrow var links = 0
  /// Whether the piece is one link from end to end that leads to another outlet.
  var leadsAway = false
  /// Bytes set strong.
  @Narrow var strongBytes = 0
  /// Runs of `Page.runs`.
  @NarrowRange var runs: Range<Int> = 0..<0
  var measure: Measure
  /// Its words' hashes, in `Page.hashes`.
  @NarrowRange var words: Range<Int> = 0..<0
  var phrases = PhraseMatch()
  /// Index into `Page.pictures`, of a picture or embed.
  @Narrow var picture = -1

  var isLinky: Bool { links > 0 && linkBytes * 10 >= range.count * 7 }
  /// Text of one link from end to end.
  var isLink: Bool { links > 0 && linkBytes * 100 >= range.count * 95 }
}

/// All that a rule may look at: the pieces of a page in order, and what the page says of itself.
struct Page: Sendable {
  var text: [UInt8] = []
  var pieces: [Piece] = []
  /// The hashes of all pieces' words, in order (`WordWalk`).
  private(set) var hashes: [UInt64] = []
  /// The rule that took a piece out, by the piece's index.
  var removedBy: [String?] = []
  /// The pieces among which the article lies.
  var span: Range<Int> = 0..<0
  /// The headline's piece, if it is one of them.
  var headline: Int?
  var headlineWords = WordSet()
  /// The words of the outlet's name.
  var siteWords = WordSet()
  /// Names of the article's authors as the metadata give them, each with its first name alone too.
  var authorNames: [[UInt8]] = []
  /// The first and the last piece that stand in the text the page's metadata give, where that text
  /// is given in full.
  var firstAttested: Int?
  var lastAttested: Int?
  /// Words of running text before each piece of the span.
  var proseBefore: [Int] = []
  /// Where a line of eight words or more stands first, by its hash.
  var firstPlace = PlaceTable()
  /// The longest paragraph in which a run of five words stands.
  var homes = PlaceTable()
  /// Whether paragraphs come again and again by the page's design, as in recipes and interviews.
  var repeatsItself = false
  /// Hashes of short lines that stand in the span three times or more.
  var repeated: Set<UInt64> = []
  /// Whether credits of pictures stand directly below long paragraphs of flattened text.
  var hasBareCredits = false
  /// Whether the paragraphs of flattened text are broken into lines.
  var isWrapped = false
  /// Whether the text came without markup: rules may then not count on links.
  var isFlat = false

  func words(_ piece: Piece) -> ArraySlice<UInt8> { text[piece.range] }

  /// The hashes of a piece's words.
  func hashes(_ piece: Piece) -> ArraySlice<UInt64> { hashes[piece.words] }

  /// Reads a piece's words and looks it up among the phrases.
  mutating func readWords(of piece: inout Piece, in book: PhraseBook) {
    let line = text[piece.range]
    let start = hashes.count
    WordWalk.append(hashesOf: line, to: &hashes)
    piece.words = start..<hashes.count
    piece.phrases = book.match(line, words: hashes[start...])
  }

  func string(_ piece: Piece) -> String { String(decoding: text[piece.range], as: UTF8.self) }

  /// Whether a piece stands in the article's last part, where lists of other articles begin.
  func isLate(_ index: Int) -> Bool { (index - span.lowerBound) * 2 >= span.count }

  /// Whether hardly any running text stands before a piece.
  func isNearTop(_ index: Int) -> Bool {
    proseBefore.indices.contains(index) ? proseBefore[index] <= 60 : index - span.lowerBound <= 12
  }

  /// Whether no running text stands before a piece.
  func isAboveText(_ index: Int) -> Bool {
    proseBefore.indices.contains(index) && proseBefore[index] == 0
  }

  /// Whether no running text of the span stands behind a piece.
  func isBelowText(_ index: Int) -> Bool {
    guard let last = span.last, proseBefore.indices.contains(last) else { return false }
    return proseBefore[last] == proseBefore[index] && !pieces[last].measure.isProse
      && !pieces[index].measure.isProse
  }

  /// Counts what rules ask for; to be called when the span is set.
  mutating func survey() {
    proseBefore = Array(repeating: 0, count: pieces.count)
    var words = 0
    repeated = []
    var repeats = RepeatCount()
    firstPlace = PlaceTable(capacity: span.count)
    // Short lines: where each stands first, and how often.
    var labels = PlaceTable(capacity: span.count)
    var counts = Array(repeating: 0, count: pieces.count)
    for index in pieces.indices {
      proseBefore[index] = words
      guard span.contains(index) else { continue }
      let piece = pieces[index]
      if piece.measure.isProse { words += piece.measure.words }
      if piece.measure.words >= 8, removedBy[index] == nil {
        let hash = Self.hash(of: self.words(piece))
        firstPlace.enter(hash, index) { _ in false }
        repeats.count(index, first: firstPlace[hash] ?? index)
      }
      if piece.measure.words > 0, piece.measure.words <= 6, piece.kind != .row {
        let hash = Self.hash(of: self.words(piece))
        labels.enter(hash, index) { _ in false }
        let first = labels[hash] ?? index
        counts[first] += 1
        if counts[first] == 3 { repeated.insert(hash) }
      }
    }
    repeatsItself = repeats.isDesign
    if isFlat {
      isWrapped = isBroken
      hasBareCredits = CaptionAboveCredit.isUncaptioned(self)
    }
    surveyAttested()
    surveyRuns()
  }

  /// Whether many lines begin in lower case.
  private var isBroken: Bool {
    let lower = span.count { index in
      let piece = pieces[index]
      return piece.measure.words >= 4
        && words(piece).first.map { (0x61...0x7A).contains($0) } ?? false
    }
    return lower >= 5 && lower * 8 >= span.count
  }

  private mutating func surveyAttested() {
    var attested = 0
    var other = 0
    var between = 0
    var halls: Set<Int> = []
    for index in span where removedBy[index] == nil && pieces[index].measure.isProse {
      let piece = pieces[index]
      if piece.attested >= 0.7 {
        attested += piece.measure.words
        between += other
        other = 0
        halls.insert(piece.container)
        if firstAttested == nil { firstAttested = index }
        lastAttested = index
      } else if firstAttested != nil {
        other += piece.measure.words
      }
    }
    // What goes on in the same element was cut off in the metadata.
    var cut = 0
    for index in (lastAttested ?? span.upperBound)..<span.upperBound {
      let piece = pieces[index]
      if piece.measure.isProse, piece.attested < 0.7, halls.contains(piece.container) {
        cut += piece.measure.words
      }
    }
    if attested < 120 || between * 3 > attested || cut * 4 > attested {
      (firstAttested, lastAttested) = (nil, nil)
    }
  }

  /// Stands for a whole line, marks and spaces included.
  static func hash(of line: ArraySlice<UInt8>) -> UInt64 { ByteHash.of(line.span) }

  /// The nearest of some hundred pieces before that was kept.
  func kept(before index: Int) -> Piece? {
    let first = max(span.lowerBound, index - 300)
    return (first..<max(first, index)).last { removedBy[$0] == nil }.map { pieces[$0] }
  }
}

/// Counts paragraphs that stood before, to tell a page whose parts are alike from one that says its
/// text twice.
private struct RepeatCount {
  private var repeats = 0
  /// Repeats whose first place directly follows that of the paragraph before: of a text said twice.
  private var runs = 0
  private var firsts: Set<Int> = []
  private var last = -2

  mutating func count(_ index: Int, first: Int) {
    if first < index {
      repeats += 1
      firsts.insert(first)
      if first == last + 1 { runs += 1 }
    }
    last = first
  }

  var isDesign: Bool { repeats >= 6 && firsts.count >= 3 && runs * 2 < repeats }
}
