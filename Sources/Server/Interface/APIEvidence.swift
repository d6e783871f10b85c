import Editions
import Evidence
import Languages
import Press
import Storage
import Stories

/// Words of an article and the passage they stand in.
struct APICitation: Encodable {
  var words: String
  var outlet: String
  var article: String
  var version: Int
  var anchor: Int
  /// Code points of the article's text.
  var lower: Int
  var upper: Int
  /// Where the sentence stands for ever.
  var passage: String

  init(_ citation: Citation, _ scale: PassageScale) {
    words = citation.words
    outlet = citation.outlet
    article = citation.passage.article
    version = citation.passage.version
    anchor = citation.passage.anchor
    let range = scale.codePoints(citation.passage)
    lower = range.lowerBound
    upper = range.upperBound
    passage =
      Address(
        .passage(
          citation.passage.article, version: citation.passage.version,
          sentence: citation.passage.sentence)
      ).path
  }
}

/// The evidence of a story.
struct APIDossier: Encodable {
  struct KeyPoint: Encodable {
    var citation: APICitation
    var support: [APICitation]
  }
  struct Reading: Encodable {
    var citation: APICitation
    @Nullable var value: Double?
    @Nullable var low: Double?
    @Nullable var high: Double?
    var relation: String
    @Nullable var claimant: String?
    /// The time the figure speaks of.
    @Nullable var asOf: APIDate?
    var relayed: Bool
  }
  struct Comparison: Encodable {
    var unit: String
    @Nullable var direction: String?
    var verdict: String
    var readings: [Reading]
  }
  struct Claim: Encodable {
    var citation: APICitation
    var kind: String
    var status: String
    @Nullable var speaker: String?
    @Nullable var date: APIDate?
    var carriedBy: [APICitation]
    /// The place in the group of the claim it denies.
    @Nullable var denies: Int?
  }
  struct ClaimGroup: Encodable {
    var words: [String]
    var claims: [Claim]
  }
  struct Event: Encodable {
    var date: APIDate
    var citation: APICitation
    var announced: Bool
  }
  struct Member: Encodable {
    var name: String
    var kind: String
    var key: String
    @Nullable var role: APICitation?
    var mention: APICitation
    var articles: [String]
  }
  /// Sentences that no earlier report of the story has.
  struct News: Encodable {
    var article: String
    var sentences: [APICitation]
  }

  var story: String
  var keyPoints: [KeyPoint]
  var comparisons: [Comparison]
  var claimGroups: [ClaimGroup]
  var quotes: [Claim]
  var timeline: [Event]
  var cast: [Member]
  var news: [News]

  init(_ filed: FiledStory, scale: PassageScale) {
    func cite(_ citation: Citation) -> APICitation { APICitation(citation, scale) }
    let dossier = filed.dossier
    story = filed.story.id
    keyPoints = dossier.keyPoints.map {
      KeyPoint(citation: cite($0.citation), support: $0.support.map(cite))
    }
    comparisons = dossier.comparisons.map { Self.comparison($0, cite) }
    claimGroups = dossier.claimGroups.map {
      ClaimGroup(words: $0.words, claims: $0.claims.map { Self.claim($0, cite) })
    }
    quotes = dossier.quotes.map { Self.claim($0, cite) }
    timeline = dossier.timeline.map {
      Event(
        date: APIDate($0.date), citation: cite($0.citation), announced: $0.isAnnounced)
    }
    cast = dossier.cast.map {
      Member(
        name: $0.name, kind: $0.kind.rawValue, key: $0.key, role: $0.role.map(cite),
        mention: cite($0.mention), articles: $0.articles)
    }
    news = (dossier.news ?? []).map {
      News(article: $0.article, sentences: $0.sentences.map(cite))
    }
  }

  private static func comparison(
    _ comparison: Evidence.Comparison, _ cite: (Citation) -> APICitation
  ) -> Comparison {
    Comparison(
      unit: comparison.unit, direction: comparison.direction,
      verdict: comparison.verdict.rawValue,
      readings: comparison.readings.map {
        Reading(
          citation: cite($0.citation), value: finite($0.figure.value),
          low: finite($0.figure.low), high: finite($0.figure.high),
          relation: $0.figure.relation.rawValue, claimant: $0.claimant,
          asOf: $0.asOf.map(APIDate.init), relayed: $0.isRelayed)
      })
  }

  private static func finite(_ number: Double?) -> Double? {
    number.flatMap { $0.isFinite ? $0 : nil }
  }

  private static func claim(
    _ claim: Evidence.Claim, _ cite: (Citation) -> APICitation
  ) -> Claim {
    Claim(
      citation: cite(claim.citation), kind: claim.kind.rawValue,
      status: claim.status.rawValue, speaker: claim.speaker, date: claim.date.map(APIDate.init),
      carriedBy: claim.carriedBy.map(cite), denies: claim.denies)
  }
}

/// What one reading of an article found.
struct APIFindings: Encodable {
  struct Piece: Encodable {
    var words: String
    var lower: Int
    var upper: Int
  }
  struct Name: Encodable {
    var at: Piece
    var kind: String
    var key: String
  }
  struct Figure: Encodable {
    var at: Piece
    @Nullable var value: Double?
    var relation: String
    var kind: String
  }
  struct Time: Encodable {
    var at: Piece
    var kind: String
    var value: String
  }
  struct Speech: Encodable {
    var at: [Piece]
    var kind: String
    var status: String
    var speaker: [Piece]
  }

  var article: String
  var version: Int
  var names: [Name]
  var figures: [Figure]
  var times: [Time]
  var speech: [Speech]

  init(_ filed: FiledArticle) {
    let body = filed.article.body
    let points = CodePoints(body.utf8)
    func piece(_ stretch: Stretch) -> Piece {
      Piece(
        words: body[stretch.range], lower: points.offset(ofByte: stretch.lower),
        upper: points.offset(ofByte: stretch.upper))
    }
    let findings = filed.findings
    article = filed.article.id
    version = filed.article.version
    names = findings.names.map { Name(at: piece($0.stretch), kind: $0.kind.rawValue, key: $0.key) }
    figures = findings.figures.map {
      Figure(
        at: piece($0.stretch), value: $0.value.flatMap { $0.isFinite ? $0 : nil },
        relation: $0.relation.rawValue, kind: $0.kind.rawValue)
    }
    times = findings.times.map {
      Time(at: piece($0.stretch), kind: $0.kind.rawValue, value: $0.value)
    }
    speech = findings.speech.map {
      Speech(
        at: $0.stretches.map(piece), kind: $0.kind.rawValue, status: $0.status.rawValue,
        speaker: $0.speaker.map(piece))
    }
  }
}
