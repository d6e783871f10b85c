import Languages
import Press

/// Knows a page that is written on while things happen: its heading is the latest news, and its
/// name is what JSON-LD says.
enum LiveBlog {
  /// Headings with a time of day from which on a page is a live blog.
  private static let fewest = 4

  static func isLiveBlog(page: Page, data: StructuredData) -> Bool {
    if data.type == "LiveBlogPosting" { return true }
    var timed = 0
    for piece in page.pieces where piece.kind == .heading && isTimed(page.words(piece)) {
      timed += 1
    }
    return timed >= fewest
  }

  /// «12.31 Uhr: …», «9:05 Uhr …».
  private static func isTimed(_ line: ArraySlice<UInt8>) -> Bool {
    let head = line.prefix(12)
    let hours = head.prefix { (0x30...0x39).contains($0) }
    var rest = head.dropFirst(hours.count)
    guard (1...2).contains(hours.count), let mark = rest.popFirst(),
      mark == UInt8(ascii: ".") || mark == UInt8(ascii: ":")
    else { return false }
    let minutes = rest.prefix { (0x30...0x39).contains($0) }
    rest = rest.dropFirst(minutes.count)
    guard minutes.count == 2, rest.popFirst() == 0x20 else { return false }
    return clockWords.contains { rest.starts(with: $0) }
  }

  private static let clockWords = PageWords.text(of: "page-clock-words").split(separator: 10)

  /// Whether an address names a live blog.
  static func isNamed(in url: String?) -> Bool {
    guard let path = url.flatMap({ WebAddress($0) })?.path else { return false }
    let bytes = path.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return bytes.indices.contains { index in
      begins[Int(bytes[index])] && names.contains { bytes[index...].starts(with: $0) }
    }
  }

  private static let names = PageWords.text(of: "page-live-blogs").split(separator: 10)
  /// The bytes with which one of them begins.
  private static let begins = (0...255).map { byte in names.contains { $0.first == UInt8(byte) } }
}
