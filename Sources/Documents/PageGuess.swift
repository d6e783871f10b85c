extension ArticleReader {
  /// Whether bytes are a page with markup, not flattened text: some element of a page's frame or
  /// text stands near the beginning, or UTF-16 was marked.
  public static func looksLikePage(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) { return true }
    let head = bytes.prefix(65_536)
    var tags = 0
    var index = head.startIndex
    while let open = head[index...].firstIndex(of: UInt8(ascii: "<")) {
      let name = head[(open + 1)...].prefix(9).map { $0 | 0x20 }
      if certain.contains(where: { name.starts(with: $0) }) { return true }
      if likely.contains(where: { name.starts(with: $0) }) { tags += 1 }
      if tags >= 3 { return true }
      index = open + 1
    }
    return false
  }

  private static let certain: [[UInt8]] = ["!doctype", "html", "head>", "body", "article", "meta "]
    .map { $0.utf8.map { $0 | 0x20 } }
  private static let likely: [[UInt8]] = [
    "div", "p>", "p ", "span", "h1", "h2", "ul", "table", "a ",
  ]
  .map { $0.utf8.map { $0 | 0x20 } }
}
