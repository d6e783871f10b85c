/// Puts relative addresses together with their base (RFC 3986, 5.2; leniency of the URL standard).
///
/// Absolute addresses keep their spelling, but for white space and control characters.
enum Address {
  /// The parts of an address; ranges of its bytes without the marks around them.
  struct Parts {
    var scheme: ArraySlice<UInt8>?
    var authority: ArraySlice<UInt8>?
    var path: ArraySlice<UInt8>
    var query: ArraySlice<UInt8>?
    var fragment: ArraySlice<UInt8>?

    init(_ bytes: [UInt8]) {
      var rest = bytes[...]
      if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
        fragment = rest[(hash + 1)...]
        rest = rest[..<hash]
      }
      if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
        query = rest[(mark + 1)...]
        rest = rest[..<mark]
      }
      if let colon = rest.firstIndex(of: UInt8(ascii: ":")), colon > rest.startIndex,
        Address.isScheme(rest[..<colon])
      {
        scheme = rest[..<colon]
        rest = rest[(colon + 1)...]
      }
      if rest.starts(with: [UInt8(ascii: "/"), UInt8(ascii: "/")]) {
        rest = rest.dropFirst(2)
        let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
        authority = rest[..<end]
        rest = rest[end...]
      }
      path = rest
    }
  }

  /// The absolute address of a reference, or the reference itself where there is no base.
  ///
  /// As browsers do, a backslash counts as a slash, and any number of slashes before a host as two.
  static func resolve(_ reference: String, against base: String?) -> String {
    let bytes = cleaned(reference.utf8)
    return String(decoding: resolve(bytes, against: base ?? ""), as: UTF8.self)
  }

  static func resolve(_ reference: [UInt8], against base: String) -> [UInt8] {
    var reference = reference
    let baseBytes = cleaned(base.utf8)
    if let length = webSchemeLength(reference) {
      let slashes = reference[length...].prefix {
        $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\")
      }
      if slashes.elementsEqual("//".utf8) { return reference }
      guard slashes.isEmpty, baseBytes.starts(with: reference[..<length]) else {
        return reference[..<length] + Array("//".utf8) + reference[slashes.endIndex...]
      }
      reference.removeFirst(length)
    }
    guard !baseBytes.isEmpty else { return reference }
    if webSchemeLength(baseBytes) != nil { repairSlashes(&reference) }
    let given = Parts(reference)
    if given.scheme != nil { return reference }
    let root = Parts(baseBytes)
    return joined(root.scheme, given, root)
  }

  /// The length of `http:` or `https:` at the start.
  private static func webSchemeLength(_ bytes: [UInt8]) -> Int? {
    let head = bytes.prefix(6).map { $0 | 0x20 }
    if head.starts(with: "http:".utf8.map { $0 | 0x20 }) { return 5 }
    return head.starts(with: "https:".utf8.map { $0 | 0x20 }) ? 6 : nil
  }

  private static func repairSlashes(_ reference: inout [UInt8]) {
    for index in reference.indices {
      switch reference[index] {
      case UInt8(ascii: "\\"): reference[index] = UInt8(ascii: "/")
      case UInt8(ascii: "?"), UInt8(ascii: "#"): return collapse(&reference)
      default: break
      }
    }
    collapse(&reference)
  }

  /// More than two slashes at the start as two.
  private static func collapse(_ reference: inout [UInt8]) {
    let slashes = reference.prefix { $0 == UInt8(ascii: "/") }.count
    if slashes > 2 { reference.removeFirst(slashes - 2) }
  }

  private static func joined(_ scheme: ArraySlice<UInt8>?, _ given: Parts, _ root: Parts)
    -> [UInt8]
  {
    var authority = root.authority
    var path: [UInt8]
    var query = given.query
    if given.authority != nil {
      authority = given.authority
      path = withoutDots(given.path)
    } else if given.path.isEmpty {
      path = Array(root.path)
      query = given.query ?? root.query
    } else if given.path.first == UInt8(ascii: "/") {
      path = withoutDots(given.path)
    } else {
      let slash = root.path.lastIndex(of: UInt8(ascii: "/"))
      var merged: [UInt8]
      if let slash {
        merged = Array(root.path[...slash])
      } else {
        merged = authority != nil ? [UInt8(ascii: "/")] : []
      }
      merged += given.path
      path = withoutDots(merged[...])
    }
    if authority != nil, path.isEmpty, given.fragment == nil, query == nil, given.authority == nil {
      path = Array(root.path)
    }
    var out: [UInt8] = []
    if let scheme { out += scheme + [UInt8(ascii: ":")] }
    if let authority { out += [UInt8(ascii: "/"), UInt8(ascii: "/")] + authority }
    out += path
    if let query { out += [UInt8(ascii: "?")] + query }
    if let fragment = given.fragment { out += [UInt8(ascii: "#")] + fragment }
    return out
  }

  /// Takes `.` and `..` out of a path.
  private static func withoutDots(_ path: ArraySlice<UInt8>) -> [UInt8] {
    let isAbsolute = path.first == UInt8(ascii: "/")
    var kept: [ArraySlice<UInt8>] = []
    let segments = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let body = isAbsolute ? segments.dropFirst() : segments[...]
    for (index, segment) in body.enumerated() {
      let isLast = index == body.count - 1
      if segment.elementsEqual("..".utf8) {
        if !kept.isEmpty { kept.removeLast() }
        if isLast { kept.append([]) }
      } else if segment.elementsEqual(".".utf8) {
        if isLast { kept.append([]) }
      } else {
        kept.append(segment)
      }
    }
    return (isAbsolute ? [UInt8(ascii: "/")] : []) + kept.joined(separator: [UInt8(ascii: "/")])
  }

  static func isScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, (first | 0x20) &- UInt8(ascii: "a") < 26 else { return false }
    return bytes.allSatisfy {
      ($0 | 0x20) &- UInt8(ascii: "a") < 26 || $0 &- UInt8(ascii: "0") < 10
        || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
  }

  static func hasScheme(_ bytes: [UInt8]) -> Bool {
    guard let colon = bytes.prefix(32).firstIndex(of: UInt8(ascii: ":")) else { return false }
    return isScheme(bytes[..<colon])
  }

  /// Without white space around it and without tabs, line ends and control characters.
  static func cleaned(_ text: some Sequence<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    for byte in text where byte >= 32 && byte != 127 {
      if byte == 32, out.isEmpty { continue }
      out.append(byte)
    }
    while out.last == 32 { out.removeLast() }
    return out
  }

  /// Whether an address is one a reader may follow: http or https, with a host.
  static func isWeb(_ address: String) -> Bool {
    let bytes = Array(address.utf8.prefix(9)).map { $0 | 0x20 }
    return bytes.starts(with: "http://".utf8.map { $0 | 0x20 }) && bytes.count > 7
      || bytes.starts(with: "https://".utf8.map { $0 | 0x20 }) && bytes.count > 8
  }
}
