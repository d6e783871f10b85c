import Press
import Testing

@testable import Documents

struct OutletNoteTests {
  private static func isWhole(_ note: String) -> Bool {
    let head = "<meta property='og:site_name' content='Lonne Werft'>"
    return Fixture.isWhole(Fixture.article(after: "<p>\(note)</p>", head: head))
  }

  @Test func whatAFirmSaysOfItselfIsNoNews() {
    let note = """
      Lonne Werft AG ist ein führender Anbieter von Fähren für Flüsse, hat ihren Hauptsitz in Sandau und
      beschäftigt in drei Ländern 400 Menschen.
      """
    #expect(Self.isWhole(note))
  }

  @Test func newsOfTheFirmStay() {
    #expect(
      !Self.isWhole(
        "Lonne Werft ist nach Angaben der Stadt bereit, im Frühjahr mit zwei Baggern anzufangen."))
  }
}
