/// "…, sagte der Minister." "…, so die Polizei." "…, heißt es in dem Bericht."
extension SpeechInSentence {
  /// "Das teilte die Polizei mit.": the sentence before is what is said.
  mutating func readPrevious() {
    let first = sentence.tokens.lowerBound
    guard let previous, text.has(first, .that),
      let cue = cues.first(where: { $0.finite == first + 1 }), !cue.isPassive,
      cue.verb.frames.contains(.clause),
      cue.clause == sentence.clauses.count - 1 || !hasComplement(cue)
    else { return }
    let speaker = speakers.subject(
      after: cue.finite, end: sentence.clauses[cue.clause].upperBound)
    add(
      [previous, first..<first + 1], .indirect, speaker: speaker, cue: cue.tokens,
      status: cue.verb.status)
  }
  mutating func readTrailing() {
    for (index, clause) in sentence.clauses.enumerated() {
      guard let first = clause.first, clause.lowerBound > sentence.tokens.lowerBound,
        let said = before(clause, index: index), !isTaken(first), !isTaken(said.lowerBound)
      else { continue }
      if startsWithSource() { continue }
      if text.has(first, .that), let cue = cues.first(where: { $0.finite == first + 1 }),
        cue.verb.frames.contains(.clause), !cue.isPassive
      {
        let speaker = speakers.subject(after: cue.finite, end: clause.upperBound)
        add([said], .indirect, speaker: speaker, cue: cue.tokens, status: cue.verb.status)
      } else if text.has(first, .so), let speaker = soSpeaker(clause) {
        addTrailing(said, index: index, speaker: speaker, cue: [first], status: nil)
      } else if let cue = cues.first(where: { $0.clause == index && $0.token == first }),
        !cue.isPassive,
        cue.verb.frames.contains(.clause)
          || (cue.verb.frames.contains(.quotation)
            && quotation(endingBefore: clause.lowerBound) != nil),
        !isBareGroup(before: clause)
      {
        let speaker = trailingSpeaker(cue, clause)
        guard speaker != nil || text.has(first + 1, .pronoun) else { continue }
        addTrailing(
          said, index: index, speaker: speaker, cue: cue.tokens, status: cue.verb.status)
      } else if !text.lexicon.nounsAreCapital, let cue = cues.first(where: { $0.clause == index }),
        !cue.isPassive, cue.verb.frames.contains(.clause), cue.token + 3 >= clause.upperBound,
        let speaker = speakers.group(at: first, end: cue.token), speaker.upperBound == cue.finite
      {
        // "…, the minister said."
        addTrailing(said, index: index, speaker: speaker, cue: cue.tokens, status: cue.verb.status)
      } else if text.has(first, .auxiliary),
        let cue = cues.first(where: { $0.clause == index && $0.auxiliary == first }),
        cue.verb.frames.contains(.clause), !cue.isPassive, !isBareGroup(before: clause)
      {
        addTrailing(
          said, index: index, speaker: speakers.subject(after: first, end: clause.upperBound),
          cue: cue.tokens, status: cue.verb.status)
      }
    }
  }

  /// What stands before a clause from the beginning of the sentence.
  private func before(_ clause: Range<Int>, index: Int) -> Range<Int>? {
    guard !text.isColon(clause.lowerBound - 1) else { return nil }
    var said = sentence.tokens.lowerBound..<clause.lowerBound
    if let stop = said.last(where: { text.isByte($0, UInt8(ascii: ";")) && !text.isHidden($0) }) {
      said = stop + 1..<said.upperBound
    }
    if let last = found.last, last.upper > said.lowerBound, last.upper < said.upperBound,
      last.kind != .direct
    {
      said = last.upper..<said.upperBound
    }
    return text.trimmed(said).isEmpty ? nil : said
  }

  /// "Laut …" or "Wie …" at the beginning: what follows the comma is no cue for it.
  private func startsWithSource() -> Bool {
    let first = sentence.tokens.lowerBound
    return text.has(first, [.how, .sourceBefore])
  }

  /// Whether only a nominal group stands before a clause: "Hubert Primus, der …, sagte".
  private func isBareGroup(before clause: Range<Int>) -> Bool {
    guard var start = sentence.clauses.first?.lowerBound,
      let end = sentence.clauses.first?.upperBound
    else { return false }
    if text.quotationAt[start] >= 0 { return false }
    // "Da er keine Zeit hatte, bat er": a clause of circumstance.
    let said = start..<clause.lowerBound
    if text.has(start, [.subordinator, .wh]), !hasSubjunctive(said) {
      return sentence.clauses.prefix { $0.upperBound < clause.lowerBound }.allSatisfy {
        isDependent($0) || $0.lowerBound == start
      }
    }
    while start < end,
      text.has(start, [.adverb, .preposition, .and, .so])
        || text.has(start, .function)
          && text.isDisjoint(start, [.determiner, .pronoun])
    {
      start += 1
    }
    guard let group = speakers.group(at: start, end: end) else { return start >= end }
    return group.upperBound >= end
  }

  private func soSpeaker(_ clause: Range<Int>) -> Range<Int>? {
    let first = clause.lowerBound
    guard first + 1 < clause.upperBound, !text.has(first + 1, [.auxiliary, .opener]) else {
      return nil
    }
    if let cue = cues.first(where: { $0.token == first + 1 }) {
      if text.has(cue.token + 1, .neuter) { return trailingSpeaker(cue, clause) }
      return speakers.subject(after: cue.token, end: clause.upperBound)
    }
    guard text.has(first + 1, [.determiner, .pronoun]) || text.isNominal(first + 1) else {
      return nil
    }
    return speakers.group(at: first + 1, end: clause.upperBound)
  }

  private func trailingSpeaker(_ cue: SpeechCue, _ clause: Range<Int>) -> Range<Int>? {
    let first = cue.token
    if text.has(first + 1, [.neuter]) {
      // "heißt es in dem Papier"
      return document(from: first + 2, end: clause.upperBound)
    }
    return speakers.subject(after: first, end: clause.upperBound)
  }

  private mutating func addTrailing(
    _ said: Range<Int>, index: Int, speaker: Range<Int>?, cue: [Int], status: Speech.Status?
  ) {
    if let quotation = quotation(endingBefore: sentence.clauses[index].lowerBound),
      text.quotations[quotation].first <= text.trimmed(said).lowerBound
        || text.isColon(text.quotations[quotation].first - 1)
    {
      addQuotation(quotation, speaker: speaker, cue: cue, status: status)
      addAfter(index, speaker: speaker, cue: cue, status: status, quotedOnly: true)
      return
    }
    var spans = [said]
    if let rest = continuation(after: index, isSo: text.has(cue.first ?? 0, .so)) {
      spans.append(rest)
    }
    add(spans, .indirect, speaker: speaker, cue: cue, status: status)
  }

  /// What goes on behind an inserted cue: "…, sagte er, weil …".
  private func continuation(after index: Int, isSo: Bool) -> Range<Int>? {
    guard index + 1 < sentence.clauses.count else { return nil }
    let next = sentence.clauses[index + 1]
    guard let first = next.first else { return nil }
    if text.isColon(next.lowerBound - 1) { return nil }
    let goesOn =
      text.has(first, [.opener, .and])
      || (text.has(first, .subordinator) && hasSubjunctive(next))
      || (!isDependent(next) && (isSo || hasSubjunctive(next)))
    return goesOn ? next.lowerBound..<sentence.tokens.upperBound : nil
  }

  /// A second quotation behind the cue: „…“, sagte er, „…“.
  private mutating func addAfter(
    _ index: Int, speaker: Range<Int>?, cue: [Int], status: Speech.Status?, quotedOnly: Bool
  ) {
    let start = sentence.clauses[index].lowerBound
    var at = start
    while at < sentence.tokens.upperBound {
      if text.quotationAt[at] >= 0 {
        let number = Int(text.quotationAt[at])
        if text.quotations[number].first == at, isSentenceLike(text.quotations[number]) {
          addQuotation(number, speaker: speaker, cue: cue, status: status, joins: true)
        }
        at = text.quotations[number].last + 1
      } else {
        at += 1
      }
    }
  }
}
