package import Press

/// A text that came in one piece, as an article's body, and the way back to its own offsets.
package struct PlainText: Sendable {
  /// The bytes as they were given.
  package let utf8: [UInt8]
  package let blocks: [Block]
  package let body: ArticleText
  /// Where each paragraph of the body begins in the text.
  private let starts: [Int]

  /// A text whose paragraphs are parted by empty lines.
  package init(_ text: String) {
    var text = text
    text.makeContiguousUTF8()
    let utf8 = Array(text.utf8)
    let whole = text.utf8
    self.init(utf8, paragraphs: Self.paragraphs(of: utf8), heading: nil) { range in
      let lower = whole.index(whole.startIndex, offsetBy: range.lowerBound)
      return String(Substring(whole[lower..<whole.index(lower, offsetBy: range.count)]))
    }
  }

  /// A text of which only some stretches are read, in order; `heading` is the one of them that is
  /// the headline.
  package init(_ utf8: [UInt8], paragraphs: [Range<Int>], heading: Range<Int>? = nil) {
    self.init(utf8, paragraphs: paragraphs, heading: heading) {
      String(decoding: utf8[$0], as: UTF8.self)
    }
  }

  private init(
    _ utf8: [UInt8], paragraphs: [Range<Int>], heading: Range<Int>?,
    words: (Range<Int>) -> String
  ) {
    var starts: [Int] = []
    var blocks: [Block] = []
    var end = 0
    for range in paragraphs {
      let range = range.clamped(to: Swift.min(end, utf8.count)..<utf8.count)
      let words = words(range)
      // A stretch that cuts a character would be repaired and change its length.
      guard !range.isEmpty, words.utf8.count == range.count else { continue }
      blocks.append(
        range == heading ? .heading(RichText(words), level: 2) : .paragraph(RichText(words)))
      starts.append(range.lowerBound)
      end = range.upperBound
    }
    self.utf8 = utf8
    self.blocks = blocks
    self.starts = starts
    body = ArticleText(standfirst: nil, blocks: blocks)
  }

  /// The text's offset of a byte of the body; one past the end of a paragraph stays with it.
  package func offset(of byte: Int) -> Int {
    var low = 0
    var high = body.paragraphs.count
    while low < high {
      let middle = (low + high) / 2
      if body.paragraphs[middle].range.lowerBound <= byte {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0, low <= starts.count else { return 0 }
    let range = body.paragraphs[low - 1].range
    return starts[low - 1] + Swift.min(byte, range.upperBound) - range.lowerBound
  }

  /// Lines without an empty one between them, without the blanks at both ends.
  private static func paragraphs(of utf8: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let bytes = utf8.span
    var start: Int?
    var end = 0
    var line = 0
    while line < bytes.count {
      let next = EightBytes.find(0x0A, in: bytes, from: line)
      var first = line
      while first < next, isBlank(bytes[first]) { first &+= 1 }
      if first < next {
        if start == nil { start = first }
        end = next
        while isBlank(bytes[end &- 1]) { end &-= 1 }
      } else if let begin = start {
        found.append(begin..<end)
        start = nil
      }
      line = next &+ 1
    }
    if let begin = start { found.append(begin..<end) }
    return found
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }
}
