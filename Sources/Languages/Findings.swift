public import Press

/// All that one reading of an article's text finds, kept so that nothing is read twice.
///
/// Offsets are UTF-8 bytes of the text that was read (`Article.body`), upper bounds exclusive.
public struct Findings: Sendable, Hashable, Codable {
  /// Raised when a reading of the same text would find something else.
  public static let edition = 1

  public var language: Language
  public var sentences: [Sentence]
  public var times: [TimeExpression]
  public var figures: [Figure]
  public var speech: [Speech]
  public var names: [Name]

  public init(
    language: Language, sentences: [Sentence] = [], times: [TimeExpression] = [],
    figures: [Figure] = [], speech: [Speech] = [], names: [Name] = []
  ) {
    self.language = language
    self.sentences = sentences
    self.times = times
    self.figures = figures
    self.speech = speech
    self.names = names
  }
}

/// A stretch of text: UTF-8 bytes, upper bound exclusive.
public struct Stretch: Sendable, Hashable, Codable {
  public var lower: Int
  public var upper: Int
  public var range: Range<Int> { lower..<Swift.max(lower, upper) }

  public init(_ range: Range<Int>) {
    lower = range.lowerBound
    upper = range.upperBound
  }
}

public struct Sentence: Sendable, Hashable, Codable {
  public var stretch: Stretch
  /// The paragraph's anchor, see `ArticleText.Paragraph`.
  public var anchor: Int
  /// `SentenceHash` of its words.
  public var hash: UInt64
  public var isHeading: Bool

  public init(stretch: Stretch, anchor: Int, hash: UInt64, isHeading: Bool) {
    self.stretch = stretch
    self.anchor = anchor
    self.hash = hash
    self.isHeading = isHeading
  }
}

/// A time expression with its value in TIMEX3 terms (ISO-TimeML).
public struct TimeExpression: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Codable {
    case date = "DATE"
    case time = "TIME"
    case duration = "DURATION"
    case set = "SET"
  }
  public var stretch: Stretch
  public var kind: Kind
  /// TIMEX3 value: `2024-06-19`, `P1Y`, `PAST_REF`.
  public var value: String
  /// The span of time meant, where the value names one.
  public var date: PressDate?
  /// "damals", "kürzlich": a time, but none that can be laid on an axis.
  public var isVague: Bool

  public init(
    stretch: Stretch, kind: Kind, value: String, date: PressDate? = nil, isVague: Bool = false
  ) {
    self.stretch = stretch
    self.kind = kind
    self.value = value
    self.date = date
    self.isVague = isVague
  }
}

/// A figure: what is counted or measured, and how exactly it is said.
public struct Figure: Sendable, Hashable, Codable {
  /// How the words limit the value.
  public enum Relation: String, Sendable, Codable {
    case equal = "="
    case about = "~"
    case less = "<"
    case more = ">"
    case atMost = "<="
    case atLeast = ">="
    case range
    /// An order of magnitude: "Tausende".
    case order
  }
  public enum Kind: String, Sendable, Codable {
    case cardinal, ordinal, percent, money, age, measure
  }
  /// The number's words, without hedge and unit.
  public var stretch: Stretch
  public var value: Double?
  public var low: Double?
  public var high: Double?
  public var relation: Relation
  public var kind: Kind
  /// "rund", "mehr als", "bis zu".
  public var hedge: Stretch?
  /// The noun counted or the unit measured in.
  public var unit: Stretch?
  /// The unit in the form that is compared: a stem, a currency or an SI sign.
  public var unitKey: String?
  /// "nach Russland": where to or where from, if it belongs to the figure.
  public var direction: Stretch?
  /// Who says so, in the words of the text.
  public var claimant: Stretch?

  public init(
    stretch: Stretch, value: Double?, low: Double? = nil, high: Double? = nil,
    relation: Relation, kind: Kind = .cardinal, hedge: Stretch? = nil, unit: Stretch? = nil,
    unitKey: String? = nil, direction: Stretch? = nil, claimant: Stretch? = nil
  ) {
    self.stretch = stretch
    self.value = value
    self.low = low
    self.high = high
    self.relation = relation
    self.kind = kind
    self.hedge = hedge
    self.unit = unit
    self.unitKey = unitKey
    self.direction = direction
    self.claimant = claimant
  }
}

/// Words that somebody says, writes or thinks.
public struct Speech: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Codable {
    case direct, indirect, reported
    case freeIndirect = "free_indirect"
    case indirectFreeIndirect = "indirect_free_indirect"
  }
  /// How surely something is said.
  public enum Status: String, Sendable, Codable {
    case stated, claimed, confirmed, estimated, announced, hedged, hearsay, unconfirmed, asked,
      denied
  }
  /// What is said; more than one stretch where the cue stands inside.
  public var stretches: [Stretch]
  public var kind: Kind
  public var speaker: [Stretch]
  public var cue: [Stretch]
  public var status: Status
  /// The outlet or document that only relays: "laut WSJ".
  public var relay: Stretch?

  public init(
    stretches: [Stretch], kind: Kind, speaker: [Stretch] = [], cue: [Stretch] = [],
    status: Status, relay: Stretch? = nil
  ) {
    self.stretches = stretches
    self.kind = kind
    self.speaker = speaker
    self.cue = cue
    self.status = status
    self.relay = relay
  }
}

/// A name of a person, place or organisation.
public struct Name: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Codable {
    case person = "PER"
    case place = "LOC"
    case organisation = "ORG"
    case other = "OTH"
  }
  public var stretch: Stretch
  public var kind: Kind
  /// One key for all spellings of the same name within a house: folded, genitive removed.
  public var key: String

  public init(stretch: Stretch, kind: Kind, key: String) {
    self.stretch = stretch
    self.kind = kind
    self.key = key
  }
}
