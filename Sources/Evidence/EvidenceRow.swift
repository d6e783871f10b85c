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

  package struct Quote: Sendable, Encodable {
    package var spans: [[Int]]
    package var type: String
    package var speaker: [[Int]]
    package var cue: [[Int]]
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
    let words = Words(text.body.utf8)
    let findings = Reading.findings(
      in: text.body, words: words, language: language, published: published)
    let article = Article(
      id: id, outlet: Outlet(id: id, name: id), headline: "", published: published,
      language: findings.language, blocks: text.blocks)
    let digest = ExhibitDigest(Exhibit(article: article, findings: findings, arrived: 0))
    let groups = table.add(digest, number: count)
    count += 1
    let mapping = Mapping(text: text, findings: findings, digest: digest, codePoint: codePoint)
    var row = EvidenceRow(id: id)
    row.blocks = mapping.blocks(dropped)
    row.timex = findings.times.map { mapping.time($0) }
    row.quotes = findings.speech.map { mapping.quote($0) }
    row.figures = mapping.counts(groups)
    row.ents = findings.names.map { mapping.entity($0) }
    row.hedges = HedgeWords.stretches(in: words, language: findings.language).map {
      EvidenceRow.Hedge(b: mapping.offset($0.lower), e: mapping.offset($0.upper))
    }
    return row
  }
}

/// From bytes of a body to code points of the text it was made from.
private final class Mapping {
  let text: PlainText
  let findings: Findings
  let digest: ExhibitDigest
  let codePoint: (Int) -> Int

  init(
    text: PlainText, findings: Findings, digest: ExhibitDigest, codePoint: @escaping (Int) -> Int
  ) {
    self.text = text
    self.findings = findings
    self.digest = digest
    self.codePoint = codePoint
  }

  func offset(_ byte: Int) -> Int { codePoint(text.offset(of: byte)) }

  func span(_ stretch: Stretch) -> [Int] { [offset(stretch.lower), offset(stretch.upper)] }

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
        SpeakerKey.of($0.range, findings: findings, body: text.body)
      })
  }

  func counts(_ groups: [Int]) -> [EvidenceRow.Count] {
    var known: [Int: (group: Int, figure: FigureDigest)] = [:]
    for (figure, group) in zip(digest.figures, groups) { known[figure.index] = (group, figure) }
    return findings.figures.enumerated().map { index, figure in
      let claimant = figure.claimant?.range ?? known[index]?.figure.claimant
      return EvidenceRow.Count(
        b: offset(figure.stretch.lower), e: offset(figure.stretch.upper),
        value: finite(figure.value), lo: finite(figure.low), hi: finite(figure.high),
        rel: figure.relation.rawValue, unit: figure.unit.map { text.body[$0.range] },
        kind: figure.kind == .money ? "currency" : figure.kind.rawValue,
        claimant: claimant.map { text.body[$0] },
        group: known[index].map { "g\($0.group)" })
    }
  }

  /// JSON knows no infinite numbers.
  private func finite(_ value: Double?) -> Double? {
    value.flatMap { $0.isFinite ? $0 : nil }
  }

  func entity(_ name: Name) -> EvidenceRow.Entity {
    EvidenceRow.Entity(
      b: offset(name.stretch.lower), e: offset(name.stretch.upper), type: name.kind.rawValue,
      id: name.key)
  }
}
