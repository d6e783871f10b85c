import Testing

@testable import Hypertext

@Suite struct JSONTextTests {
  @Test func whatWouldEndAScriptIsEscaped() {
    let text = JSONText("</script><!-- \"a\\b\" \n\t & \u{2028}\u{2029} ü 😀").string
    #expect(
      text
        == #""\u003c/script\u003e\u003c!-- \"a\\b\" \n\u0009 \u0026 \u2028\u2029 ü 😀""#)
  }

  @Test func membersWithoutAValueAreLeftOut() {
    let object = JSONText.object([
      "a": JSONText(1), "b": nil, "c": .array([JSONText("x"), .object([:])]),
    ])
    #expect(object.string == #"{"a":1,"c":["x",{}]}"#)
  }

  @Test func dataIsAnElementOfItsOwn() {
    let html: HTML = "<p>\(HTML(data: JSONText("a</p>"), type: "application/ld+json"))</p>"
    #expect(html.string == #"<p><script type="application/ld+json">"a\u003c/p\u003e"</script></p>"#)
  }
}
