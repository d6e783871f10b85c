extension XMLScanner {
  /// `<!-- -->`, `<![CDATA[ ]]>` and `<!DOCTYPE >`.
  mutating func declaration(_ source: Span<UInt8>, _ at: Int) -> Int {
    if matches(source, at, "<!--") {
      if let end = find("-->", in: source, from: at + 4) { return end + 3 }
      // What stands behind it may be all the rest of the document: it is read.
      note("a comment without end", at: at)
      return at + 4
    }
    if matches(source, at, "<![CDATA[") { return verbatim(source, at) }
    if matches(source, at, "<!DOCTYPE") || matches(source, at, "<!doctype") {
      return doctype(source, at)
    }
    note("an unknown declaration", at: at)
    return skip(source, at, to: ">")
  }

  /// A CDATA section; one that never ends ends with the element around it.
  private mutating func verbatim(_ source: Span<UInt8>, _ at: Int) -> Int {
    let start = at + 9
    if let end = find("]]>", in: source, from: start) {
      append(kind: .verbatim, start..<end, hasReferences: false)
      return end + 3
    }
    note("a CDATA section without end", at: at)
    var end = start
    if let name = open.last?.name, !name.isEmpty {
      while end < source.count {
        if source[end] == UInt8(ascii: "<"), end + 1 < source.count,
          source[end + 1] == UInt8(ascii: "/"), end + 2 + name.count <= source.count,
          XMLNames.equal(name, end + 2..<end + 2 + name.count, in: source)
        {
          break
        }
        end += 1
      }
    } else {
      end = source.count
    }
    append(kind: .verbatim, start..<end, hasReferences: false)
    return end
  }

  /// Passes over the document type; what matters of it was read before.
  private mutating func doctype(_ source: Span<UInt8>, _ at: Int) -> Int {
    XMLDoctype.end(of: source, from: at) ?? skip(source, at, to: ">")
  }

  /// Passes over a comment or instruction; one without end ends at the next `>`.
  mutating func skip(_ source: Span<UInt8>, _ at: Int, to mark: StaticString) -> Int {
    if let end = find(mark, in: source, from: at + 2) { return end + mark.utf8CodeUnitCount }
    note("markup without end", at: at)
    if let end = find(">", in: source, from: at + 2) { return end + 1 }
    return source.count
  }

  func matches(_ source: Span<UInt8>, _ at: Int, _ word: StaticString) -> Bool {
    let end = at + word.utf8CodeUnitCount
    return end <= source.count && XMLNames.equals(at..<end, word, in: source)
  }

  /// The place of a mark, which is sought at most once when it is not there.
  private mutating func find(
    _ mark: StaticString, in source: Span<UInt8>, from start: Int
  ) -> Int? {
    let (first, count) = mark.withUTF8Buffer { ($0.first ?? 0, $0.count) }
    let key = first
    guard !exhausted.contains(key) else { return nil }
    var at = start
    while at + count <= source.count {
      if source[at] == first, count == 1 || XMLNames.equals(at..<at + count, mark, in: source) {
        return at
      }
      at += 1
    }
    exhausted.insert(key)
    return nil
  }
}
