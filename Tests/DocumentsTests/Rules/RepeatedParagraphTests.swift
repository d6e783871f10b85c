import Foundation
import Press
import Testing

@testable import Documents

struct RepeatedParagraphTests {
  @Test func aParagraphIsSaidOnce() {
    let article = Fixture.article(
      between: "",
      after:
        "<p>Der Stadtrat von Grünau hat am Montag beschlossen, den alten Hafen bis zum Jahr 2031 auszubauen.</p>"
    )
    #expect(article.removed.contains { $0.rule == "repeated-paragraph" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }

  @Test func aPageOfLikePartsMayRepeatItself() {
    let parts = (1...4).map { day in
      """
      <p>Tag \(day) der Woche am Hafen beginnt früh und endet, wenn das letzte Boot im Wasser liegt.</p>
      <p>Was nehmen Sie jeden Morgen als Erstes mit hinaus auf das Wasser?</p>
      <p>Am Tag \(day) ein Brot mit Käse, einen Apfel und eine Kanne Tee, mehr braucht es nicht.</p>
      <p>Und was lassen Sie auf jeden Fall zu Hause, wenn das Boot ablegt?</p>
      <p>Am Tag \(day) bleibt das Telefon zu Hause, denn auf dem Fluss hört es niemand klingeln.</p>
      <p>Wann sind Sie am Abend wieder zurück im Hafen und ganz bei sich?</p>
      """
    }
    let article = Fixture.article(after: parts.joined())
    #expect(!article.removed.contains { $0.rule == "repeated-paragraph" })
    #expect(article.body.string.components(separatedBy: "Was nehmen Sie").count == 5)
  }
}
