import Testing

@testable import Feeds

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("<p>eins</p><p>zwei</p>", "eins zwei"), ("ei<b>n</b>s", "eins"), ("a<br>b", "a b"),
    ("a &amp; b &uuml;", "a & b ü"), ("1 < 2 > 0", "1 < 2 > 0"), ("x<!-- y -->z", "xz"),
    ("<script>alert('</p>')</script>x", "x"), ("<STYLE>a{}</STYLE>x", "x"), ("<img alt='>'>x", "x"),
    ("a\u{A0}b\u{2028}c", "a b c"), ("<p", ""), ("<", "<"), ("</", "</"), ("a<!--", "a"),
    ("\u{FEFF}a\u{AD}b", "ab"), ("&lt;b&gt;", "<b>"),
  ])
  func markupBecomesText(html: String, expected: String) {
    #expect(PlainText.ofHTML(Array(html.utf8)) == expected)
  }

  @Test func cutCharactersDoNoHarm() {
    for bytes: [UInt8] in [[0xE2], [0xE2, 0x80], [0xF0, 0x9F], [0xC2], [0x61, 0xEF, 0xBB]] {
      _ = PlainText.ofText(bytes)
      _ = PlainText.ofHTML(bytes)
    }
  }
}
