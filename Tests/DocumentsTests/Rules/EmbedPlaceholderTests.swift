import Press
import Testing

@testable import Documents

struct EmbedPlaceholderTests {
  @Test func thePlaceOfAnExternalPartGoes() {
    let article = Fixture.article(
      between: "<p>An dieser Stelle finden Sie einen externen Inhalt von Seepost.</p>",
      after: "")
    #expect(article.removed.contains { $0.rule == "embed-placeholder" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }

  @Test func aTableNamedForAPlayerIsATable() {
    let table = """
      <table><tr><th>Platz</th><th>Name</th></tr><tr class="player"><td>1</td><td>Anna Beispiel</td></tr>
      <tr class="player"><td>2</td><td>Otto Muster</td></tr></table>
      """
    let article = Fixture.article(between: table)
    #expect(
      article.blocks.contains(
        .table([["Platz", "Name"], ["1", "Anna Beispiel"], ["2", "Otto Muster"]])))
  }
}
