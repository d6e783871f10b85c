import Press

/// Who says what a cue stands for.
extension SpeechInSentence {
  /// The group the sentence begins with, if it can speak.
  func openingSubject() -> Range<Int>? {
    if let cue = cues.first(where: { !$0.isPassive }), let subject = subject(of: cue) {
      return subject
    }
    let first = sentence.tokens.lowerBound
    guard text.isDisjoint(first, [.preposition, .adverb, .subordinator, .so, .how, .sourceBefore]),
      let group = speakers.group(at: first, end: sentence.clauses.first?.upperBound ?? first)
    else { return nil }
    return group.count > 1 || text.has(first, .pronoun) || text.has(first + 1, .auxiliary)
      ? group : nil
  }

  /// Who says it.
  func subject(of cue: SpeechCue) -> Range<Int>? {
    let clause = sentence.clauses[cue.clause]
    let finite = cue.finite
    if cue.verb.frames.contains(.cites), !cue.isPassive {
      return speakers.subject(after: finite, end: clause.upperBound) ?? active(cue, clause)
    }
    if cue.isPassive, !cue.verb.frames.contains(.cites) {
      return agent(in: clause, before: cue.token)
    }
    return active(cue, clause)
  }

  /// The subject of a verb in the active.
  private func active(_ cue: SpeechCue, _ clause: Range<Int>) -> Range<Int>? {
    let finite = cue.finite
    if text.has(finite + 1, .neuter), finite + 1 < clause.upperBound, cue.auxiliary == nil {
      if let after = document(from: finite + 2, end: clause.upperBound) { return after }
      return text.has(clause.lowerBound, .preposition)
        ? speakers.group(at: clause.lowerBound + 1, end: finite) : nil
    }
    if let shared = sharedSubject(of: cue) { return shared }
    let isVerbLast =
      finite + 1 >= clause.upperBound || cue.auxiliary.map { $0 > cue.token } ?? false
    if isDependent(clause), isVerbLast {
      if text.has(clause.lowerBound, .relative) {
        if let inner = innerSubject(of: clause) { return inner }
        if let noun = antecedent(of: clause) { return noun }
      }
      return speakers.subject(after: clause.lowerBound, end: cue.token)
    }
    if cue.verb.frames.contains(.impersonal) { return impersonal(cue, clause) }
    if text.has(finite - 1, .nominative), finite - 1 > clause.lowerBound {
      return finite - 1..<finite
    }
    if text.has(finite + 1, .nominative), finite + 1 < clause.upperBound {
      return finite + 1..<finite + 2
    }
    if let before = fieldBefore(finite, clause) { return before }
    return speakers.subject(after: finite, end: clause.upperBound)
      ?? speakers.group(at: sentence.tokens.lowerBound, end: finite)
  }

  /// "In dem Papier heißt es", "hieß es in dem Papier", "ein Papier, in dem es heißt".
  private func impersonal(_ cue: SpeechCue, _ clause: Range<Int>) -> Range<Int>? {
    if let after = document(from: cue.finite + 1, end: clause.upperBound) { return after }
    let first = clause.lowerBound
    guard text.has(first, .preposition) else { return nil }
    if text.has(first + 1, .relative), text.has(first + 2, .neuter) {
      return antecedent(of: clause)
    }
    return speakers.group(at: first + 1, end: cue.finite)
  }

  /// "heißt es in dem Papier": the group behind a preposition.
  func document(from start: Int, end: Int) -> Range<Int>? {
    var at = start
    while at < end, !text.has(at, .preposition) { at += 1 }
    return speakers.group(at: at + 1, end: end)
  }

  /// "… und kündigte an": the subject of the verb before.
  private func sharedSubject(of cue: SpeechCue) -> Range<Int>? {
    let finite = cue.finite
    guard text.has(finite - 1, .and) else { return nil }
    if let next = speakers.group(at: finite + 1, end: sentence.clauses[cue.clause].upperBound),
      text.has(next.lowerBound, [.pronoun])
    {
      return next
    }
    return speakers.group(at: sentence.tokens.lowerBound, end: finite)
  }

  /// "die der Kreml … nannte": a subject right behind the relative pronoun.
  private func innerSubject(of clause: Range<Int>) -> Range<Int>? {
    let next = clause.lowerBound + 1
    // "der" is the subject itself.
    guard !words.utf8[words[next - 1].range].elementsEqual("der".utf8) else { return nil }
    if let person = persons.first(where: { $0.lowerBound == next }) { return person }
    if text.has(next, .nominative) { return next..<next + 1 }
    guard text.has(next, .relative), text.has(next, .determiner),
      let last = words.utf8[words[next].range].last, last == UInt8(ascii: "r")
    else { return nil }
    return speakers.group(at: next, end: clause.upperBound)
  }

  private func antecedent(of clause: Range<Int>) -> Range<Int>? {
    guard clause.lowerBound - 1 > sentence.tokens.lowerBound else { return nil }
    return speakers.group(before: clause.lowerBound - 1, from: sentence.tokens.lowerBound)
  }

  /// The subject before the finite verb, if what stands there is one.
  private func fieldBefore(_ finite: Int, _ clause: Range<Int>) -> Range<Int>? {
    var start = clause.lowerBound
    if start == finite {
      // "Meyer, der Chef der Firma, sagte": the group the inserted clause belongs to.
      start = sentence.tokens.lowerBound
    }
    while start < finite, text.isHidden(start) { start += 1 }
    while start < finite, text.has(start, [.and, .adverb]), text.isDisjoint(start, .determiner) {
      start += 1
    }
    if let person = persons.first(where: { $0.lowerBound == start }), person.upperBound <= finite {
      return person
    }
    guard start < finite, text.isDisjoint(start, [.preposition, .subordinator, .how, .wh]) else {
      return nil
    }
    return speakers.group(at: start, end: finite)
  }

  /// "von der Polizei" in the passive.
  private func agent(in clause: Range<Int>, before end: Int) -> Range<Int>? {
    for at in clause.lowerBound..<Swift.max(clause.lowerBound, end) where text.has(at, .of) {
      if text.has(at, .preposition), words.utf8[words[at].range].starts(with: "vo".utf8) {
        return speakers.group(at: at + 1, end: end)
      }
    }
    return nil
  }
}
