package import Languages
package import Press

/// The evidence of a story side by side: all of it extracted, each piece with the passages it was
/// read from.
package struct Dossier: Sendable, Hashable, Codable {
  package var keyPoints: [KeyPoint] = []
  package var comparisons: [Comparison] = []
  package var claimGroups: [ClaimGroup] = []
  package var quotes: [Claim] = []
  package var timeline: [Event] = []
  package var cast: [CastMember] = []
  /// What each article after the first adds; nil in what was kept before this was noted.
  package var news: [ArticleNews]? = []

  package init() {}
}

/// Words of an article, verbatim, and where they stand.
package struct Citation: Sendable, Hashable, Codable {
  package var passage: Passage
  /// Exactly `Article.body[passage.range]`.
  package var words: String
  package var outlet: Outlet.ID

  package init(passage: Passage, words: String, outlet: Outlet.ID) {
    self.passage = passage
    self.words = words
    self.outlet = outlet
  }
}

/// A sentence that tells the story, and the other outlets that say the same.
package struct KeyPoint: Sendable, Hashable, Codable {
  package var citation: Citation
  package var support: [Citation]

  package init(citation: Citation, support: [Citation] = []) {
    self.citation = citation
    self.support = support
  }
}

/// What outlets say of one quantity and direction.
package struct Comparison: Sendable, Hashable, Codable {
  package enum Verdict: String, Sendable, Codable {
    /// Only one reading.
    case single
    case compatible
    /// Several outlets relay one estimate.
    case oneOrigin
    case differ
  }

  /// One outlet's figure.
  package struct Reading: Sendable, Hashable, Codable {
    /// The words shown, with hedge and unit: "mehr als 10.000 Container".
    package var citation: Citation
    package var figure: Figure
    /// The claimant's words, verbatim from the same article.
    package var claimant: String?
    /// The time the figure speaks of.
    package var asOf: PressDate?
    package var isRelayed: Bool

    package init(
      citation: Citation, figure: Figure, claimant: String? = nil, asOf: PressDate? = nil,
      isRelayed: Bool = false
    ) {
      self.citation = citation
      self.figure = figure
      self.claimant = claimant
      self.asOf = asOf
      self.isRelayed = isRelayed
    }
  }

  /// The noun counted, in words of the texts.
  package var unit: String
  /// "nach Russland", in words of the texts.
  package var direction: String?
  package var verdict: Verdict
  package var readings: [Reading]

  package init(unit: String, direction: String?, verdict: Verdict, readings: [Reading]) {
    self.unit = unit
    self.direction = direction
    self.verdict = verdict
    self.readings = readings
  }
}

/// Something somebody said.
package struct Claim: Sendable, Hashable, Codable {
  package var citation: Citation
  package var kind: Speech.Kind
  package var status: Speech.Status
  /// The speaker's words in the text; nil where the text names none.
  package var speaker: String?
  /// One key for all spellings of the speaker.
  package var speakerKey: String?
  package var relay: String?
  /// When it was said, else when it was published.
  package var date: PressDate?
  /// Other articles that carry the same claim.
  package var carriedBy: [Citation]
  /// Index in the group of the claim it denies.
  package var denies: Int?

  package init(
    citation: Citation, kind: Speech.Kind, status: Speech.Status, speaker: String? = nil,
    speakerKey: String? = nil, relay: String? = nil, date: PressDate? = nil,
    carriedBy: [Citation] = [], denies: Int? = nil
  ) {
    self.citation = citation
    self.kind = kind
    self.status = status
    self.speaker = speaker
    self.speakerKey = speakerKey
    self.relay = relay
    self.date = date
    self.carriedBy = carriedBy
    self.denies = denies
  }
}

/// Claims on one matter, named by words the claims share.
package struct ClaimGroup: Sendable, Hashable, Codable {
  package var words: [String]
  package var claims: [Claim]

  package init(words: [String], claims: [Claim]) {
    self.words = words
    self.claims = claims
  }
}

/// A dated sentence.
package struct Event: Sendable, Hashable, Codable {
  package var date: PressDate
  package var citation: Citation
  package var others: [Citation]
  /// "soll … unterzeichnet werden": announced when it was written, not yet a fact.
  package var isAnnounced: Bool

  package init(
    date: PressDate, citation: Citation, others: [Citation] = [], isAnnounced: Bool = false
  ) {
    self.date = date
    self.citation = citation
    self.others = others
    self.isAnnounced = isAnnounced
  }
}

/// A person, place or organisation of the story.
package struct CastMember: Sendable, Hashable, Codable {
  package var name: String
  package var kind: Name.Kind
  package var key: String
  /// Words beside the name that say who it is, verbatim: "Bürgermeisterin".
  package var role: Citation?
  package var articles: [Article.ID]
  /// The first mention.
  package var mention: Citation

  package init(
    name: String, kind: Name.Kind, key: String, role: Citation? = nil, articles: [Article.ID],
    mention: Citation
  ) {
    self.name = name
    self.kind = kind
    self.key = key
    self.role = role
    self.articles = articles
    self.mention = mention
  }
}
