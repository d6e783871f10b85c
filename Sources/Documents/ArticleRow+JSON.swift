import Press

extension ArticleRow {
  /// The row as one JSON object. Keys that may be null are written as null, so that every row has
  /// the same ones.
  public var json: [UInt8] {
    let size = text.utf8.count * 3 + removed.reduce(0) { $0 + $1.text.utf8.count + 40 } + 1024
    var out = JSONText(capacity: size)
    out.raw("{\"id\":")
    out.string(id)
    writeHead(to: &out)
    out.raw(",\"blocks\":")
    out.list(blocks) { $0.write(to: &$1) }
    out.raw(",\"text\":")
    out.string(text)
    out.raw(",\"removed\":")
    out.list(removed) { block, out in
      out.raw("{\"rule\":")
      out.string(block.rule)
      out.raw(",\"text\":")
      out.string(block.text)
      out.raw("}")
    }
    out.raw(",\"extractor\":")
    out.string(extractor)
    out.raw(",\"confidence\":")
    out.hundredths(confidence)
    out.raw("}")
    return out.bytes
  }

  private func writeHead(to out: inout JSONText) {
    out.member("url", url)
    out.member("canonical", canonical)
    out.member("original", original)
    out.member("kind", kind)
    out.member("access", access)
    out.member("headline", headline)
    out.member("kicker", kicker)
    out.member("standfirst", standfirst)
    out.raw(",\"byline\":")
    out.list(byline) { name, out in
      out.raw("{\"name\":")
      out.string(name.name)
      out.raw(",\"role\":")
      out.string(name.role)
      out.raw("}")
    }
    out.member("dateline", dateline)
    out.member("published", published)
    out.member("updated", updated)
    out.member("language", language)
    out.member("section", section)
    out.member("outlet", outlet)
    out.raw(",\"tags\":")
    out.list(tags) { $1.string($0) }
  }
}

extension ArticleRow.Line {
  fileprivate func write(to out: inout JSONText) {
    out.raw("{\"kind\":")
    out.string(kind)
    out.raw(",\"text\":")
    out.string(text)
    if let level {
      out.raw(",\"level\":")
      out.number(level)
    }
    if let items {
      out.raw(",\"items\":")
      out.list(items) { $1.string($0) }
    }
    if let rows {
      out.raw(",\"rows\":")
      out.list(rows) { row, out in out.list(row) { $1.string($0) } }
    }
    if let url { out.member("url", url) }
    if let alt { out.member("alt", alt) }
    if let caption { out.member("caption", caption) }
    if let credit { out.member("credit", credit) }
    if let links {
      out.raw(",\"links\":")
      out.list(links) { link, out in
        out.raw("{\"b\":")
        out.number(link.start)
        out.raw(",\"e\":")
        out.number(link.end)
        out.member("url", link.url)
        out.raw("}")
      }
    }
    out.raw("}")
  }
}

extension JSONText {
  fileprivate mutating func member(_ key: StaticString, _ value: String?) {
    raw(",\"")
    raw(key)
    raw("\":")
    string(value)
  }

  fileprivate mutating func member(_ key: StaticString, _ date: ArticleRow.Stated?) {
    raw(",\"")
    raw(key)
    raw("\":")
    guard let date else { return raw("null") }
    raw("{\"value\":")
    string(date.value)
    raw(",\"precision\":")
    string(date.precision)
    raw("}")
  }

  fileprivate mutating func list<Element>(
    _ elements: [Element], _ write: (Element, inout JSONText) -> Void
  ) {
    mark(UInt8(ascii: "["))
    var isFirst = true
    for element in elements {
      if !isFirst { mark(UInt8(ascii: ",")) }
      isFirst = false
      write(element, &self)
    }
    mark(UInt8(ascii: "]"))
  }

  /// A number from 0 to 1 with two places.
  fileprivate mutating func hundredths(_ value: Double) {
    let hundredths = min(max(Int((value * 100).rounded()), 0), 100)
    if hundredths == 100 { return mark(UInt8(ascii: "1")) }
    raw("0.")
    mark(UInt8(ascii: "0") + UInt8(hundredths / 10))
    mark(UInt8(ascii: "0") + UInt8(hundredths % 10))
  }
}
