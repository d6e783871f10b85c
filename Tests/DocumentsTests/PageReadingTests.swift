import Press
import Testing

@testable import Documents

struct PageReadingTests {
  @Test func structuredDataGiveDateAuthorAndKicker() {
    let head = """
      <meta property="og:title" content="Grünau baut den Hafen aus">
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"Grünau baut den Hafen aus",
      "datePublished":"2026-11-02T08:15:00+01:00","author":[{"@type":"Person","name":"Mara Linde"}],
      "publisher":{"name":"Grünauer Bote"},"articleSection":"Lokales"}</script>
      """
    let reading = PageReading(
      page: Fixture.page(head: head), url: "https://bote.example/hafen", contentType: nil, id: nil,
      hints: nil)
    #expect(reading.article.bylines == [Byline(name: "Mara Linde")])
    #expect(reading.published?.iso8601 == "2026-11-02T08:15:00+01:00")
    #expect(reading.article.outlet.id == "bote.example")
    #expect(reading.article.outlet.name == "Grünauer Bote")
    #expect(reading.article.tags.contains("Lokales"))
    #expect(reading.article.headline == "Grünau baut den Hafen aus")
    #expect(Fixture.isWhole(reading.article))
  }

  @Test func theStandfirstIsToldFromTheText() {
    let page = """
      <html><head><meta name="description" content="Nach zehn Jahren Streit kommt der Ausbau nun doch, das Land zahlt mit."></head>
      <body><article><header><h1>Grünau baut den Hafen aus</h1>
      <p class="lead">Nach zehn Jahren Streit kommt der Ausbau nun doch, das Land zahlt mit.</p></header>
      <div><p>\(Fixture.first)</p><p>\(Fixture.second)</p><p>\(Fixture.third)</p></div></article></body></html>
      """
    let article = ArticleReader.article(page: Array(page.utf8), url: nil)
    #expect(article.standfirst?.hasPrefix("Nach zehn Jahren") ?? false)
    #expect(article.blocks.count == 3)
  }

  /// The class stands on the paragraph itself, or on an inline element without one.
  @Test(arguments: [
    ("<p class='kicker'>Hafen</p>", "<p class='byline'>Mara Linde am Werk</p>"),
    ("<span class='overline'>Hafen</span>", "<span class='byline'>Mara Linde am Werk</span>"),
  ])
  func aLinesOwnClassCounts(_ kicker: String, _ byline: String) {
    let page = Fixture.page()
    let html = String(decoding: page, as: UTF8.self)
      .split(separator: "<h1>").joined(separator: kicker + "<h1>")
      .split(separator: "</h1>").joined(separator: "</h1>" + byline)
    let article = ArticleReader.article(page: Array(html.utf8), url: nil)
    #expect(article.kicker == "Hafen")
    #expect(Fixture.isWhole(article))
  }

  @Test func anAgencyIsKnownByTheDateline() {
    let names = [Byline(name: "NDA"), Byline(name: "Mara Linde")]
    let found = BylineReader.bylines(names, dateline: "Grünau (NDA) - Der Hafen wird gebaut.")
    #expect(found.map(\.role) == [.agency, .author])
    #expect(BylineReader.bylines(names, dateline: "Grünau - Der Hafen.") == names)
  }

  @Test func aPageWithoutTextIsNoArticle() {
    for page in ["", "<html></html>", "<script>x()</script>", "\u{0}\u{1}<p>"] {
      #expect(ArticleReader.article(page: Array(page.utf8), url: nil).kind == .notAnArticle)
    }
  }

  @Test func inlineRunsKeepTheirPlaces() {
    let article = Fixture.article(
      between:
        "<p>Die <strong>Kosten</strong> nennt der <a href='/plan'>Plan</a> nicht im Einzelnen, sagte sie.</p>"
    )
    guard case .paragraph(let text) = article.blocks[2] else {
      Issue.record("no paragraph")
      return
    }
    let runs = text.runs.map { Array(text.text.utf8)[$0.lower..<$0.upper] }
    #expect(runs.map { String(decoding: $0, as: UTF8.self) } == ["Kosten", "Plan"])
    #expect(text.runs.last?.kind == .link("https://bote.example/plan"))
  }

  @Test func hostilePagesEndInLinearTime() {
    let deep = Array(String(repeating: "<div class=related><span>", count: 20_000).utf8)
    _ = ArticleReader.article(page: deep, url: nil)
    let flood = Array(String(repeating: "<p>a <a href=//[>b</a><br><br>", count: 20_000).utf8)
    _ = ArticleReader.article(page: flood, url: "https://x.example/")
    let noise = (0..<40_000).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 7) }
    _ = ArticleReader.article(page: noise, url: nil)
    _ = ArticleReader.article(text: noise)
  }

  @Test func whatShowsOnlyWhenOnePointsAtItIsLeftOut() {
    let note = """
      <p>Die <span>Reederin <span class="tooltip-content">Reederin: besitzt Schiffe und lebt in Grünau
      am Fluss</span></span>schwieg dazu <span class="sr-only">(Ende der Nachricht)</span>am Montag.</p>
      """
    #expect(
      Fixture.article(between: note).body.string.contains("Die Reederin schwieg dazu am Montag."))
  }

  @Test func aListOfOtherNewsAboveTheHeadlineIsNoText() {
    let items = (1...9).map { "<li>Meldung \($0): \(Fixture.third)</li>" }.joined()
    let page = String(decoding: Fixture.page(after: "<p>\(Fixture.long)</p>"), as: UTF8.self)
      .replacing("<h1>", with: "<ul>\(items)</ul><h1>")
    let article = ArticleReader.article(page: Array(page.utf8), url: "https://bote.example/a")
    #expect(!article.body.string.contains("Meldung 1"))
    #expect(article.body.string.hasPrefix(Fixture.first))
  }

  @Test func aStandfirstIsReadOnce() {
    let lead =
      "<p class=\"lead\">Ab dem Frühjahr wird am alten Hafen gebaggert, nachts ist Ruhe.</p>"
    let page = String(decoding: Fixture.page(), as: UTF8.self).replacing(
      "<article>", with: ""
    ).replacing("</article>", with: "").replacing(
      "</h1>", with: "</h1>\(lead)\(lead)<div class=\"article-body\">")
    let article = ArticleReader.article(page: Array(page.utf8), url: "https://bote.example/a")
    #expect(
      article.standfirst == "Ab dem Frühjahr wird am alten Hafen gebaggert, nachts ist Ruhe.")
  }
}
