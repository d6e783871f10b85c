import Markup
import Testing

@testable import Newsroom

@Suite struct SelectorTests {
  private static let page = Tree(
    html: Array(
      """
      <main id=inhalt><article class="text lang" data-art=meldung><p>a</p><div><p class=x>b</p></div>\
      </article><aside class=werbung><p>c</p></aside></main><p>d</p>
      """.utf8))

  private func texts(_ selector: String) throws -> [String] {
    let selector = try #require(Selector(selector))
    return selector.outermost(in: Self.page).map { Self.page.text(below: $0) }
  }

  @Test(arguments: [
    ("p", ["a", "b", "c", "d"]), ("article > p", ["a"]), ("article p", ["a", "b"]),
    ("#inhalt .x", ["b"]), (".text.lang", ["ab"]), (".x, .werbung", ["b", "c"]),
    ("[data-art]", ["ab"]), ("[data-art=meldung] div", ["b"]), ("[class~='lang']", ["ab"]),
    ("[class^=\"wer\"]", ["c"]), ("[class$=ung] p", ["c"]), ("[class*=erb]", ["c"]),
    ("main > * > p", ["a", "c"]), ("article.x", []),
  ])
  func elementsAreFound(selector: String, found: [String]) throws {
    #expect(try texts(selector) == found)
  }

  @Test(arguments: ["", ",", "p >", "> p", "p,,a", "[a", "a[b=", "..", "a:hover", "p { }", "#"])
  func whatCannotBeReadIsRefused(_ text: String) {
    #expect(Selector(text) == nil)
  }
}
