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

  private mutating func isFontWithStyle(_ source: Span<UInt8>) -> Bool {
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
      adjustAttribute(place, source, namespace)
    }
    let node = insertNode(code, attributes: takeAttributes())
    if !isEmpty { push(node, code) }
  }

  /// Gives an attribute the spelling of SVG or MathML and the namespace of its prefix.
  private mutating func adjustAttribute(
    _ place: Int, _ source: Span<UInt8>, _ namespace: Node.Namespace
  ) {
    let name = tokenizer.attributes[place].name
    guard name.count > 3 else { return }
    var key: UInt64 = 0
    for step in 0..<min(name.count, 8) {
      key |= UInt64(tokenizer.byte(source, name.start, step)) << UInt64(step &* 8)
    }
    if let spelling = ForeignAttributes.spelling(
      key, count: Int(name.count), in: namespace,
      byte: {
        tokenizer.byte(source, name.start, UInt32(truncatingIfNeeded: $0))
      })
    {
      let start = tokenizer.extra.count
      tokenizer.extra += spelling
      tokenizer.attributes[place].nameStart = Slice(extra: start, start + spelling.count).start
    } else if key & 0xFF == UInt64(UInt8(ascii: "x")) {
      var letters: [UInt8] = []
      for step in 0..<min(name.count, 16) {
        letters.append(tokenizer.byte(source, name.start, step))
      }
      guard let (prefix, length) = ForeignAttributes.prefix(of: letters) else { return }
      tokenizer.attributes[place].prefix = prefix
      tokenizer.attributes[place].nameStart &+= UInt32(truncatingIfNeeded: length)
      tokenizer.attributes[place].nameCount &-= UInt16(truncatingIfNeeded: length)
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

  private struct Spelling: Sendable {
    var lower: [UInt8]
    var capitals: [UInt8]
  }

  /// The spellings by the first eight bytes of the name in lower case.
  private static let spellings: [UInt64: [Spelling]] = {
    var spellings: [UInt64: [Spelling]] = [:]
    let letters = svg.withUTF8Buffer { Array($0) }
    for word in letters.split(whereSeparator: isHTMLSpace) {
      let lower = word.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
      spellings[KnownNames.key(lower[...]), default: []]
        .append(Spelling(lower: lower, capitals: Array(word)))
    }
    return spellings
  }()

  private static let definitionURL = [
    Spelling(lower: Array("definitionurl".utf8), capitals: Array("definitionURL".utf8))
  ]

  /// The spelling with capitals, where there is one; it is as long as the plain one.
  ///
  /// - Parameter key: the first eight bytes of the name, the first in the lowest place.
  static func spelling(
    _ key: UInt64, count: Int, in namespace: Node.Namespace, byte: (Int) -> UInt8
  ) -> [UInt8]? {
    let candidates = namespace == .mathML ? definitionURL : spellings[key] ?? []
    for candidate in candidates where candidate.lower.count == count {
      if candidate.lower.indices.allSatisfy({ candidate.lower[$0] == byte($0) }) {
        return candidate.capitals
      }
    }
    return nil
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
