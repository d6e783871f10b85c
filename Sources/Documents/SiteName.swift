/// The site's name, which most pages write before or behind their title.
enum SiteName {
  /// A title without the site's name behind or before a dash or bar.
  static func stripped(from title: String, site: String?) -> String {
    let siteWords = site.map { WordSet($0) } ?? WordSet()
    let crumbs = split(title, at: " » ")
    if crumbs.count > 2, let last = crumbs.last, WordSet(last).count >= 2 { return last }
    for mark in [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", ": "] {
      let parts = split(title, at: mark)
      guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
      // «GdP-Vize: …» holds a site's name and is none.
      let isStrict = mark == ": "
      if !siteWords.isEmpty, isSite(last, siteWords, isStrict) {
        return parts.dropLast().joined(separator: mark)
      }
      if !siteWords.isEmpty, isSite(first, siteWords, isStrict) {
        return parts.dropFirst().joined(separator: mark)
      }
      if mark == " | " || mark == " - " || mark == " – ", WordSet(last).count <= 4,
        WordSet(first).count >= 4
      {
        return parts.dropLast().joined(separator: mark)
      }
    }
    return title
  }

  private static func isSite(_ part: String, _ site: WordSet, _ isStrict: Bool) -> Bool {
    let own = WordSet(part)
    return !own.isEmpty && own.count <= 6
      && own.shared(with: site) >= (isStrict ? own.count : min(own.count, site.count))
  }

  static func split(_ text: String, at mark: String) -> [String] {
    let bytes = Array(text.utf8)
    let needle = Array(mark.utf8)
    // Most titles have none of the marks.
    guard bytes.contains(needle[needle[0] == 0x20 ? 1 : 0]) else { return [text] }
    var parts: [String] = []
    var start = 0
    var index = 0
    while index + needle.count <= bytes.count {
      if bytes[index..<index + needle.count].elementsEqual(needle) {
        parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += needle.count
        start = index
      } else {
        index += 1
      }
    }
    parts.append(String(decoding: bytes[start...], as: UTF8.self))
    return parts
  }
}
