import Languages
package import Press

/// One article's findings as the command line prints them: offsets in Unicode code points of the
/// given text, end exclusive.
package struct EvidenceRow: Sendable, Encodable {
  package struct Block: Sendable, Encodable {
    package var b: Int
    package var e: Int
    package var keep: Bool
  }

  package struct Time: Sendable, Encodable {
    package var b: Int
    package var e: Int
    package var type: String
    package var value: String
  }

  /// A stretch, printed as a pair.
  package struct Span: Sendable, Encodable {
    package var b: Int
    package var e: Int

    package init(_ b: Int, _ e: Int) {
      self.b = b
      self.e = e
    }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.unkeyedContainer()
      try container.encode(b)
      try container.encode(e)
    }
  }

  package struct Quote: Sendable, Encodable {
    package var spans: [Span]
    package var type: String
    package var speaker: [Span]
    package var cue: [Span]
    package var status: String
    package var speakerID: String?

    private enum CodingKeys: String, CodingKey {
      case spans, type, speaker, cue, status
      case speakerID = "speaker_id"
    }
  }

  package struct Count: Sendable, Encodable {
    package var b: Int
    package var e: Int
    package var value: Double?
    package var lo: Double?
    package var hi: Double?
    package var rel: String
    package var unit: String?
    package var kind: String
    package var claimant: String?
    package var group: String?
  }

  package struct Entity: Sendable, Encodable {
    package var b: Int
    package var e: Int
    package var type: String
    package var id: String
  }

  package struct Hedge: Sendable, Encodable {
    package var b: Int
    package var e: Int
  }

  package var id: String
  package var blocks: [Block] = []
  package var timex: [Time] = []
  package var quotes: [Quote] = []
  package var figures: [Count] = []
  package var ents: [Entity] = []
  package var hedges: [Hedge] = []
  /// Whether a machine probably translated the text; not said of others.
  package var translated: Bool?
}

extension EvidenceRow.Count {
  private enum Key: String, CodingKey {
    case b, e, value, lo, hi, rel, unit, kind, claimant, group
  }

  /// `value` is said even where there is none.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(b, forKey: .b)
    try container.encode(e, forKey: .e)
    try container.encode(value, forKey: .value)
    try container.encodeIfPresent(lo, forKey: .lo)
    try container.encodeIfPresent(hi, forKey: .hi)
    try container.encode(rel, forKey: .rel)
    try container.encodeIfPresent(unit, forKey: .unit)
    try container.encode(kind, forKey: .kind)
    try container.encodeIfPresent(claimant, forKey: .claimant)
    try container.encodeIfPresent(group, forKey: .group)
  }
}

/// Makes rows of texts and remembers their figures, so that those for the same thing carry the same
/// `group` in all rows.
package struct EvidenceReader: Sendable {
  private var table = FigureTable()
  private var count = 0

  package init() {}

  /// The row of one text.
  ///
  /// - Parameters:
  ///   - dropped: stretches of the text that were left out.
  ///   - codePoint: the code points before a byte of the given text.
  package mutating func row(
    id: String, text: PlainText, dropped: [Range<Int>] = [], language: Language? = nil,
    published: PressDate? = nil, codePoint: @escaping (Int) -> Int
  ) -> EvidenceRow {
    let (findings, words) = Reading.read(text.body, language: language, published: published)
    let figures = ExhibitDigest.figures(findings, body: text.body)
    let groups = table.add(figures, number: count)
    count += 1
    let mapping = Mapping(text: text, findings: findings, codePoint: codePoint)
    var row = EvidenceRow(id: id)
    row.blocks = mapping.blocks(dropped)
    row.timex = findings.times.map { mapping.time($0) }
    row.quotes = findings.speech.map { mapping.quote($0) }
    row.figures = mapping.counts(figures, groups)
    row.ents = findings.names.map { mapping.entity($0) }
    row.hedges = mapping.hedges(words)
    if findings.language == .german, let words, TranslationSigns(words).areEnough {
      row.translated = true
    }
    return row
  }
}

/// From bytes of a body to code points of the text it was made from.
private final class Mapping {
  let text: PlainText
  let findings: Findings
  let codePoint: (Int) -> Int
  private var speakers: SpeakerKeys

  init(text: PlainText, findings: Findings, codePoint: @escaping (Int) -> Int) {
    self.text = text
    self.findings = findings
    speakers = SpeakerKeys(findings, text.body)
    self.codePoint = codePoint
  }

  func offset(_ byte: Int) -> Int { codePoint(text.offset(of: byte)) }

  func span(_ stretch: Stretch) -> EvidenceRow.Span {
    EvidenceRow.Span(offset(stretch.lower), offset(stretch.upper))
  }

  func blocks(_ dropped: [Range<Int>]) -> [EvidenceRow.Block] {
    let kept = text.body.paragraphs.map {
      EvidenceRow.Block(
        b: offset($0.range.lowerBound), e: offset($0.range.upperBound), keep: true)
    }
    let others = dropped.map {
      EvidenceRow.Block(b: codePoint($0.lowerBound), e: codePoint($0.upperBound), keep: false)
    }
    return (kept + others).sorted { $0.b < $1.b }
  }

  func time(_ time: TimeExpression) -> EvidenceRow.Time {
    EvidenceRow.Time(
      b: offset(time.stretch.lower), e: offset(time.stretch.upper), type: time.kind.rawValue,
      value: time.value)
  }

  func quote(_ speech: Speech) -> EvidenceRow.Quote {
    EvidenceRow.Quote(
      spans: speech.stretches.map(span), type: speech.kind.rawValue,
      speaker: speech.speaker.map(span), cue: speech.cue.map(span),
      status: speech.status.rawValue,
      speakerID: speech.speaker.last.flatMap {
        speakers.key(of: $0.range)
      })
  }

  /// - Parameters:
  ///   - compared: those that can be compared, and in `groups` the row of the table each came into.
  func counts(_ compared: [FigureDigest], _ groups: [Int]) -> [EvidenceRow.Count] {
    var places = Array(repeating: -1, count: findings.figures.count)
    for (place, figure) in compared.enumerated() { places[figure.index] = place }
    return findings.figures.enumerated().map { index, figure in
      let place = places[index]
      let claimant = figure.claimant?.range ?? (place < 0 ? nil : compared[place].claimant)
      return EvidenceRow.Count(
        b: offset(figure.stretch.lower), e: offset(figure.stretch.upper),
        value: finite(figure.value), lo: finite(figure.low), hi: finite(figure.high),
        rel: figure.relation.rawValue, unit: figure.unit.map { text.body[$0.range] },
        kind: figure.kind == .money ? "currency" : figure.kind.rawValue,
        claimant: claimant.map { text.body[$0] },
        group: place < 0 ? nil : "g\(groups[place])")
    }
  }

  /// JSON knows no infinite numbers.
  private func finite(_ value: Double?) -> Double? {
    value.flatMap { $0.isFinite ? $0 : nil }
  }

  func hedges(_ words: MarkedWords?) -> [EvidenceRow.Hedge] {
    let stretches =
      words.map { HedgeWords.stretches(in: $0) }
      ?? HedgeWords.stretches(in: Words(text.body.utf8), language: findings.language)
    return stretches.map { EvidenceRow.Hedge(b: offset($0.lower), e: offset($0.upper)) }
  }

  func entity(_ name: Name) -> EvidenceRow.Entity {
    EvidenceRow.Entity(
      b: offset(name.stretch.lower), e: offset(name.stretch.upper), type: name.kind.rawValue,
      id: name.key)
  }
}
