package import Press

/// Every word of ours that a reader sees.
///
/// One value a language; a word that is missing in one of them does not compile. A class, so that
/// hundreds of words are not copied wherever one is used.
package final class Wording: Sendable {
  /// A word with its number: "1 Artikel", "2 Artikel".
  package struct Counted: Sendable {
    package var one: String
    package var many: String

    package func callAsFunction(_ count: Int) -> String {
      "\(count)\u{A0}\(count == 1 ? one : many)"
    }
  }

  package let frame: FrameWords
  package let sections: SectionWords
  package let counts: CountWords
  package let calendar: CalendarWords
  package let front: FrontWords
  package let story: StoryWords
  package let evidence: EvidenceWords
  package let article: ArticleWords
  package let removal: RemovalWords
  package let lists: ListWords
  package let sources: SourceWords
  package let how: HowWords
  package let errors: ErrorWords
  package let paper: PaperWords
  package let look: LookWords

  init(
    frame: FrameWords, sections: SectionWords, counts: CountWords, calendar: CalendarWords,
    front: FrontWords, story: StoryWords, evidence: EvidenceWords, article: ArticleWords,
    removal: RemovalWords, lists: ListWords, sources: SourceWords, how: HowWords,
    errors: ErrorWords, paper: PaperWords, look: LookWords
  ) {
    self.look = look
    self.frame = frame
    self.sections = sections
    self.counts = counts
    self.calendar = calendar
    self.front = front
    self.story = story
    self.evidence = evidence
    self.article = article
    self.removal = removal
    self.lists = lists
    self.sources = sources
    self.how = how
    self.errors = errors
    self.paper = paper
  }
}

/// Head and foot of every page.
package struct FrameWords: Sendable {
  package var skip: String
  package var home: String
  package var search: String
  package var searchLabel: String
  package var sectionBar: String
  package var onThisPage: String
  package var sources: String
  package var how: String
  package var feed: String
  package var imprint: String
  package var privacy: String
  package var otherLanguage: String
  package var backToTop: String
  /// What the paper is, at its foot.
  package var creed: String
}

/// Names of the sections.
package struct SectionWords: Sendable {
  package var politik: String
  package var wirtschaft: String
  package var unternehmen: String
  package var technik: String
  package var wissen: String
  package var kultur: String
  package var unterhaltung: String
  package var sport: String
  package var panorama: String
  package var regionen: String
  package var medien: String
  /// Stories without a section.
  package var other: String

  package subscript(section: Section?) -> String {
    switch section {
    case .politik: politik
    case .wirtschaft: wirtschaft
    case .unternehmen: unternehmen
    case .technik: technik
    case .wissen: wissen
    case .kultur: kultur
    case .unterhaltung: unterhaltung
    case .sport: sport
    case .panorama: panorama
    case .regionen: regionen
    case .medien: medien
    case nil: other
    }
  }
}

/// Words that are counted.
package struct CountWords: Sendable {
  package var articles: Wording.Counted
  package var stories: Wording.Counted
  package var sources: Wording.Counted
  package var statements: Wording.Counted
  package var quantities: Wording.Counted
  package var quotes: Wording.Counted
  package var names: Wording.Counted
  package var events: Wording.Counted
  package var minutes: Wording.Counted
  package var hits: Wording.Counted
  package var characters: Wording.Counted
  /// "davon 5 eigenständig"
  package var independent: @Sendable (Int) -> String
  /// "5 Artikel aus 3 Quellen"
  package var articlesFrom: @Sendable (String, String) -> String
  /// "zitiert: 7 % des Textes"
  package var quotedShare: @Sendable (Int) -> String
}

/// Days, months and numbers.
package struct CalendarWords: Sendable {
  /// January first.
  package var months: [String]
  /// Monday first.
  package var weekdays: [String]
  package var today: String
  package var until: String
  package var inferred: String
  /// "Stand 21. November"
  package var asOf: @Sendable (String) -> String
  package var thousand: String
  package var million: String
  package var billion: String
}

/// The fronts.
package struct FrontWords: Sendable {
  package var headlineFrom: String
  package var whoSaysWhat: String
  package var readStory: String
  package var allEvidence: String
  package var mostCovered: String
  package var more: @Sendable (String) -> String
  package var dayBefore: String
  package var dayAfter: String
  package var emptySection: String
  /// What a feed reader or search machine is told of the front.
  package var summary: @Sendable (String) -> String
}
