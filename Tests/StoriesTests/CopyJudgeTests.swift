import Press
import Testing

@testable import Stories

@Suite struct CopyJudgeTests {
  private func score(_ left: String, _ right: String) -> Float {
    Float(PairScore.copy(left, right))
  }

  private var sentences: [Substring] { Wire.fire.split(separator: ". ") }

  @Test func theSameTextIsACopy() { #expect(score(Wire.fire, Wire.fire) > 0.95) }

  @Test func anAbridgedTextIsACopy() {
    let short = sentences.prefix(4).joined(separator: ". ")
    #expect(score(Wire.fire, short) >= CopyJudge.bar)
    #expect(score(short, Wire.fire) >= CopyJudge.bar)
  }

  @Test func otherSpellingOfUmlautsIsACopy() {
    let plain = Wire.fire.replacing("ü", with: "ue").replacing("ö", with: "oe")
      .replacing("ä", with: "ae").replacing("ß", with: "ss")
    #expect(score(Wire.fire, plain) > 0.9)
  }

  @Test func aRewordedTextIsACopy() {
    let reworded = """
      Abends ist in der Lagerhalle Elf im Hafen von Ostmünde ein Großbrand ausgebrochen. 340 Paletten Düngemittel standen laut Feuerwehr in Flammen. Zwei Kaianlagen ließ Hafenmeisterin Tilda Rehwinkel räumen. Drei Kräne wurden zerstört, Verletzte gab es nicht. Bis nach Lüttenfehn zog die Rauchwolke über das Viertel Kranich. Fenster und Türen sollten geschlossen bleiben. Die Wasserschutzpolizei vermutet eine defekte Förderanlage.
      """
    #expect(score(Wire.fire, reworded) >= CopyJudge.bar)
  }

  @Test func anotherReportOfTheEventIsNoCopy() {
    #expect(score(Wire.fire, Wire.race) < 0.3)
  }

  @Test func aFollowUpThatReusesAThirdIsNoCopy() {
    let followUp =
      """
      Die Staatsanwaltschaft Fahlenbek hat Anklage gegen zwei Techniker erhoben. Sie sollen Wartungsprotokolle gefälscht haben, teilte Sprecherin Runa Ebeling mit. Der Prozess beginnt im Frühjahr vor dem Landgericht. Die Verteidiger weisen alle Vorwürfe zurück und sprechen von einem Bauernopfer. Gutachter sollen klären, warum ein Sensor vier Wochen lang schwieg. Der Betreiber hat die Anlage inzwischen ersetzt. Mehrere Versicherer verlangen Auskunft über frühere Prüfungen. Im Gemeinderat fordert die Opposition einen Ausschuss.
      """ + " " + sentences.suffix(3).joined(separator: ". ")
    #expect(score(Wire.fire, followUp) < CopyJudge.bar)
  }

  @Test func linesOfThePageAreNotRead() {
    let page = "Lesezeit: 3 Minuten\n" + Wire.fire + "\nKommentare (0)\nMeistgelesen"
    #expect(CopyReading(page.utf8).words == CopyReading(Wire.fire.utf8).words)
  }

  @Test func theDeskNamesTheOriginalOfACopyAndOfItsCopy() {
    var desk = StoryDesk()
    _ = desk.place(Wire.report("a", "Großbrand im Hafen von Ostmünde", Wire.fire))
    let copy = desk.place(
      Wire.report("b", "Feuer in Lagerhalle", Wire.fire, outlet: "b.example", hours: 1))
    let short = sentences.prefix(5).joined(separator: ". ")
    let again = desk.place(
      Wire.report("c", "Feuer in Lagerhalle", short, outlet: "c.example", hours: 2))
    #expect(copy.copyOf == "a")
    #expect(again.copyOf == "a")
    #expect(again.story.independentCount == 1)
  }

  @Test func whatWasPublishedFirstIsTheOriginalThoughItComesLater() {
    var desk = StoryDesk()
    _ = desk.place(Wire.report("late", "Großbrand im Hafen von Ostmünde", Wire.fire, hours: 4))
    let early = desk.place(
      Wire.report("early", "Großbrand im Hafen von Ostmünde", Wire.fire, outlet: "b.example"))
    #expect(early.copyOf == nil)
    #expect(early.story.members.first { $0.article == "late" }?.copyOf == "early")
  }

  @Test func aSketchStaysSmall() {
    let long = String(repeating: Wire.fire + "\n", count: 40)
    #expect(CopySketch(CopyReading(long.utf8)).size <= 440)
  }
}
