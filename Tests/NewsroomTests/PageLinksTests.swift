import Testing

@testable import Newsroom

@Suite struct PageLinksTests {
  @Test func headlinesOfTheOwnHostAreFollowed() {
    let html = """
      <!doctype html><nav><a href="/alle-meldungen-von-heute-1">Alle Meldungen von heute im Bote</a>
      </nav><main><a href="/lokales/pegel-der-lonne-steigt-12"><img src=x></a>
      <a href="/lokales/pegel-der-lonne-steigt-12">Pegel der Lonne steigt weiter an</a>
      <a href="https://andere.example/lokales/pegel-der-lonne-9">Pegel der Lonne steigt weiter an</a>
      <a href="/abo">Jetzt das Abo der Zeitung bestellen</a><a href="/lokales/kurz-12">Kurz</a>
      <a href="javascript:x()">Kommentare zu diesem Artikel zeigen</a></main>
      """
    let entries = PageLinks.entries(in: Array(html.utf8), url: "https://bote.example/")
    #expect(entries.map(\.url) == ["https://bote.example/lokales/pegel-der-lonne-steigt-12"])
    #expect(entries.first?.title == "Pegel der Lonne steigt weiter an")
  }
}
