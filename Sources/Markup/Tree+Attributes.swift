/// An attribute of an element, decoded.
public struct Attribute: Hashable, Sendable {
  /// The name, in lower case for HTML; with its prefix (`xlink:href`) where the standard gives it a namespace.
  public let name: String
  /// The value, character references decoded.
  public let value: String
}

/// Where an attribute lies; its value is read with `Tree.value(at:)`.
public struct AttributePlace: Hashable, Sendable {
  let index: Int32
}

/// The attributes by which pages say what an element is for, found in one walk.
public struct NamingAttributes: Sendable {
  /// `class`
  public internal(set) var classes: AttributePlace?
  /// `id`
  public internal(set) var id: AttributePlace?
  /// `style`
  public internal(set) var style: AttributePlace?
  /// `role`
  public internal(set) var role: AttributePlace?
  /// `itemprop`
  public internal(set) var property: AttributePlace?
  /// Whether there is a `hidden` attribute.
  public internal(set) var isHidden = false
  /// Whether there is an `href` attribute.
  public internal(set) var hasLink = false
  /// Whether there is a `rel` attribute.
  public internal(set) var hasRelation = false
}

/// What a `meta` element says and what it says it of.
public struct MetaAttributes: Sendable {
  /// `content`
  public internal(set) var content: AttributePlace?
  /// `property`
  public internal(set) var property: AttributePlace?
  /// `name`
  public internal(set) var name: AttributePlace?
  /// `itemprop`
  public internal(set) var itemProperty: AttributePlace?
  /// `http-equiv`
  public internal(set) var equivalent: AttributePlace?
}

/// The attributes of one element, in the order of the source.
public struct Attributes: Sequence, IteratorProtocol, Sendable {
  let tree: Tree
  var place: Int
  let end: Int

  /// The next attribute, or nil behind the last.
  public mutating func next() -> Attribute? {
    guard place < end else { return nil }
    let record = tree.arena.attributes[place]
    place += 1
    return Attribute(
      name: tree.name(of: record, separator: ":"),
      value: String(decoding: tree.value(of: record), as: UTF8.self))
  }
}

extension Tree {
  /// The value of an attribute (`href`, in SVG also `xlink:href`), or nil where the element has none of that name.
  public func attribute(_ node: Node, _ name: StaticString) -> String? {
    attributeBytes(node, name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The value of an attribute whose name is known only at run time.
  public func attribute(_ node: Node, named name: String) -> String? {
    attributes(node).first { $0.name == name }?.value
  }

  /// The bytes of an attribute's value: a view of the source unless something had to be decoded.
  public func attributeBytes(_ node: Node, _ name: StaticString) -> ArraySlice<UInt8>? {
    find(node, name).map(value)
  }

  /// Whether the element has the attribute, whatever its value.
  public func hasAttribute(_ node: Node, _ name: StaticString) -> Bool { find(node, name) != nil }

  /// All attributes, in the order of the source.
  public func attributes(_ node: Node) -> Attributes {
    let range = attributeRange(node)
    return Attributes(tree: self, place: range.lowerBound, end: range.upperBound)
  }

  func attributeRange(_ node: Node) -> Range<Int> {
    let record = record(node)
    guard record.code.isElement else { return 0..<0 }
    let start = min(Int(record.start), arena.attributes.count)
    return start..<min(start + Int(record.count), arena.attributes.count)
  }

  private func find(_ node: Node, _ name: StaticString) -> AttributeRecord? {
    let range = attributeRange(node)
    if range.isEmpty { return nil }
    // A view of a constant's own bytes: they live as long as the program.
    return name.withUTF8Buffer { wanted in
      for place in range {
        let record = arena.attributes[place]
        if record.prefix == 0 {
          if Int(record.nameCount) == wanted.count, arena.holds(record.name, wanted) {
            return record
          }
        } else if self.name(of: record, separator: ":").utf8.elementsEqual(wanted) {
          return record
        }
      }
      return nil
    }
  }

  /// What an element is named by, found in one walk over its attributes.
  public func naming(_ node: Node) -> NamingAttributes {
    var naming = NamingAttributes()
    let range = attributeRange(node)
    if range.isEmpty { return naming }
    let records = arena.attributes
    for index in range {
      let record = records[index]
      guard record.prefix == 0 else { continue }
      let place = AttributePlace(index: Int32(truncatingIfNeeded: index))
      switch arena.shortName(of: record) {
      case 0x6469: naming.id = place  // id
      case 0x6C_6572: naming.hasRelation = true  // rel
      case 0x6665_7268: naming.hasLink = true  // href
      case 0x656C_6F72: naming.role = place  // role
      case 0x73_7361_6C63: naming.classes = place  // class
      case 0x65_6C79_7473: naming.style = place  // style
      case 0x6E65_6464_6968: naming.isHidden = true  // hidden
      case 0x706F_7270_6D65_7469: naming.property = place  // itemprop
      default: break
      }
    }
    return naming
  }

  /// The attributes of a `meta` element, found in one walk.
  public func metaAttributes(_ node: Node) -> MetaAttributes {
    var meta = MetaAttributes()
    for index in attributeRange(node) {
      let record = arena.attributes[index]
      guard record.prefix == 0 else { continue }
      let place = AttributePlace(index: Int32(truncatingIfNeeded: index))
      switch arena.shortName(of: record) {
      case 0x746E_6574_6E6F_63: meta.content = place  // content
      case 0x7974_7265_706F_7270: meta.property = place  // property
      case 0x656D_616E: meta.name = place  // name
      case 0x706F_7270_6D65_7469: meta.itemProperty = place  // itemprop
      case 0 where arena.holds(record.name, "http-equiv"): meta.equivalent = place
      default: break
      }
    }
    return meta
  }

  /// The bytes of an attribute's value; empty for a place in another tree.
  public func value(at place: AttributePlace) -> ArraySlice<UInt8> {
    let index = Int(place.index)
    return arena.attributes.indices.contains(index) ? value(of: arena.attributes[index]) : []
  }

  func name(of record: AttributeRecord, separator: String) -> String {
    let name = String(decoding: arena.bytes(record.name), as: UTF8.self)
    switch record.prefix {
    case 1: return "xlink" + separator + name
    case 2: return "xml" + separator + name
    case 3: return name == "xmlns" && separator == ":" ? name : "xmlns" + separator + name
    default: return name
    }
  }

  /// The value as the standard reads it: references decoded, line ends made LF, NUL replaced.
  func value(of record: AttributeRecord) -> ArraySlice<UInt8> {
    let raw = arena.bytes(record.value)
    guard !record.value.isExtra else { return raw }
    return Self.mayNeedDecoding(raw.span) ? CharacterReferences.decodedAttribute(raw) : raw
  }

  /// Whether `&`, CR or NUL stands in a value.
  private static func mayNeedDecoding(_ value: Span<UInt8>) -> Bool {
    let bytes = value.bytes
    var place = 0
    while place &+ 8 <= value.count {
      let word = bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      let found =
        zeros(word) | zeros(word ^ 0x2626_2626_2626_2626) | zeros(word ^ 0x0D0D_0D0D_0D0D_0D0D)
      if found & 0x8080_8080_8080_8080 != 0 { break }
      place &+= 8
    }
    while place < value.count {
      let byte = value[place]
      if byte == UInt8(ascii: "&") || byte == 0x0D || byte == 0 { return true }
      place &+= 1
    }
    return false
  }

  /// Has the high bit set in some byte if a byte is zero.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word }
}
