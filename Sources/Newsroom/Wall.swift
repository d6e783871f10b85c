import Documents
import Markup
package import Press

/// What stands before an article: a page that asks for consent, for money, or for proof that a
/// person reads. Such a page is said to be one and is never taken for the article.
package enum Wall {
  /// Pages with more text than this are articles, whatever words they hold.
  private static let mostText = 1_800
  private static let mostBytes = 400_000
  /// Bytes of words on a page that is nothing but a wall.
  private static let mostWords = 3_500

  /// The wall a page is, going by what was read from it, its words and where it was sent from; nil
  /// where it gave its article.
  package static func access(
    _ article: Article, html: [UInt8], asked: String?, got: String?
  ) -> Access? {
    switch article.access {
    case .consentWall, .blocked, .paywall: return article.access
    case .full, .teaser: break
    }
    let text = article.body.utf8.count
    guard text < mostText else { return nil }
    if let asked, let got, leadsToConsent(got), !leadsToConsent(asked) { return .consentWall }
    let words = visibleWords(html)
    // A wall is the whole page; an article's page may hold a banner beside the article.
    let isBare = text < 600 && words.count < mostWords
    if isBare, block.isFound(in: words) { return .blocked }
    if isBare, consent.isFound(in: words) { return .consentWall }
    if consent.isFound(in: folded(article.body.utf8)) { return .consentWall }
    if paywall.isFound(in: words), hasTeaserOnly(article) { return .paywall }
    return nil
  }

  /// What a status says without a page: 401, 402, 403, 407, 429 and 451 stand for walls.
  package static func access(status: Int) -> Access? {
    switch status {
    case 402: .paywall
    case 401, 403, 407, 451: .blocked
    default: nil
    }
  }

  /// An article that breaks off: little text, or an end without a full stop.
  private static func hasTeaserOnly(_ article: Article) -> Bool {
    let body = article.body.utf8
    guard body.count > 500 else { return true }
    let end = body.last { $0 > 0x20 }
    let isOpen = end != UInt8(ascii: ".") && end != UInt8(ascii: "!") && end != UInt8(ascii: "?")
    return isOpen || article.access == .teaser
  }

  private static func leadsToConsent(_ url: String) -> Bool {
    let url = url.lowercased()
    return ["://consent.", "/consent", "/zustimmung", "/datenschutz-zustimmung", "privacy-wall"]
      .contains { url.contains($0) }
  }

  /// The page's words in lower case with single spaces, scripts left out.
  private static func visibleWords(_ html: [UInt8]) -> [UInt8] {
    let tree = Tree(html: Array(html.prefix(mostBytes)))
    var words: [UInt8] = []
    var next: Node? = tree.document
    while let node = next {
      let isHidden = tree.is(node, .script) || tree.is(node, .style) || tree.is(node, .template)
      if tree.kind(node) == .text {
        append(tree.textBytes(node), to: &words)
      }
      next = tree.following(node, below: tree.document, skippingChildren: isHidden)
    }
    return words
  }

  private static func folded(_ text: [UInt8]) -> [UInt8] {
    var words: [UInt8] = []
    append(text[...], to: &words)
    return words
  }

  private static func append(_ text: ArraySlice<UInt8>, to words: inout [UInt8]) {
    for byte in text {
      if byte <= 0x20 {
        if words.last != 0x20 { words.append(0x20) }
      } else {
        let isCapital = (0x41...0x5A).contains(byte)
        words.append(isCapital ? byte | 0x20 : byte)
      }
    }
    if words.last != 0x20 { words.append(0x20) }
  }

  private static let consent = PhraseList("consent.list")
  private static let paywall = PhraseList("paywall.list")
  private static let block = PhraseList("block.list")
}

/// Phrases of a list, found in one walk over the words of a page.
private struct PhraseList: Sendable {
  /// By the first byte.
  private let phrases: [[[UInt8]]]

  init(_ name: String) {
    let text = EmbeddedFile.all.first { $0.path.hasSuffix(name) }?.text.description ?? ""
    var phrases = [[[UInt8]]](repeating: [], count: 256)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if let first = line.utf8.first { phrases[Int(first)].append(Array(line.utf8)) }
    }
    self.phrases = phrases
  }

  /// Whether one of them stands in some words.
  func isFound(in words: [UInt8]) -> Bool {
    let words = words.span
    for start in words.indices {
      for phrase in phrases[Int(words[start])] where phrase.count <= words.count - start {
        var length = 1
        while length < phrase.count, words[start + length] == phrase[length] { length += 1 }
        if length == phrase.count { return true }
      }
    }
    return false
  }
}
