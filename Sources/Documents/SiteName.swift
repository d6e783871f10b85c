/// The site's name, which most pages write before or behind their title.
enum SiteName {
  /// A title without the site's name behind or before a dash or bar.
  static func stripped(from title: String, site: String?) -> String {
    let bytes = Array(title.utf8)[...]
    let siteWords = site.map { WordSet($0) } ?? WordSet()
    let crumbs = bytes.split(at: " » ")
    if crumbs.count > 2, let last = crumbs.last, WordSet(last).count >= 2 {
      return String(decoding: last, as: UTF8.self)
    }
    for mark in marks {
      let parts = bytes.split(at: mark)
      guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
      let withoutLast = bytes[..<(last.startIndex - mark.utf8CodeUnitCount)]
      // «GdP-Vize: …» holds a site's name and is none.
      let isStrict = mark.isName(": ")
      if !siteWords.isEmpty, isSite(last, siteWords, isStrict) {
        return String(decoding: withoutLast, as: UTF8.self)
      }
      if !siteWords.isEmpty, isSite(first, siteWords, isStrict) {
        return String(decoding: bytes[(first.endIndex + mark.utf8CodeUnitCount)...], as: UTF8.self)
      }
      if mark.isName(" | ") || mark.isName(" - ") || mark.isName(" – "), WordSet(last).count <= 4,
        WordSet(first).count >= 4
      {
        return String(decoding: withoutLast, as: UTF8.self)
      }
    }
    return title
  }

  private static let marks: [StaticString] = [
    " | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", ": ",
  ]

  /// Whether nothing is left, or a dash or bar stands first.
  static func begins(with rest: Substring) -> Bool {
    rest.isEmpty || marks.contains { mark in mark.withUTF8Buffer { rest.utf8.starts(with: $0) } }
  }

  /// Whether a site's name and nothing else stands behind a dash or bar.
  static func isAlone(_ site: String, in rest: Substring) -> Bool {
    let bytes = Array(rest.utf8)[...]
    guard let mark = marks.first(where: { mark in mark.withUTF8Buffer { bytes.starts(with: $0) } })
    else { return false }
    let words = WordSet(bytes.dropFirst(mark.utf8CodeUnitCount))
    return !words.isEmpty && words == WordSet(site)
  }

  private static func isSite(_ part: ArraySlice<UInt8>, _ site: WordSet, _ isStrict: Bool) -> Bool {
    let own = WordSet(part)
    return !own.isEmpty && own.count <= 6
      && own.shared(with: site) >= (isStrict ? own.count : min(own.count, site.count))
  }

  static func split(_ text: String, at mark: StaticString) -> [String] {
    Array(text.utf8)[...].split(at: mark).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension ArraySlice<UInt8> {
  /// The parts between places where a mark stands; one where there is none.
  func split(at mark: StaticString) -> [ArraySlice<UInt8>] {
    mark.withUTF8Buffer(split)
  }

  /// The parts between marks.
  func split(at mark: [UInt8]) -> [ArraySlice<UInt8>] { mark.withUnsafeBufferPointer(split) }

  /// Whether a mark stands anywhere.
  func holds(_ mark: [UInt8]) -> Bool {
    mark.withUnsafeBufferPointer { place(of: $0, from: startIndex) } != nil
  }

  private func split(_ mark: UnsafeBufferPointer<UInt8>) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = startIndex
    while let place = place(of: mark, from: start) {
      parts.append(self[start..<place])
      start = place + mark.count
    }
    parts.append(self[start...])
    return parts
  }

  /// Where a mark stands next.
  private func place(of mark: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    // Most marks begin with a space, of which there are many.
    let telling = mark.count > 1 && mark[0] == 0x20 ? 1 : 0
    let wanted = mark[telling]
    var index = start
    while index <= endIndex - mark.count {
      if self[index + telling] == wanted, self[index..<index + mark.count].elementsEqual(mark) {
        return index
      }
      index += 1
    }
    return nil
  }
}

extension StaticString {
  fileprivate func isName(_ other: StaticString) -> Bool {
    withUTF8Buffer { mine in other.withUTF8Buffer { mine.elementsEqual($0) } }
  }
}
