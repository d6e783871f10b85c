/// Walks over a text's words outside of quotations and collects the signs.
struct TranslationSignFinder {
  let words: Words
  let marked: MarkedWords
  private let known = TranslationWords.german
  private(set) var weights = Array(repeating: 0, count: TranslationSigns.Kind.allCases.count)
  /// The opening mark of the quotation a token stands in.
  private var open: (mark: QuoteMark, at: Int)?
  /// Longer quotations were never closed.
  private static let longest = 120

  init(_ marked: MarkedWords) {
    self.marked = marked
    words = marked.words
  }

  mutating func find() {
    let (all, tags) = (words.all, marked.tags)
    for at in all.indices {
      let word = all[at]
      if word.kind == .word, !tags[at].contains(.maySignTranslation),
        !word.marks.contains(.afterLine)
      {
        continue
      }
      if word.marks.contains(.afterParagraph) { open = nil }
      if word.marks.contains(.afterLine) { readFurniture(at) }
      switch word.kind {
      case .punctuation:
        if QuoteMark.mayBegin(words.utf8[word.start]) { readMark(at) }
        if word.length == 1 { readTag(at) }
      case .number: if open == nil { readNumber(at) }
      case .word:
        let tags = marked.tags[at]
        guard tags.contains(.maySignTranslation) else { continue }
        if word.length == 1 || words.utf8[word.start &+ 1] &- 0x41 < 26 { readStray(at) }
        guard open == nil else { continue }
        if !tags.isDisjoint(with: [.opensSentences, .foreign]) {
          if word.isCapitalised { readCapital(at) } else { readEnglish(at) }
        }
        if !marked.speech[at].isDisjoint(with: [.opener, .auxiliary]) { readOrder(at) }
        if word.length <= 3, words.firstByte(at + 1) == UInt8(ascii: "."),
          known.titles.contains(word)
        {
          add(.format, 1)
        }
      }
    }
  }

  /// Whether a word may be one of the signs, or open one.
  static func mayBeSign(
    _ word: Word, _ tags: Tags, _ speech: SpeechWord, in utf8: [UInt8]
  ) -> Bool {
    word.length == 1 || utf8[word.start + 1] &- 0x41 < 26
      || !tags.isDisjoint(with: [.opensSentences, .foreign])
      || !speech.isDisjoint(with: [.opener, .auxiliary])
      || word.length <= 3 && TranslationWords.german.titles.contains(word)
  }

  mutating func add(_ kind: TranslationSigns.Kind, _ weight: Int) {
    weights[kind.rawValue] += weight
  }

  // MARK: Marks

  private mutating func readMark(_ at: Int) {
    guard let mark = QuoteMark(words, at) else { return }
    if let held = open, at - held.at < Self.longest {
      let leans = words[at].isAttached && !(words[at + 1].isAttached && words[at + 1].kind == .word)
      if mark == .low {
        // Closed with an opening mark: „…„, sagte sie.
        if leans { add(.marks, held.mark == .low ? 2 : 3) }
        open = leans ? nil : (mark, at)
        return
      }
      guard held.mark.isClosed(by: mark) || leans else { return }
      if held.mark.isForeign(to: mark) { add(.marks, 3) }
      let last = words.firstByte(at - 1)
      if last == UInt8(ascii: ","), words[at + 1].kind == .word, held.mark == .low {
        add(.marks, 2)
      }
      open = nil
      return
    }
    let opens =
      mark == .low || words[at + 1].isAttached && words[at + 1].kind != .punctuation
    if opens, mark != .low || !words[at].isAttached || words[at + 1].isAttached {
      open = (mark, at)
    } else if isStop(at - 1) || QuoteMark(words, at - 1) != nil, mark != .straight,
      closedTwice(at)
    {
      add(.marks, 2)
    }
  }

  /// `.“ .“`
  private func closedTwice(_ at: Int) -> Bool {
    var before = at - 1
    while isStop(before) { before -= 1 }
    return before < at - 1 && QuoteMark(words, before) != nil
  }

  private func isStop(_ at: Int) -> Bool {
    let byte = words.firstByte(at)
    return words[at].length == 1 && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","))
  }

  /// „LDie“, “CDaher“, «qWenn», „s Wir“
  private mutating func readStray(_ at: Int) {
    let word = words[at]
    guard word.length >= 1, !word.marks.contains(.hasAccent) else { return }
    let first = words.utf8[word.start]
    if word.length == 1 {
      let isLetter = first &- 0x61 < 26 && first != UInt8(ascii: "a") && first != UInt8(ascii: "i")
      if isLetter, word.isAttached, QuoteMark(words, at - 1) != nil, words[at + 1].isCapitalised,
        words[at + 1].kind == .word,
        known.openers.contains(words[at + 1])
      {
        add(.stray, 3)
      }
      return
    }
    guard word.length >= 3, words.utf8[word.start + 1] &- 0x41 < 26 else { return }
    let second = words.utf8[word.start + 2]
    guard second &- 0x61 < 26 else { return }
    var hash = WordHash.seed
    for byte in words.utf8[word.start + 1..<word.end] { hash = WordHash.mix(hash, byte | 0x20) }
    if known.openers.contains(hash: hash) || known.starts.contains(hash: hash),
      first | 0x20 &- 0x61 < 26
    {
      add(.stray, 3)
    }
  }

  // MARK: Words

  /// A word that only begins sentences in capitals, behind a word without a mark between.
  private mutating func readCapital(_ at: Int) {
    let word = words[at]
    let before = words[at - 1]
    guard word.isCapitalised, !word.marks.contains(.allCapitals) || word.length > 2,
      before.kind == .word, !word.isAttached, !word.marks.contains(.afterLine),
      known.openers.contains(word), words[at + 1].kind == .word,
      !words[at + 1].isCapitalised || known.articled.contains(word),
      !known.naming.contains(before), !before.marks.contains(.allCapitals)
    else { return }
    if !before.isCapitalised {
      add(.capital, 2)
    } else if !known.works.contains(before), !words[at - 2].isCapitalised {
      add(.capital, 1)
    }
  }

  private mutating func readEnglish(_ at: Int) {
    let word = words[at]
    guard !word.isCapitalised, word.length <= 9, known.english.contains(word) else { return }
    let (before, after) = (words[at - 1], words[at + 1])
    // Between capitals it belongs to a name: "Museum of Modern Art".
    if before.isCapitalised, after.isCapitalised || known.english.contains(after) { return }
    if isEnglish(at - 1), isEnglish(at + 1), !known.english.contains(before) { return }
    add(.english, 1)
  }

  private func isEnglish(_ at: Int) -> Bool {
    words[at].kind == .word && (known.english.contains(words[at]) || words[at].isCapitalised)
  }

  // MARK: Order

  private mutating func readOrder(_ at: Int) {
    let word = words[at]
    if known.that.contains(word) {
      if !word.isCapitalised, known.saying.contains(words[at - 1]) { add(.order, 1) }
      if verbComesEarly(behind: at) { add(.order, 2) }
    } else if known.helpers.contains(word), isParticiple(at + 1) {
      let next = words[at + 2]
      let isObject =
        next.kind == .number || next.isCapitalised && next.kind == .word
        || marked.speech[safe: at + 2].contains(.determiner)
      if isObject, !endsInVerb(from: at + 2) { add(.order, 2) }
    }
  }

  /// "dass der Vertrag ist der Schlüssel": words follow the verb that had to close the clause.
  private func verbComesEarly(behind that: Int) -> Bool {
    var at = that + 1
    while at < that + 8, words[at].kind == .word {
      if at > that + 1, known.finite.contains(words[at]) {
        let next = words[at + 1]
        guard next.kind == .word || next.kind == .number, !known.joins.contains(next) else {
          return false
        }
        return !endsInVerb(from: at + 1)
      }
      at += 1
    }
    return false
  }

  /// Whether the clause that goes on at a token ends with two verbs: "hat kommen wollen".
  private func endsInVerb(from start: Int) -> Bool {
    var end = start
    while end < start + 25, words[end].kind != .punctuation, !known.joins.contains(words[end]) {
      end += 1
    }
    guard end > start else { return true }
    return known.finite.contains(words[end - 1]) || known.infinitives.contains(words[end - 1])
  }

  /// "gebracht", "veröffentlicht", "gesehen"
  private func isParticiple(_ at: Int) -> Bool {
    let word = words[at]
    guard word.kind == .word, !word.isCapitalised, word.length > 5 else { return false }
    let letters = words.utf8[word.range]
    let ends = letters.last == UInt8(ascii: "t") || letters.suffix(2).elementsEqual("en".utf8)
    return ends && known.participleHeads.contains { letters.starts(with: $0) }
      && !known.adjectives.contains(word)
  }

  // MARK: Numbers, markup, furniture

  private mutating func readNumber(_ at: Int) {
    let word = words[at]
    let digits = words.utf8[word.range]
    if words.firstByte(at - 1) == UInt8(ascii: "$"), word.isAttached { add(.format, 1) }
    let (before, after) = (words[at - 1], words[at + 1])
    if word.length == 4, known.inWord.contains(before),
      digits.first == UInt8(ascii: "1")
        || digits.first == UInt8(ascii: "2"), digits.allSatisfy({ ByteClass.isDigit($0) })
    {
      add(.format, 1)
    }
    if word.length <= 2, known.months.contains(before), before.isCapitalised,
      words.firstByte(at + 1) != UInt8(ascii: ".")
    {
      add(.format, known.english.contains(words[at - 2]) ? 2 : 1)
    }
    if let mark = digits.firstIndex(of: UInt8(ascii: ",")), digits.endIndex - mark == 4,
      after.kind == .word
    {
      add(.format, 1)
    }
    if let mark = digits.firstIndex(of: UInt8(ascii: ".")), digits.endIndex - mark == 2,
      known.scales.contains(after)
    {
      add(.format, 1)
    }
    if known.half.contains(after), words.firstByte(at + 2) == UInt8(ascii: ".") {
      add(.format, 1)
    }
  }

  /// `&nbsp;`, `<em>`, `</p>`
  private mutating func readTag(_ at: Int) {
    let byte = words.firstByte(at)
    guard byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") else { return }
    var name = at + 1
    if words.firstByte(name) == UInt8(ascii: "/") { name += 1 }
    guard words[at + 1].isAttached, known.tags.contains(words[name]) else { return }
    let end = words.firstByte(name + 1)
    if end == UInt8(ascii: ";") || end == UInt8(ascii: ">") { add(.tags, 1) }
  }

  /// A line that begins as links of English pages do.
  private mutating func readFurniture(_ at: Int) {
    guard known.furnitureStarts.contains(words[at]) || words[at].hash == known.also[0] else {
      return
    }
    for phrase in known.furniture
    where phrase.indices.allSatisfy({
      words[at + $0].hash == phrase[$0] && words[at + $0].kind == .word
    }) {
      add(.furniture, 3)
      return
    }
    // Two blanks part the link's words from what it leads to.
    guard known.also.indices.allSatisfy({ words[at + $0].hash == known.also[$0] }) else { return }
    let end = words[at + 1].end
    if words[at + 2].start == end + 2, words[at + 2].isCapitalised { add(.furniture, 2) }
  }
}

extension [SpeechWord] {
  fileprivate subscript(safe index: Int) -> SpeechWord {
    indices.contains(index) ? self[index] : []
  }
}
