import Press
import Testing

@testable import Newsroom

@Suite struct PageTrimmingTests {
  private static let page = Array(
    """
    <!doctype html><html lang="de"><head><title>T</title></head><body><nav>Start</nav>\
    <div class=a><p>Eins &amp; zwei.</p><div class=b>Werbung</div><p>Drei.</p></div><div class=a>\
    <p>Vier.</p></div></body></html>
    """.utf8)

  private func trimmed(_ content: String, _ removal: String) -> String {
    let trimming = PageTrimming(Source.Selectors(content: content, removal: removal))
    return String(decoding: trimming.trimmed(Self.page), as: UTF8.self)
  }

  @Test func onlyTheContentIsLeft() {
    let page = trimmed(".a", "")
    #expect(page.contains("<title>T</title>"))
    #expect(page.contains("lang=\"de\""))
    #expect(page.contains("<p>Eins &amp; zwei.</p>"))
    #expect(page.contains("Vier."))
    #expect(!page.contains("Start"))
  }

  @Test func whatIsNotPartOfItIsTakenOut() {
    for page in [trimmed(".a", ".b"), trimmed("", ".b, nav")] {
      #expect(!page.contains("Werbung"))
      #expect(!page.contains("Start"))
      #expect(page.contains("Drei."))
      #expect(page.contains("Vier."))
    }
  }

  @Test func aSelectorThatFindsNothingChangesNothing() {
    #expect(trimmed(".c", "").contains("Start"))
    let same = PageTrimming(Source.Selectors())
    #expect(same.trimmed(Self.page) == Self.page)
  }
}
