import Markup
import Testing

/// Questions to a tree, and writing it.
struct TreeTests {
  private let tree = Tree(
    html: Array(
      """
      <!doctype html><title>t</title><div id=a class="x lead  y"><p>1<b>2</b>3</p><!--c--><p lang=de>4</p></div>\
      <svg><title>s</title></svg><script>5</script><template><p>6</p></template><my-note>7</my-note><my-note>8
      """.utf8))

  @Test func linksLeadBothWays() throws {
    let div = try #require(tree.first(.div))
    let children = Array(tree.children(div))
    #expect(children.map { tree.kind($0) } == [.element, .comment, .element])
    #expect(tree.firstChild(div) == children[0])
    #expect(tree.lastChild(div) == children[2])
    #expect(tree.nextSibling(children[0]) == children[1])
    #expect(tree.previousSibling(children[2]) == children[1])
    #expect(tree.nextSibling(children[2]) == nil)
    #expect(children.allSatisfy { tree.parent($0) == div })
    #expect(tree.parent(tree.document) == nil)
    #expect(tree.ancestors(children[0]).map { tree.name($0) } == ["div", "body", "html", ""])
  }

  @Test func descendantsComeInDocumentOrder() throws {
    let div = try #require(tree.first(.div))
    let names = tree.descendants(div).map {
      tree.kind($0) == .text ? tree.text(below: $0) : tree.name($0)
    }
    #expect(names == ["p", "1", "b", "2", "3", "", "p", "4"])
    let bold = try #require(tree.first(.b))
    let inside = try #require(tree.firstChild(bold))
    #expect(tree.descendants(inside).map { $0 }.isEmpty)
  }

  @Test func walkingCanSkipWhatIsBelow() throws {
    let div = try #require(tree.first(.div))
    let first = try #require(tree.firstChild(div))
    #expect(tree.following(first, below: div).map { tree.text(below: $0) } == "1")
    #expect(
      tree.following(first, below: div, skippingChildren: true).map { tree.kind($0) } == .comment)
  }

  @Test func elementsAreFoundByTagIdAndClass() throws {
    #expect(tree.elements(.p).map { tree.text(below: $0) } == ["123", "4", "6"])
    #expect(tree.elements(.title).map { tree.text(below: $0) } == ["t"])
    let div = try #require(tree.element(id: "a"))
    #expect(tree.tag(div) == .div)
    #expect(tree.has(class: "lead", div) && tree.has(class: "y", div))
    #expect(!tree.has(class: "lea", div) && !tree.has(class: "", div))
    #expect(tree.classes(div) == ["x", "lead", "y"])
    let bold = try #require(tree.first(.b))
    #expect(tree.closest(.div, from: bold) == div)
    #expect(tree.closest(.ul, from: div) == nil)
    #expect(tree.body.map { tree.tag($0) } == .body)
    #expect(tree.head.map { tree.tag($0) } == .head)
  }

  @Test func unknownNamesHaveTagsOfTheirOwn() throws {
    let notes = tree.descendants(tree.document).filter { tree.name($0) == "my-note" }
    #expect(notes.count == 2)
    #expect(tree.tag(notes[0]) == tree.tag(notes[1]))
    #expect(!tree.tag(notes[0]).isKnown)
    #expect(Tag.p.isKnown)
    #expect(tree.tag(tree.document) == .none)
  }

  @Test func attributesAreFoundByName() throws {
    let last = try #require(Array(tree.elements(.p)).dropFirst().first)
    #expect(tree.attribute(last, "lang") == "de")
    #expect(tree.attribute(last, named: "lang") == "de")
    #expect(tree.attribute(last, "lan") == nil)
    #expect(tree.hasAttribute(last, "lang"))
    #expect(tree.attributeBytes(last, "lang").map(Array.init) == Array("de".utf8))
    #expect(tree.attribute(tree.document, "lang") == nil)
    let drawing = Tree(fragment: Array("<svg><use xlink:href=a xlink:b=c></svg>".utf8))
    let use = try #require(
      drawing.descendants(drawing.document).first { drawing.name($0) == "use" })
    #expect(drawing.attribute(use, "xlink:href") == "a")
    #expect(drawing.attribute(use, "xlink:b") == "c")
    #expect(drawing.attribute(use, "href") == nil)
  }

  @Test func textLeavesOutCommentsAndTemplates() throws {
    let body = try #require(tree.body)
    #expect(tree.text(below: body) == "1234s578")
    let bold = try #require(tree.first(.b))
    let text = try #require(tree.firstChild(bold))
    #expect(Array(tree.textBytes(text)) == Array("2".utf8))
  }

  @Test func aNodeOfAnotherTreeDoesNoHarm() throws {
    let small = Tree(html: [])
    let foreign = try #require(tree.first(.b))
    #expect(small.kind(foreign) == .document)
    #expect(small.children(foreign).map { $0 }.count == 1)
  }

  @Test func serialisingEscapesAndCanBeReadAgain() throws {
    let html =
      "<p title=\"a&quot;&amp;&nbsp;&lt;\">x &lt; y &amp;&nbsp;z<br></p><script>a<b</script><template><b>q</b></template>"
    let fragment = Tree(fragment: Array(html.utf8))
    let written = String(decoding: fragment.serialised(fragment.document), as: UTF8.self)
    #expect(
      written
        == html.replacing(
          "title=\"a&quot;&amp;&nbsp;&lt;\"", with: "title=\"a&quot;&amp;&nbsp;&lt;\""))
    let paragraph = try #require(fragment.first(.p))
    #expect(
      String(decoding: fragment.serialised(below: paragraph), as: UTF8.self)
        == "x &lt; y &amp;&nbsp;z<br>")
    #expect(
      String(
        decoding: Tree(html: Array("<!doctype html>".utf8)).serialised(Tree(html: []).document),
        as: UTF8.self) == "<!DOCTYPE html><html><head></head><body></body></html>")
  }

  @Test func offsetsSayWhereTheTokenOfANodeBegins() {
    let source = "<!--a--><p class=b>x&amp;y<script>z</script></><b>ü</b>"
    let tree = Tree(html: Array(source.utf8), keepsOffsets: true)
    let found = tree.descendants(tree.document).map { node in
      "\(tree.kind(node) == .element ? tree.name(node) : "\(tree.kind(node))") \(tree.offset(node) ?? -1)"
    }
    #expect(
      found == [
        "comment 0", "html 8", "head 8", "body 8", "p 8", "text 19", "script 26", "text 34",
        "b 47", "text 50",
      ])
  }

  @Test func offsetsOfAFragmentAreItsOwn() {
    let tree = Tree(fragment: Array("a<td>b".utf8), context: "tr", keepsOffsets: true)
    #expect(tree.first(.td).flatMap { tree.offset($0) } == 1)
    #expect(tree.first(.td).flatMap { tree.firstChild($0) }.flatMap { tree.offset($0) } == 5)
  }

  @Test func offsetsAreNotKeptUnasked() {
    let tree = Tree(html: Array("<p>a".utf8))
    #expect(tree.first(.p).flatMap { tree.offset($0) } == nil)
  }

  @Test func metaAttributesAreFoundInOneWalk() throws {
    let tree = Tree(
      html: Array("<meta name=a PROPERTY='b' http-equiv=c itemprop=d content='e &amp; f'>".utf8))
    let meta = tree.metaAttributes(try #require(tree.first(.meta)))
    let places = [meta.name, meta.property, meta.equivalent, meta.itemProperty, meta.content]
    let values = places.map { $0.map { String(decoding: tree.value(at: $0), as: UTF8.self) } }
    #expect(values == ["a", "b", "c", "d", "e & f"])
    #expect(tree.metaAttributes(tree.document).content == nil)
  }

  @Test func attributesOfLongValuesAndLongNamesAreRead() {
    let long = String(repeating: "v", count: 100)
    let tree = Tree(html: Array("<figcaption A='\(long)' b=\"\(long)'\" c>x<My-Tag d>".utf8))
    let caption = tree.first(.figcaption)
    #expect(caption.flatMap { tree.attribute($0, "a") } == long)
    #expect(caption.flatMap { tree.attribute($0, "b") } == long + "'")
    #expect(caption.flatMap { tree.attribute($0, "c") } == "")
    #expect(tree.descendants(tree.document).contains { tree.name($0) == "my-tag" })
  }
}
