import Testing

@testable import Markup

@Suite struct XMLReaderTests {
  private func tree(_ text: String) -> XMLTree { XMLReader.tree(of: Array(text.utf8)) }

  private func text(_ tree: XMLTree, _ path: String...) -> String? {
    var node: XMLTree.NodeID = 0
    for step in path {
      guard let next = tree.elements(of: node).first(where: { tree.name(of: $0)?.local == step })
      else { return nil }
      node = next
    }
    return tree.text(of: node)
  }

  @Test func aSoundDocumentHasNoProblems() {
    let tree = tree(
      """
      <?xml version="1.0"?>
      <!-- list --><a x="1" y='&lt;2&gt;'><b>eins &amp; zwei</b><c/><d><![CDATA[<&>]]></d></a>
      """)
    #expect(!tree.isDamaged)
    #expect(text(tree, "a", "b") == "eins & zwei")
    #expect(text(tree, "a", "d") == "<&>")
    #expect(tree.root.flatMap { tree.attribute("y", of: $0) } == "<2>")
  }

  @Test func namesCarryTheirNamespace() {
    let tree = tree(
      "<a xmlns='urn:one' xmlns:p='urn:two'><p:b p:c='1' c='2'/><b xmlns='urn:three'/><b/></a>")
    let found = tree.elements(of: tree.root ?? 0).compactMap { tree.name(of: $0)?.namespace }
    #expect(found == ["urn:two", "urn:three", "urn:one"])
    #expect(!tree.isDamaged)
    #expect(tree.namespaces.map(\.address) == ["urn:one", "urn:two", "urn:three"])
  }

  @Test func anUndeclaredPrefixIsNamedAndRead() {
    let tree = tree("<a><dc:date>2026</dc:date></a>")
    #expect(tree.isDamaged)
    #expect(tree.root.flatMap(tree.child).flatMap(tree.name)?.prefix == "dc")
  }

  @Test(arguments: [
    ("<a><b>x</a>", "x"), ("<a><b>x", "x"), ("<a><b>x</b", "x"), ("<a><b>x</c></b></a>", "x"),
    ("<a><b q=1>x</b></a>", "x"), ("<a><b q>x</b></a>", "x"), ("<a><b q=\"1>x</b></a>", "x"),
    ("<a><b q='<'>x</b></a>", "x"), ("<a><b>1 < 2</b></a>", "1 < 2"),
    ("<a><b>Q&A</b></a>", "Q&A"), ("<a><b>x&nbsp;y</b></a>", "x\u{A0}y"),
    ("<a><b><![CDATA[x</b></a>", "x"), ("<a><!-- <b>x</b></a>", "x"),
    ("<a><b>&#8222;x&#x201c;</b></a>", "„x“"), ("<a><b>&#146;</b></a>", "’"),
    ("<a><b>&unknown;</b></a>", "&unknown;"), ("junk<a><b>x</b></a>", "x"),
    ("<a><b>x</b></a><a/>", "x"), ("<a><b><br>x</b></a>", "x"), ("<a><b>x\u{1}</b></a>", "x\u{1}"),
  ])
  func damageIsNamedAndReadOver(source: String, expected: String) {
    let tree = tree(source)
    #expect(text(tree, "a", "b") == expected)
    if !source.contains("&#") { #expect(tree.isDamaged) }
  }

  @Test func anEntityOfTheDocumentIsReplaced() {
    let tree = tree(
      "<!DOCTYPE a [<!ENTITY ort 'Lonnetal'><!ENTITY satz 'in &ort;'>]><a><b>&satz;!</b></a>")
    #expect(text(tree, "a", "b") == "in Lonnetal!")
  }

  @Test func aMillionLaughsStayBounded() {
    var source = "<!DOCTYPE a [<!ENTITY l0 'haha'>"
    for level in 1...12 {
      source += "<!ENTITY l\(level) '" + String(repeating: "&l\(level - 1);", count: 10) + "'>"
    }
    let tree = tree(source + "]><a><b>&l12;</b></a>")
    #expect(tree.bytes.count < 2_500_000)
    #expect(tree.isDamaged)
  }

  @Test func externalEntitiesAreNotEvenLookedAt() {
    let tree = tree(
      "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY % p SYSTEM 'http://a.example/'> %p;]><a><b>&x;</b></a>"
    )
    #expect(text(tree, "a", "b") == "&x;")
  }

  @Test func deepNestingEndsAtALimit() {
    let depth = 100_000
    let source =
      String(repeating: "<x>", count: depth) + "tief" + String(repeating: "</x>", count: depth)
    let tree = tree("<a>" + source + "<b>x</b></a>")
    #expect(text(tree, "a", "b") == "x")
    #expect(tree.text(of: 0).contains("tief"))
  }

  @Test func floodsOfNamesAndAttributesStayBounded() {
    var source = "<a"
    for index in 0..<20_000 { source += " k\(index)='1' xmlns:p\(index)='urn:\(index)'" }
    source += ">"
    for index in 0..<20_000 { source += "<n\(index)/>" }
    let tree = tree(source + "</a>")
    #expect(tree.names.count <= XMLNames.limit)
    #expect(tree.attributes(of: tree.root ?? 0).count <= XMLScanner.attributeLimit)
  }

  @Test func timeGrowsWithTheSizeOnly() {
    let clock = ContinuousClock()
    for piece in ["<![CDATA[", "<!--", "<a b='", "&amp", "</x>", "<?", "<x y=\"", "<a>]]>"] {
      func time(_ count: Int) -> Duration {
        let bytes = Array("<r>".utf8) + Array(repeating: Array(piece.utf8), count: count).joined()
        return (0..<3).map { _ in clock.measure { _ = XMLReader.tree(of: bytes) } }.min() ?? .zero
      }
      #expect(time(40_000) < time(4_000) * 40 + .milliseconds(100), "\(piece)")
    }
  }

  @Test func markupAfterMutationIsRead() {
    let sound = Array(
      "<?xml version='1.0' encoding='utf-8'?><!DOCTYPE r [<!ENTITY e 'x'>]><r xmlns:p='u'><p:a q=\"&e;\">ä<![CDATA[b]]></p:a><!-- c --></r>"
        .utf8)
    var seed: UInt64 = 7
    func next(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    for _ in 0..<3_000 {
      var bytes = sound
      for _ in 0...next(5) {
        let at = next(bytes.count)
        switch next(3) {
        case 0: bytes[at] = UInt8(next(256))
        case 1: bytes.removeSubrange(at..<min(bytes.count, at + 1 + next(8)))
        default: bytes.insert(bytes[next(bytes.count)], at: at)
        }
        if bytes.isEmpty { bytes = [60] }
      }
      let tree = XMLReader.tree(of: bytes)
      #expect(tree.text(of: 0).utf8.count <= 4 * bytes.count)
    }
  }
}
