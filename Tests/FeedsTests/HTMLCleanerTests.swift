import Testing

@testable import Feeds

@Suite struct HTMLCleanerTests {
  private func clean(_ html: String) -> String {
    String(
      decoding: HTMLCleaner.clean(Array(html.utf8), base: "https://bote.example/a/"), as: UTF8.self)
  }

  @Test(arguments: [
    ("<p>a<br>b</p>", "<p>a<br />b</p>"),
    ("<a href='/x' onclick='y'>z</a>", "<a href=\"https://bote.example/x\">z</a>"),
    ("<a href='java&#10;script:y'>z</a>", "<a>z</a>"),
    ("<a href=' JaVaScRiPt:y'>z</a>", "<a>z</a>"),
    ("<img src=x onerror=y>", "<img src=\"https://bote.example/a/x\" />"),
    ("<script>x</script>y", "y"), ("<ScRiPt>x</sCrIpT>y", "y"),
    ("<svg><script>x</script></svg>y", "y"),
    ("<iframe src=x>y</iframe>z", "z"), ("<p style='x'>y</p>", "<p>y</p>"),
    ("<blink>x</blink>", "x"), ("<img alt=\"a<br>b\">", "<img alt=\"a&lt;br&gt;b\" />"),
    ("1 < 2 & 3", "1 &lt; 2 &amp; 3"),
    ("<img/src=x/onerror=y>", "<img src=\"https://bote.example/a/x/onerror=y\" />"),
    ("<a href=\"data:text/html,x\">y</a>", "<a>y</a>"), ("<!-- x --><b>y</b>", "<b>y</b>"),
  ])
  func onlyHarmlessMarkupIsLeft(html: String, expected: String) { #expect(clean(html) == expected) }

  @Test func cleaningTwiceChangesNothing() {
    for html in [
      "<<script>x</script>", "<scr<script>ipt>x", "<a <b>x", "<p title='\"><script>'>x",
      "<title><p></title><p>",
    ] {
      let once = clean(html)
      #expect(clean(once) == once)
      #expect(!once.contains("<script"))
    }
  }
}
