import HTTPTypes
import Hummingbird

/// A way to pack an answer.
enum Coding: UInt8, Sendable, CaseIterable {
  case brotli = 1
  case zstd = 2
  case gzip = 4

  /// Its name in headers.
  var name: String {
    switch self {
    case .brotli: "br"
    case .zstd: "zstd"
    case .gzip: "gzip"
    }
  }
}

/// What a client accepts, read from `Accept-Encoding` (RFC 9110, section 12.5.3).
struct Codings: Sendable, Hashable {
  private var bits: UInt8 = 0

  static let none = Codings()

  func contains(_ coding: Coding) -> Bool { bits & coding.rawValue != 0 }

  init() {}
  init(of request: Request) { self.init(request.headers[.acceptEncoding] ?? "") }
  init(_ header: String) { self.init(Array(header.utf8).span) }

  init(_ header: Span<UInt8>) {
    var named: UInt8 = 0
    var star = false
    var start = 0
    while start < header.count {
      var end = start
      while end < header.count, header[end] != UInt8(ascii: ",") { end += 1 }
      let item = Self.item(header, start, end)
      named |= item.coding
      if item.isWanted { bits |= item.coding }
      if item.isStar { star = item.isWanted }
      start = end + 1
    }
    if star { bits |= ~named & 7 }
  }

  private static func item(_ header: Span<UInt8>, _ from: Int, _ to: Int) -> (
    coding: UInt8, isStar: Bool, isWanted: Bool
  ) {
    var start = from
    while start < to, header[start] == 0x20 || header[start] == 0x09 { start += 1 }
    var end = start
    while end < to, header[end] != UInt8(ascii: ";"), header[end] != 0x20, header[end] != 0x09 {
      end += 1
    }
    let isStar = end - start == 1 && header[start] == UInt8(ascii: "*")
    var coding: UInt8 = 0
    for known in Coding.allCases where equals(header, start, end, known) {
      coding = known.rawValue
    }
    return (coding, isStar, !isForbidden(header, end, to))
  }

  private static func equals(_ header: Span<UInt8>, _ from: Int, _ to: Int, _ coding: Coding)
    -> Bool
  {
    let word: StaticString
    switch coding {
    case .brotli: word = "br"
    case .zstd: word = "zstd"
    case .gzip: word = "gzip"
    }
    return ASCIIWord.equals(header, from, to, word)
  }

  /// Whether the parameters say `q=0`, `q=0.0` and so on.
  private static func isForbidden(_ header: Span<UInt8>, _ from: Int, _ to: Int) -> Bool {
    var index = from
    var seen = 0
    while index < to {
      let byte = header[index]
      index += 1
      switch byte {
      case 0x20, 0x09, UInt8(ascii: ";"): continue
      case UInt8(ascii: "q"), UInt8(ascii: "Q"): seen = 1
      case UInt8(ascii: "=") where seen == 1: seen = 2
      case UInt8(ascii: "0") where seen >= 2: seen = 3
      case UInt8(ascii: ".") where seen == 3: continue
      default: return false
      }
    }
    return seen == 3
  }
}

/// Compares bytes with words of the protocol.
enum ASCIIWord {
  /// Whether bytes are a word, whichever case their letters have; the word is in lower case.
  static func equals(_ bytes: Span<UInt8>, _ from: Int, _ to: Int, _ word: StaticString) -> Bool {
    guard to - from == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { word in
      for offset in 0..<word.count {
        let byte = bytes[from + offset]
        let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        guard (isUpper ? byte | 0x20 : byte) == word[offset] else { return false }
      }
      return true
    }
  }
}
