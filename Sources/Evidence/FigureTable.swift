import Languages
import Press

/// The figures of a story, those for the same thing laid side by side.
///
/// Silence before a wrong relation: figures meet only with the same unit and kind, no other
/// direction, and sentences that speak of the same matter.
struct FigureTable: Sendable {
  private struct Row: Sendable {
    var head: FigureDigest
    var unitHead: String
    var places: [(exhibit: Int, figure: Int)]
  }

  private var rows: [Row] = []
  private var index = LikenessIndex()
  private var heads = UnitHeads()

  /// How many rows are shown, and readings in one.
  private static let most = 16
  private static let mostReadings = 40

  /// Takes an article's figures in; the answer is the row each of them came into.
  @discardableResult
  mutating func add(_ digest: ExhibitDigest, number: Int) -> [Int] {
    digest.figures.enumerated().map { place, figure in
      let unit = heads.head(of: figure.unit)
      let room = Self.room(unit, figure.figure.kind)
      let like = index.candidates(figure.subject, room: room, least: Self.needed(figure)).first {
        Self.isSameMatter(rows[$0.item].head, figure, common: $0.common)
      }
      if let like {
        rows[like.item].places.append((number, place))
        return like.item
      }
      index.add(rows.count, words: figure.subject, room: room)
      rows.append(Row(head: figure, unitHead: unit, places: [(number, place)]))
      return rows.count - 1
    }
  }

  private static func room(_ unit: String, _ kind: Figure.Kind) -> UInt64 {
    ContentWords.fnv((unit + "\u{0}" + kind.rawValue).utf8)
  }

  /// Money, shares and measures are said of everything: their sentences must share more.
  private static func needed(_ figure: FigureDigest) -> Int {
    figure.figure.kind == .cardinal ? 2 : 3
  }

  private static func isSameMatter(_ a: FigureDigest, _ b: FigureDigest, common: Int) -> Bool {
    if !a.direction.isEmpty, !b.direction.isEmpty {
      guard Likeness.common(a.direction, b.direction) > 0 else { return false }
    } else if a.direction.isEmpty != b.direction.isEmpty {
      // One says where to, the other not: only if the rest of the sentence says more.
      guard common >= needed(b) + 1 else { return false }
    }
    if let first = a.asOf, let second = b.asOf,
      first.precision == .year || second.precision == .year,
      first.start >= second.end || second.start >= first.end
    {
      return false
    }
    guard a.fates.isEmpty || b.fates.isEmpty || !a.fates.isDisjoint(with: b.fates) else {
      return false
    }
    return !isContrast(a, b) && Likeness.share(a.subject, b.subject) >= 0.25
  }

  /// Sentences alike but for a noun or two on either side speak of two things: "In Ostholm fehlen
  /// 900 Plätze", "In Westholm fehlen 1.400 Plätze".
  private static func isContrast(_ a: FigureDigest, _ b: FigureDigest) -> Bool {
    func own(_ figure: FigureDigest, _ other: FigureDigest) -> Int {
      figure.nouns.count - Likeness.common(figure.nouns, other.subject)
    }
    return (1...2).contains(own(a, b)) && (1...2).contains(own(b, a))
  }

  func comparisons(_ digests: [ExhibitDigest]) -> [Comparison] {
    let found = rows.compactMap { comparison($0, digests) }
    return found.enumerated().sorted {
      ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
    }.prefix(Self.most).map(\.element.comparison)
  }

  private func comparison(
    _ row: Row, _ digests: [ExhibitDigest]
  ) -> (comparison: Comparison, weight: Int)? {
    var seen: Set<String> = []
    let places = Self.mostExact(row.places, digests).filter { place in
      let digest = digests[place.exhibit]
      let figure = digest.figures[place.figure].figure
      // An outlet that says the same again adds nothing.
      let key =
        "\(digest.article.outlet.id) \(figure.relation.rawValue) \(figure.value ?? figure.low ?? 0)"
      return seen.insert(key).inserted
    }.prefix(Self.mostReadings)
    let outlets = Set(places.map { digests[$0.exhibit].article.outlet.id })
    guard outlets.count >= 2 else { return nil }
    let readings = places.map { reading($0, digests) }
    let facts = places.map { Fact(digests[$0.exhibit], digests[$0.exhibit].figures[$0.figure]) }
    let first = digests[places[places.startIndex].exhibit]
    let figure = first.figures[places[places.startIndex].figure].figure
    let unit = figure.unit.map { first.body[$0.range] } ?? row.unitHead
    let direction = places.lazy.compactMap { place in
      digests[place.exhibit].figures[place.figure].figure.direction.map {
        digests[place.exhibit].body[$0.range]
      }
    }.first
    let comparison = Comparison(
      unit: unit, direction: direction, verdict: Self.verdict(facts), readings: readings)
    return (
      comparison, outlets.count * 4 + readings.count + (comparison.verdict == .differ ? 6 : 0)
    )
  }

  /// Without an article's orders of magnitude where the same article has a figure, and without a
  /// figure nobody is named for where the same article names somebody for it.
  private static func mostExact(
    _ places: [(exhibit: Int, figure: Int)], _ digests: [ExhibitDigest]
  ) -> [(exhibit: Int, figure: Int)] {
    func digest(_ place: (exhibit: Int, figure: Int)) -> FigureDigest {
      digests[place.exhibit].figures[place.figure]
    }
    var exact: Set<Int> = []
    var claimed: Set<String> = []
    for place in places where digest(place).figure.relation != .order {
      exact.insert(place.exhibit)
      if digest(place).claimant != nil { claimed.insert(value(of: place, digest(place))) }
    }
    return places.filter { place in
      let figure = digest(place)
      if figure.figure.relation == .order { return !exact.contains(place.exhibit) }
      return figure.claimant != nil || !claimed.contains(value(of: place, figure))
    }
  }

  private static func value(
    of place: (exhibit: Int, figure: Int), _ figure: FigureDigest
  ) -> String {
    "\(place.exhibit) \(figure.figure.relation.rawValue) \(figure.figure.value ?? figure.figure.low ?? 0)"
  }

  private func reading(
    _ place: (exhibit: Int, figure: Int), _ digests: [ExhibitDigest]
  ) -> Comparison.Reading {
    let digest = digests[place.exhibit]
    let figure = digest.figures[place.figure]
    let published = digest.exhibit.isSibling ? digest.article.published : nil
    return Comparison.Reading(
      citation: digest.citation(figure.range), figure: figure.figure,
      claimant: figure.claimant.map { digest.body[$0] }, asOf: figure.asOf ?? published,
      isRelayed: figure.isRelayed)
  }

  /// What a verdict looks at.
  private struct Fact {
    var figure: FigureDigest
    var outlet: Outlet.ID
    /// The day the figure speaks of: named, or that of the report.
    var day: Int64?

    init(_ digest: ExhibitDigest, _ figure: FigureDigest) {
      self.figure = figure
      outlet = digest.article.outlet.id
      day = (figure.asOf?.start ?? digest.article.published?.start).map { $0 / 86_400 }
    }
  }

  private static func verdict(_ facts: [Fact]) -> Comparison.Verdict {
    var isSame = true
    for (index, first) in facts.enumerated() {
      for second in facts[(index + 1)...] where first.outlet != second.outlet {
        let verdict = FigureComparison.verdict(
          first.figure.figure, second.figure.figure, aIsNear: first.figure.isNear,
          bIsNear: second.figure.isNear)
        if verdict != .same { isSame = false }
        // A count of another day has grown; it does not contradict.
        if verdict == .conflict, first.day == second.day { return .differ }
      }
    }
    let claimants = Set(facts.map { origin($0.figure.claimantKey) })
    let isOneOrigin = isSame && claimants.count == 1 && claimants.first != .some(nil)
    return isOneOrigin ? .oneOrigin : .compatible
  }

  /// The stem of a claimant's last word: "des Roten Kreuzes" and "das Rote Kreuz" are one.
  private static func origin(_ claimant: String?) -> UInt64? {
    claimant?.utf8.split(separator: UInt8(ascii: " ")).last.flatMap {
      ContentWords.hash(Array($0)[...])
    }
  }
}
