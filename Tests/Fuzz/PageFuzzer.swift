import Documents
import Markup
import Press

/// What libFuzzer calls: `Scripts/fuzz-pages` builds this file with the rooms below it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  PageFuzzer(Array(UnsafeBufferPointer(start: start, count: count))).run()
  return 0
}

/// Reads one input in all ways a page or text from elsewhere is read; what does not hold is a trap.
struct PageFuzzer {
  let input: [UInt8]
  /// Chooses among ways that cannot all be tried; the same input goes the same way.
  private let choice: Int

  init(_ input: [UInt8]) {
    self.input = input
    choice = input.reduce(input.count) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
  }

  func run() {
    let utf8 = decoded()
    checkTrees(utf8)
    checkPage()
    checkText()
  }

  private func decoded() -> [UInt8] {
    let utf8 = Encodings.utf8(from: input).bytes
    precondition(String(validating: utf8, as: UTF8.self) != nil, "no UTF-8")
    let types = ["text/html; charset=utf-16le", "charset=shift_jis", "charset=gb18030", "charset="]
    let other = Encodings.utf8(from: input, contentType: types[choice % types.count]).bytes
    precondition(String(validating: other, as: UTF8.self) != nil, "no UTF-8")
    return utf8
  }

  // MARK: Trees

  private static let contexts = [
    "body", "div", "td", "tr", "table", "select", "template", "svg path", "math mi", "frameset",
    "html", "textarea", "script", "title", "svg foreignObject", "caption", "colgroup", "head", "p",
  ]

  private func checkTrees(_ utf8: [UInt8]) {
    check(Tree(html: utf8), limits: Limits())
    check(
      Tree(fragment: utf8, context: Self.contexts[choice % Self.contexts.count]), limits: Limits())
    let tight = Limits(depth: 16, nodes: 60, attributes: 2, bytes: 2_000)
    check(Tree(html: utf8, limits: tight), limits: tight)
    // The parser takes bytes that are no UTF-8 too.
    check(Tree(html: input), limits: Limits())
  }

  private func check(_ tree: Tree, limits: Limits) {
    precondition(tree.nodeCount <= 64 + 40 * input.count, "more nodes than the page can have")
    precondition(tree.nodeCount <= limits.nodes + 16, "more nodes than the limit")
    var count = 1
    for node in tree.descendants(tree.document) {
      count += 1
      precondition(count <= tree.nodeCount, "a ring")
      guard let parent = tree.parent(node) else { preconditionFailure("no parent") }
      if tree.previousSibling(node) == nil {
        precondition(tree.firstChild(parent) == node, "a first child that is not its parent's")
      }
      if let next = tree.nextSibling(node) {
        precondition(tree.previousSibling(next) == node, "siblings disagree")
      } else {
        precondition(tree.lastChild(parent) == node, "a last child that is not its parent's")
      }
    }
    let written = tree.serialised(below: tree.document)
    _ = Tree(html: written).serialised(below: tree.document)
    _ = tree.dump()
  }

  // MARK: Articles

  private func checkPage() {
    let row = ArticleRow(page: input, url: "https://www.bote.example/politik/a-1.html")
    check(row.article)
    precondition(row.json.allSatisfy { $0 != 10 }, "a row of two lines")
    check(ArticleReader.article(page: input, contentType: "text/html; charset=iso-8859-1"))
    _ = ArticleReader.explain(page: input, url: nil)
  }

  private func checkText() {
    let reading = ArticleReader.article(text: input, url: "https://bote.example/a")
    check(reading.article)
    let body = reading.article.body.utf8
    var end = (body: 0, given: 0)
    for origin in reading.origins {
      precondition(origin.body.lowerBound >= end.body && origin.given.lowerBound >= end.given)
      precondition(body[origin.body] == input[origin.given], "an origin with other words")
      end = (origin.body.upperBound, origin.given.upperBound)
    }
    var last = 0
    for line in reading.lines {
      precondition(line.range.lowerBound >= last && line.range.upperBound <= input.count)
      last = line.range.upperBound
    }
    _ = ArticleReader.article(text: input)
  }

  private func check(_ article: Article) {
    precondition((0...1).contains(article.confidence), "a confidence beside 0 to 1")
    for block in article.blocks {
      guard case .paragraph(let text) = block else { continue }
      for run in text.runs {
        precondition(0 <= run.lower && run.lower < run.upper && run.upper <= text.text.utf8.count)
      }
    }
    let length =
      article.body.utf8.count + article.removed.reduce(0) { $0 + $1.text.utf8.count }
      + article.headline.utf8.count + article.tags.reduce(0) { $0 + $1.utf8.count }
    precondition(length <= 1_000 + 12 * input.count, "more text than the page has")
    _ = article.markdown
    _ = article.markup
    _ = article.plainText
  }
}
