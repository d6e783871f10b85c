import Editions
import Evidence
import Hypertext
import Languages
import Press
import Stories

/// Content as bad as it gets: markup in every field, endless words, both directions, no words.
enum HostileSample {
  static let attack = "<script>alert(\"x\")</script>'&\"><img src=x onerror=alert(1)>"
  static let longHeadline = String(
    repeating: "Donaudampfschifffahrtsgesellschaftskapitänsmützen ", count: 6)
  static let longWord = String(repeating: "Rindfleischetikettierungsüberwachung", count: 12)
  static let rightToLeft = "الخبر الأول: ارتفاع منسوب النهر \u{202E}gnorw\u{202C} في المدينة 42"
  static let emoji = "🚨🚨🚨 EILMELDUNG 👩‍👩‍👧‍👦🏳️‍🌈 +++ 🔥 +++ "

  static let texts = [attack, longHeadline, longWord, rightToLeft, emoji, "", " ", "\u{0}\u{7}"]

  static func stories(_ texts: [String] = texts) -> [StoryTeaser] {
    texts.enumerated().map { index, text in
      let outlets = (0...index % 4).map {
        Outlet(id: "o\($0)-\(text.prefix(40))", name: "\(text.prefix(200))")
      }
      return StoryTeaser(
        id: "h\(index)\(text.prefix(5))", headline: text, standfirst: text, kicker: text,
        headlineOutlet: outlets[0], articleCount: index % 4 + 1, independentCount: 1,
        outlets: outlets, newest: PressDate(instant: index % 2 == 0 ? .max : .min),
        section: Section.allCases[index % 3],
        language: Language(rawValue: index == 3 ? "ar" : "de"),
        comparison: index == 0 ? dossier(text).comparisons.first : nil)
    }
  }

  static func article(_ text: String, id: String = "h") -> Article {
    let rich = RichText(
      text,
      runs: [
        .init(lower: 0, upper: 5, kind: .link("javascript:alert(1)")),
        .init(lower: -4, upper: 9_999, kind: .strong), .init(lower: 3, upper: 2, kind: .emphasis),
        .init(lower: 1, upper: 8, kind: .code),
      ])
    return Article(
      id: id, url: "javascript:alert(1)", outlet: Outlet(id: text, name: text), headline: text,
      kicker: text, standfirst: text,
      bylines: [Byline(name: text), Byline(name: text, role: .agency)],
      published: PressDate(start: .min, end: .max, precision: .range, isInferred: true),
      updated: PressDate(instant: .max), section: .politik, language: .german, tags: [text],
      blocks: [
        .paragraph(rich), .heading(rich, level: 2), .heading(rich, level: 6),
        .list([rich, rich], isOrdered: true), .quotation(rich), .pullQuote(rich), .code(text),
        .table([[text, text], [text]]), .table([]),
        .picture(Picture(url: text, alt: text, caption: text, credit: text, width: -1, height: 0)),
        .embed(url: "data:text/html,x", title: text),
      ],
      removed: [RemovedBlock(rule: text, text: text)])
  }

  static func citation(_ text: String) -> Citation {
    Citation(
      passage: Passage(article: "h", version: 1, anchor: 1, range: 0..<5, sentence: 7),
      words: text, outlet: text)
  }

  static func dossier(_ text: String) -> Dossier {
    var dossier = Dossier()
    let citation = citation(text)
    let elsewhere = Citation(
      passage: Passage(article: "other", version: 1, anchor: 1, range: 0..<5, sentence: 7),
      words: text, outlet: "other")
    dossier.keyPoints = [KeyPoint(citation: citation, support: [elsewhere])]
    let values: [Double?] = [.infinity, -.infinity, .nan, 1e308, -1e308, 0, nil, 1e-300, 12]
    let relations: [Figure.Relation] = [
      .equal, .about, .less, .more, .atMost, .atLeast, .range, .order, .equal,
    ]
    dossier.comparisons = [
      Comparison(
        unit: text, direction: text, verdict: .differ,
        readings: zip(values, relations).enumerated().map { index, pair in
          Comparison.Reading(
            citation: index % 2 == 0 ? citation : elsewhere,
            figure: Figure(
              stretch: Stretch(0..<0), value: pair.0, low: pair.0, high: pair.0, relation: pair.1),
            claimant: text, asOf: PressDate(instant: .min))
        })
    ]
    let claim = Claim(
      citation: citation, kind: .direct, status: .denied, speaker: text, speakerKey: text,
      relay: text, date: PressDate(instant: .max), carriedBy: [elsewhere], denies: 1)
    var other = claim
    other.citation = elsewhere
    other.denies = 99
    dossier.claimGroups = [ClaimGroup(words: [text], claims: [claim, other])]
    dossier.quotes = [claim]
    dossier.timeline = [
      Event(date: PressDate(instant: .min), citation: citation, others: [elsewhere]),
      Event(date: PressDate(instant: .max), citation: citation, isAnnounced: true),
    ]
    dossier.cast = [
      CastMember(
        name: text, kind: .person, key: text, role: citation, articles: ["h"], mention: citation)
    ]
    return dossier
  }

  static func all(_ edition: Edition, _ text: String) -> [(name: String, html: HTML)] {
    let article = article(text)
    let teaser = stories([text])[0]
    let brief = ArticleTeaser(article, story: text)
    let story = Story(
      id: text, saga: text,
      members: [
        Story.Member(article: "h", copyOf: text, because: text), .init(article: "g", because: ""),
      ])
    var second = HostileSample.article(text, id: "g")
    second.published = PressDate(instant: .max)
    return [
      (
        "front",
        FrontPage(
          edition: edition, stories: stories([text, text, text, text, text]),
          voices: [Voice(claim: dossier(text).quotes[0], role: text, outlet: article.outlet)]
        ).html
      ),
      (
        "story",
        StoryPage(
          edition: edition, teaser: teaser, story: story, articles: [article, second],
          dossier: dossier(text), saga: [teaser]
        ).html
      ),
      (
        "article",
        ArticlePage(
          edition: edition, article: article, keyPoints: [citation(text)], dossier: dossier(text),
          outlets: [article.outlet], story: teaser, related: [brief], original: brief,
          pictures: [text: KeptPicture(id: text, .init(width: 400, height: 300))]
        ).html
      ),
      (
        "search",
        SearchPage(
          edition: edition, query: text,
          hits: [
            SearchHit(
              article: brief, snippet: text, marks: [-5..<2, 0..<3, 1..<9_999, 2..<5], anchor: -1)
          ]
        ).html
      ),
      (
        "outlet",
        OutletPage(
          edition: edition, outlet: article.outlet, articleCount: .max / 200,
          independentCount: .min, articles: [brief]
        ).html
      ),
      (
        "name",
        NamePage(
          edition: edition, member: dossier(text).cast[0], claims: dossier(text).quotes,
          stories: [teaser], articles: [brief]
        ).html
      ),
      (
        "sources",
        SourcesPage(
          edition: edition,
          rows: [
            SourceRow(
              source: Source(url: text, kind: .page, outlet: text, title: text, category: text),
              outlet: article.outlet,
              health: .failing(SourceFault(.nothingFound, text, detail: text), since: .min))
          ], packs: [StarterPack(name: text, title: text, summary: text, sourceCount: 1)],
          csrf: text, notice: .failed(SourceFault(.other, text, detail: text)),
          editing: SourceSettings(
            source: Source(
              url: text, kind: .page, outlet: text, title: text, category: text, owner: text,
              selectors: Source.Selectors(content: text, removal: text)), access: text,
            hosts: [text])
        ).html
      ),
      (
        "passage",
        PassagePage(
          edition: edition, place: .passage(text, version: -1, sentence: 0), article: brief,
          words: text, before: text, after: text,
          state: .changed(on: PressDate(instant: .max), now: text), url: text
        ).html
      ),
      ("plain", PlainPage(edition: edition, place: .imprint, title: text, paragraphs: [text]).html),
    ]
  }
}
