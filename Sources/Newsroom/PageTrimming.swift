import Markup
import Press

/// Cuts a page down to what its source's selectors say before it is read like any other.
struct PageTrimming: Sendable {
  let content: Selector?
  let removal: Selector?

  init(_ selectors: Source.Selectors) {
    content = selectors.content.isEmpty ? nil : Selector(selectors.content)
    removal = selectors.removal.isEmpty ? nil : Selector(selectors.removal)
  }

  /// The page with its head, the parts that hold the article, and without what is not part of it.
  /// A page on which the selector finds nothing is left as it is.
  func trimmed(_ html: [UInt8]) -> [UInt8] {
    guard content != nil || removal != nil else { return html }
    let tree = Tree(html: html)
    guard let head = tree.head, let body = tree.body else { return html }
    var roots = content?.outermost(in: tree) ?? [body]
    if roots.isEmpty { roots = [body] }
    var out = Array("<!DOCTYPE html><html".utf8)
    if let language = tree.root.flatMap({ tree.attributeBytes($0, "lang") }) {
      let isTag: (UInt8) -> Bool = { $0 == 0x2D || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
      if language.allSatisfy(isTag) {
        out += Array(" lang=\"".utf8) + language + Array("\"".utf8)
      }
    }
    out += Array("><head><meta charset=\"utf-8\">".utf8)
    out += tree.serialised(below: head) + Array("</head><body><article>".utf8)
    for root in roots { out += serialised(root, in: tree) }
    return out + Array("</article></body></html>".utf8)
  }

  /// An element without what is to be removed below it: written child by child along the way to
  /// the removed ones.
  private func serialised(_ root: Node, in tree: Tree) -> [UInt8] {
    guard let removal else { return inner(root, in: tree) }
    let removed = removal.outermost(in: tree)
    if removed.isEmpty { return inner(root, in: tree) }
    var kept: Set<Node> = []
    for node in removed { for parent in tree.ancestors(node) { kept.insert(parent) } }
    let gone = Set(removed)
    var out: [UInt8] = []
    var open: [(node: Node, isEnd: Bool)] = tree.is(root, .body) ? [] : [(root, false)]
    if tree.is(root, .body) {
      open = tree.children(root).map { ($0, false) }.reversed()
    }
    while let (node, isEnd) = open.popLast() {
      if isEnd {
        out += Array("</".utf8) + tree.nameBytes(node) + Array(">".utf8)
      } else if gone.contains(node) {
        continue
      } else if !kept.contains(node) {
        out += tree.serialised(node)
      } else {
        out += Array("<".utf8) + tree.nameBytes(node) + Array(">".utf8)
        open.append((node, true))
        open += tree.children(node).map { ($0, false) }.reversed()
      }
    }
    return out
  }

  private func inner(_ root: Node, in tree: Tree) -> [UInt8] {
    tree.is(root, .body) ? tree.serialised(below: root) : tree.serialised(root)
  }
}
