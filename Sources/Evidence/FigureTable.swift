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
    add(digest.figures, number: number)
  }

  @discardableResult
  mutating func add(_ figures: [FigureDigest], number: Int) -> [Int] {
    figures.enumerated().map { place, figure in
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

  /// The readings of a row, in the order they came: the number of an exhibit, a figure of it.
  func places(ofRow row: Int) -> [(exhibit: Int, figure: Int)] { rows[row].places }

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
    if (1...2).contains(own(a, b)) && (1...2).contains(own(b, a)) { return true }
    // "5.200 Urkunden verbrannten", "300 Urkunden wurden gerettet": nothing done to them is the same.
    return a.fates.isEmpty != b.fates.isEmpty && !a.deeds.isEmpty && !b.deeds.isEmpty
      && Likeness.common(a.deeds, b.deeds) == 0
  }

  // MARK: Comparisons

  /// A row as it would be shown, before any of its words are fetched.
  private struct Draft {
    var row: Int
    var places: ArraySlice<(exhibit: Int, figure: Int)>
    var verdict: Comparison.Verdict
    var weight: Int
  }

  func comparisons(_ digests: [ExhibitDigest]) -> [Comparison] {
    let outlets = Self.outlets(digests)
    let drafts = rows.indices.compactMap { draft($0, digests, outlets) }
    return drafts.sorted { ($1.weight, $0.row) < ($0.weight, $1.row) }.prefix(Self.most).map {
      comparison($0, digests)
    }
  }

  /// A number for each exhibit's outlet.
  private static func outlets(_ digests: [ExhibitDigest]) -> [Int] {
    var numbers: [Outlet.ID: Int] = [:]
    return digests.map { digest in
      if let known = numbers[digest.article.outlet.id] { return known }
      let number = numbers.count
      numbers[digest.article.outlet.id] = number
      return number
    }
  }

  private func draft(_ row: Int, _ digests: [ExhibitDigest], _ outlets: [Int]) -> Draft? {
    let all = rows[row].places
    guard let first = all.first,
      all.contains(where: { outlets[$0.exhibit] != outlets[first.exhibit] })
    else { return nil }
    var seen: Set<Saying> = []
    let places = Self.mostExact(all, digests).filter { place in
      // An outlet that says the same again adds nothing.
      seen.insert(Saying(outlets[place.exhibit], digests[place.exhibit].figures[place.figure]))
        .inserted
    }.prefix(Self.mostReadings)
    let count = Set(places.map { outlets[$0.exhibit] }).count
    guard count >= 2 else { return nil }
    let verdict = Self.verdict(
      places.map {
        Fact(digests[$0.exhibit], digests[$0.exhibit].figures[$0.figure], outlets[$0.exhibit])
      })
    return Draft(
      row: row, places: places, verdict: verdict,
      weight: count * 4 + places.count + (verdict == .differ ? 6 : 0))
  }

  private func comparison(_ draft: Draft, _ digests: [ExhibitDigest]) -> Comparison {
    let places = draft.places
    let first = digests[places[places.startIndex].exhibit]
    let figure = first.figures[places[places.startIndex].figure].figure
    let direction = places.lazy.compactMap { place in
      digests[place.exhibit].figures[place.figure].figure.direction.map {
        digests[place.exhibit].body[$0.range]
      }
    }.first
    return Comparison(
      unit: figure.unit.map { first.body[$0.range] } ?? rows[draft.row].unitHead,
      direction: direction, verdict: draft.verdict, readings: places.map { reading($0, digests) })
  }

  /// What one voice says: two readings alike are one.
  private struct Saying: Hashable {
    var voice: Int
    var relation: Figure.Relation
    var value: UInt64

    init(_ voice: Int, _ figure: FigureDigest) {
      self.voice = voice
      relation = figure.figure.relation
      value = (figure.figure.value ?? figure.figure.low ?? 0).bitPattern
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(voice)
      hasher.combine(value)
    }
  }

  /// Without an article's orders of magnitude where the same article has a figure, and without a
  /// figure nobody is named for where the same article names somebody for it.
  private static func mostExact(
    _ places: [(exhibit: Int, figure: Int)], _ digests: [ExhibitDigest]
  ) -> [(exhibit: Int, figure: Int)] {
    var exact: Set<Int> = []
    var claimed: Set<Saying> = []
    for place in places {
      let figure = digests[place.exhibit].figures[place.figure]
      guard figure.figure.relation != .order else { continue }
      exact.insert(place.exhibit)
      if figure.claimant != nil { claimed.insert(Saying(place.exhibit, figure)) }
    }
    return places.filter { place in
      let figure = digests[place.exhibit].figures[place.figure]
      if figure.figure.relation == .order { return !exact.contains(place.exhibit) }
      return figure.claimant != nil || claimed.isEmpty
        || !claimed.contains(Saying(place.exhibit, figure))
    }
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
    var figure: Figure
    var isNear: Bool
    var claimantKey: String?
    var outlet: Int
    /// The day the figure speaks of: named, or that of the report.
    var day: Int64?

    init(_ digest: ExhibitDigest, _ figure: FigureDigest, _ outlet: Int) {
      self.figure = figure.figure
      isNear = figure.isNear
      claimantKey = figure.claimantKey
      self.outlet = outlet
      day = (figure.asOf?.start ?? digest.article.published?.start).map { $0 / 86_400 }
    }
  }

  private static func verdict(_ facts: [Fact]) -> Comparison.Verdict {
    var isSame = true
    for (index, first) in facts.enumerated() {
      for second in facts[(index + 1)...] where first.outlet != second.outlet {
        let verdict = FigureComparison.verdict(
          first.figure, second.figure, aIsNear: first.isNear, bIsNear: second.isNear)
        if verdict != .same { isSame = false }
        // A count of another day has grown; it does not contradict.
        if verdict == .conflict, first.day == second.day { return .differ }
      }
    }
    let claimants = Set(facts.map { origin($0.claimantKey) })
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
