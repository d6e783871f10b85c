package import Evidence
package import Languages
package import Press
package import Stories

/// Bytes as they were fetched, with time and headers, so that evidence can be shown again and
/// articles re-read by a better extractor.
package struct Capture: Sendable {
  package struct Header: Sendable, Codable, Hashable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }
  package var url: String
  /// Seconds since 1970.
  package var fetchedAt: Int64
  /// 0 where the bytes were read from a file.
  package var status: Int
  package var headers: [Header]
  package var body: [UInt8]

  package init(
    url: String, fetchedAt: Int64, status: Int = 0, headers: [Header] = [], body: [UInt8]
  ) {
    self.url = url
    self.fetchedAt = fetchedAt
    self.status = status
    self.headers = headers
    self.body = body
  }
}

/// An article as it goes into the library.
package struct Filing: Sendable {
  package var article: Article
  package var findings: Findings
  package var capture: Capture?
  /// The source it came from, where it came from one.
  package var source: Source.ID?
  /// Seconds since 1970.
  package var arrivedAt: Int64
  /// Where the story desk put it.
  package var story: String
  package var copyOf: Article.ID?
  package var section: Section?
  /// What was made ready for the library beforehand, of the same article but for its section.
  package var packed: PackedReading?

  package init(
    article: Article, findings: Findings, capture: Capture?, source: Source.ID?,
    arrivedAt: Int64, story: String, copyOf: Article.ID?, section: Section?,
    packed: PackedReading? = nil
  ) {
    self.packed = packed
    self.article = article
    self.findings = findings
    self.capture = capture
    self.source = source
    self.arrivedAt = arrivedAt
    self.story = story
    self.copyOf = copyOf
    self.section = section
  }
}

/// An entry of a feed as it was last seen, and the article it became.
package struct SeenEntry: Sendable {
  package var source: Source.ID
  package var id: Entry.ID
  package var hash: String
  package var article: Article.ID?
  /// When it was seen, seconds since 1970; now where nothing is said.
  package var seenAt: Int64?
  /// Recordings and films that belong to it.
  package var enclosures: [Entry.Enclosure] = []

  package init(
    source: Source.ID, id: Entry.ID, hash: String, article: Article.ID?, seenAt: Int64? = nil
  ) {
    self.seenAt = seenAt
    self.source = source
    self.id = id
    self.hash = hash
    self.article = article
  }
}

/// An article as it lies in the library.
package struct FiledArticle: Sendable {
  package var article: Article
  package var findings: Findings
  package var arrivedAt: Int64
  package var story: String?
  package var copyOf: Article.ID?
}

/// A story as it lies in the library: what fronts show of it, and its dossier.
package struct FiledStory: Sendable {
  package var story: Story
  package var summary: StorySummary
  package var dossier: Dossier

  package init(story: Story, summary: StorySummary, dossier: Dossier) {
    self.story = story
    self.summary = summary
    self.dossier = dossier
  }
}

/// What a front shows of a story, without its articles and dossier.
package struct StorySummary: Sendable, Codable, Hashable {
  package var id: String
  package var saga: String
  package var section: Section?
  /// The article whose headline and standfirst speak for the story.
  package var lead: Article.ID
  package var headline: String
  package var kicker: String?
  package var standfirst: String?
  package var language: Language
  package var leadOutlet: Outlet.ID
  /// In order of arrival, each once.
  package var outlets: [Outlet.ID]
  /// Outlets with a text of their own.
  package var independentOutlets: [Outlet.ID]
  package var articleCount: Int
  package var independentCount: Int
  /// Publication of the first and the last article, seconds since 1970.
  package var firstAt: Int64
  package var lastAt: Int64
  /// The latest hundred articles, for the rank.
  package var reports: [Report]
  /// The comparison in which outlets differ, where there is one.
  package var disagreement: Comparison?
  /// Whether somebody says something in it; nil in what was kept before this was noted.
  package var hasClaims: Bool?
  /// A quotation in full words that may stand by itself, of a named speaker; nil, too, in what was
  /// kept before this was noted.
  package var quote: Claim?

  /// One article of the story, as the rank sees it.
  package struct Report: Sendable, Codable, Hashable {
    package var outlet: Outlet.ID
    /// Publication, seconds since 1970.
    package var at: Int64
    package var isCopy: Bool

    package init(outlet: Outlet.ID, at: Int64, isCopy: Bool) {
      self.outlet = outlet
      self.at = at
      self.isCopy = isCopy
    }
  }

  package init(
    id: String, saga: String, section: Section?, lead: Article.ID, headline: String,
    kicker: String?, standfirst: String?, language: Language, leadOutlet: Outlet.ID,
    outlets: [Outlet.ID], independentOutlets: [Outlet.ID], articleCount: Int,
    independentCount: Int, firstAt: Int64, lastAt: Int64, reports: [Report],
    disagreement: Comparison?, hasClaims: Bool? = nil, quote: Claim? = nil
  ) {
    self.hasClaims = hasClaims
    self.quote = quote
    self.id = id
    self.saga = saga
    self.section = section
    self.lead = lead
    self.headline = headline
    self.kicker = kicker
    self.standfirst = standfirst
    self.language = language
    self.leadOutlet = leadOutlet
    self.outlets = outlets
    self.independentOutlets = independentOutlets
    self.articleCount = articleCount
    self.independentCount = independentCount
    self.firstAt = firstAt
    self.lastAt = lastAt
    self.reports = reports
    self.disagreement = disagreement
  }
}
