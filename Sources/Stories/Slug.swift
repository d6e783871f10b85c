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
      let part = plain(bytes[(slash + 1)..<next])
      if part.count(where: { $0 == 32 }) >= 2 { best = part }
      slash = next
    }
    return best
  }

  /// A part of a path without its numbers and file ending, spaces for hyphens.
  private static func plain(_ part: ArraySlice<UInt8>) -> [UInt8] {
    var words: [UInt8] = []
    let marks = Array("-_.".utf8)
    for word in part.split(whereSeparator: { marks.contains($0) }) {
      let digits = word.count(where: { (48...57).contains($0) })
      if digits > 0 && (word.count > 5 || digits < word.count) { continue }
      if word.elementsEqual("html".utf8) || word.elementsEqual("htm".utf8) { continue }
      words += word
      words.append(32)
    }
    return words
  }
}
