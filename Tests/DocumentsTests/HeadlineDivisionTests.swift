import Press
import Testing

@testable import Documents

struct HeadlineDivisionTests {
  private static func article(heading: String, og: String? = nil, ld: String? = nil)
    -> (headline: String, kicker: String?)
  {
    var head = og.map { "<meta property='og:title' content='\($0)'>" } ?? ""
    if let ld {
      head +=
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"\(ld)\"}</script>"
    }
    let page = String(decoding: Fixture.page(head: head), as: UTF8.self)
      .replacing("<title>Grünau baut den Hafen aus</title>", with: "<title>Bote</title>")
      .replacing("<h1>Grünau baut den Hafen aus</h1>", with: "<h1>\(heading)</h1>")
    let article = ArticleReader.article(page: Array(page.utf8), url: "https://bote.example/a")
    return (article.headline, article.kicker)
  }

  @Test func aKickerIsToldByTheDashOfTheTitle() {
    for heading in [
      "<span>Hafenstreit</span><span>Grünau baut den Hafen aus</span>",
      "<span>Hafenstreit</span> <span>Grünau baut den Hafen aus</span>",
    ] {
      let found = Self.article(heading: heading, og: "Hafenstreit - Grünau baut den Hafen aus")
      #expect(found.headline == "Grünau baut den Hafen aus")
      #expect(found.kicker == "Hafenstreit")
    }
  }

  @Test func aColonInStructuredDataMakesOneHeadline() {
    let found = Self.article(
      heading: "<b>Hafenstreit</b> <b>Grünau baut den Hafen aus</b>",
      ld: "Hafenstreit: Grünau baut den Hafen aus")
    #expect(found.headline == "Hafenstreit: Grünau baut den Hafen aus")
  }

  @Test func articlesAndQuotationsAreNoKickers() {
    for line in [
      "Die Stadt Grünau baut den Hafen aus", "„Endlich“: Stadt Grünau baut den Hafen aus",
    ] {
      #expect(
        Self.article(heading: line, og: "Stadt Grünau baut den Hafen aus").headline == line)
    }
  }

  @Test(arguments: [" | Grünauer Bote", " 02.11.2026 • Lokales, Hafen"])
  func whatStandsBehindTheHeadlineIsNoneOfIt(_ rest: String) {
    let line = "Stadt Grünau baut den Hafen aus"
    #expect(Self.article(heading: line + rest, og: line).headline == line)
  }

  @Test func theKickerIsToldThoughTheTitleGoesOn() {
    let found = Self.article(
      heading: "<span>Hafenstreit</span> <span>Grünau baut den Hafen aus</span>",
      og: "Hafenstreit: Grünau baut den Hafen aus - Regional - Hafenblatt")
    #expect(found.headline == "Grünau baut den Hafen aus")
    #expect(found.kicker == "Hafenstreit")
  }

  @Test func theSiteSNameBehindADashIsNoPartOfTheHeadline() {
    let line = "Stadt Grünau baut den Hafen aus – das Land zahlt"
    let site = "' /><meta property='og:site_name' content='Grünauer Bote"
    let found = Self.article(
      heading: line + " - Grünauer Bote", og: line + " - Grünauer Bote" + site)
    #expect(found.headline == line)
  }
}
