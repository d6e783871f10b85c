import Press
import Testing

@testable import Documents

struct HeadlineReaderTests {
  private static func article(_ title: String, ld: String? = nil, og: String? = nil, body: String)
    -> (headline: String, kicker: String?)
  {
    let script = ld.map {
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"\($0)\"}</script>"
    }
    let social = og.map { "<meta property='og:title' content='\($0)'>" }
    let page = """
      <html lang="de"><head><title>\(title)</title>\(social ?? "")\(script ?? "")</head><body>\(body)
      <p>\(Fixture.first)</p><p>\(Fixture.second)</p><p>\(Fixture.third)</p></body></html>
      """
    let article = ArticleReader.article(page: Array(page.utf8), url: "https://bote.example/a")
    return (article.headline, article.kicker)
  }

  @Test func aDashInTheHeadlineIsNotCut() {
    let line =
      "Grünau baut den alten Hafen bis zum Jahr 2031 für viele Millionen Euro aus – das ist neu"
    #expect(Self.article(line, og: line, body: "<h1>\(line)</h1>").headline == line)
  }

  @Test func theHeadlineBelowAPathIsTheOneToRead() {
    let body = """
      <div><a href="/">Start</a><a href="/lokales">Lokales</a><h1>Grünau: Hafen wird ausgebaut nach Streit</h1></div>
      <article><h2>Nach langem Streit im Rat</h2><h2>Grünau baut den Hafen aus</h2>
      """
    let found = Self.article(
      "Grünau: Hafen wird ausgebaut nach Streit",
      og: "Nach langem Streit im Rat: Grünau baut den Hafen aus", body: body)
    #expect(found.headline == "Grünau baut den Hafen aus")
    #expect(found.kicker == "Nach langem Streit im Rat")
  }

  @Test func aLiveBlogIsCalledByItsName() {
    let entries = (1...4).map { "<h3>1\($0).05 Uhr: Neues vom Hafen</h3><p>\(Fixture.fourth)</p>" }
    let found = Self.article(
      "Bagger steht still", ld: "Hafenausbau in Grünau im Ticker vom 2. bis 8. November",
      og: "Bagger steht still", body: "<h1>Bagger steht still am Ostufer</h1>\(entries.joined())")
    #expect(found.headline == "Hafenausbau in Grünau im Ticker vom 2. bis 8. November")
  }

  @Test func whatTitleAndStructuredDataAgreeOnSettlesThreeLines() {
    let body = "<h1>Der Rat von Grünau hat sich entschieden und baut nun doch</h1>"
    let found = Self.article(
      "Hafenausbau in Grünau beschlossen nach Streit",
      ld: "Hafenausbau in Grünau beschlossen nach Streit",
      og: "Rat von Grünau gibt Geld für Bagger frei", body: body)
    #expect(found.headline == "Hafenausbau in Grünau beschlossen nach Streit")
  }

  @Test func aSiteThatIsPartOfAHeadlineStays() {
    #expect(
      SiteName.stripped(from: "GdP-Vize Weer: Zu wenig Dank – GdP", site: "GdP")
        == "GdP-Vize Weer: Zu wenig Dank")
    #expect(SiteName.stripped(from: "Bote: Grünau baut", site: "Bote") == "Grünau baut")
  }
}
