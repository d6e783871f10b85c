import Hypertext
import Press
import Testing

@testable import Editions

@Suite struct DayEditionTests {
  private let book = DayEdition(
    edition: DaySample.edition, day: CivilDay(daysSince1970: 20_778),
    chapters: [
      .init(
        teaser: FloodSample.teaser, dossier: FloodSample.dossier, articles: FloodSample.articles)
    ])

  @Test func theFirstFileNamesTheKindOfBook() {
    #expect(book.files.first?.name == "mimetype")
    #expect(
      book.files.first.map { String(decoding: $0.bytes, as: UTF8.self) } == "application/epub+zip")
    #expect(book.files.map(\.name).contains("book/s1.xhtml"))
  }

  @Test func theSheetForPrintingIsOneWellFormedPageThatAsksForNothing() {
    let text = String(decoding: book.sheet, as: UTF8.self).replacing("\u{A0}", with: " ")
    #expect(
      PageProbe(
        text.replacing("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n", with: "")
          .replacing("/>", with: " />")
      ).faults.isEmpty)
    #expect(text.contains("section{break-before:page}"))
    #expect(!text.contains("src=") && !text.contains("<link") && !text.contains("<script"))
    for article in FloodSample.articles.prefix(3) { #expect(text.contains(article.headline)) }
  }

  @Test func chaptersAreWellFormedAndHoldTheWholeStory() {
    for file in book.files where file.name.hasSuffix("html") || file.name.hasSuffix("opf") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(
        PageProbe(
          text.replacing("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n", with: "")
            .replacing("/>", with: " />")
        ).faults.isEmpty, "\(file.name)")
    }
    let chapter = book.files.first { $0.name == "book/s1.xhtml" }
    let text = String(decoding: chapter?.bytes ?? [], as: UTF8.self)
      .replacing("\u{A0}", with: " ")
    #expect(text.contains(FloodSample.teaser.headline))
    for article in FloodSample.articles.prefix(3) { #expect(text.contains(article.headline)) }
  }
}
