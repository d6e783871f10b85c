// The states of `file:`, which has drive letters.
extension URLReader {
  mutating func file() -> Bool {
    url.host = .empty
    let base = base.flatMap { $0.scheme == "file" ? $0 : nil }
    if isSlash(current) {
      at += 1
      if isSlash(current) {
        at += 1
        return fileHost()
      }
      if let base {
        url.host = base.host
        if !startsWithDriveLetter, case .segments(let list) = base.path, let first = list.first,
          first.utf8.count == 2, first.hasSuffix(":"), Self.isDriveLetter(Array(first.utf8)[...])
        {
          append(first)
        }
      }
      return segments()
    }
    guard let base else { return segments() }
    url.host = base.host
    url.path = base.path
    guard let current else {
      url.query = base.query
      return true
    }
    if current == UInt8(ascii: "#") { url.query = base.query }
    guard !endsPath(current) else { return true }
    if startsWithDriveLetter { url.path = .segments([]) } else { shorten() }
    return segments()
  }

  private mutating func fileHost() -> Bool {
    var end = at
    while end < bytes.count, !isSlash(bytes[end]), !endsPath(bytes[end]) { end += 1 }
    let part = bytes[at..<end]
    if Self.isDriveLetter(part) { return segments() }
    at = end
    if !part.isEmpty {
      guard let host = WebHost(part, isSpecial: true) else { return false }
      url.host = host == .domain("localhost") ? .empty : host
    }
    return pathStart()
  }

  static func isDriveLetter(_ part: ArraySlice<UInt8>) -> Bool {
    guard part.count == 2, let letter = part.first, let sign = part.last else { return false }
    return (0x61...0x7A).contains(letter | 0x20)
      && (sign == UInt8(ascii: ":") || sign == UInt8(ascii: "|"))
  }

  private var startsWithDriveLetter: Bool {
    guard at + 2 <= bytes.count, Self.isDriveLetter(bytes[at..<(at + 2)]) else { return false }
    guard let next = byte(2) else { return true }
    return isSlash(next) || endsPath(next)
  }
}
