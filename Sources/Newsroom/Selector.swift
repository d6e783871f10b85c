import Markup

/// A CSS selector as operators write it for a source: names, `#id`, `.class`, `[attribute]` with
/// `=`, `~=`, `^=`, `$=`, `*=`, below (space) and right below (`>`), and lists with commas.
package struct Selector: Sendable {
  /// What one element must be.
  struct Part: Sendable {
    var name: String?
    var id: String?
    var classes: [String] = []
    var attributes: [Condition] = []
    /// Whether the part before it must be the parent.
    var isChild = false

    var isEmpty: Bool { name == nil && id == nil && classes.isEmpty && attributes.isEmpty }
  }

  struct Condition: Sendable {
    enum Kind: Sendable { case present, equal, word, prefix, suffix, contains }
    var name: String
    var kind: Kind
    var value: String
  }

  /// Alternatives; each from the outermost element to the one that is meant.
  let paths: [[Part]]

  /// nil where it cannot be read; a selector has at most 4,096 bytes.
  package init?(_ text: String) {
    var reader = SelectorReader(text)
    guard text.utf8.count <= 4096, let paths = reader.paths() else { return nil }
    self.paths = paths
  }

  /// Whether an element is meant.
  func matches(_ node: Node, in tree: Tree) -> Bool {
    tree.kind(node) == .element && paths.contains { Self.matches(node, $0, in: tree) }
  }

  /// The elements below the document that are meant, outermost only, in order.
  func outermost(in tree: Tree) -> [Node] {
    var found: [Node] = []
    var next: Node? = tree.document
    while let node = next {
      let isMeant = matches(node, in: tree)
      if isMeant { found.append(node) }
      next = tree.following(node, below: tree.document, skippingChildren: isMeant)
    }
    return found
  }

  private static func matches(_ node: Node, _ path: [Part], in tree: Tree) -> Bool {
    guard let last = path.last, fits(node, last, in: tree) else { return false }
    var place: Node? = node
    var needsParent = last.isChild
    for part in path.dropLast().reversed() {
      var found: Node?
      while let parent = place.flatMap({ tree.parent($0) }) {
        place = parent
        if tree.kind(parent) == .element, fits(parent, part, in: tree) {
          found = parent
          break
        }
        if needsParent { break }
      }
      guard found != nil else { return false }
      needsParent = part.isChild
    }
    return true
  }

  private static func fits(_ node: Node, _ part: Part, in tree: Tree) -> Bool {
    if let name = part.name, tree.name(node) != name { return false }
    if let id = part.id, tree.attribute(node, "id") != id { return false }
    if !part.classes.isEmpty {
      let classes = tree.classes(node)
      guard part.classes.allSatisfy(classes.contains) else { return false }
    }
    return part.attributes.allSatisfy { condition in
      guard let value = tree.attribute(node, named: condition.name) else { return false }
      return switch condition.kind {
      case .present: true
      case .equal: value == condition.value
      case .word: value.split(whereSeparator: \.isWhitespace).contains { $0 == condition.value }
      case .prefix: !condition.value.isEmpty && value.hasPrefix(condition.value)
      case .suffix: !condition.value.isEmpty && value.hasSuffix(condition.value)
      case .contains: !condition.value.isEmpty && value.contains(condition.value)
      }
    }
  }
}

/// Reads a selector's text.
private struct SelectorReader {
  private var rest: Substring

  init(_ text: String) { rest = text[...] }

  mutating func paths() -> [[Selector.Part]]? {
    var paths: [[Selector.Part]] = []
    repeat {
      guard let path = path() else { return nil }
      paths.append(path)
    } while take(",")
    return rest.isEmpty ? paths : nil
  }

  private mutating func path() -> [Selector.Part]? {
    var parts: [Selector.Part] = []
    skipSpace()
    var isChild = false
    while let first = rest.first, first != "," {
      if first == ">" {
        guard !isChild, !parts.isEmpty else { return nil }
        rest.removeFirst()
        skipSpace()
        isChild = true
        continue
      }
      guard var part = part() else { return nil }
      part.isChild = isChild
      isChild = false
      parts.append(part)
      skipSpace()
    }
    return parts.isEmpty || isChild ? nil : parts
  }

  private mutating func part() -> Selector.Part? {
    var part = Selector.Part()
    var isAny = false
    if take("*") { isAny = true } else { part.name = word()?.lowercased() }
    while let first = rest.first {
      switch first {
      case "#":
        rest.removeFirst()
        guard let id = word() else { return nil }
        part.id = id
      case ".":
        rest.removeFirst()
        guard let name = word() else { return nil }
        part.classes.append(name)
      case "[":
        rest.removeFirst()
        guard let condition = condition() else { return nil }
        part.attributes.append(condition)
      default: return part.isEmpty && !isAny ? nil : part
      }
    }
    return part.isEmpty && !isAny ? nil : part
  }

  private mutating func condition() -> Selector.Condition? {
    skipSpace()
    guard let name = word()?.lowercased() else { return nil }
    skipSpace()
    if take("]") { return Selector.Condition(name: name, kind: .present, value: "") }
    let kinds: [(String, Selector.Condition.Kind)] = [
      ("~=", .word), ("^=", .prefix), ("$=", .suffix), ("*=", .contains), ("=", .equal),
    ]
    guard let kind = kinds.first(where: { rest.hasPrefix($0.0) }) else { return nil }
    rest.removeFirst(kind.0.count)
    skipSpace()
    var value = ""
    if let quote = rest.first, quote == "\"" || quote == "'" {
      rest.removeFirst()
      value = String(rest.prefix { $0 != quote })
      rest.removeFirst(value.count)
      guard take(String(quote)) else { return nil }
    } else {
      guard let plain = word() else { return nil }
      value = plain
    }
    skipSpace()
    return take("]") ? Selector.Condition(name: name, kind: kind.1, value: value) : nil
  }

  private mutating func word() -> String? {
    let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    rest.removeFirst(word.count)
    return word.isEmpty ? nil : String(word)
  }

  private mutating func take(_ text: String) -> Bool {
    guard rest.hasPrefix(text) else { return false }
    rest.removeFirst(text.count)
    return true
  }

  private mutating func skipSpace() { rest = rest.drop(while: \.isWhitespace) }
}
