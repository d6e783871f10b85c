/// What becomes of documents that want more memory than they are worth.
extension TreeConstruction {
  /// Whether the tree may have more nodes. Asked when all those are made for which there was leave:
  /// what is left of the budget is then shared anew, half for nodes and half for attributes.
  @inline(never)
  mutating func mayGrow() -> Bool {
    let spent =
      nodes.count &* MemoryLayout<NodeRecord>.stride
      &+ tokenizer.attributes.count &* MemoryLayout<AttributeRecord>.stride
      &+ tokenizer.names.size &+ tokenizer.extra.count
    let left = budget &- spent
    guard nodes.count < limits.nodes, left > 512 else { return false }
    // Room for all that may come: growing step by step would hold the nodes twice.
    let most = min(limits.nodes, budget / MemoryLayout<NodeRecord>.stride) &+ 2_048
    if nodes.capacity < most { nodes.reserveCapacity(most) }
    ceiling = min(limits.nodes, nodes.count &+ max(16, left / 64))
    tokenizer.limitAttributes(to: tokenizer.attributes.count &+ left / 32)
    return true
  }

  /// Reads the rest of a source whose budget is spent: all its text into one place, without elements,
  /// a line feed where a block begins or ends.
  mutating func readRest(_ source: Span<UInt8>) {
    formatting = []
    mayReconstruct = false
    var place = restPlace
    breakRest(at: place, source)
    var isApart = true
    while true {
      var separates = false
      switch tokenizer.next(source) {
      case .text:
        if place.parent > 0 {
          insertText(tokenizer.text, at: place, source)
        } else {
          readText(source)
          place = restPlace
        }
        isApart = false
      case .startTag:
        tokenizer.dropAttributes()
        separates = traits[Int(tokenizer.tag.rawValue)].contains(.special)
        skipRawText(source)
      case .endTag: separates = traits[Int(tokenizer.tag.rawValue)].contains(.special)
      case .characterData: _ = tokenizer.readCharacterDataAsComment(source)
      case .comment, .doctype: break
      case .end: return
      }
      if separates, !isApart {
        breakRest(at: place, source)
        isApart = true
      }
    }
  }

  /// The innermost open element that text is at home in.
  private var restPlace: Place {
    let target = open.last { [traits] in !traits[$0.code.place].contains(.fostering) }
    return Place(parent: target.map(inside) ?? 0)
  }

  private mutating func breakRest(at place: Place, _ source: Span<UInt8>) {
    tokenizer.extra.append(0x0A)
    let count = tokenizer.extra.count
    insertText(Slice(extra: count &- 1, count), at: place, source)
  }

  /// Skips what is no text to be read, up to its end tag.
  private mutating func skipRawText(_ source: Span<UInt8>) {
    switch tokenizer.tag {
    case .script, .style, .iframe, .noembed, .noframes, .xmp, .title, .textarea:
      tokenizer.readRawText(source, until: tokenizer.tag, references: false)
    default: break
    }
  }
}
