import Languages
import Press

/// Reads flattened text: one line a block, whatever stood on the page.
struct FlatReader {
  private let given: [UInt8]
  private let url: String?
  private let id: String?
  private let hints: Hints?

  init(_ given: [UInt8], url: String?, id: String?, hints: Hints?) {
    self.given = given
    self.url = url
    self.id = id
    self.hints = hints
  }

  func reading() -> TextReading {
    var page = Page(flat: given)
    page.span = FlatSpan.body(of: page)
    page.headline = FlatSpan.headline(of: page, hint: hints?.title)
    if let headline = page.headline {
      page.headlineWords = WordSet(page.words(page.pieces[headline]), ofAtLeast: 4)
      if headline < page.span.lowerBound { page.span = headline..<page.span.upperBound }
    }
    FlatSpan.markOutside(&page)
    FlatTail.mark(&page)
    Removals.apply(to: &page)
    return assembled(page)
  }

  private func assembled(_ page: Page) -> TextReading {
    var assembly = FlatAssembly(page)
    assembly.read()
    let headline = page.headline.map { page.string(page.pieces[$0]) } ?? hints?.title ?? ""
    let byline = BylineReader.flatByline(of: page)
    let kept = assembly.blocks
    let text = kept.map(\.text).joined(separator: "\n")
    let article = Article(
      id: id ?? url.map(ArticleIdentity.id(address:)) ?? ArticleIdentity.id(content: given),
      url: url, canonicalURL: url, outlet: WebAddress.outlet(of: url, named: hints?.outlet),
      headline: headline,
      bylines: byline.isEmpty ? (hints?.authors ?? []).map { Byline(name: $0) } : byline,
      published: hints?.published ?? flatDate(of: page)?.date,
      language: TextLanguage.guess(text.isEmpty ? headline : text), blocks: kept,
      removed: removed(page), kind: kept.isEmpty ? .notAnArticle : .article,
      access: .full, extractor: ArticleReader.version, confidence: kept.isEmpty ? 0 : 0.7)
    let lines = page.pieces.indices.map { index in
      TextReading.Line(
        range: page.pieces[index].range, removedBy: page.removedBy[index],
        isHeadline: page.headline == index)
    }
    return TextReading(article: article, lines: lines, origins: assembly.origins)
  }

  private func removed(_ page: Page) -> [RemovedBlock] {
    page.pieces.indices.compactMap { index in
      page.removedBy[index].map { RemovedBlock(rule: $0, text: page.string(page.pieces[index])) }
    }
  }

  /// The first date among the lines between headline and text.
  private func flatDate(of page: Page) -> StatedDate? {
    for index in page.span.prefix(12) where page.removedBy[index] != nil {
      if let found = DateReader.date(in: Array(page.words(page.pieces[index]))) { return found }
    }
    return nil
  }
}

extension Page {
  /// Lines as pieces; white space at their ends is left out.
  init(flat bytes: [UInt8]) {
    let given = bytes.count < Narrow.most ? bytes : Array(bytes.prefix(Narrow.most - 1))
    text = given
    isFlat = true
    var start = 0
    while start <= given.count {
      let end = given[start...].firstIndex(of: 10) ?? given.count
      if let range = Self.trimmed(start..<end, of: given) { add(line: range) }
      start = end + 1
    }
    removedBy = Array(repeating: nil, count: pieces.count)
    span = 0..<pieces.count
  }

  private mutating func add(line range: Range<Int>) {
    var piece = Piece(range: range, measure: Measure(text[range]))
    if Self.bullet(of: text[range]) > 0 { piece.kind = .item }
    readWords(of: &piece, in: PhraseBook.shared)
    pieces.append(piece)
  }

  /// The bytes of a list mark and the space behind it: `• `, `- `, `* `, `– `.
  static func bullet(of line: ArraySlice<UInt8>) -> Int {
    var mark = 0
    if line.first == UInt8(ascii: "-") || line.first == UInt8(ascii: "*") {
      mark = 1
    } else if line.starts(with: [0xE2, 0x80, 0xA2]) || line.starts(with: [0xE2, 0x80, 0x93])
      || line.starts(with: [0xE2, 0x97, 0x8F]) || line.starts(with: [0xE2, 0x96, 0xAA])
    {
      mark = 3
    } else if line.starts(with: [0xC2, 0xB7]) {
      mark = 2
    }
    guard mark > 0 else { return 0 }
    let rest = line.dropFirst(mark)
    let space = rest.prefix { $0 == 0x20 || $0 == 9 || $0 == 0xC2 || $0 == 0xA0 }.count
    return space > 0 && space < rest.count ? mark + space : 0
  }

  /// A range without the white space at its ends; nil where nothing is left.
  static func trimmed(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int>? {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper {
      if bytes[lower] <= 0x20 {
        lower += 1
      } else if bytes[lower] == 0xC2, lower + 1 < upper, bytes[lower + 1] == 0xA0 {
        lower += 2
      } else {
        break
      }
    }
    while lower < upper {
      if bytes[upper - 1] <= 0x20 {
        upper -= 1
      } else if bytes[upper - 1] == 0xA0, upper - 2 >= lower, bytes[upper - 2] == 0xC2 {
        upper -= 2
      } else {
        break
      }
    }
    return lower < upper ? lower..<upper : nil
  }

  /// The words of a piece that have four bytes or more.
  func wordSet(_ piece: Piece) -> Set<UInt64> {
    var walk = WordWalk(words(piece))
    var out: Set<UInt64> = []
    while let word = walk.next() {
      if word.end - word.start >= 4 { out.insert(word.hash) }
    }
    return out
  }
}
