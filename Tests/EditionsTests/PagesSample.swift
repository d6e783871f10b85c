import Editions
import Evidence
import Hypertext
import Languages
import Press
import Stories

/// One page of every kind, each with its name.
enum PagesSample {
  static func all(_ edition: Edition) -> [(name: String, html: HTML)] {
    [
      (
        "front",
        FrontPage(edition: edition, stories: DaySample.stories, voices: [DaySample.voice]).html
      ),
      (
        "front-full",
        FrontPage(
          edition: edition, stories: DaySample.stories,
          voices: Array(repeating: DaySample.voice, count: 3),
          brief: Array(plain.suffix(8)), days: [yesterday]
        ).html
      ),
      ("archive", ArchivePage(edition: edition, days: [today, yesterday]).html),
      ("front-covered", FrontPage(edition: edition, stories: plain).html),
      ("front-one", FrontPage(edition: edition, stories: Array(plain.prefix(1))).html),
      ("front-none", FrontPage(edition: edition, stories: []).html),
      (
        "section",
        SectionPage(
          edition: edition, section: .politik, stories: Array(DaySample.stories.prefix(12))
        ).html
      ),
      (
        "day",
        DayPage(
          edition: edition, day: today, stories: Array(DaySample.stories.prefix(9)),
          previous: yesterday
        ).html
      ),
      ("story", story(edition).html), ("article", article(edition, rights: .full).html),
      ("excerpt", article(edition, rights: .excerpt).html), ("search", search(edition).html),
      ("search-none", SearchPage(edition: edition, query: "Wolkenkuckucksheim").html),
      ("outlet", outlet(edition).html), ("name", name(edition).html),
      ("sources", sources(edition).html), ("welcome", welcome(edition).html),
      ("how", HowPage(edition: edition).html),
      ("error", ErrorPage(edition: edition, status: 404).html),
      (
        "passage",
        passage(
          edition,
          .changed(on: FloodSample.at(2), now: "Der Scheitel wird erst am Sonntagabend erwartet.")
        ).html
      ),
      (
        "passage-gone",
        PassagePage(edition: edition, place: place, article: nil, words: nil, state: .gone).html
      ),
      (
        "imprint",
        PlainPage(
          edition: edition, place: .imprint, title: "Impressum",
          paragraphs: ["# Anschrift", "Muster, Markt 1, Harsbach"]
        ).html
      ),
    ]
  }

  private static let plain = DaySample.stories.map { story in
    var story = story
    story.comparison = nil
    return story
  }
  private static let today = CivilDay(daysSince1970: 20_778)
  private static let yesterday = CivilDay(daysSince1970: 20_777)
  private static let place = Address.Place.passage(
    "a1f0c2", version: 1, sentence: 0xfed9_5026_269f_d038)

  private static func story(_ edition: Edition) -> StoryPage {
    var page = DaySample.storyPage
    page.edition = edition
    return page
  }

  private static func article(_ edition: Edition, rights: Source.Rights) -> ArticlePage {
    var page = DaySample.articlePage
    page.edition = edition
    page.rights = rights
    return page
  }

  private static func search(_ edition: Edition) -> SearchPage {
    let hits = FloodSample.articles.prefix(8).map { article in
      let snippet = article.blocks.first?.text ?? ""
      let start = Array(snippet.utf8).firstIndex(of: UInt8(ascii: " ")) ?? 0
      return SearchHit(
        article: ArticleTeaser(article), snippet: snippet, marks: [0..<start], anchor: 1)
    }
    return SearchPage(
      edition: edition, query: "Hochwasser Lonne", hits: hits, total: 42, hasMore: true)
  }

  private static func outlet(_ edition: Edition) -> OutletPage {
    OutletPage(
      edition: edition, outlet: FloodSample.outlets[0], articleCount: 214, independentCount: 187,
      articles: FloodSample.articles.map { article in
        var teaser = ArticleTeaser(article)
        teaser.outlet = FloodSample.outlets[0]
        return teaser
      })
  }

  private static func name(_ edition: Edition) -> NamePage {
    NamePage(
      edition: edition, member: FloodSample.dossier.cast[0],
      claims: FloodSample.dossier.claimGroups.flatMap(\.claims),
      stories: Array(DaySample.stories.prefix(3)),
      articles: FloodSample.articles.prefix(6).map { ArticleTeaser($0) },
      outlets: FloodSample.outlets)
  }

  static func sources(_ edition: Edition) -> SourcesPage {
    let health: [SourceRow.Health] = [
      .fine, .quiet(since: FloodSample.now - 900_000),
      .failing(SourceFault(.notFound, number: 404), since: FloodSample.now - 90_000),
      .new, .paused,
    ]
    return SourcesPage(
      edition: edition,
      rows: FloodSample.outlets.enumerated().map { index, outlet in
        SourceRow(
          source: Source(
            url: "https://\(outlet.id)/feed.xml", kind: .feed, outlet: outlet.id,
            title: index % 2 == 0 ? outlet.name : "\(outlet.name): Alle Meldungen",
            category: index < 6 ? "Region" : "Welt"),
          outlet: outlet, health: health[index % health.count], articleCount: index * 37,
          lastFetched: FloodSample.now - Int64(index) * 300)
      }, packs: packs, csrf: "t0k3n", notice: .added(count: 3))
  }

  private static func welcome(_ edition: Edition) -> WelcomePage {
    WelcomePage(edition: edition, packs: packs, csrf: "t0k3n", pendingSources: 2)
  }

  private static let packs = [
    StarterPack(
      name: "region", title: "Region", summary: "Zeitungen aus dem Lonnetal.", sourceCount: 12),
    StarterPack(name: "welt", title: "Welt", summary: "Überregionale Zeitungen.", sourceCount: 24),
  ]

  private static func passage(_ edition: Edition, _ state: PassagePage.State) -> PassagePage {
    PassagePage(
      edition: edition, place: place, article: ArticleTeaser(FloodSample.articles[0]), version: 2,
      anchor: 1, words: "Der Scheitel wird am Sonntagmittag erwartet.",
      after: "Am Pegel Alte Mühle stand das Wasser um 5 Uhr bei 6,12 Metern.", state: state,
      url: FloodSample.articles[0].url)
  }
}
