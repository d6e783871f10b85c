import Testing

@testable import Hypertext

@Suite struct HTMLTests {
  let attack = #"<script>alert("x")</script>'&"#

  @Test func textIsEscaped() {
    let page: HTML = "<p>\(attack)</p>"
    #expect(page.string == "<p>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39;&amp;</p>")
  }

  @Test func attributesCannotBeLeft() {
    let page: HTML = #"<p title="\#("\" onload=\"x")"></p>"#
    #expect(page.string == #"<p title="&quot; onload=&quot;x"></p>"#)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "\u{1}javascript:x",
    " javascript:x", "data:text/html,x", "vbscript:x", "java\tscript:x", "http\n:x", "blob:x",
  ])
  func linksRunNoCode(target: String) {
    let page: HTML = #"<a href="\#(url: target)"></a>"#
    #expect(page.string == ##"<a href="#"></a>"##)
  }

  @Test(arguments: [
    "https://a.org/?q=1:2", "/story/x", "?page=2", "#top", "mailto:a@b.org", "//cdn.org/x", "a/b:c",
    "HTTP://a.org",
  ])
  func linksToPlacesStay(target: String) {
    let page: HTML = #"<a href="\#(url: target)"></a>"#
    #expect(page.string == #"<a href="\#(target)"></a>"#)
  }

  @Test func charactersNoAddressMayHoldAreEncoded() {
    let page: HTML = #"<a href="\#(url: "https://a.org/a b?<q>\\^")"></a>"#
    #expect(page.string == #"<a href="https://a.org/a%20b?%3Cq%3E%5C%5E"></a>"#)
  }

  @Test func piecesNestAndRepeat() {
    let list: HTML = "<ul>\(["a", "b<"], { "<li>\($0)</li>" })</ul>"
    #expect(list.string == "<ul><li>a</li><li>b&lt;</li></ul>")
  }

  @Test func drawingsCloseThemselves() {
    let chart: HTML = #"<svg width="100%"><circle cx="\#(3)%" r="4"/><line x1="0"/></svg>"#
    #expect(chart.string == #"<svg width="100%"><circle cx="3%" r="4"/><line x1="0"/></svg>"#)
  }

  @Test func forbiddenCharactersAreLeftOut() {
    let nonCharacter = String(decoding: [0xEF, 0xB7, 0x90], as: UTF8.self)
    let text = "a\u{0}b\u{7}c\u{85}d\u{7F}e\u{FFFE}f\u{1FFFF}g\(nonCharacter)h\r\ni\rj\tk"
    let page: HTML = "<p>\(text)</p>"
    #expect(page.string == "<p>abcdefgh\ni\nj\tk</p>")
  }

  @Test func lettersOfAllPlanesStay() {
    let text = "Ärger § 5\u{A0}€ „ﬀ“ 😀 𝄞 ﷺ שלום"
    let page: HTML = "<p>\(text)</p>"
    #expect(page.string == "<p>\(text)</p>" as String)
  }

  @Test func attributesStandOnlyWithAValue() {
    let none: String? = nil
    let set = [("/a\"b.webp", 400), ("javascript:x", 600), ("/c,d.webp", 700), ("/e.webp", 800)]
      .map { (address: $0.0, width: $0.1) }
    let picture: HTML = "<img\(srcset: set)\(srcset: []) alt=\"\">"
    #expect(
      String(decoding: picture.bytes, as: UTF8.self)
        == "<img srcset=\"/a%22b.webp 400w, /e.webp 800w\" alt=\"\">")
    let page: HTML = "<p\(attribute: "lang", "f\"r")><b\(attribute: "dir", none)>x</b></p>"
    #expect(page.string == "<p lang=\"f&quot;r\"><b>x</b></p>")
  }

  #if DEBUG
  @Test func attributesThatRunTakeNoText() async {
    await #expect(processExitsWith: .failure) {
      _ = "<p\(attribute: "onclick", "a")></p>" as HTML
    }
  }
  @Test func scriptsTakeNoText() async {
    await #expect(processExitsWith: .failure) { _ = "<script>var x = \("a")</script>" as HTML }
  }
  @Test func unquotedAttributesTakeNoText() async {
    await #expect(processExitsWith: .failure) { _ = "<p title=\("a")>" as HTML }
  }
  @Test func handlersTakeNoText() async {
    await #expect(processExitsWith: .failure) { _ = #"<p onclick="\#("a")">"# as HTML }
  }
  @Test func linksTakeNoPlainText() async {
    await #expect(processExitsWith: .failure) { _ = #"<a href="\#("a")">"# as HTML }
  }
  @Test func scriptSourceThenScriptStaysScript() async {
    await #expect(processExitsWith: .failure) {
      _ = #"<script src="\#(url: "/a.js")">\#("x")</script>"# as HTML
    }
  }
  @Test func piecesEndInText() async {
    await #expect(processExitsWith: .failure) { _ = "<p class=" as HTML }
  }
  @Test func commentsTakeNoText() async {
    await #expect(processExitsWith: .failure) { _ = "<!-- \("a") -->" as HTML }
  }
  @Test func piecesCloseWhatTheyOpen() async {
    await #expect(processExitsWith: .failure) { _ = "<ul><li>\("a")</ul>" as HTML }
    await #expect(processExitsWith: .failure) { _ = "<p>\("a")" as HTML }
  }
  @Test func styleSheetsStandInStyleOnly() async {
    await #expect(processExitsWith: .failure) { _ = "<p>\(CSS(["a{}"]))</p>" as HTML }
  }
  #endif
}
