extension Wording {
  /// The English words.
  package static let english = Wording(
    frame: FrameWords(
      skip: "Skip to content", home: "Front page", search: "Search",
      searchLabel: "Search all articles", sectionBar: "Sections", onThisPage: "On this page",
      sources: "Sources", how: "How we work", feed: "Feed", imprint: "Imprint",
      privacy: "Privacy", otherLanguage: "Deutsch", backToTop: "Back to top",
      creed:
        "Only sentences of the sources are shown, verbatim or shortened with […]. No advertising, no script, no tracking."
    ),
    sections: SectionWords(
      politik: "Politics", wirtschaft: "Economy", unternehmen: "Business",
      technik: "Technology", wissen: "Science", kultur: "Culture",
      unterhaltung: "Entertainment", sport: "Sport", panorama: "People", regionen: "Regions",
      medien: "Media", other: "More news"),
    counts: CountWords(
      articles: Counted(one: "article", many: "articles"),
      stories: Counted(one: "story", many: "stories"),
      sources: Counted(one: "source", many: "sources"),
      statements: Counted(one: "statement", many: "statements"),
      quantities: Counted(one: "quantity", many: "quantities"),
      quotes: Counted(one: "quotation", many: "quotations"),
      names: Counted(one: "name", many: "names"),
      events: Counted(one: "event", many: "events"),
      minutes: Counted(one: "minute", many: "minutes"),
      hits: Counted(one: "result", many: "results"),
      characters: Counted(one: "character", many: "characters"),
      independent: { "\($0)\u{A0}of them independent" },
      articlesFrom: { "\($0) from \($1)" },
      quotedShare: { "quoted: \($0 < 1 ? "under 1" : String($0))% of the text" }),
    calendar: CalendarWords(
      months: [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ],
      weekdays: [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
      ],
      today: "today", until: "to", inferred: "inferred", asOf: { "as of \($0)" },
      thousand: "k", million: "m", billion: "bn"),
    front: FrontWords(
      headlineFrom: "Headline and standfirst:", whoSaysWhat: "Who says what",
      readStory: "Read the story", allEvidence: "All evidence", mostCovered: "Most covered",
      more: { "More from \($0)" }, dayBefore: "Day before", dayAfter: "Day after",
      emptySection: "Nothing here yet. The next round of the sources starts by itself.",
      summary: { "\($0) of the day, with all sources and evidence." }),
    story: StoryWords(
      coverage: "When was it reported?",
      coverageNote: "A dot is an article, a halo a date that is not exact.",
      coverageSpan: { "\($0). \($1)." }, keyPoints: "Key points",
      keyPointsShort: "Key points", figures: "Figures compared", figuresShort: "Figures",
      claims: "Who says what", claimsLine: { "\($0), by date" }, quotes: "In their words",
      timeline: "Timeline", cast: "People and places", castShort: "Names", sources: "Sources",
      saga: "What happened before", alsoIn: "see also:",
      figuresNote:
        "Dot with a line to the right: “more than”, “over”. Line to the left: “up to”, “almost”. Halo: “about”. Line only: no exact value. Only figures of one unit and direction are compared.",
      moreStatements: { "\($0) more in the articles." }, newest: "as of",
      follow: "Follow this story", copyOf: { "taken from \($0)" },
      readings: Counted(one: "figure", many: "figures"), course: "All figures by date",
      courseNote:
        "A dot is a figure on the day it speaks of. Line upwards: “more than”, “over”. Line downwards: “up to”, “almost”. Only figures of one unit and direction are shown; one of another day does not contradict.",
      relays: "relays", own: "independent",
      citing: { "refers to \($0)" }, began: "the story began with it",
      byHand: "laid here by hand", sameText: { "\($0)% the same text" },
      isVersion: "another version of an article here",
      isLike: { near, share in
        near < 2
          ? "\(share)% like one article here" : "like \(near) articles here, up to \(share)%"
      }, parts: "Also in tickers and round-ups"),
    evidence: EvidenceWords(
      single: "one figure", compatible: "compatible", oneOrigin: "one origin",
      differ: "figures differ", stated: "says", claimed: "claims", confirmed: "confirms",
      estimated: "estimates", announced: "announces", hedged: "supposes", hearsay: "hearsay",
      unconfirmed: "unconfirmed", asked: "asks", denied: "denies", noSpeaker: "no speaker",
      regarding: "on", relayedBy: { "according to \($0)" }, expected: "announced",
      person: "Person", place: "Place", organisation: "Organisation", otherName: "Name"),
    article: ArticleWords(
      about: "About this article", outlet: "Source", author: "By", agency: "Agency",
      translator: "Translation", byMachine: "probably by a machine", editor: "Editor",
      published: "Published", updated: "Changed",
      noDate: "no date", readingTime: "Reading time", newHere: "New against earlier reports",
      original: "Original",
      keyPoints: {
        $0 == 1
          ? "One sentence from it" : $0 == 2 ? "Two sentences from it" : "Three sentences from it"
      },
      otherFigures: "Other figures", comparison: "Comparison", alsoSaid: "Also on this",
      compareNote: "Comparison with other sources", claimNote: "Statement from another source",
      paragraphLink: "Link to this paragraph", removed: "Removed",
      moreOfStory: "More of this story", share: "Share", shareByMail: "by e-mail",
      shareLink: "Address of this page", print: "Print", picture: "Picture",
      pictureAtOriginal: "Picture at the original", embedded: "Embedded", codeLabel: "Code",
      tableLabel: "Table",
      excerptOnly:
        "The source has the full text. Here are headline, standfirst and the sentences quoted.",
      teaserOnly: "The source gave us only the beginning.",
      readOriginal: { "Read on at \($0)" }, originalAt: { "Original at \($0)" },
      takenFrom: "Taken from", untitled: "No headline",
      display: "Display", size: "Text size", sizes: ["small", "medium", "large"],
      face: "Typeface", faces: ["Serif", "Sans"], colours: "Colours",
      colourNames: ["System", "light", "dark"]),
    removal: RemovalWords(
      known: [
        "above-headline": "page header", "link-box": "box of links", "teaser-box": "box of teasers",
        "advertisement": "advertisement",
        "agency": "agency signature",
        "app-promotion": "app promotion",
        "author-note": "author box",
        "broadcast": "broadcast note",
        "behind-text": "what stands behind the text",
        "caption": "caption",
        "comment-form": "comment form",
        "consent": "consent notice",
        "donation": "appeal for donations",
        "embed-placeholder": "placeholder of an embed",
        "labelled-links": "links behind a label",
        "legal": "copyright notice",
        "meta-line": "date and author line",
        "navigation": "navigation",
        "newsletter": "newsletter notice",
        "not-in-article": "not part of the article",
        "opening-heading": "heading before the text",
        "outlet-note": "what the outlet says of itself",
        "paywall": "paywall notice",
        "picture-credit": "picture credit",
        "pull-quote": "pull quote",
        "related-list": "links to other articles",
        "repeated-label": "repeated label",
        "repeated-paragraph": "repeated paragraph",
        "repeated-title": "repeated headline",
        "see-also": "see also",
        "share-bar": "share bar",
        "stray-label": "stray label",
        "surroundings": "surroundings of the article",
        "tag-remains": "tags",
        "teaser": "teasers of other articles",
        "trailing-heading": "heading without text",
        "hidden": "hidden text",
      ],
      unknown: "furniture"),
    lists: ListWords(
      searchTitle: "Search",
      searchHelp:
        "Words or “whole phrases” in all articles, begin* for beginnings, -word without. Bounds: outlet: section: person: lang: before: after:",
      searchButton: "Search", nothingFound: { "Nothing found for “\($0)”" },
      nothingFoundHelp: "Fewer words or another form often help.",
      didYouMean: "Did you mean",
      newestFirst: "Newest first", onlyNewest: "Older articles have not been searched yet.",
      noneAmongNewest: "Nothing was found among the newer articles.",
      searchOlder: "Search older ones",
      moreOfStory: {
        $0 == 1 ? "1 more article of this story" : "\($0) more articles of this story"
      },
      hitsFor: { "\($0) for “\($1)”" }, nextPage: "More results",
      previousPage: "Previous results", page: { "Page \($0)" },
      newestArticles: "Newest articles", ownShare: { "\($0)% independent" },
      homePage: "Website", saidBy: "Statements", namedIn: "Named in", storiesWith: "Stories",
      storiesOf: { $0 }, passageTitle: "Quoted passage", passageUnchanged: "unchanged",
      passageChanged: { "changed on \($0)" }, passageChangedUndated: "changed",
      passageGone: "no longer there", passageVersion: { "version \($0)" },
      passageNow: "It now reads", passageCite: "Cite as", inArticle: "Read in the article",
      nothingYet: "Nothing here yet."),
    sources: SourceWords(
      title: "Sources", intro: "Everything that is read, and how it fares.",
      addTitle: "Add an address", addLabel: "Address of a website or feed",
      addHelp: "The home page will do; we find the feed.", addButton: "Add",
      opmlTitle: "From another reader", opmlLabel: "OPML file",
      opmlHelp: "Almost every reader can export its sources as OPML.", opmlButton: "Import",
      packTitle: "Begin with a selection", packHelp: "Each source can be removed later.",
      packButton: { "Read “\($0)”" }, remove: { "Remove \($0)" }, removeShort: "Remove",
      export: "Export as OPML", healthNew: "not read yet", healthFine: "delivers",
      healthQuiet: { "quiet since \($0)" }, healthFailing: "does not answer",
      failingCount: { $0 == 1 ? "one does not answer" : "\($0) do not answer" },
      healthFailingSince: { "has not answered since \($0)" }, healthPaused: "paused",
      lastRead: { "read \($0)" }, kindFeed: "feed", kindSitemap: "sitemap", kindPage: "page",
      rightsFull: "full text", rightsExcerpt: "excerpt", rightsHeadline: "headline only",
      uncategorised: "No folder",
      added: { $0 == 1 ? "One source has been added." : "\($0) sources have been added." },
      removed: "The source has been removed.", failed: "That did not work:",
      none: "No sources yet.", welcome: "What would you like to read?",
      welcomeIntro:
        "This paper is still empty. Give it sources, and the first stories will be here in a few minutes.",
      welcomePending: {
        $0 == 1
          ? "One source is being read. Reload this page in a minute."
          : "\($0) sources are being read. Reload this page in a minute."
      }, addMore: "Add sources", handling: .english),
    how: .english,
    errors: ErrorWords(
      badRequest: .init(
        title: "The request cannot be understood", text: "Please open the form again and send it."),
      forbidden: .init(
        title: "You may not do this",
        text: "This page needs a sign-in, or the session has expired."),
      notFound: .init(
        title: "There is no such page",
        text: "The address may have changed. The search knows all articles."),
      gone: .init(
        title: "This page has been removed", text: "It was taken out of the library for good."),
      tooLarge: .init(
        title: "That is too large", text: "Please send a smaller file or fewer sources."),
      tooMany: .init(title: "Too many requests", text: "Please wait a moment and reload."),
      unavailable: .init(title: "Not available right now", text: "Please reload in a minute."),
      failure: .init(
        title: "Something went wrong here", text: "It has been noted. Trying again often helps."),
      toFront: "To the front page"),
    paper: .english, look: .english)
}
