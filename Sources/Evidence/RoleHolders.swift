import Languages
import Press

/// Who a role of a text belongs to: in one with "Verteidigungsminister Sergej Schoigu" the words "der
/// Verteidigungsminister" mean him.
struct RoleHolders {
  /// The key of the only person whose name each role stands beside; empty where there are several.
  private var byRole: [ArraySlice<UInt8>: String] = [:]

  init(_ findings: Findings, _ body: ArticleText) {
    for name in findings.names where name.kind == .person && !name.key.isEmpty {
      for role in [
        RoleWords.before(name.stretch.lower, in: body.utf8),
        Self.behind(name.stretch.upper, body.utf8),
      ] {
        guard let role else { continue }
        let noun = body.utf8[role]
        let other = byRole[noun]
        byRole[noun] = other == nil || other == name.key ? name.key : ""
      }
    }
  }

  /// The holder's key.
  func key(ofRole noun: ArraySlice<UInt8>) -> String? {
    byRole[noun].flatMap { $0.isEmpty ? nil : $0 }
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

  /// Whether words are a role's noun with nothing but an article before it and nothing behind it: words
  /// that tell the role apart, "der südkoreanische Verteidigungsminister", may mean somebody else and lead
  /// to nobody.
  static func isBareRole(
    _ noun: ArraySlice<UInt8>, in range: Range<Int>, of utf8: [UInt8]
  ) -> Bool {
    guard noun.count >= 6, noun.endIndex == range.upperBound else { return false }
    let before = utf8[range.lowerBound..<noun.startIndex].split(separator: 0x20)
    guard before.count <= 1 else { return false }
    return before.allSatisfy { word in
      ["der", "die", "Der", "Die", "dem", "den", "des"].contains { word.elementsEqual($0.utf8) }
    }
  }
}
