/// Tells a heading's headline from the kicker before it and from what some pages write behind it.
struct HeadlineDivision {
  let page: Page
  let claims: HeadlineClaims

  /// Marks between kicker and headline, and their bytes; the colon is the only one of two.
  private static let marks: [(StaticString, Int)] = [(": ", 2), (" - ", 3), (" – ", 5), (" | ", 3)]

  /// Headlines shorter than this are not taken for a part of a heading.
  private static let shortest = 15

  func divided(headingAt index: Int) -> (headline: String, kicker: String?) {
    let words = page.words(page.pieces[index])
    let text =
      words.contains(10)
      ? words.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
        .joined(separator: " ") : String(decoding: words, as: UTF8.self)
    if let (headline, kicker) = joined(text) { return (headline, kicker) }
    for claim in claims.all
    where claim.utf8.count >= Self.shortest && claim.utf8.count < text.utf8.count {
      if text.hasSuffix(claim) {
        let kicker = Self.withoutMarks(String(text.dropLast(claim.count)))
        if !Self.isKicker(kicker) { return (text, nil) }
        return (claim, kicker.isEmpty ? nil : kicker)
      }
      if text.hasPrefix(claim), isAddition(text.dropFirst(claim.count), behind: claim, in: text) {
        return (claim, nil)
      }
    }
    return (text.hasPrefix("Headline: ") ? String(text.dropFirst(10)) : text, nil)
  }

  /// «KlimaschutzBohren, bis es heiß wird»: what stands in elements of their own has no mark
  /// between. JSON-LD or the title have it: a colon in JSON-LD makes one headline of both, all other
  /// marks tell the kicker.
  private func joined(_ text: String) -> (headline: String, kicker: String?)? {
    let letters = Array(text.utf8)
    for claim in claims.all + claims.raw where Self.partsAtMark(Array(claim.utf8), from: letters) {
      for (mark, bytes) in Self.marks {
        guard claim.utf8.count >= text.utf8.count + bytes - 1 else { continue }
        let parts = SiteName.split(claim, at: mark)
        guard parts.count > 1, let kicker = parts.first, !kicker.isEmpty, text.hasPrefix(kicker)
        else { continue }
        let behind = text.dropFirst(kicker.count)
        let headline = String(behind.first == " " ? behind.dropFirst() : behind)
        let said = String(Substring(claim.utf8.dropFirst(kicker.utf8.count + bytes)))
        // What the title says behind the headline begins with a mark of its own.
        guard headline.utf8.count >= Self.shortest, said.hasPrefix(headline),
          SiteName.begins(with: said.dropFirst(headline.count))
        else { continue }
        let isOne = bytes == 2 && claim == claims.structured
        return isOne ? ("\(kicker)\(mark)\(headline)", nil) : (headline, kicker)
      }
    }
    return nil
  }

  /// Whether a claim goes another way than a text where a mark may begin.
  private static func partsAtMark(_ claim: [UInt8], from text: [UInt8]) -> Bool {
    var place = 0
    while place < claim.count, place < text.count, claim[place] == text[place] { place += 1 }
    guard place < claim.count, place < text.count else { return false }
    switch claim[place] {
    case 0x20, UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "|"), 0xE2: return true
    default: return false
    }
  }

  /// Whether what stands behind the headline is none of it: a bar and the site's name, a date, the
  /// rest of a long line.
  private func isAddition(_ rest: Substring, behind claim: String, in text: String) -> Bool {
    guard rest.first == " " else { return false }
    if rest.hasPrefix(" | ") || claims.site.map({ SiteName.isAlone($0, in: rest) }) ?? false {
      return true
    }
    if claim == claims.structured, rest.dropFirst().first?.isUppercase ?? false { return true }
    let first = rest.dropFirst().prefix { $0 != " " }.utf8
    let isDate =
      (8...10).contains(first.count)
      && first.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    if isDate { return true }
    let isWhole = claims.raw.contains(text)
    return !isWhole && WordSet(text).count > 14
  }

  /// «The», «Most» are words of the headline; what was said is quoted in it.
  private static func isKicker(_ words: String) -> Bool {
    let bytes = Array(words.utf8)
    guard let first = words.first, !"„“”\"«»‚‘’'".contains(first) else { return words.isEmpty }
    let isOneWord = !bytes.contains(0x20) && !bytes.contains(0x2D)
    return
      !(isOneWord && bytes.count <= 4 && bytes.last.map { (0x61...0x7A).contains($0) } ?? false)
  }

  /// Without colons, dashes, bars and spaces at its end.
  private static func withoutMarks(_ words: String) -> String {
    var text = words[...]
    while let last = text.last, " :–—-|+".contains(last) { text = text.dropLast() }
    return String(text)
  }
}
