/// A request that the shelf may answer: GET or HEAD of a path, HTTP/1.1, complete, without a body.
///
/// The reader is strict: whatever it does not know as harmless is `unusual` and goes to the whole
/// HTTP parser unchanged, so that two parsers never disagree about where a request ends.
struct PlainRequest: Sendable {
  enum Reading: Sendable {
    case plain(PlainRequest)
    /// The head is not all there yet.
    case incomplete
    /// For the whole parser.
    case unusual
  }

  var isHead: Bool
  /// Where the target stands.
  var target: Range<Int>
  var accepts = Codings.none
  var ifNoneMatch: Range<Int>?
  var ifModifiedSince: Range<Int>?
  /// Whether it carries a cookie or other credentials; such are never answered from the shelf.
  var isPersonal = false
  /// Bytes of the whole request.
  var length = 0

  /// A longer head goes to the whole parser, which has limits of its own.
  static let longest = 8_192
  private static let longestTarget = 1_024

  static func read(_ bytes: Span<UInt8>) -> Reading {
    var request = PlainRequest(isHead: false, target: 0..<0)
    var index: Int
    switch request.readRequestLine(bytes) {
    case .next(let next): index = next
    case .incomplete: return .incomplete
    case .unusual: return .unusual
    }
    var hosts = 0
    while true {
      guard index < longest else { return .unusual }
      guard index + 1 < bytes.count else { return .incomplete }
      if bytes[index] == 13 {
        guard bytes[index + 1] == 10, hosts == 1 else { return .unusual }
        request.length = index + 2
        return .plain(request)
      }
      switch request.readField(bytes, from: index, &hosts) {
      case .next(let next): index = next
      case .incomplete: return .incomplete
      case .unusual: return .unusual
      }
    }
  }

  private enum Step {
    case next(Int)
    case incomplete
    case unusual
  }

  private mutating func readRequestLine(_ bytes: Span<UInt8>) -> Step {
    guard bytes.count >= 5 else { return .incomplete }
    let start: Int
    if bytes[0] == 0x47, bytes[1] == 0x45, bytes[2] == 0x54, bytes[3] == 0x20 {
      start = 4
    } else if bytes[0] == 0x48, bytes[1] == 0x45, bytes[2] == 0x41, bytes[3] == 0x44,
      bytes[4] == 0x20
    {
      isHead = true
      start = 5
    } else {
      return .unusual
    }
    var end = start
    while end < bytes.count, bytes[end] > 0x20, bytes[end] < 0x7F, bytes[end] != 0x23 { end += 1 }
    guard end - start <= Self.longestTarget else { return .unusual }
    guard end < bytes.count else { return .incomplete }
    guard bytes[end] == 0x20, end > start, bytes[start] == UInt8(ascii: "/") else {
      return .unusual
    }
    target = start..<end
    guard end + 11 <= bytes.count else { return .incomplete }
    let version: StaticString = "HTTP/1.1\r\n"
    let isRight = version.withUTF8Buffer { version in
      for offset in 0..<10 where bytes[end + 1 + offset] != version[offset] { return false }
      return true
    }
    return isRight ? .next(end + 11) : .unusual
  }

  private mutating func readField(_ bytes: Span<UInt8>, from start: Int, _ hosts: inout Int)
    -> Step
  {
    var colon = start
    while colon < bytes.count, Self.isToken(bytes[colon]) { colon += 1 }
    guard colon < bytes.count else {
      return colon - start < Self.longest ? .incomplete : .unusual
    }
    guard bytes[colon] == UInt8(ascii: ":"), colon > start else { return .unusual }
    var from = colon + 1
    while from < bytes.count, bytes[from] == 0x20 || bytes[from] == 0x09 { from += 1 }
    var to = from
    while to < bytes.count, (bytes[to] >= 0x20 && bytes[to] < 0x7F) || bytes[to] == 0x09 {
      to += 1
    }
    guard to + 1 < bytes.count else { return .incomplete }
    guard bytes[to] == 13, bytes[to + 1] == 10 else { return .unusual }
    let end = to + 2
    while to > from, bytes[to - 1] == 0x20 || bytes[to - 1] == 0x09 { to -= 1 }
    return note(bytes, start, colon, from..<to, &hosts) ? .next(end) : .unusual
  }

  /// Notes what a field says; false if it needs the whole parser.
  private mutating func note(
    _ bytes: Span<UInt8>, _ start: Int, _ colon: Int, _ value: Range<Int>, _ hosts: inout Int
  ) -> Bool {
    func isNamed(_ name: StaticString) -> Bool { ASCIIWord.equals(bytes, start, colon, name) }
    switch colon - start {
    case 2: return !isNamed("te")
    case 4:
      if isNamed("host") {
        hosts += 1
        return hosts == 1 && !value.isEmpty
      }
    case 6:
      if isNamed("cookie") { isPersonal = true }
      return !isNamed("expect")
    case 7: return !isNamed("upgrade") && !isNamed("trailer")
    case 8: return !isNamed("if-match") && !isNamed("if-range")
    case 10:
      if isNamed("connection") {
        return ASCIIWord.equals(bytes, value.lowerBound, value.upperBound, "keep-alive")
      }
    case 13:
      if isNamed("if-none-match") {
        guard ifNoneMatch == nil else { return false }
        ifNoneMatch = value
      }
      if isNamed("authorization") { isPersonal = true }
    case 14: return !isNamed("content-length") && !isNamed("http2-settings")
    case 15:
      if isNamed("accept-encoding") {
        guard accepts == .none else { return false }
        accepts = Codings(bytes.extracting(value))
      }
    case 17:
      if isNamed("if-modified-since") { ifModifiedSince = value }
      return !isNamed("transfer-encoding")
    case 19: return !isNamed("if-unmodified-since") && !isNamed("proxy-authorization")
    default: break
    }
    return true
  }

  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D: true
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2E, 0x5E...0x60, 0x7C, 0x7E: true
    default: false
    }
  }
}
