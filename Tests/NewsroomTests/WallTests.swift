import Documents
import Press
import Testing

@testable import Newsroom

@Suite struct WallTests {
  private func wall(_ body: String, asked: String? = nil, got: String? = nil) -> Access? {
    let html = Array("<!doctype html><html lang=de><title>T</title><body>\(body)".utf8)
    let article = ArticleReader.article(
      page: html, url: got ?? "https://bote.example/1", contentType: nil, hints: nil)
    return Wall.access(article, html: html, asked: asked, got: got)
  }

  private static let text = (1...30).map {
    "<p>Am Pegel Alte Mühle stand das Wasser nach \($0) Stunden bei \(600 + $0) Zentimetern.</p>"
  }.joined()

  @Test(arguments: [
    "<h1>Weiter mit Werbung</h1><p>Um diese Website zu nutzen, stimmen Sie bitte zu.</p>",
    "<h1>We value your privacy</h1><p>We and our partners store information.</p>",
  ])
  func aPageThatAsksForConsentIsOne(_ body: String) {
    #expect(wall(body) == .consentWall)
  }

  @Test(arguments: [
    "<h1>Access Denied</h1><p>You don't have permission.</p>",
    "<h1>Just a moment...</h1><p>Checking your browser</p>",
    "<h1>Zugriff verweigert</h1><p>Fehler 1020</p>",
  ])
  func aPageThatBlocksIsOne(_ body: String) {
    #expect(wall(body) == .blocked)
  }

  @Test func anArticleThatBreaksOffBehindAPaywallIsOne() {
    let body =
      "<article><h1>Pegel</h1><p>Am Pegel Alte Mühle stand das Wasser um fünf Uhr bei 6,12 Metern."
      + "</p></article><div><p>Dieser Artikel ist nur für Abonnenten.</p></div>"
    #expect(wall(body) == .paywall)
  }

  @Test func anArticleIsNoWallWhateverStandsBesideIt() {
    let banner = "<div>Wir benötigen Ihre Zustimmung. Alle Cookies akzeptieren</div>"
    let offer = "<div>Bereits Abonnent? Probemonat</div>"
    #expect(wall("<article><h1>Pegel</h1>\(Self.text)</article>\(banner)\(offer)") == nil)
  }

  @Test func aWayToAConsentPageIsOne() {
    #expect(
      wall(
        "<h1>Bitte</h1><p>Einen Augenblick.</p>", asked: "https://bote.example/1",
        got: "https://consent.bote.example/?r=1") == .consentWall)
  }

  @Test func statusesStandForWalls() {
    #expect(Wall.access(status: 402) == .paywall)
    #expect(Wall.access(status: 403) == .blocked)
    #expect(Wall.access(status: 404) == nil)
  }
}
