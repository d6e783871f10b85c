/// The fields of a form as a browser sends it.
struct FormData: Sendable {
  private(set) var fields: [String: [UInt8]] = [:]

  /// Reads `application/x-www-form-urlencoded` (WHATWG URL, section 5.1) or `multipart/form-data`
  /// (RFC 7578); what cannot be read is left out.
  init(_ body: [UInt8], contentType: String) {
    if let boundary = Self.boundary(contentType) {
      readParts(body, boundary: boundary)
    } else {
      for pair in body.split(separator: UInt8(ascii: "&")) {
        let end = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
        let name = String(decoding: Self.decoded(pair[..<end]), as: UTF8.self)
        fields[name] = Self.decoded(pair[end...].dropFirst())
      }
    }
  }

  /// A field as text without white space around it; nil where it is missing or empty.
  func text(_ name: String) -> String? {
    guard let bytes = fields[name] else { return nil }
    let isSpace: (UInt8) -> Bool = { $0 <= 0x20 }
    let text = bytes.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
    return text.isEmpty ? nil : String(decoding: Array(text), as: UTF8.self)
  }

  private static func boundary(_ contentType: String) -> [UInt8]? {
    guard contentType.lowercased().hasPrefix("multipart/form-data"),
      let mark = contentType.firstRange(of: "boundary=")
    else { return nil }
    let value = contentType[mark.upperBound...].prefix { $0 != ";" && $0 != " " }
      .filter { $0 != "\"" }
    return value.isEmpty || value.utf8.count > 200 ? nil : Array("--".utf8) + Array(value.utf8)
  }

  private mutating func readParts(_ body: [UInt8], boundary: [UInt8]) {
    for part in body.split(separator: boundary).prefix(64) {
      guard let gap = part.firstRange(of: [13, 10, 13, 10]) else { continue }
      let head = String(decoding: part[..<gap.lowerBound], as: UTF8.self)
      guard let mark = head.firstRange(of: "name=\"") else { continue }
      let name = String(head[mark.upperBound...].prefix { $0 != "\"" })
      var value = part[gap.upperBound...]
      if value.suffix(2).elementsEqual([13, 10]) { value.removeLast(2) }
      fields[name] = Array(value)
    }
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "+") {
        out.append(0x20)
      } else if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        out.append(value)
        rest = rest.dropFirst(2)
      } else {
        out.append(byte)
      }
    }
    return out
  }
}
