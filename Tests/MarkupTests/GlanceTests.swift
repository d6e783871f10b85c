import Testing

@testable import Markup

struct GlanceTests {
  @Test func aGlanceSaysWhatTheTreeSays() {
    let page = "<!doctype html><p class=a>Text<b>fett</b><svg><title>x</title></svg><!-- c -->"
    let tree = Tree(html: Array(page.utf8))
    for node in tree.descendants(tree.document) {
      let glance = tree.glance(node)
      #expect(glance.kind == tree.kind(node))
      #expect(glance.tag == tree.tag(node))
      #expect(glance.isHTML == (tree.kind(node) == .element && tree.namespace(node) == .html))
      #expect(glance.firstChild == tree.firstChild(node))
      #expect(glance.next == tree.nextSibling(node))
      #expect(tree.textBytes(glance).elementsEqual(tree.textBytes(node)))
    }
  }

  @Test func namingFindsTheAttributesByWhichElementsAreNamed() {
    let page = "<p ID=i Class=c style=s ROLE=r itemprop=p hidden><a rel=x href=y idx=z clas=q></a>"
    let tree = Tree(html: Array(page.utf8))
    let nodes = Array(tree.descendants(tree.document))
    let p = nodes.first { tree.is($0, .p) }.map(tree.naming)
    let value = { (place: AttributePlace?) in
      place.map { String(decoding: tree.value(at: $0), as: UTF8.self) }
    }
    #expect(value(p?.id) == "i")
    #expect(value(p?.classes) == "c")
    #expect(value(p?.style) == "s")
    #expect(value(p?.role) == "r")
    #expect(value(p?.property) == "p")
    #expect(p?.isHidden == true)
    let a = nodes.first { tree.is($0, .a) }.map(tree.naming)
    #expect(a?.hasLink == true)
    #expect(a?.hasRelation == true)
    #expect(a?.id == nil && a?.classes == nil && a?.isHidden == false)
    // At the very end of the source.
    let end = Tree(html: Array("<i id>".utf8))
    let i = end.descendants(end.document).first { end.is($0, .i) }
    #expect(i.map { end.naming($0).id != nil } == true)
  }
}
