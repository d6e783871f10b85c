import Press

/// Words between quotation marks, marks included.
struct Quotation: Sendable, Equatable {
  /// Tokens, one range for each paragraph it runs through.
  var parts: [Range<Int>]
  /// Single marks: ‚…‘.
  var isSingle: Bool

  var first: Int { parts.first?.lowerBound ?? 0 }
  var last: Int { (parts.last?.upperBound ?? 1) - 1 }
}

/// Pairs the quotation marks of a text: „“ ”, »«, «», “”, "", and single ones; marks that stand alone,
/// close twice or are opened anew in every paragraph are put right by where the spaces are.
struct SpeechQuotations {
  private enum Mark {
    /// „ and ‚
    case low
    /// “ : closes in German, opens in English.
    case turned
    /// ” and ’
    case high
    /// » or ›
    case right
    /// « or ‹
    case left
    /// " or '
    case straight
  }

  private let words: Words
  private let paragraphs: [ArticleText.Paragraph]
  /// All tokens that can be such a mark.
  private let marks: [Int]
  private(set) var all: [Quotation] = []

  init(_ marked: MarkedWords, in body: ArticleText) {
    let words = marked.words
    self.words = words
    paragraphs = body.paragraphs
    marks = marked.punctuation.filter { at in
      switch words.firstByte(at) {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), 0xC2, 0xE2: return true
      default: return false
      }
    }
    guard !marks.isEmpty else { return }
    all = pair(single: false)
    var next = 0
    let doubles = all
    for single in pair(single: true) {
      while next < doubles.count, doubles[next].last < single.first { next += 1 }
      if next == doubles.count || single.last < doubles[next].first { all.append(single) }
    }
    all.sort { $0.first < $1.first }
  }

  private func mark(_ at: Int, single: Bool) -> Mark? {
    let word = words[at]
    guard word.kind == .punctuation else { return nil }
    let first = words.utf8[word.start]
    switch (single, word.length, words.utf8[word.end - 1]) {
    case (false, 1, UInt8(ascii: "\"")): return .straight
    case (true, 1, UInt8(ascii: "'")): return .straight
    case (_, 3, let last) where first == 0xE2 && words.utf8[word.start + 1] == 0x80:
      switch (single, last) {
      case (false, 0x9E), (true, 0x9A): return .low
      case (false, 0x9C), (true, 0x98): return .turned
      case (false, 0x9D), (true, 0x99): return .high
      case (true, 0xBA): return .right
      case (true, 0xB9): return .left
      default: return nil
      }
    case (false, 2, 0xBB) where first == 0xC2: return .right
    case (false, 2, 0xAB) where first == 0xC2: return .left
    default: return nil
    }
  }

  /// A mark that leans on the word after it.
  private func looksOpening(_ at: Int) -> Bool {
    let next = words[at + 1]
    let leansRight = next.length > 0 && next.isAttached
    return leansRight && (!words[at].isAttached || isOpeningPunctuation(at - 1))
  }

  /// A mark that leans on the word before it, with a blank or a mark behind.
  private func looksClosing(_ at: Int) -> Bool {
    let next = words[at + 1]
    return words[at].isAttached && at > 0 && !isOpeningPunctuation(at - 1)
      && (next.length == 0 || !next.isAttached || next.kind == .punctuation)
  }

  private func isOpeningPunctuation(_ at: Int) -> Bool {
    guard words[at].kind == .punctuation else { return false }
    return [UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: ":"), 0xE2, 0xC2].contains(
      words.firstByte(at))
  }

  private func pair(single: Bool) -> [Quotation] {
    var found: [Quotation] = []
    var open: (mark: Mark, start: Int, parts: [Range<Int>])?
    var next = 0
    for paragraph in paragraphs {
      guard open != nil || next < marks.count else { break }
      let tokens = words.tokens(in: paragraph.range)
      var lastClosed: Int?
      if let held = open {
        // Open from the paragraph before: goes on only where this one begins with a mark again.
        if let first = tokens.first, let mark = mark(first, single: single), looksOpening(first) {
          open = (mark, first, held.parts)
        } else {
          found.append(Quotation(parts: held.parts, isSingle: single))
          open = nil
        }
      }
      while next < marks.count, marks[next] < tokens.lowerBound { next += 1 }
      while next < marks.count, marks[next] < tokens.upperBound {
        let at = marks[next]
        next += 1
        guard let mark = mark(at, single: single) else { continue }
        if let held = open {
          guard at > held.start, closes(mark, opened: held.mark, at: at) else { continue }
          found.append(
            Quotation(parts: held.parts + [held.start..<at + 1], isSingle: single))
          lastClosed = found.count - 1
          open = nil
        } else if opens(mark, at: at) {
          open = (mark, at, [])
        } else if let last = lastClosed, !single, !looksOpening(at),
          let part = found[last].parts.last
        {
          // A stray closing mark before: the words up to this one belong to it.
          found[last].parts[found[last].parts.count - 1] = part.lowerBound..<at + 1
        }
      }
      if let held = open {
        open = leaveOpen(held, in: tokens, single: single)
      }
    }
    if let held = open, !held.parts.isEmpty {
      found.append(Quotation(parts: held.parts, isSingle: single))
    }
    return found
  }

  /// What becomes of a quotation that is open when its paragraph ends: kept where it began the
  /// paragraph or follows a colon, else it was a stray mark.
  private func leaveOpen(
    _ held: (mark: Mark, start: Int, parts: [Range<Int>]), in tokens: Range<Int>, single: Bool
  ) -> (mark: Mark, start: Int, parts: [Range<Int>])? {
    let isLong = tokens.upperBound - held.start > 4
    let atStart = held.start == tokens.lowerBound
    let afterColon = words.firstByte(held.start - 1) == UInt8(ascii: ":")
    guard !single, isLong, atStart || afterColon else {
      return held.parts.isEmpty ? nil : (held.mark, held.start, held.parts)
    }
    return (held.mark, held.start, held.parts + [held.start..<tokens.upperBound])
  }

  private func opens(_ mark: Mark, at: Int) -> Bool {
    switch mark {
    case .low: (words[at + 1].isAttached || !words[at].isAttached) && !looksClosing(at)
    case .turned, .right, .left, .straight: looksOpening(at)
    case .high: false
    }
  }

  private func closes(_ mark: Mark, opened: Mark, at: Int) -> Bool {
    switch (opened, mark) {
    case (.low, .turned), (.low, .high), (.low, .straight): true
    case (.turned, .high), (.turned, .straight): true
    // Machines close with an opening mark: „…„, sagte sie.
    case (.low, .low): looksClosing(at)
    case (.turned, .turned): !looksOpening(at)
    case (.straight, .straight): words[at].isAttached || !words[at + 1].isAttached
    case (.straight, .turned), (.straight, .high): words[at].isAttached
    case (.right, .left), (.left, .right): true
    case (.right, .right), (.left, .left): words[at].isAttached && !looksOpening(at)
    default: false
    }
  }
}
