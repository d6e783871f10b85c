import Markup

extension FeedDocument {
  /// The base for relative addresses at an element: `xml:base` of all that surround it.
  func base(at node: XMLTree.NodeID) -> String? {
    guard hasBases else { return url }
    return xmlValues("base", at: node).reversed().reduce(url) { base, given in
      let address = Address.resolve(given, against: base)
      // A base of another scheme (`file:`, `javascript:`) would carry over to every link.
      return Address.isWeb(address) || !Address.hasScheme(Array(address.utf8)) ? address : base
    }
  }

  /// The language in force at an element, as written.
  func language(at node: XMLTree.NodeID) -> String? {
    guard hasLanguages else { return nil }
    return xmlValues("lang", at: node).first
  }

  /// The values of an `xml:` attribute from an element outwards.
  private func xmlValues(_ local: String, at node: XMLTree.NodeID) -> [String] {
    var values: [String] = []
    var at = node
    while at > 0 {
      for attribute in tree.attributes(of: at) {
        let name = tree.names[Int(attribute.name)]
        if name.prefix == "xml", name.local == local { values.append(tree.value(of: attribute)) }
      }
      at = tree[at].parent
    }
    return values
  }

  /// The value of an attribute without namespace, whatever the case of its name.
  func attribute(_ local: String, of node: XMLTree.NodeID) -> String? {
    for attribute in tree.attributes(of: node) where locals[Int(attribute.name)] == local {
      return tree.value(of: attribute)
    }
    return nil
  }

  /// The text of an element without white space around it.
  func text(of node: XMLTree.NodeID) -> String {
    let first = tree[node].firstChild
    guard first >= 0 else { return "" }
    let only = tree[first]
    if only.nextSibling < 0, only.kind != .element, !only.hasReferences {
      var lower = Int(only.lower)
      var upper = Int(only.upper)
      while lower < upper, tree.bytes[lower] <= 32 { lower += 1 }
      while upper > lower, tree.bytes[upper - 1] <= 32 { upper -= 1 }
      return String(decoding: tree.bytes[lower..<upper], as: UTF8.self)
    }
    return String(decoding: Self.trimmed(bytes(of: node)[...]), as: UTF8.self)
  }

  /// The decoded text of an element, its tags left out.
  func bytes(of node: XMLTree.NodeID) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(Int(tree[node].upper - tree[node].lower))
    tree.appendText(of: node, to: &out)
    return out
  }

  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, first <= 32 { bytes.removeFirst() }
    while let last = bytes.last, last <= 32 { bytes.removeLast() }
    return bytes
  }
}
