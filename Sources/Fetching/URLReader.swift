/// The basic URL parser (URL Standard, 4.4) over bytes, its states written as functions.
struct URLReader {
  let bytes: [UInt8]
  let base: WebURL?
  var at = 0
  var url = WebURL(scheme: "")

  init(_ text: String, base: WebURL?) {
    var kept = text.utf8[...]
    while let first = kept.first, first <= 0x20 { kept = kept.dropFirst() }
    while let last = kept.last, last <= 0x20 { kept = kept.dropLast() }
    bytes = kept.filter { $0 != 9 && $0 != 10 && $0 != 13 }
    self.base = base
  }

  var current: UInt8? { at < bytes.count ? bytes[at] : nil }
  func byte(_ ahead: Int) -> UInt8? { at + ahead < bytes.count ? bytes[at + ahead] : nil }

  func isSlash(_ byte: UInt8?) -> Bool {
    byte == UInt8(ascii: "/") || (byte == UInt8(ascii: "\\") && url.isSpecial)
  }

  func endsPath(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  mutating func read() -> WebURL? {
    let isRead = scheme() ? afterScheme() : withoutScheme()
    return isRead && queryAndFragment() ? url : nil
  }

  /// Reads `name:`, or stays at the beginning.
  private mutating func scheme() -> Bool {
    guard let first = current, (0x61...0x7A).contains(first | 0x20) else { return false }
    let name = bytes.prefix { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
        || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
    guard name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ":") else {
      return false
    }
    url.scheme = String(
      decoding: name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    at = name.endIndex + 1
    return true
  }

  private mutating func afterScheme() -> Bool {
    if url.scheme == "file" { return file() }
    if url.isSpecial {
      let hasSlashes = current == UInt8(ascii: "/") && byte(1) == UInt8(ascii: "/")
      if let base, base.scheme == url.scheme, !hasSlashes { return relative(to: base) }
      while isSlash(current) { at += 1 }
      return authority()
    }
    if current == UInt8(ascii: "/") {
      at += 1
      guard current == UInt8(ascii: "/") else { return segments() }
      at += 1
      return authority()
    }
    opaquePath()
    return true
  }

  private mutating func withoutScheme() -> Bool {
    guard let base else { return false }
    if case .opaque = base.path {
      guard current == UInt8(ascii: "#") else { return false }
      url = base
      url.fragment = nil
      return true
    }
    url.scheme = base.scheme
    return base.scheme == "file" ? file() : relative(to: base)
  }

  mutating func take(_ base: WebURL, path: Bool) {
    url.username = base.username
    url.password = base.password
    url.host = base.host
    url.port = base.port
    if path { url.path = base.path }
  }

  private mutating func relative(to base: WebURL) -> Bool {
    if isSlash(current) {
      at += 1
      if isSlash(current) {
        at += 1
        if url.isSpecial { while isSlash(current) { at += 1 } }
        return authority()
      }
      take(base, path: false)
      return segments()
    }
    take(base, path: true)
    guard let current else {
      url.query = base.query
      return true
    }
    if current == UInt8(ascii: "#") { url.query = base.query }
    guard !endsPath(current) else { return true }
    shorten()
    return segments()
  }

  private mutating func authority() -> Bool {
    var end = at
    while end < bytes.count, !isSlash(bytes[end]), !endsPath(bytes[end]) { end += 1 }
    var part = bytes[at..<end]
    if let sign = part.lastIndex(of: UInt8(ascii: "@")) {
      let credentials = part[..<sign]
      part = part[(sign + 1)...]
      guard !part.isEmpty else { return false }
      let colon = credentials.firstIndex(of: UInt8(ascii: ":")) ?? credentials.endIndex
      url.username = PercentEncoding.encode(credentials[..<colon], .userinfo)
      url.password = PercentEncoding.encode(credentials[colon...].dropFirst(), .userinfo)
    }
    at = end
    return hostAndPort(part) && pathStart()
  }

  private mutating func hostAndPort(_ part: ArraySlice<UInt8>) -> Bool {
    var isInBrackets = false
    var end = part.startIndex
    while end < part.endIndex {
      if part[end] == UInt8(ascii: ":"), !isInBrackets { break }
      if part[end] == UInt8(ascii: "[") { isInBrackets = true }
      if part[end] == UInt8(ascii: "]") { isInBrackets = false }
      end += 1
    }
    let name = part[..<end]
    let hasPort = end < part.endIndex
    guard !name.isEmpty || (!url.isSpecial && !hasPort),
      let host = WebHost(name, isSpecial: url.isSpecial)
    else { return false }
    url.host = host
    let digits = part[end...].dropFirst()
    guard !digits.isEmpty else { return true }
    guard let port = UInt16(decimal: digits) else { return false }
    url.port = port == WebURL.defaultPort(url.scheme) ? nil : port
    return true
  }

  mutating func pathStart() -> Bool {
    if !url.isSpecial {
      guard let current, !endsPath(current) else { return true }
    }
    if isSlash(current) { at += 1 }
    return segments()
  }

  /// The path state: `.` and `..` are resolved here, also in their encoded spellings.
  mutating func segments() -> Bool {
    while true {
      var end = at
      while end < bytes.count, !isSlash(bytes[end]), !endsPath(bytes[end]) { end += 1 }
      let segment = bytes[at..<end]
      let goesOn = end < bytes.count && isSlash(bytes[end])
      at = goesOn ? end + 1 : end
      switch Self.dots(segment) {
      case 2:
        shorten()
        if !goesOn { append("") }
      case 1:
        if !goesOn { append("") }
      default:
        var text = PercentEncoding.encode(segment, .path)
        if url.scheme == "file", case .segments([]) = url.path, Self.isDriveLetter(segment) {
          text = "\(text.prefix(1)):"
        }
        append(text)
      }
      if !goesOn { return true }
    }
  }

  mutating func append(_ segment: String) {
    guard case .segments(var list) = url.path else { return }
    // Without this the list would be copied for every segment.
    url.path = .segments([])
    list.append(segment)
    url.path = .segments(list)
  }

  mutating func shorten() {
    guard case .segments(var list) = url.path, let first = list.first else { return }
    if url.scheme == "file", list.count == 1, first.utf8.count == 2, first.hasSuffix(":"),
      Self.isDriveLetter(Array(first.utf8)[...])
    {
      return
    }
    list.removeLast()
    url.path = .segments(list)
  }

  /// 1 for `.`, 2 for `..`, `%2e` counting as a dot; 0 for all else.
  private static func dots(_ segment: ArraySlice<UInt8>) -> Int {
    guard (1...6).contains(segment.count) else { return 0 }
    var rest = segment
    var count = 0
    while let first = rest.first {
      if first == UInt8(ascii: ".") {
        rest = rest.dropFirst()
      } else if rest.count >= 3, first == UInt8(ascii: "%"),
        rest[rest.startIndex + 1] == UInt8(ascii: "2"),
        rest[rest.startIndex + 2] | 0x20 == UInt8(ascii: "e")
      {
        rest = rest.dropFirst(3)
      } else {
        return 0
      }
      count += 1
    }
    return count <= 2 ? count : 0
  }

  private mutating func opaquePath() {
    var end = at
    while end < bytes.count, !endsPath(bytes[end]) { end += 1 }
    var text = PercentEncoding.encode(bytes[at..<end], .control)
    if end < bytes.count, text.hasSuffix(" ") { text = text.dropLast() + "%20" }
    url.path = .opaque(text)
    at = end
  }

  private mutating func queryAndFragment() -> Bool {
    if current == UInt8(ascii: "?") {
      let end = bytes[at...].firstIndex(of: UInt8(ascii: "#")) ?? bytes.count
      let part = bytes[(at + 1)..<max(at + 1, end)]
      url.query = PercentEncoding.encode(part, url.isSpecial ? .specialQuery : .query)
      at = end
    }
    if current == UInt8(ascii: "#") {
      url.fragment = PercentEncoding.encode(bytes[(at + 1)...], .fragment)
      at = bytes.count
    }
    return true
  }
}
