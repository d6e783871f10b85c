public import Press

/// Finds where sentences begin and end.
public enum Sentences {
  /// A text's sentences in order; headings are sentences of their own.
  public static func sentences(
    in body: ArticleText, words: Words, language: Language
  ) -> [Sentence] {
    var sentences: [Sentence] = []
    read(in: body, words: words, language: language) { sentence, _ in sentences.append(sentence) }
    return sentences
  }

  /// Calls a body with each sentence and its tokens.
  static func read(
    in body: ArticleText, words: Words, language: Language,
    _ take: (Sentence, Range<Int>) -> Void
  ) {
    let rules = SentenceRules.of(language)
    for paragraph in body.paragraphs {
      let tokens = words.tokens(in: paragraph.range)
      for sentence in split(tokens, of: words, rules: rules) {
        let range = words.stretch(sentence)
        take(
          Sentence(
            stretch: Stretch(range), anchor: paragraph.anchor,
            hash: SentenceLetters.hash(words.utf8.span.extracting(range)),
            isHeading: paragraph.isHeading), sentence)
      }
    }
  }

  /// The sentences of a run of tokens within one paragraph, as runs of tokens.
  public static func split(
    _ tokens: Range<Int>, of words: Words, language: Language
  ) -> [Range<Int>] {
    split(tokens, of: words, rules: SentenceRules.of(language))
  }

  static func split(
    _ tokens: Range<Int>, of words: Words, rules: SentenceRules
  ) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = tokens.lowerBound
    var at = start
    func close(_ end: Int) {
      if end > start { sentences.append(start..<end) }
      start = end
    }
    while at < tokens.upperBound {
      let word = words.all[at]
      if word.kind == .word, !word.marks.contains(.afterLine) {
        at += 1
        continue
      }
      if at > start, word.marks.contains(.afterLine), rules.breaksLine(words, at) {
        close(at)
      }
      if word.kind == .punctuation, rules.isTerminal(words, at) {
        let end = rules.endOfClosing(words, after: at, limit: tokens.upperBound)
        if end < tokens.upperBound, rules.ends(words, stop: at, next: end, start: start) {
          close(end)
        }
        at = end
      } else {
        at += 1
      }
    }
    close(tokens.upperBound)
    return sentences
  }
}

/// What a language knows of the ends of its sentences.
struct SentenceRules: Sendable {
  let isGerman: Bool
  let abbreviations: Lexicon
  let functionWords: Lexicon
  let months: Lexicon
  let determiners: Lexicon

  static func of(_ language: Language) -> SentenceRules {
    language == .english ? english : german
  }

  private static let german = SentenceRules(.german)
  private static let english = SentenceRules(.english)

  private init(_ language: Language) {
    isGerman = language == .german
    abbreviations = Lexicon(WordList(language, "abbreviations"))
    functionWords = Vocabulary.of(language).functionWords
    months = Lexicon(
      words: "Januar Jänner Februar März April Mai Juni Juli August September Oktober November "
        + "Dezember Jan Feb Mrz Apr Jun Jul Aug Sep Sept Okt Nov Dez Jahrhundert Jahrhunderts")
    determiners = Lexicon(
      words:
        "am der die das dem den des im zum zur beim vom ab bis seit ein eine einen einem einer "
        + "sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere unserem dieser "
        + "jeder jede jedes jeden mein meine meinen meinem und oder sowie auf gegen bis nach vor "
        + "erster fürs ins als")
  }

  /// `.`, `!`, `?` and `…`, where they can end a sentence.
  func isTerminal(_ words: Words, _ at: Int) -> Bool {
    switch words.firstByte(at) {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): true
    case 0xE2:
      words[at].length == 3 && words.utf8[words[at].start + 2] == 0xA6
        && words.utf8[words[at].start + 1] == 0x80
    default: false
    }
  }

  /// The token behind a stop and all stops, quotation marks and brackets that cling to it.
  func endOfClosing(_ words: Words, after stop: Int, limit: Int) -> Int {
    var at = stop + 1
    while at < limit, words[at].kind == .punctuation, words[at].isAttached {
      guard isTerminal(words, at) || Quotes.isMark(words, at) || isClosingBracket(words, at) else {
        return at
      }
      at += 1
    }
    return at
  }

  private func isClosingBracket(_ words: Words, _ at: Int) -> Bool {
    let byte = words.firstByte(at)
    return byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
  }

  /// A line that begins with a small letter continues the one before.
  func breaksLine(_ words: Words, _ at: Int) -> Bool {
    let word = words[at]
    if word.marks.contains(.afterParagraph) { return true }
    return word.kind != .word || word.isCapitalised
  }

  /// Whether a sentence ends with the stop, given the first token behind it.
  func ends(_ words: Words, stop: Int, next: Int, start: Int) -> Bool {
    let following = words[next]
    guard following.marks.contains(.afterSpace) else { return false }
    var head = next
    while words[head].kind == .punctuation, Quotes.isMark(words, head) || opensBracket(words, head),
      head - next < 3
    {
      head += 1
    }
    let first = words[head]
    if first.kind == .punctuation { return head == next && isDashOrBullet(words, head) }
    if first.kind == .word, !first.isCapitalised, !first.marks.contains(.innerCapital) {
      return false
    }
    guard words.firstByte(stop) == UInt8(ascii: "."), stop > start else { return true }
    let before = words[stop - 1]
    guard words[stop].isAttached else { return true }
    let begins = functionWords.contains(first.hash)
    switch before.kind {
    case .number: return !isGerman || endsAfterNumber(words, stop - 1, first, begins, start)
    case .word: return endsAfterWord(words, stop - 1, first, begins)
    case .punctuation: return true
    }
  }

  private func opensBracket(_ words: Words, _ at: Int) -> Bool {
    let byte = words.firstByte(at)
    return byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
  }

  private func isDashOrBullet(_ words: Words, _ at: Int) -> Bool {
    let byte = words.firstByte(at)
    return byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "#")
      || byte == UInt8(ascii: "*") || byte == 0xE2
  }

  /// `19. Juni`, `der 70. Jahrestag`, `1. Lage`: a number of one or two digits with its stop is an
  /// ordinal where an article or preposition leads to it.
  private func endsAfterNumber(
    _ words: Words, _ number: Int, _ first: Word, _ begins: Bool, _ start: Int
  ) -> Bool {
    guard words[number].length <= 2 else { return true }
    if months.contains(first.hash) { return false }
    if number == start { return false }
    if begins { return true }
    return !determiners.contains(words[number - 1].hash)
  }

  private func endsAfterWord(
    _ words: Words, _ word: Int, _ first: Word, _ begins: Bool
  ) -> Bool {
    let before = words[word]
    if before.length == 1 {
      return begins && before.isCapitalised && words[word - 1].hash != before.hash
        && !isInitial(words, word)
    }
    if let match = abbreviations.entry(of: before.hash) {
      switch abbreviations.attributes(of: match).first {
      case "end": return begins
      case "number": return first.kind != .number
      default: return false
      }
    }
    if isRoman(words, word) { return begins }
    return true
  }

  /// A capital with a stop behind a name or another initial.
  private func isInitial(_ words: Words, _ word: Int) -> Bool {
    let before = words[word - 1]
    return before.kind == .punctuation || (before.isCapitalised && before.length < 3)
  }

  private func isRoman(_ words: Words, _ word: Int) -> Bool {
    guard words[word].length <= 5, words[word].marks.contains(.allCapitals) else { return false }
    return words.utf8[words[word].range].allSatisfy {
      $0 == UInt8(ascii: "I") || $0 == UInt8(ascii: "V") || $0 == UInt8(ascii: "X")
    }
  }
}

/// Quotation marks of the languages we read.
enum Quotes {
  /// `"` `'` `„` `“` `”` `‚` `‘` `’` `«` `»` `‹` `›` and the straight forms.
  static func isMark(_ words: Words, _ at: Int) -> Bool {
    let word = words[at]
    guard word.kind == .punctuation else { return false }
    switch words.firstByte(at) {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): return true
    case 0xC2:
      guard word.length == 2 else { return false }
      let second = words.utf8[word.start + 1]
      return second == 0xAB || second == 0xBB
    case 0xE2:
      guard word.length == 3, words.utf8[word.start + 1] == 0x80 else { return false }
      let third = words.utf8[word.start + 2]
      return (0x98...0x9F).contains(third) || third == 0xB9 || third == 0xBA
    default: return false
    }
  }
}

/// `SentenceHash` over a span: the same value, without the cost of a generic sequence.
enum SentenceLetters {
  static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var hash = WordHash.seed
    var at = 0
    while at < bytes.count {
      if at &+ 8 <= bytes.count {
        let eight = EightBytes.load(bytes, at)
        let count = EightBytes.letters(eight)
        var rest = eight | EightBytes.each(0x20)
        for _ in 0..<count {
          hash = WordHash.mix(hash, UInt8(truncatingIfNeeded: rest))
          rest &>>= 8
        }
        at &+= count
        if count == 8 { continue }
      }
      let byte = bytes[at]
      at &+= 1
      if byte == 0x20 { continue }
      switch byte {
      case 0x61...0x7A: hash = WordHash.mix(hash, byte)
      case 0x41...0x5A: hash = WordHash.mix(hash, byte | 0x20)
      case 0x30...0x39: hash = WordHash.mix(hash, byte)
      case 0..<0x80: continue
      case 0xC2, 0xE2:
        // A lead is kept back until its mark is known; a broken one is dropped with it.
        at = mixMark(bytes, at, lead: byte, &hash)
      default: hash = WordHash.mix(hash, byte)
      }
    }
    return hash
  }

  private static func mixMark(
    _ bytes: Span<UInt8>, _ start: Int, lead: UInt8, _ hash: inout UInt64
  ) -> Int {
    guard start < bytes.count, bytes[start] & 0xC0 == 0x80 else { return start }
    let second = bytes[start]
    if lead == 0xC2 {
      if second != 0xA0, second != 0xAB, second != 0xAD, second != 0xBB {
        hash = WordHash.mix(WordHash.mix(hash, lead), second)
      }
      return start &+ 1
    }
    guard start &+ 1 < bytes.count, bytes[start &+ 1] & 0xC0 == 0x80 else { return start &+ 1 }
    if second != 0x80, second != 0x81 {
      for byte in [lead, second, bytes[start &+ 1]] { hash = WordHash.mix(hash, byte) }
    }
    return start &+ 2
  }
}
