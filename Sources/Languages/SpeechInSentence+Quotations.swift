import Press

/// Words in quotation marks: whose they are, or that they are nobody's.
extension SpeechInSentence {
  /// The quotation that ends right before a token, with or without a comma between.
  func quotation(endingBefore token: Int) -> Int? {
    var at = token - 1
    if at >= 0, text.isComma(at), !text.isHidden(at) { at -= 1 }
    guard at >= 0, text.quotationAt[at] >= 0 else { return nil }
    let number = Int(text.quotationAt[at])
    return text.quotations[number].last == at ? number : nil
  }

  /// Long enough for a sentence, or closed like one.
  func isSentenceLike(_ quotation: Quotation) -> Bool {
    QuotationShape(quotation, in: text).isSentence
  }

  mutating func addQuotation(
    _ number: Int, speaker: Range<Int>?, cue: [Int], status: Speech.Status?, joins: Bool = false
  ) {
    let quotation = text.quotations[number]
    let speaker = speaker.map(withoutAddressee)
    if joins, let last = found.indices.last, found[last].kind == .direct {
      found[last].spans += quotation.parts
      return
    }
    guard !found.contains(where: { $0.kind == .direct && $0.lower == quotation.first }) else {
      return
    }
    found.append(
      SpokenWords(
        spans: quotation.parts, kind: .direct, speaker: speaker.map { [$0] } ?? [], cue: cue,
        status: status, relay: speaker.flatMap { self.relay(in: $0, cue: cue) },
        sentence: sentence.tokens))
  }

  /// The quotations of the sentence that no trailing cue has taken.
  mutating func readQuotations() {
    var at = sentence.tokens.lowerBound
    while at < sentence.tokens.upperBound {
      guard text.quotationAt[at] >= 0 else {
        at += 1
        continue
      }
      let number = Int(text.quotationAt[at])
      let quotation = text.quotations[number]
      if !found.contains(where: { $0.kind == .direct && $0.covers(at) }) {
        readQuotation(number, quotation, at: at)
      }
      at = Swift.max(at, Swift.min(quotation.last, sentence.tokens.upperBound)) + 1
    }
  }

  private mutating func readQuotation(_ number: Int, _ quotation: Quotation, at: Int) {
    let before = quotation.first - 1
    let isInside = before >= sentence.tokens.lowerBound
    let shape = QuotationShape(quotation, in: text)
    if isInside, text.isColon(before) {
      guard shape.isSentence || cues.contains(where: { $0.token < before }) else { return }
      let cue = cues.last { $0.finite < quotation.first }
      let start = sentence.tokens.lowerBound
      let speaker =
        cue.flatMap { subject(of: $0) } ?? persons.last { $0.upperBound <= before }
        ?? (text.has(start, .preposition) ? nil : speakers.group(at: start, end: before))
      addQuotation(
        number, speaker: speaker, cue: cue?.tokens ?? [], status: cue?.verb.status)
      if let cue, cue.verb.frames.contains(.cites), !cue.isPassive, let last = found.indices.last {
        found[last].relay = speakers.group(at: start, end: cue.finite)
      }
      return
    }
    if let outer = found.first(where: { $0.covers(quotation.first) && $0.kind != .direct }) {
      guard shape.isSpokenInSpeech else { return }
      return addQuotation(number, speaker: outer.speaker.first, cue: outer.cue, status: nil)
    }
    if let cue = governing(quotation), shape.isSpoken || isNamed(by: cue, quotation, shape) {
      return addQuotation(
        number, speaker: subject(of: cue), cue: cue.tokens, status: cue.verb.status)
    }
    guard shape.isSpoken, !isInside || shape.startsSmall || shape.isLong else { return }
    // On its own: the one who spoke last goes on.
    var speaker = isInside ? openingSubject() : nil
    if speaker == nil, follows || continues { speaker = lastSpeaker.last }
    addQuotation(number, speaker: speaker ?? fallbackSpeaker, cue: [], status: nil)
  }

  /// "bezeichnete ihn als „Verräter“", "nannte sie „Wunder“".
  private func isNamed(by cue: SpeechCue, _ quotation: Quotation, _ shape: QuotationShape) -> Bool {
    guard cue.verb.frames.isDisjoint(with: [.clause, .infinitive]), !shape.followsNoun else {
      return false
    }
    return shape.startsSmall || text.has(quotation.first - 1, .as)
  }

  /// The cue in whose clause a quotation stands.
  private func governing(_ quotation: Quotation) -> SpeechCue? {
    guard let index = sentence.clauseIndex(of: quotation.first) else { return nil }
    return cues.last { $0.clause == index && $0.finite < quotation.first }
      ?? cues.first { $0.clause == index }
  }
}

/// What a quotation looks like: names and titles begin with a capital behind their noun and are
/// short, what somebody said begins small or is long.
struct QuotationShape {
  let count: Int
  let startsSmall: Bool
  let isClosed: Bool
  let followsNoun: Bool
  let followsTitleNoun: Bool
  let opensSentence: Bool
  let followsArticle: Bool

  init(_ quotation: Quotation, in text: SpeechText) {
    let words = text.words
    var first: Int?
    var count = 0
    var left = 40
    for part in quotation.parts {
      for token in part.prefix(left) where words[token].kind != .punctuation {
        first = first ?? token
        count += 1
      }
      left = max(0, left - part.count)
    }
    self.count = count
    startsSmall =
      first.map {
        words[$0].kind == .word && !words[$0].isCapitalised
          && words[$0].marks.isDisjoint(with: [.innerCapital, .hasDigit])
      } ?? false
    isClosed = quotation.last > quotation.first + 1 && text.isStop(quotation.last - 1)
    let before = quotation.first - 1
    followsNoun = before >= 0 && text.isNominal(before)
    followsTitleNoun = text.has(before, .titleNoun)
    followsArticle = text.has(before, .determiner)
    opensSentence =
      before < 0 || words[quotation.first].marks.contains(.afterLine)
      || (words[before].kind == .punctuation && !text.isComma(before))
  }

  var isLong: Bool { count >= 7 }

  /// Long enough for a sentence, or closed like one.
  var isSentence: Bool {
    if isLong || (isClosed && count >= 2) || (startsSmall && count >= 4) { return true }
    return count >= 4 && opensSentence
  }

  /// Words of a speaker where a cue stands beside them or nothing.
  var isSpoken: Bool {
    if isSentence { return isClosed || !followsTitleNoun || startsSmall }
    return startsSmall && count >= 2 && !followsNoun
  }

  /// Words of a speaker inside what he is reported to say.
  var isSpokenInSpeech: Bool {
    if count == 0 { return false }
    if startsSmall { return !followsTitleNoun }
    return isSentence || (count >= 4 && !followsNoun)
  }
}

extension SpeechText {
  /// A full stop, question mark or exclamation mark.
  func isStop(_ at: Int) -> Bool {
    isByte(at, UInt8(ascii: ".")) || isByte(at, UInt8(ascii: "!")) || isByte(at, UInt8(ascii: "?"))
  }
}
