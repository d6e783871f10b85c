import Languages
package import Press

/// One quantity followed through a saga: what was said of it, by whom, and of when each figure
/// speaks.
///
/// The rows are those of `FigureTable`: the same unit and kind, no other direction, sentences on the
/// same matter. Nothing is decided between figures; a count may have grown.
package struct Quantity: Sendable, Hashable {
  /// A figure of an article, by which the quantity is asked for.
  package struct Anchor: Sendable, Hashable {
    package var article: Article.ID
    package var version: Int
    /// First UTF-8 byte of the reading's words in the article's text.
    package var lower: Int

    package init(article: Article.ID, version: Int, lower: Int) {
      self.article = article
      self.version = version
      self.lower = lower
    }

    package init(_ passage: Passage) {
      self.init(article: passage.article, version: passage.version, lower: passage.lower)
    }
  }

  package struct Entry: Sendable, Hashable {
    package var reading: Comparison.Reading
    /// The time the figure speaks of, else when it was published.
    package var date: PressDate?
    /// Whether an entry before it says the same of the same origin.
    package var isRelay: Bool
  }

  /// The noun counted, in words of the texts.
  package var unit: String
  /// "nach Russland", in words of the texts.
  package var direction: String?
  /// By date; what relays a figure comes right after its origin.
  package var entries: [Entry]

  private static let most = 120

  /// - Parameter exhibits: the articles of the saga, among them the anchor's in the anchor's version.
  /// - Returns: nil where no figure that can be compared stands at the anchor.
  package init?(at anchor: Anchor, in exhibits: [Exhibit]) {
    func isAnchor(_ exhibit: Exhibit) -> Bool {
      exhibit.article.id == anchor.article && exhibit.article.version == anchor.version
    }
    // Rows are formed around their first figure, so the anchor's article comes first.
    let exhibits =
      exhibits.filter(isAnchor)
      + exhibits.filter { !isAnchor($0) && $0.article.id != anchor.article }.sorted {
        (Self.start($0), $0.article.id) < (Self.start($1), $1.article.id)
      }
    let bodies = exhibits.map(\.article.body)
    let figures = exhibits.indices.map {
      ExhibitDigest.figures(exhibits[$0].findings, body: bodies[$0])
    }
    guard let own = figures.first, exhibits.first.map(isAnchor) == true,
      let place = own.firstIndex(where: { $0.range.lowerBound == anchor.lower })
    else { return nil }
    var table = FigureTable()
    let row = table.add(own, number: 0)[place]
    for number in exhibits.indices.dropFirst() { table.add(figures[number], number: number) }
    let sayings = table.places(ofRow: row).map { place in
      Saying(exhibits[place.exhibit], bodies[place.exhibit], figures[place.exhibit][place.figure])
    }
    let first = own[place]
    unit = first.figure.unit.map { bodies[0][$0.range] } ?? first.unit
    direction = sayings.lazy.compactMap(\.direction).first
    entries = Self.entries(sayings)
  }

  private static func start(_ exhibit: Exhibit) -> Int64 {
    exhibit.article.published?.start ?? exhibit.arrived
  }

  /// One outlet's figure with what tells whether another says the same.
  private struct Saying {
    var reading: Comparison.Reading
    var date: PressDate?
    var origin: Origin
    var direction: String?

    struct Origin: Hashable {
      var relation: Figure.Relation
      var low: Double?
      var high: Double?
      var claimant: String?
    }

    init(_ exhibit: Exhibit, _ body: ArticleText, _ figure: FigureDigest) {
      let article = exhibit.article
      reading = Comparison.Reading(
        citation: Citation(figure.range, in: article, body: body, findings: exhibit.findings),
        figure: figure.figure, claimant: figure.claimant.map { body[$0] }, asOf: figure.asOf,
        isRelayed: figure.isRelayed)
      date = figure.asOf ?? article.published
      origin = Origin(
        relation: figure.figure.relation, low: figure.figure.value ?? figure.figure.low,
        high: figure.figure.high, claimant: figure.claimantKey)
      direction = figure.figure.direction.map { body[$0.range] }
    }
  }

  private static func entries(_ sayings: [Saying]) -> [Entry] {
    // An outlet that says the same of the same claimant again adds nothing.
    struct Repeated: Hashable {
      var outlet: Outlet.ID
      var origin: Saying.Origin
    }
    func isEarlier(_ a: Saying, _ b: Saying) -> Bool {
      let (left, right) = (a.reading.citation.passage, b.reading.citation.passage)
      return (a.date?.start ?? .max, left.article, left.lower)
        < (b.date?.start ?? .max, right.article, right.lower)
    }
    var seen: Set<Repeated> = []
    let ordered = sayings.sorted(by: isEarlier).filter {
      seen.insert(Repeated(outlet: $0.reading.citation.outlet, origin: $0.origin)).inserted
    }
    var groups: [(origin: Saying.Origin, sayings: [Saying])] = []
    for saying in ordered {
      // Without a claimant nobody can be said to relay: each stands for itself.
      if saying.origin.claimant != nil,
        let place = groups.firstIndex(where: { $0.origin == saying.origin })
      {
        groups[place].sayings.append(saying)
      } else {
        groups.append((saying.origin, [saying]))
      }
    }
    return groups.flatMap { group in
      let sorted =
        group.sayings.filter { !$0.reading.isRelayed } + group.sayings.filter(\.reading.isRelayed)
      return sorted.enumerated().map { place, saying in
        Entry(reading: saying.reading, date: saying.date, isRelay: place > 0)
      }
    }.suffix(most)
  }
}
