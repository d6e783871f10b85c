import Press
import Testing

@testable import Documents

struct UnattestedTests {
  @Test func whatMetadataLeaveOutAfterTheTextGoes() {
    let paragraphs = [Fixture.first, Fixture.second, Fixture.third, Fixture.fourth]
    let long = (paragraphs + paragraphs.map { "Außerdem gilt: " + $0 } + ["Ende."]).joined(
      separator: " ")
    let head = """
      <script type="application/ld+json">{"@type":"NewsArticle","articleBody":"\(long)"}</script>
      """
    let more = paragraphs.map { "<p>Außerdem gilt: \($0)</p>" }.joined()
    let article = Fixture.article(
      after: more
        + "<div><p>Unser Angebot für neue Leser kostet im ersten Monat nur einen Euro, danach zwölf.</p></div>",
      head: head)
    #expect(!article.body.string.contains("nur einen Euro"))
    #expect(article.body.string.hasSuffix(Fixture.fourth))
  }
}
