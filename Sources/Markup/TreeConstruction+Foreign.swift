/// SVG and MathML inside HTML (13.2.6.5).
extension TreeConstruction {
  func isTextIntegrationPoint(_ code: NodeCode) -> Bool {
    guard code.namespace == .mathML else { return false }
    switch code.known {
    case .mi, .mo, .mn, .ms, .mtext: return true
    default: return false
    }
  }

  /// A start tag in foreign content; true where it leaves it and is to be read as HTML.
  mutating func startForeign(_ source: Span<UInt8>) -> Bool {
    if traits[Int(tokenizer.tag.rawValue)].contains(.breakout) || isFontWithStyle(source) {
      leaveForeign()
      return true
    }
    insertForeign(source, namespace: adjustedCurrent?.namespace ?? .svg)
    return false
  }

  private func isFontWithStyle(_ source: Span<UInt8>) -> Bool {
    tokenizer.tag == .font
      && (tagHas("color", nil, source) || tagHas("face", nil, source)
        || tagHas("size", nil, source))
  }

  /// Closes elements until HTML is at home again.
  private mutating func leaveForeign() {
    while open.count > 1, !current.isHTML, !isTextIntegrationPoint(current),
      !current.isHTMLIntegrationPoint
    {
      pop()
    }
  }

  mutating func insertForeign(_ source: Span<UInt8>, namespace: Node.Namespace) {
    var code = NodeCode(kind: .element, namespace, tag: tokenizer.id)
    let isEmpty = tokenizer.isSelfClosing
    switch (namespace, tokenizer.tag) {
    case (.svg, .foreignobject), (.svg, .desc), (.svg, .title): code.isHTMLIntegrationPoint = true
    case (.mathML, .annotationXML):
      code.isHTMLIntegrationPoint =
        tagHas("encoding", "text/html", source)
        || tagHas("encoding", "application/xhtml+xml", source)
    default: break
    }
    for place in tokenizer.attributeStart..<tokenizer.attributes.count {
      adjust(&tokenizer.attributes[place], source, namespace, extra: &tokenizer.extra)
    }
    let node = insertNode(code, attributes: takeAttributes())
    if !isEmpty { push(node, code) }
  }

  /// Gives an attribute the spelling of SVG or MathML and the namespace of its prefix.
  private func adjust(
    _ record: inout AttributeRecord, _ source: Span<UInt8>, _ namespace: Node.Namespace,
    extra: inout [UInt8]
  ) {
    let name = record.name
    let view = record.name.isExtra ? extra[name.offset..<name.end] : []
    var letters = Array(view)
    if !name.isExtra {
      letters.reserveCapacity(Int(name.count))
      for place in name.offset..<name.end { letters.append(source[place]) }
    }
    if let spelling = ForeignAttributes.spelling(of: letters, in: namespace) {
      record.nameStart = Slice(extra: extra.count, extra.count + spelling.count).start
      extra += spelling
    } else if let (prefix, length) = ForeignAttributes.prefix(of: letters) {
      record.prefix = prefix
      record.nameStart &+= UInt32(truncatingIfNeeded: length)
      record.nameCount &-= UInt16(truncatingIfNeeded: length)
    }
  }

  /// An end tag in foreign content.
  mutating func endForeign(_ source: Span<UInt8>) {
    if tokenizer.tag == .br || tokenizer.tag == .p {
      leaveForeign()
      return end(source)
    }
    for place in open.indices.reversed() where place > 0 {
      let code = open[place].code
      if place < open.count - 1, code.isHTML { return end(source) }
      if code.id == tokenizer.id { return pop(to: place) }
    }
    if open.count > 0, open[0].code.isHTML, open.count == 1, context == nil { end(source) }
  }
}

/// Attributes that SVG and MathML spell with capitals, and those with a namespace.
enum ForeignAttributes {
  private static let svg: StaticString = """
    attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits diffuseConstant
    edgeMode filterUnits glyphRef gradientTransform gradientUnits kernelMatrix kernelUnitLength
    keyPoints keySplines keyTimes lengthAdjust limitingConeAngle markerHeight markerUnits
    markerWidth maskContentUnits maskUnits numOctaves pathLength patternContentUnits
    patternTransform patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio
    primitiveUnits refX refY repeatCount repeatDur requiredExtensions requiredFeatures
    specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale
    systemLanguage tableValues targetX targetY textLength viewBox viewTarget xChannelSelector
    yChannelSelector zoomAndPan
    """

  private static let spellings: [[UInt8]: [UInt8]] = {
    var spellings: [[UInt8]: [UInt8]] = [:]
    let letters = svg.withUTF8Buffer { Array($0) }
    for word in letters.split(whereSeparator: isHTMLSpace) {
      spellings[word.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }] = Array(word)
    }
    return spellings
  }()

  /// The spelling with capitals, where there is one; it is as long as the plain one.
  static func spelling(of name: [UInt8], in namespace: Node.Namespace) -> [UInt8]? {
    if namespace == .mathML {
      return name == Array("definitionurl".utf8) ? Array("definitionURL".utf8) : nil
    }
    return name.count < 4 ? nil : spellings[name]
  }

  /// The namespace of a name with a known prefix, and the length of the prefix with its colon.
  static func prefix(of name: [UInt8]) -> (prefix: UInt8, length: Int)? {
    guard let first = name.first, first == UInt8(ascii: "x") else { return nil }
    switch String(decoding: name, as: UTF8.self) {
    case "xlink:actuate", "xlink:arcrole", "xlink:href", "xlink:role", "xlink:show", "xlink:title",
      "xlink:type":
      return (1, 6)
    case "xml:lang", "xml:space": return (2, 4)
    case "xmlns": return (3, 0)
    case "xmlns:xlink": return (3, 6)
    default: return nil
    }
  }
}
