import Press

/// Makes blocks of the lines that were kept, and remembers where each byte came from.
struct FlatAssembly {
  private let page: Page
  private(set) var blocks: [Block] = []
  private(set) var origins: [TextReading.Origin] = []
  private var written = 0
  private var items: [RichText] = []

  init(_ page: Page) { self.page = page }

  mutating func read() {
    for index in page.span where page.removedBy[index] == nil && index != page.headline {
      let piece = page.pieces[index]
      if piece.kind == .item {
        let mark = Page.bullet(of: page.words(piece))
        append(item: piece.range.lowerBound + mark..<piece.range.upperBound)
      } else {
        closeList()
        let isHeading = isSubheading(index)
        let text = RichText(take(piece.range, gap: blocks.isEmpty ? 0 : 2))
        blocks.append(isHeading ? .heading(text, level: 2) : .paragraph(text))
      }
    }
    closeList()
  }

  private mutating func append(item range: Range<Int>) {
    let gap = items.isEmpty ? (blocks.isEmpty ? 0 : 2) : 1
    items.append(RichText(take(range, gap: gap)))
  }

  private mutating func closeList() {
    if !items.isEmpty { blocks.append(.list(items, isOrdered: false)) }
    items = []
  }

  /// The words of a range, entered into `origins` at their place in the article's text.
  private mutating func take(_ range: Range<Int>, gap: Int) -> String {
    let text = String(decoding: page.text[range], as: UTF8.self)
    written += gap
    let count = text.utf8.count
    if count == range.count {
      origins.append(TextReading.Origin(body: written..<written + count, given: range))
    }
    written += count
    return text
  }

  /// A short line without a full stop, with running text behind it.
  private func isSubheading(_ index: Int) -> Bool {
    let piece = page.pieces[index]
    guard piece.measure.words <= 12, page.words(piece).last != UInt8(ascii: "."),
      page.words(piece).last != UInt8(ascii: ":"), !piece.measure.isProse,
      !page.words(piece).starts(with: [0xE2, 0x80])
    else { return false }
    var next = index + 1
    while next < page.span.upperBound, page.removedBy[next] != nil { next += 1 }
    return next < page.span.upperBound && page.pieces[next].measure.words >= 8
  }
}
