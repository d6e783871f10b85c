/// What is read of a document type declaration: its public identifier and the entities it defines
/// itself. External entities and parameter entities are never looked at.
struct XMLDoctype {
  static let entityLimit = 256

  var publicID: String?
  /// Name and replacement text, the first definition of a name wins.
  var entities: [ArraySlice<UInt8>: ArraySlice<UInt8>] = [:]
  /// Where the declaration ends.
  var end = 0

  /// Reads the declaration in front of the root element, if there is one.
  init(of bytes: [UInt8]) {
    guard let start = Self.start(in: bytes.span), let end = Self.end(of: bytes.span, from: start)
    else { return }
    self.end = end
    let declaration = bytes[start..<end]
    let head = declaration.prefix { $0 != UInt8(ascii: "[") }
    publicID = Self.publicID(in: head)
    var at = declaration.startIndex + head.count
    while at + 9 < end, entities.count < Self.entityLimit {
      if bytes[at] == UInt8(ascii: "<"), bytes[at..<at + 8].elementsEqual("<!ENTITY".utf8) {
        at = readEntity(bytes, at + 8, end: end)
      } else {
        at += 1
      }
    }
  }

  private static func publicID(in head: ArraySlice<UInt8>) -> String? {
    let parts = head.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
    }
    guard parts.count > 2, parts[0].count > 6 else { return nil }
    var word = parts[0]
    while let last = word.last, last.isXMLSpace { word.removeLast() }
    guard word.suffix(6).elementsEqual("PUBLIC".utf8) else { return nil }
    return String(decoding: parts[1], as: UTF8.self)
  }

  /// ` name "text">`; returns where to go on.
  private mutating func readEntity(_ bytes: [UInt8], _ start: Int, end: Int) -> Int {
    var at = start
    while at < end, bytes[at].isXMLSpace { at += 1 }
    let nameStart = at
    while at < end, bytes[at].continuesXMLName { at += 1 }
    let name = bytes[nameStart..<at]
    while at < end, bytes[at].isXMLSpace { at += 1 }
    guard !name.isEmpty, at < end else { return at }
    let quote = bytes[at]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return at }
    at += 1
    let textStart = at
    while at < end, bytes[at] != quote { at += 1 }
    if at < end, entities[name] == nil { entities[name] = bytes[textStart..<at] }
    return at + 1
  }

  /// Finds `<!DOCTYPE` before the first element.
  private static func start(in source: Span<UInt8>) -> Int? {
    var at = 0
    while at + 9 < source.count, at < 16_384 {
      if source[at] == UInt8(ascii: "<") {
        let next = source[at + 1]
        if next.startsXMLName { return nil }
        if XMLNames.equals(at..<at + 4, "<!--", in: source) {
          at += 4
          while at + 3 < source.count, !XMLNames.equals(at..<at + 3, "-->", in: source) { at += 1 }
        } else if XMLNames.equals(at..<at + 9, "<!DOCTYPE", in: source) {
          return at
        }
      }
      at += 1
    }
    return nil
  }

  /// One past the `>` that ends the declaration, quotes and brackets observed.
  static func end(of source: Span<UInt8>, from start: Int) -> Int? {
    var at = start + 9
    var quote: UInt8 = 0
    var depth = 0
    while at < source.count {
      let byte = source[at]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
        case UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "]"): depth -= 1
        case UInt8(ascii: ">") where depth <= 0: return at + 1
        case UInt8(ascii: "<")
        where at + 4 <= source.count
          && XMLNames.equals(at..<at + 4, "<!--", in: source):
          while at + 3 < source.count, !XMLNames.equals(at..<at + 3, "-->", in: source) { at += 1 }
        default: break
        }
      }
      at += 1
    }
    return nil
  }
}

/// Replaces references to entities that the document itself defines, before it is read.
///
/// All replacements of a document together may add 1 MiB, and a text may refer to others eight
/// levels deep; what goes beyond is left out ("billion laughs").
enum XMLEntityExpansion {
  static let budget = 1 << 20
  static let depthLimit = 8

  /// Returns whether a limit was met.
  static func expand(_ bytes: inout [UInt8], with doctype: XMLDoctype) -> Bool {
    var added = 0
    var overrun = false
    var out = Array(bytes[..<doctype.end])
    out.reserveCapacity(bytes.count)
    append(
      bytes[doctype.end...], of: doctype, depth: 0, added: &added, overrun: &overrun, to: &out)
    bytes = out
    return overrun
  }

  private static func append(
    _ text: ArraySlice<UInt8>, of doctype: XMLDoctype, depth: Int, added: inout Int,
    overrun: inout Bool, to out: inout [UInt8]
  ) {
    var at = text.startIndex
    var start = at
    while at < text.endIndex {
      guard text[at] == UInt8(ascii: "&") else {
        if text[at] == UInt8(ascii: "<"), text[at...].starts(with: "<![CDATA[".utf8) {
          while at + 3 < text.endIndex, !text[at...].starts(with: "]]>".utf8) { at += 1 }
        }
        at += 1
        continue
      }
      var stop = at + 1
      while stop < text.endIndex, stop - at < 64, text[stop].continuesXMLName { stop += 1 }
      guard stop < text.endIndex, text[stop] == UInt8(ascii: ";"),
        let replacement = doctype.entities[text[at + 1..<stop]]
      else {
        at += 1
        continue
      }
      out += text[start..<at]
      added += replacement.count + 1
      if depth < depthLimit, added <= budget {
        append(
          replacement, of: doctype, depth: depth + 1, added: &added, overrun: &overrun,
          to: &out)
      } else {
        overrun = true
      }
      at = stop + 1
      start = at
    }
    out += text[start..<text.endIndex]
  }
}
