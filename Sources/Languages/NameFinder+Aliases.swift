import Press

/// Spellings of a name that lead to one key.
extension NameFinder {
  /// The key of the only full name of the text whose family name is spelled otherwise: "Shoigu" in a
  /// text with "Sergej Schoigu".
  func spelledOtherwise(_ key: String) -> String? {
    var full: String?
    for name in found where name.kind == .person && name.tokens.count > 1 {
      let other = NameKey.person(parts(name.tokens))
      guard other.utf8.count > key.utf8.count + 1, other.hasSuffix(key),
        other.utf8.dropLast(key.utf8.count).last == UInt8(ascii: " ")
      else { continue }
      if let full, full != other { return nil }
      full = other
    }
    return full
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
