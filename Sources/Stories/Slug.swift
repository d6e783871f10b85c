/// The words an address itself says: the last part of its path that has any.
enum Slug {
  /// The part's bytes with hyphens for spaces; numbers that only count pages are left out.
  static func words(of url: String) -> [UInt8] {
    let bytes = Array(url.utf8)
    var start = 0
    if let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon < 8 { start = colon + 3 }
    guard start < bytes.count, var slash = bytes[start...].firstIndex(of: UInt8(ascii: "/")) else {
      return []
    }
    let end =
      bytes[slash...].firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
      ?? bytes.count
    var best: [UInt8] = []
    while slash < end {
      let next = bytes[(slash + 1)..<end].firstIndex(of: UInt8(ascii: "/")) ?? end
      let part = (slash + 1)..<next
      slash = next
      guard hasWords(bytes, part) else { continue }
      let words = plain(bytes[part])
      if words.count(where: { $0 == 32 }) >= 2 { best = words }
    }
    return best
  }

  /// Whether a part has a mark between words at all.
  private static func hasWords(_ bytes: [UInt8], _ part: Range<Int>) -> Bool {
    for index in part where bytes[index] == 0x2D || bytes[index] == 0x5F || bytes[index] == 0x2E {
      return true
    }
    return false
  }

  /// A part of a path without its numbers and file ending, spaces for hyphens.
  private static func plain(_ part: ArraySlice<UInt8>) -> [UInt8] {
    var words: [UInt8] = []
    words.reserveCapacity(part.count + 1)
    // Where the word being read begins in `words`, and its digits so far.
    var start = 0
    var digits = 0
    func isKept() -> Bool {
      let length = words.count - start
      if digits > 0 && (length > 5 || digits < length) { return false }
      return length > 0 && !words[start...].elementsEqual("html".utf8)
        && !words[start...].elementsEqual("htm".utf8)
    }
    for byte in part {
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        if isKept() { words.append(32) } else { words.removeLast(words.count - start) }
        start = words.count
        digits = 0
      default:
        if (48...57).contains(byte) { digits += 1 }
        words.append(byte)
      }
    }
    if isKept() { words.append(32) } else { words.removeLast(words.count - start) }
    return words
  }
}
