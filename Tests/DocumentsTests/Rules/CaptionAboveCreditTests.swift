import Press
import Testing

@testable import Documents

struct CaptionAboveCreditTests {
  @Test func aBoxOfPictureCaptionAndCreditIsNoText() {
    let caption = "<div>Die Bürgermeisterin bei der Sitzung im Rathaus.</div><div>© Jon Weer</div>"
    let box = "<div><img src='/b.jpg' width='800' height='400'>\(caption)</div>"
    #expect(Fixture.isWhole(Fixture.article(between: box)))
    let body =
      "<img src='/b.jpg' width='800' height='400'><p>Der Rat stimmte zu.</p><p>© Jon Weer</p>"
    #expect(Fixture.article(between: body).body.string.contains("Der Rat stimmte zu."))
  }

  private static func body(_ lines: String...) -> String {
    let page =
      "Grünau baut den Hafen aus\n\(Fixture.first)\n\(lines.joined(separator: "\n"))\n\(Fixture.third)"
    return ArticleReader.article(text: Array(page.utf8)).article.body.string
  }

  private static let caption = "Der alte Hafen von Grünau wird seit Jahren kaum noch genutzt."

  @Test(arguments: ["© imago/Mara Linde", "Foto: Mara Linde (Getty)"])
  func theLineAboveACreditIsItsCaption(_ credit: String) {
    #expect(Self.body(Self.caption, credit) == "\(Fixture.first)\n\n\(Fixture.third)")
  }

  @Test func whereCreditsStandBelowParagraphsNothingIsACaption() {
    let body = Self.body(Fixture.long, "Foto: Mara Linde", Self.caption, "Foto: Mara Linde")
    #expect(body.contains(Self.caption))
  }
}
