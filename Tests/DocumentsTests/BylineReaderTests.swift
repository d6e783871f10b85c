import Press
import Testing

@testable import Documents

struct BylineReaderTests {
  private static func names(head: String = "", below heading: String = "", after: String = "")
    -> [String]
  {
    let page = String(decoding: Fixture.page(after: after, head: head), as: UTF8.self)
      .replacing("</h1>", with: "</h1>\(heading)")
    return ArticleReader.article(page: Array(page.utf8), url: "https://bote.example/a")
      .bylines.map(\.name)
  }

  @Test(arguments: [
    "Von Mara Linde", "VON MARA LINDE am 21. April 2026", "Ein Artikel von Mara Linde | 27.01.2026",
    "Blog Beitrag von Mara Linde", "Redaktion: Mara Linde (Sprecherin)", "Text: Mara Linde",
  ])
  func aLineNamesTheAuthor(_ line: String) {
    #expect(Self.names(below: "<p>\(line)</p>").map { $0.lowercased() } == ["mara linde"])
  }

  @Test func aHeadingOnCriticsNamesNoAuthor() {
    #expect(Self.names(below: "<h2>Kritik von Anna Kerf</h2>").isEmpty)
    #expect(Self.names(below: "<h5>Von Anna Kerf</h5>") == ["Anna Kerf"])
  }

  @Test func aNameMayHoldDigitsButADateIsNone() {
    let head = "<meta name='author' content='BR24 Redaktion, 21. April 2026'>"
    #expect(Self.names(head: head) == ["BR24 Redaktion"])
  }

  @Test(arguments: ["admin", "Name *", "publisher"])
  func whatAFormLeavesBehindIsNobody(_ name: String) {
    #expect(Self.names(head: "<meta name='author' content='\(name)'>").isEmpty)
  }

  @Test(arguments: ["LTO", "Redaktion", "Legal Tribune Online", "Tribune Verlags GmbH"])
  func aPersonGoesBeforeDeskAndOutlet(_ name: String) {
    let head = """
      <meta name="author" content="\(name)"><meta property="og:site_name" content="Legal Tribune Online">
      """
    #expect(Self.names(head: head) == [name])
    #expect(Self.names(head: head, below: "<p>von Dr. Max Weer</p>") == ["Dr. Max Weer"])
  }

  @Test func anOutletMayBearItsWritersName() {
    let head =
      "<meta name='author' content='Max Weer'><meta property='og:site_name' content='Max Weer'>"
    #expect(Self.names(head: head, below: "<p>Von Anna Kerf</p>") == ["Max Weer"])
  }

  @Test func whereAnOutletSitsIsNobody() {
    let head = """
      <meta name="author" content="Grünauer Bote GmbH, Grünau, Germany">
      <meta property="og:site_name" content="Grünauer Bote">
      """
    #expect(Self.names(head: head, below: "<p>Von Anna Kerf</p>") == ["Anna Kerf"])
  }

  @Test func whoTookThePicturesIsNoAuthor() {
    #expect(Self.names(below: "<p>Text: Mara Linde | Fotos: Jon Weer</p>") == ["Mara Linde"])
  }

  @Test func aLinkToAnAuthorsPageNamesThem() {
    let line =
      "<a href='/autoren/mara-linde'>Mara Linde</a><span>12.05.2026</span><span>3 Min.</span>"
    #expect(Self.names(below: "<div>Von \(line)</div>") == ["Mara Linde"])
    #expect(Self.names(below: "<div><a href='/orte/mara-linde'>Mara Linde</a>3 Min.</div>").isEmpty)
  }

  @Test(arguments: ["Mara Linde, Redakteurin Lokales", "Zum Profil von Mara Linde, Reporterin"])
  func whatSomebodyIsIsNoNameOfTheirs(_ line: String) {
    #expect(Self.names(head: "<meta name='author' content='\(line)'>") == ["Mara Linde"])
  }

  @Test func anAgencyBesideTheOutletIsKept() {
    let head = """
      <meta name="author" content="Grünauer Bote, NDA">
      <meta property="og:site_name" content="Grünauer Bote">
      """
    #expect(Self.names(head: head) == ["NDA"])
  }
}
