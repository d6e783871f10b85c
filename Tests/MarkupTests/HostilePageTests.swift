import Markup
import Testing

/// Pages made to break or to slow a parser.
struct HostilePageTests {
  /// A small generator of our own, so that a failure can be repeated.
  private struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(max(sides, 1)))
    }
  }

  private static let pieces: [String] = [
    "<p>", "</p>", "<b>", "</b>", "<a href='x&amp;y'>", "</a>", "<table>", "</table>", "<tr>",
    "<td>",
    "<caption>", "<col>", "<tbody>", "<select>", "<option>", "<template>", "</template>", "<svg>",
    "<math>", "<mi>", "<foreignObject>", "<desc>", "</svg>", "<![CDATA[", "]]>", "<!--", "-->",
    "<?",
    "<script>", "</script>", "<style>", "<title>", "<textarea>", "<plaintext>", "<frameset>",
    "<body a=b>", "<html c>", "<head>", "</head>", "</body>", "</html>", "<form>", "</form>",
    "<li>",
    "<dd>", "<button>", "<nobr>", "<i>", "<object>", "</object>", "<font size=1>", "&notin",
    "&#x1F4;",
    "&#", "\0", "\r", "\n ", "x", "ü", "<", ">", "/", "=", "\"", "'", "<x-y z>",
    "<annotation-xml encoding=text/html>",
    "<selectedcontent>", "<ruby>", "<rt>", "<hr>", "<input>", "<image>", "</br>", "</sarcasm>",
    "<noscript>",
  ]

  private func check(_ tree: Tree, _ input: [UInt8], depth: Int = 512) {
    #expect(tree.nodeCount <= input.count * 40 + 64)
    var count = 0
    var level = 0
    var last = tree.document
    var deepest = 0
    for node in tree.descendants(tree.document) {
      count += 1
      while let parent = tree.parent(node), last != parent, tree.parent(last) != parent {
        last = tree.parent(last) ?? parent
      }
      last = node
      level = 0
      if count % 64 == 0 { for _ in tree.ancestors(node) { level += 1 } }
      deepest = max(deepest, level)
    }
    #expect(count < tree.nodeCount)
    #expect(deepest <= 2 * depth + 16)
    #expect(tree.serialised(tree.document).count >= count)
  }

  @Test func mixedPiecesAlwaysGiveATree() {
    var dice = Dice(state: 0x9E37_79B9_7F4A_7C15)
    let contexts = [
      "", "div", "td", "table", "select", "template", "svg g", "math mi", "frameset", "html",
      "textarea",
    ]
    for _ in 0..<1_500 {
      var input: [UInt8] = []
      for _ in 0...dice.roll(40) {
        input += Array(Self.pieces[dice.roll(Self.pieces.count)].utf8)
        if dice.roll(9) == 0, !input.isEmpty {
          input[dice.roll(input.count)] = UInt8(dice.roll(256))
        }
        if dice.roll(13) == 0, !input.isEmpty { input.removeLast(dice.roll(input.count)) }
      }
      let context = contexts[dice.roll(contexts.count)]
      let tree = context.isEmpty ? Tree(html: input) : Tree(fragment: input, context: context)
      check(tree, input)
      #expect(!tree.dump().isEmpty || !context.isEmpty)
    }
  }

  @Test func everyBeginningOfAPageGivesATree() {
    let page = Array(
      "<!doctype html public 'a' \"b\"><p a='b' c=d e>x&notin;y<!-- --!> <svg><![CDATA[z]]></svg><script><!-- <script> --></script><table>q<td>r</table>"
        .utf8)
    for length in 0...page.count { check(Tree(html: Array(page.prefix(length))), page) }
  }

  @Test(arguments: [
    "<div>", "<b>", "<a>", "<table>", "<table><td>", "<svg>", "<b><p>", "<p><b>", "<i><div></i>x",
    "<li>",
    "<template>", "<select><option>", "<table>x", "<table>x<tr>y", "<ruby><rt>", "<button>",
    "<nobr>",
    "<object><b>", "<math><mi>", "<svg><desc>", "<dd><div>", "<table><b><tr>", "<font size=1><p>",
    "</p>", "<html a>",
    "<a><table><td>", "<selectedcontent>", "<select><selectedcontent><option>",
  ])
  func nodesGrowNoFasterThanThePage(piece: String) {
    // Work that is not proportional would show in nodes, or in minutes here.
    func nodes(_ times: Int) -> Int {
      let input = Array(String(repeating: piece, count: times).utf8)
      let tree = Tree(html: input)
      check(tree, input)
      return tree.nodeCount
    }
    let (one, two) = (nodes(2_500), nodes(5_000))
    #expect(two <= one * 23 / 10 + 16)
  }

  @Test func aMegabyteOfNestingIsReadAndWritten() {
    let input = Array(String(repeating: "<div><b>", count: 125_000).utf8)
    let tree = Tree(html: input + Array("end".utf8))
    #expect(tree.text(below: tree.document) == "\nend")
    #expect(tree.serialised(tree.document).count > input.count)
  }

  @Test func endTagsOfElementsThatLayTooDeepCloseNothingElse() {
    let opening = String(repeating: "<div>", count: 1_000)
    let closing = String(repeating: "</div>", count: 1_000)
    let tree = Tree(html: Array("<section>\(opening)x\(closing)<p>y".utf8))
    let paragraph = tree.first(.p)
    #expect(paragraph.flatMap { tree.parent($0) }.map { tree.tag($0) } == .section)
  }

  @Test func limitsBendAndDoNotBreak() {
    let many = (0..<1_000).map { " a\($0)=\($0)" }.joined()
    let tree = Tree(html: Array("<p\(many)>x".utf8), limits: Limits(attributes: 10))
    #expect(tree.first(.p).map { tree.attributes($0).map { $0.name }.count } == 10)
    #expect(tree.text(below: tree.document) == "x")
    let few = Tree(
      html: Array(String(repeating: "<p>x", count: 1_000).utf8), limits: Limits(nodes: 100))
    #expect(few.nodeCount <= 104)
    let short = Tree(html: Array("<p>abc<p>def".utf8), limits: Limits(bytes: 6))
    #expect(short.text(below: short.document) == "abc")
    let flat = Tree(
      html: Array(String(repeating: "<i>", count: 100).utf8), limits: Limits(depth: 20))
    var deepest = 0
    for node in flat.descendants(flat.document) {
      deepest = max(deepest, flat.ancestors(node).map { $0 }.count)
    }
    #expect(deepest <= 21)
  }

  @Test func textsThatGrowInTurnsAreNotCopiedAgainAndAgain() {
    // Text fostered before the outer and the inner table in turn.
    let turn = "<td><table>aaaa</table></table><table>bbbb"
    let input = Array(("<table>" + String(repeating: turn, count: 5_000)).utf8)
    check(Tree(html: input), input)
  }

  @Test(arguments: ["<p>x", "<b>", "<p><b><i><u>x</p>", "<table><i>x", "<!-->", "<td>1", "<br>a"])
  func nodesTakeNoMoreThanTheirShareOfTheSource(piece: String) {
    let input = Array(String(repeating: piece, count: 400_000 / piece.utf8.count).utf8)
    let tree = Tree(html: input)
    #expect(tree.nodeCount * 32 <= input.count * 4 + 32_768)
  }

  @Test func behindTheBudgetTheTextIsKeptWithoutItsElements() {
    let numbers = (0..<100_000).map { String($0 % 1_000) }
    let cells = numbers.map { "<td>\($0)" }.joined()
    let tree = Tree(html: Array("<table><tr>\(cells)</table><script>x</script><p>Ende".utf8))
    #expect(tree.nodeCount < 100_000)
    let texts = tree.descendants(tree.document).filter { tree.kind($0) == .text }
    let words = texts.flatMap { tree.text(below: $0).split(separator: "\n").map(String.init) }
    #expect(words == numbers + ["Ende"])
  }

  @Test func behindTheLastNodeWordsStayApartWhereBlocksDo() {
    let page = "<p>eins<p>zwei<div>drei <b>vi</b>er</div>fünf<!-- x --><title>y</title><td>sechs"
    let tree = Tree(html: Array(page.utf8), limits: Limits(nodes: 16))
    #expect(tree.nodeCount <= 18)
    let many = Tree(
      html: Array((String(repeating: "<i>", count: 20) + page).utf8), limits: Limits(nodes: 16))
    #expect(many.text(below: many.document) == "\neins\nzwei\ndrei vier\nfünf\nsechs")
  }

  @Test func textsThatEndTagsCutAreJoinedInPlace() {
    let line = "Ein Satz mit &amp; Zeichen. "
    let input = Array(("<p>" + String(repeating: line + "</x>", count: 3_000)).utf8)
    let tree = Tree(html: input)
    let expected = String(repeating: "Ein Satz mit & Zeichen. ", count: 3_000)
    #expect(tree.first(.p).map { tree.text(below: $0) } == expected)
  }
}
