import Languages
import Press

/// Who a role of a text belongs to: in one with "Verteidigungsminister Sergej Schoigu" the words "der
/// Verteidigungsminister" mean him.
enum RoleHolders {
  /// The key of the only person of the text whose name the role's noun stands beside.
  ///
  /// Words that tell the role apart, "der südkoreanische Verteidigungsminister", may mean somebody else
  /// and lead to nobody.
  static func key(
    ofRole noun: ArraySlice<UInt8>, in range: Range<Int>, findings: Findings, body: ArticleText
  ) -> String? {
    guard findings.language == .german, noun.count >= 6,
      isBare(noun, in: range, of: body.utf8)
    else { return nil }
    var holder: String?
    for name in findings.names where name.kind == .person && !name.key.isEmpty {
      let roles = [
        RoleWords.before(name.stretch.lower, in: body.utf8), behind(name.stretch.upper, body.utf8),
      ]
      guard roles.contains(where: { $0.map { body.utf8[$0].elementsEqual(noun) } ?? false }) else {
        continue
      }
      if let holder, holder != name.key { return nil }
      holder = name.key
    }
    return holder
  }

  /// The noun of "… als erster russischer Verteidigungsminister" behind a name.
  private static func behind(_ end: Int, _ utf8: [UInt8]) -> Range<Int>? {
    let lead = Array(" als ".utf8)
    guard end + lead.count < utf8.count, utf8[end..<end + lead.count].elementsEqual(lead) else {
      return nil
    }
    let words = utf8[(end + lead.count)..<min(utf8.count, end + 80)].split(
      separator: 0x20, maxSplits: 5)
    for word in words.prefix(5) {
      guard let first = word.first, word.allSatisfy({ $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 })
      else {
        return nil
      }
      if first &- 0x41 < 26 { return word.startIndex..<word.endIndex }
    }
    return nil
  }

  /// Whether nothing but an article stands before the noun, and nothing behind it.
  private static func isBare(
    _ noun: ArraySlice<UInt8>, in range: Range<Int>, of utf8: [UInt8]
  ) -> Bool {
    guard noun.endIndex == range.upperBound else { return false }
    let before = utf8[range.lowerBound..<noun.startIndex].split(separator: 0x20)
    guard before.count <= 1 else { return false }
    return before.allSatisfy { word in
      ["der", "die", "Der", "Die", "dem", "den", "des"].contains { word.elementsEqual($0.utf8) }
    }
  }
}
