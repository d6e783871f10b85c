import Testing

@testable import Hypertext

@Suite struct XMLTests {
  @Test func textAndAttributesAreEscaped() {
    let item: XML = #"<outline text="\#(attribute: "a \"b\"\nc")">\#("<b> & ]]>")</outline>"#
    #expect(
      item.string
        == #"<outline text="a &quot;b&quot;&#10;c">&lt;b&gt; &amp; ]]&gt;</outline>"#)
  }

  @Test func documentsBeginWithTheirDeclaration() {
    let feed: XML = "\(XML.declaration)<feed>\([1, 2], { "<n>\($0)</n>" })<br/></feed>"
    #expect(
      feed.string
        == "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed><n>1</n><n>2</n><br/></feed>")
  }

  @Test func charactersXMLForbidsAreLeftOut() {
    let item: XML = "<t>\("a\u{B}b\u{FFFF}c\u{1F}")</t>"
    #expect(item.string == "<t>abc</t>")
  }

  @Test func markupBecomesText() {
    let page: HTML = "<p>\("a & b")</p>"
    let item: XML = "<content type=\"html\">\(escaped: page)</content>"
    #expect(
      item.string == "<content type=\"html\">&lt;p&gt;a &amp;amp; b&lt;/p&gt;</content>")
  }
}
