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

  /// Long enough, or closed like a sentence.
  func isSentenceLike(_ quotation: Quotation) -> Bool {
    let inner = quotation.parts.flatMap { $0 }.filter { words[$0].kind != .punctuation }
    if inner.count >= 5 { return true }
    let end = quotation.last - 1
    return inner.count >= 2 && end > quotation.first && text.isStop(end)
  }

  mutating func addQuotation(
    _ number: Int, speaker: Range<Int>?, cue: [Int], status: Speech.Status?, joins: Bool = false
  ) {
    let quotation = text.quotations[number]
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
        status: status, relay: speaker.flatMap { self.relay(in: $0) }, sentence: sentence.tokens))
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
    let inside = before < sentence.tokens.lowerBound
    let likeSentence = isSentenceLike(quotation)
    if !inside, text.isColon(before) {
      guard likeSentence || cues.contains(where: { $0.token < before }) else { return }
      let cue = cues.last { $0.finite < quotation.first }
      let start = sentence.tokens.lowerBound
      let speaker = cue.flatMap { subject(of: $0) } ?? speakers.group(at: start, end: before)
      return addQuotation(
        number, speaker: speaker, cue: cue?.tokens ?? [], status: cue?.verb.status)
    }
    if let outer = found.first(where: { $0.covers(quotation.first) && $0.kind != .direct }) {
      guard isSpoken(quotation) else { return }
      return addQuotation(
        number, speaker: outer.speaker.first, cue: outer.cue, status: nil)
    }
    if let cue = governing(quotation) {
      guard cue.verb.frames.contains(.quotation) || likeSentence, isSpoken(quotation) else {
        return
      }
      return addQuotation(
        number, speaker: subject(of: cue), cue: cue.tokens, status: cue.verb.status)
    }
    if inside || before == sentence.tokens.lowerBound - 1 || likeSentence {
      guard likeSentence, inside else { return }
      // On its own: the one who spoke last goes on.
      addQuotation(
        number, speaker: follows || continues ? lastSpeaker.last : nil, cue: [], status: nil)
    }
  }

  /// The cue in whose clause a quotation stands.
  private func governing(_ quotation: Quotation) -> SpeechCue? {
    guard let index = sentence.clauseIndex(of: quotation.first) else { return nil }
    return cues.last { $0.clause == index && $0.finite < quotation.first }
      ?? cues.first { $0.clause == index }
  }

  /// Not the name of a work, ship or house: behind such a noun, or a single capital word.
  private func isSpoken(_ quotation: Quotation) -> Bool {
    if text.has(quotation.first - 1, .titleNoun) { return false }
    let inner = quotation.parts.flatMap { $0 }.filter { words[$0].kind != .punctuation }
    if inner.isEmpty { return false }
    return true
  }
}

extension SpeechText {
  /// A full stop, question mark or exclamation mark.
  func isStop(_ at: Int) -> Bool {
    isByte(at, UInt8(ascii: ".")) || isByte(at, UInt8(ascii: "!")) || isByte(at, UInt8(ascii: "?"))
  }
}
