/// "…, sagte der Minister." "…, so die Polizei." "…, heißt es in dem Bericht."
extension SpeechInSentence {
  mutating func readTrailing() {
    for (index, clause) in sentence.clauses.enumerated() {
      guard let first = clause.first, clause.lowerBound > sentence.tokens.lowerBound,
        let said = before(clause, index: index), !isTaken(first), !isTaken(said.lowerBound)
      else { continue }
      if text.has(first, .so), let speaker = soSpeaker(clause) {
        addTrailing(said, index: index, speaker: speaker, cue: [first], status: nil)
      } else if let cue = cues.first(where: { $0.clause == index && $0.token == first }),
        !cue.isPassive, !cue.verb.frames.isDisjoint(with: [.clause, .quotation])
      {
        let speaker = trailingSpeaker(cue, clause)
        guard speaker != nil || text.has(first + 1, .pronoun) else { continue }
        addTrailing(
          said, index: index, speaker: speaker, cue: cue.tokens, status: cue.verb.status)
      } else if text.has(first, .auxiliary),
        let cue = cues.first(where: { $0.clause == index && $0.auxiliary == first }),
        cue.verb.frames.contains(.clause), !cue.isPassive
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
    let said = sentence.tokens.lowerBound..<clause.lowerBound
    return text.trimmed(said).isEmpty ? nil : said
  }

  private func soSpeaker(_ clause: Range<Int>) -> Range<Int>? {
    let first = clause.lowerBound
    guard first + 1 < clause.upperBound, !text.has(first + 1, [.auxiliary, .opener]) else {
      return nil
    }
    if let cue = cues.first(where: { $0.token == first + 1 }) {
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
      var at = first + 2
      while at < clause.upperBound, !text.has(at, .preposition) { at += 1 }
      return speakers.group(at: at + 1, end: clause.upperBound)
    }
    return speakers.subject(after: first, end: clause.upperBound)
  }

  private mutating func addTrailing(
    _ said: Range<Int>, index: Int, speaker: Range<Int>?, cue: [Int], status: Speech.Status?
  ) {
    if let quotation = quotation(endingBefore: sentence.clauses[index].lowerBound) {
      addQuotation(quotation, speaker: speaker, cue: cue, status: status)
      addAfter(index, speaker: speaker, cue: cue, status: status, quotedOnly: true)
      return
    }
    var spans = [said]
    if let rest = continuation(after: index) { spans.append(rest) }
    add(spans, .indirect, speaker: speaker, cue: cue, status: status)
  }

  /// What goes on behind an inserted cue: "…, sagte er, weil …".
  private func continuation(after index: Int) -> Range<Int>? {
    guard index + 1 < sentence.clauses.count else { return nil }
    let next = sentence.clauses[index + 1]
    guard let first = next.first else { return nil }
    if text.isColon(next.lowerBound - 1) { return nil }
    let goesOn =
      text.has(first, [.opener, .and])
      || (text.has(first, .subordinator) && hasSubjunctive(next))
      || (!isDependent(next) && hasSubjunctive(next))
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
