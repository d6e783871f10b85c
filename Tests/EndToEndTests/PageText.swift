/// A statement as a page shows it.
struct Statement {
  var words: String
  /// `/article/ID`
  var path: String
  /// The paragraphs that are linked: `p5`.
  var anchors: [String]
}

extension String {
  /// The targets of all links that pass.
  func links(_ passes: (String) -> Bool) -> [String] {
    attributes("href").filter(passes)
  }

  /// The elements that carry a statement (`data-v="ARTICLE.VERSION:lower-upper"`), each with the
  /// paragraphs of that article to which the page links.
  var statements: [Statement] {
    let links = Set(links { $0.hasPrefix("/article/") && $0.contains("#p") })
    var found: [Statement] = []
    var rest = self[...]
    while let mark = rest.firstRange(of: "data-v=\"") {
      rest = rest[mark.upperBound...]
      guard let open = rest.firstIndex(of: ">") else { break }
      let path = "/article/" + rest.prefix { $0 != "." }
      let words = String(rest[rest.index(after: open)...].prefix { $0 != "<" })
      if !words.plain.isEmpty {
        let anchors = links.filter { $0.hasPrefix(path + "#") }.map {
          String($0.dropFirst(path.count + 1))
        }
        found.append(Statement(words: words, path: path, anchors: anchors.sorted()))
      }
    }
    return found
  }

  /// The content of the element with an id, up to the next element with a paragraph's id.
  func element(id: String) -> String? {
    guard let mark = firstRange(of: "id=\"\(id)\"") else { return nil }
    let rest = self[mark.upperBound...]
    let end = rest.firstRange(of: " id=\"p")?.lowerBound ?? rest.endIndex
    return String(rest[..<end].drop { $0 != ">" }.dropFirst())
  }

  /// The words without tags, with the usual references resolved and marks as the text has them.
  var plain: String {
    var out = ""
    var isInTag = false
    for character in self {
      if character == "<" { isInTag = true }
      if !isInTag { out.append(character) }
      if character == ">" { isInTag = false }
    }
    let replacements = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
      ("\u{a0}", " "), ("\u{ad}", ""), ("\u{202f}", " "),
    ]
    for (from, to) in replacements {
      out = out.split(separator: from, omittingEmptySubsequences: false).joined(separator: to)
    }
    let quotes: Set<Character> = ["„", "“", "”", "«", "»", "\"", "‚", "‘", "’", "'"]
    return out.filter { !quotes.contains($0) }.split { $0 == " " || $0 == "\n" }
      .joined(separator: " ")
  }

  private func attributes(_ name: String) -> [String] {
    var values: [String] = []
    var rest = self[...]
    while let mark = rest.firstRange(of: "\(name)=\"") {
      rest = rest[mark.upperBound...]
      values.append(String(rest.prefix { $0 != "\"" }))
    }
    return values
  }
}
