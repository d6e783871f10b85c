/// The story's page.
package struct StoryWords: Sendable {
  package var coverage: String
  package var coverageNote: String
  package var coverageSpan: @Sendable (String, String) -> String
  package var keyPoints: String
  package var keyPointsShort: String
  package var figures: String
  package var figuresShort: String
  package var claims: String
  package var claimsLine: @Sendable (String) -> String
  package var quotes: String
  package var timeline: String
  package var cast: String
  package var castShort: String
  package var sources: String
  package var saga: String
  package var alsoIn: String
  package var figuresNote: String
  package var moreStatements: @Sendable (String) -> String
  package var newest: String
  package var follow: String
  package var copyOf: @Sendable (String) -> String
  /// Entries of a quantity.
  package var readings: Wording.Counted
  /// Leads to all values of a quantity.
  package var course: String
  /// How its drawing is read.
  package var courseNote: String
  /// Marks who has a figure from somebody named above.
  package var relays: String
  package var own: String
  /// An article that says it has its news from another outlet.
  package var citing: @Sendable (String) -> String
  /// Why an article is here.
  package var began: String
  package var byHand: String
  /// Per cent of the text.
  package var sameText: @Sendable (Int) -> String
  /// The same article under another headline or address.
  package var isVersion: String
  /// Articles of the story, likeness in per cent.
  package var isLike: @Sendable (Int, Int) -> String
  /// Parts of tickers and newsletters that tell of the event.
  package var parts: String
}

/// Verdicts and how something was said.
package struct EvidenceWords: Sendable {
  package var single: String
  package var compatible: String
  package var oneOrigin: String
  package var differ: String
  package var stated: String
  package var claimed: String
  package var confirmed: String
  package var estimated: String
  package var announced: String
  package var hedged: String
  package var hearsay: String
  package var unconfirmed: String
  package var asked: String
  package var denied: String
  package var noSpeaker: String
  package var regarding: String
  package var relayedBy: @Sendable (String) -> String
  package var expected: String
  package var person: String
  package var place: String
  package var organisation: String
  package var otherName: String
}

/// The article's page.
package struct ArticleWords: Sendable {
  package var about: String
  package var outlet: String
  package var author: String
  package var agency: String
  package var translator: String
  package var byMachine: String
  package var editor: String
  package var published: String
  package var updated: String
  package var noDate: String
  package var readingTime: String
  /// Above sentences that no earlier report of the story has.
  package var newHere: String
  package var original: String
  package var keyPoints: @Sendable (Int) -> String
  package var otherFigures: String
  package var comparison: String
  package var alsoSaid: String
  package var compareNote: String
  package var claimNote: String
  package var paragraphLink: String
  package var removed: String
  package var moreOfStory: String
  package var share: String
  package var shareByMail: String
  package var shareLink: String
  package var print: String
  package var picture: String
  package var pictureAtOriginal: String
  package var embedded: String
  package var codeLabel: String
  package var tableLabel: String
  package var excerptOnly: String
  package var teaserOnly: String
  package var readOriginal: @Sendable (String) -> String
  package var originalAt: @Sendable (String) -> String
  package var takenFrom: String
  package var untitled: String
  package var display: String
  package var size: String
  package var sizes: [String]
  package var face: String
  package var faces: [String]
  package var colours: String
  package var colourNames: [String]
}

/// What was taken out of a page, by the rule's name.
package struct RemovalWords: Sendable {
  package var known: [String: String]
  package var unknown: String
}

/// Search, outlet, name, day and passage pages.
package struct ListWords: Sendable {
  package var searchTitle: String
  package var searchHelp: String
  package var searchButton: String
  package var nothingFound: @Sendable (String) -> String
  package var nothingFoundHelp: String
  package var didYouMean: String
  package var newestFirst: String
  /// Older articles were not searched; something was found.
  package var onlyNewest: String
  /// Older articles were not searched; nothing was found yet.
  package var noneAmongNewest: String
  package var searchOlder: String
  package var moreOfStory: @Sendable (Int) -> String
  package var hitsFor: @Sendable (String, String) -> String
  package var nextPage: String
  package var previousPage: String
  package var page: @Sendable (Int) -> String
  package var newestArticles: String
  package var ownShare: @Sendable (Int) -> String
  package var homePage: String
  package var saidBy: String
  package var namedIn: String
  package var storiesWith: String
  package var storiesOf: @Sendable (String) -> String
  package var passageTitle: String
  package var passageUnchanged: String
  package var passageChanged: @Sendable (String) -> String
  package var passageChangedUndated: String
  package var passageGone: String
  package var passageVersion: @Sendable (Int) -> String
  package var passageNow: String
  package var passageCite: String
  package var inArticle: String
  package var nothingYet: String
}

/// The sources' page and the welcome to an empty library.
package struct SourceWords: Sendable {
  package var title: String
  package var intro: String
  package var addTitle: String
  package var addLabel: String
  package var addHelp: String
  package var addButton: String
  package var opmlTitle: String
  package var opmlLabel: String
  package var opmlHelp: String
  package var opmlButton: String
  package var packTitle: String
  package var packHelp: String
  package var packButton: @Sendable (String) -> String
  package var remove: @Sendable (String) -> String
  package var removeShort: String
  package var export: String
  package var healthNew: String
  package var healthFine: String
  package var healthQuiet: @Sendable (String) -> String
  package var healthFailing: String
  package var failingCount: @Sendable (Int) -> String
  package var healthFailingSince: @Sendable (String) -> String
  package var healthPaused: String
  package var lastRead: @Sendable (String) -> String
  package var kindFeed: String
  package var kindSitemap: String
  package var kindPage: String
  package var rightsFull: String
  package var rightsExcerpt: String
  package var rightsHeadline: String
  package var uncategorised: String
  package var added: @Sendable (Int) -> String
  package var removed: String
  package var failed: String
  package var none: String
  package var welcome: String
  package var welcomeIntro: String
  package var welcomePending: @Sendable (Int) -> String
  package var addMore: String
  package var handling: HandlingWords
}

/// How we work, paragraph by paragraph.
package struct HowWords: Sendable {
  package struct Chapter: Sendable {
    package var title: String
    package var paragraphs: [String]
  }
  package var title: String
  package var intro: String
  package var chapters: [Chapter]
  package var signs: String
  package var signsIntro: String
  package var credits: String
  package var creditLines: [String]
}

/// What a reader is told when there is no page.
package struct ErrorWords: Sendable {
  package struct Message: Sendable {
    package var title: String
    package var text: String
  }
  package var badRequest: Message
  package var forbidden: Message
  package var notFound: Message
  package var gone: Message
  package var tooLarge: Message
  package var tooMany: Message
  package var unavailable: Message
  package var failure: Message
  package var toFront: String
}
