import Press

/// Spellings of a name that lead to one key.
extension NameFinder {
  /// The full names of the persons of the text, which have their keys then, where one of them may belong
  /// to a family name that stands alone in another spelling.
  mutating func fullNames() -> FullNames? {
    var isAsked = false
    for index in found.indices where found[index].kind == .person && found[index].key == nil {
      let tokens = found[index].tokens
      if tokens.count > 1 {
        found[index].key = NameKey.person(parts(tokens))
      } else if !isAsked {
        isAsked = person(tokens.lowerBound) == nil
      }
    }
    guard isAsked else { return nil }
    return FullNames(
      found.compactMap { $0.kind == .person && $0.tokens.count > 1 ? $0.key : nil })
  }

  /// The key a place has in the other language's list, where its own does not know it: "Russia" in a
  /// German text.
  func keyElsewhere(_ tokens: Range<Int>) -> String? {
    let other = NameWords.of(isGerman ? .english : .german).places
    guard let match = other.match(words, at: tokens.lowerBound, end: tokens.upperBound),
      match.length == tokens.count
    else { return nil }
    return other.attributes(of: match).first.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The hash of a word without a genitive's s, of short family names too: "Kims", "Xis".
  func genitive(_ index: Int) -> UInt64 {
    let word = words[index]
    guard word.length == 3 || word.length == 4, words.utf8[word.end - 1] == UInt8(ascii: "s"),
      words.utf8[word.end - 2] | 0x20 != UInt8(ascii: "s"), !word.marks.contains(.hasAccent)
    else { return stemmed(index) }
    return Folding.hash(words.utf8[word.start..<word.end - 1])
  }
}

/// Full names by what they end with: "Shoigu" in a text with "Sergej Schoigu" is he.
struct FullNames {
  /// By all their ends at a space; empty where several names end so.
  private var byEnd: [String: String] = [:]

  init(_ keys: [String]) {
    for key in keys {
      var rest = key[...]
      while let space = rest.firstIndex(of: " ") {
        rest = rest[rest.index(after: space)...]
        let other = byEnd[String(rest)]
        byEnd[String(rest)] = other == nil || other == key ? key : ""
      }
    }
  }

  /// The only one that ends with a key, behind a word.
  func only(endingIn key: String) -> String? {
    byEnd[key].flatMap { $0.isEmpty ? nil : $0 }
  }
}
