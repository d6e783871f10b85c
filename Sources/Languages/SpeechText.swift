import Press

/// An article's words as the speech reader sees them; shared by the readers of its sentences.
final class SpeechText: Sendable {
  let words: Words
  let lexicon: SpeechLexicon
  /// What each token can do around speech.
  let flags: [SpeechWord]
  let tags: [Tags]
  let quotations: [Quotation]
  /// For each token the quotation it stands in, or -1.
  let quotationAt: [Int32]
  /// Tokens that no clause is read from: quotations and what stands in brackets.
  let isHidden: [Bool]

  init(_ marked: MarkedWords, in body: ArticleText, lexicon: SpeechLexicon) {
    let words = marked.words
    self.words = words
    self.lexicon = lexicon
    flags = marked.speech
    tags = marked.tags
    quotations = SpeechQuotations(marked, in: body).all
    var at = [Int32](repeating: -1, count: words.count)
    var hidden = [Bool](repeating: false, count: words.count)
    for (number, quotation) in quotations.enumerated() {
      for part in quotation.parts {
        for token in part.clamped(to: words.indices) {
          at[token] = Int32(truncatingIfNeeded: number)
          hidden[token] = true
        }
      }
    }
    quotationAt = at
    Self.hideBrackets(marked, &hidden)
    isHidden = hidden
  }

  private static func hideBrackets(_ marked: MarkedWords, _ hidden: inout [Bool]) {
    var open: Int?
    for at in marked.punctuation where !hidden[at] {
      switch marked.words.firstByte(at) {
      case UInt8(ascii: "("): open = at
      case UInt8(ascii: ")"):
        if let start = open, at - start <= 25 {
          for token in start...at { hidden[token] = true }
        }
        open = nil
      default: continue
      }
    }
  }

  func has(_ at: Int, _ flag: SpeechWord) -> Bool {
    at >= 0 && at < flags.count && !flags[at].isDisjoint(with: flag)
  }

  func isHidden(_ at: Int) -> Bool { at < 0 || at >= isHidden.count || isHidden[at] }

  func isByte(_ at: Int, _ byte: UInt8) -> Bool {
    words[at].kind == .punctuation && words[at].length == 1 && words.firstByte(at) == byte
  }

  func isWord(_ at: Int, _ hash: UInt64) -> Bool {
    words[at].kind == .word && words[at].hash == hash
  }

  func isComma(_ at: Int) -> Bool { isByte(at, UInt8(ascii: ",")) }
  func isColon(_ at: Int) -> Bool { isByte(at, UInt8(ascii: ":")) }

  /// A dash between blanks, or a semicolon, colon or comma.
  func isSeparator(_ at: Int) -> Bool {
    let word = words[at]
    guard word.kind == .punctuation, !isHidden(at) else { return false }
    switch words.firstByte(at) {
    case UInt8(ascii: ","), UInt8(ascii: ";"): return true
    case UInt8(ascii: ":"): return !words[at + 1].isAttached || isHidden(at + 1)
    case UInt8(ascii: "-"): return !word.isAttached && !words[at + 1].isAttached
    case 0xE2:
      let bytes = words.utf8[word.range]
      return bytes.elementsEqual([0xE2, 0x80, 0x93]) || bytes.elementsEqual([0xE2, 0x80, 0x94])
    default: return false
    }
  }

  /// A word that can be a noun: with a capital, or any word that is no function word where nouns
  /// have none.
  func isNominal(_ at: Int) -> Bool {
    let word = words[at]
    guard word.kind == .word else { return false }
    if word.isCapitalised {
      return isDisjoint(at, SpeechWord.grammar)
    }
    return !lexicon.nounsAreCapital && flags[at].isDisjoint(with: SpeechWord.grammar)
      && !lexicon.forms.contains(word.hash)
  }

  func isDisjoint(_ at: Int, _ flag: SpeechWord) -> Bool { !has(at, flag) }

  /// Whether a lower-case word ends like a German adjective before its noun.
  func looksAdjective(_ at: Int) -> Bool {
    let word = words[at]
    guard word.kind == .word, !word.isCapitalised, word.length > 2 else { return false }
    let tail = words.utf8[word.range].suffix(2)
    guard let last = tail.last, let before = tail.first else { return false }
    if last == UInt8(ascii: "e") { return true }
    return before == UInt8(ascii: "e") && "nrsm".utf8.contains(last)
  }

  /// A run of tokens without the marks and conjunctions at its ends.
  func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    var lower = tokens.lowerBound
    var upper = tokens.upperBound
    while lower < upper, isTrimmed(lower) { lower += 1 }
    while upper > lower, isTrimmed(upper - 1) { upper -= 1 }
    return lower..<upper
  }

  private func isTrimmed(_ at: Int) -> Bool {
    guard words[at].kind == .punctuation, quotationAt[at] < 0 else { return false }
    if isHidden(at) { return false }
    switch words.firstByte(at) {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "."),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "-"), 0xE2:
      return true
    default: return false
    }
  }
}

/// A sentence cut at its commas.
struct SpeechSentence {
  let tokens: Range<Int>
  /// The stretches between separators, without them.
  let clauses: [Range<Int>]
  let paragraph: Int
  /// What any of its words can do.
  let flags: SpeechWord

  init(_ tokens: Range<Int>, in text: SpeechText, paragraph: Int) {
    self.tokens = tokens
    self.paragraph = paragraph
    var clauses: [Range<Int>] = []
    clauses.reserveCapacity(4)
    var flags = SpeechWord()
    var start = tokens.lowerBound
    for at in tokens {
      flags.formUnion(text.flags[at])
      guard text.words.all[at].kind == .punctuation, text.isSeparator(at) else { continue }
      if at > start { clauses.append(start..<at) }
      start = at + 1
    }
    self.flags = flags
    if tokens.upperBound > start { clauses.append(start..<tokens.upperBound) }
    self.clauses = clauses
  }

  func clauseIndex(of token: Int) -> Int? {
    clauses.firstIndex { $0.contains(token) }
  }
}
