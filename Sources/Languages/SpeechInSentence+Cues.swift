import Press

/// "Der Minister sagte, …", "Sie hat angekündigt, … zu …", "der Vorwurf, dass …".
extension SpeechInSentence {
  mutating func readCues() {
    for cue in cues where !isTaken(cue.token) && !isUsed(cue) {
      guard let said = complement(of: cue) else { continue }
      let speaker = subject(of: cue)
      var status = cue.verb.status
      if let first = text.trimmed(said).first, text.has(first, .asks) { status = status ?? .asked }
      if text.trimmed(said).allSatisfy({ text.quotationAt[$0] >= 0 }) { continue }
      add([said], .indirect, speaker: speaker, cue: cue.tokens, status: status)
    }
    readNouns()
  }

  func hasComplement(_ cue: SpeechCue) -> Bool { complement(of: cue) != nil }

  /// The clauses behind a cue that say what is said.
  private func complement(of cue: SpeechCue) -> Range<Int>? {
    let frames = cue.verb.frames
    let clauses = sentence.clauses
    if !text.lexicon.nounsAreCapital, let said = adjoined(to: cue) { return said }
    // A colon with words that stand in no quotation marks.
    var next = cue.clause + 1
    let afterCue = cue.tokens.max() ?? cue.token
    while next < clauses.count, clauses[next].lowerBound <= afterCue { next += 1 }
    var skipped = 0
    while next < clauses.count, skipped < 3 {
      let clause = clauses[next]
      guard let first = clause.first else { return nil }
      let rest = clause.lowerBound..<sentence.tokens.upperBound
      if text.has(first, .whence) { return nil }
      if text.has(first, .opener) || opensLate(clause) {
        return frames.isEmpty ? nil : bounded(rest, cue)
      }
      if text.has(first, .wh), frames.contains(.clause), isVerbFinal(clause) {
        return bounded(rest, cue)
      }
      if frames.contains(.infinitive), hasInfinitive(clause), text.isDisjoint(first, .purpose),
        !cue.isPassive || !isDependent(clauses[cue.clause])
      {
        return bounded(clause.lowerBound..<infinitiveEnd(from: next), cue)
      }
      if frames.contains(.clause), isMainClause(clause, cue: cue, skipped: skipped) {
        return bounded(rest, cue)
      }
      guard skipped < 2, !text.has(first, .and) else { return nil }
      skipped += 1
      next += 1
    }
    return nil
  }

  /// English needs no comma: "said (that) talks had failed", "promised to return".
  private func adjoined(to cue: SpeechCue) -> Range<Int>? {
    let clause = sentence.clauses[cue.clause]
    let next = cue.token + 1
    guard next < clause.upperBound, !cue.isPassive else { return nil }
    if let opener = (next..<Swift.min(next + 7, clause.upperBound)).first(where: {
      text.has($0, .opener) && !text.isHidden($0)
    }) {
      return bounded(opener..<sentence.tokens.upperBound, cue)
    }
    if text.has(next, .to), cue.verb.frames.contains(.infinitive) {
      return bounded(next..<sentence.tokens.upperBound, cue)
    }
    guard cue.verb.frames.contains(.clause), clause.upperBound - next >= 3,
      text.isDisjoint(next, [.preposition, .and, .negation]), !text.isHidden(next)
    else { return nil }
    return bounded(next..<sentence.tokens.upperBound, cue)
  }

  /// "…, sowie dass": the opener behind a conjunction or adverb.
  private func opensLate(_ clause: Range<Int>) -> Bool {
    guard clause.count > 2 else { return false }
    let first = clause.lowerBound
    return text.has(first + 1, .opener) && text.has(first, [.and, .adverb, .negation])
  }

  /// A main clause that is said: in the subjunctive, or right behind the cue.
  private func isMainClause(_ clause: Range<Int>, cue: SpeechCue, skipped: Int) -> Bool {
    let rest = clause.lowerBound..<sentence.tokens.upperBound
    guard let first = clause.first, !text.has(first, .and) else { return false }
    if skipped == 0 {
      let isUnreal = clause.contains { text.has($0, .subjunctive2) && !text.isHidden($0) }
      if isUnreal || hasSubjunctive(clause) { return true }
    }
    guard !isDependent(clause) else { return false }
    if hasSubjunctive(rest) { return true }
    guard skipped == 0, !cue.isPassive, !isDependent(sentence.clauses[cue.clause]),
      clause.count > 2,
      !text.has(first, .so)
    else { return false }
    return isLast(cue)
  }

  /// Whether only adverbs stand between a cue and the end of its clause.
  private func isLast(_ cue: SpeechCue) -> Bool {
    let end = sentence.clauses[cue.clause].upperBound
    var at = (cue.tokens.filter { $0 < end }.max() ?? cue.token) + 1
    while at < end, text.has(at, [.adverb, .function]), !text.has(at, .preposition) { at += 1 }
    return at >= end
  }

  /// "zu" with an infinitive.
  private func hasInfinitive(_ clause: Range<Int>) -> Bool {
    clause.contains { at in
      guard !text.isHidden(at), words[at].kind == .word, !words[at].isCapitalised else {
        return false
      }
      if text.has(at, .to), at + 1 < clause.upperBound {
        let bytes = words.utf8[words[at + 1].range]
        if !words[at + 1].isCapitalised, bytes.count > 2 {
          return !text.lexicon.nounsAreCapital || bytes.last == UInt8(ascii: "n")
        }
      }
      return text.lexicon.nounsAreCapital && isJoinedInfinitive(at)
    }
  }

  /// "mitzuteilen", "zurückzuhalten".
  private func isJoinedInfinitive(_ at: Int) -> Bool {
    let bytes = words.utf8[words[at].range]
    guard bytes.count > 8, bytes.last == UInt8(ascii: "n") else { return false }
    var place = bytes.startIndex + 2
    while place + 4 < bytes.endIndex {
      if bytes[place] == UInt8(ascii: "z"), bytes[place + 1] == UInt8(ascii: "u") { return true }
      place += 1
    }
    return false
  }

  /// Where an infinitive with all that hangs on it ends.
  private func infinitiveEnd(from index: Int) -> Int {
    var end = sentence.clauses[index].upperBound
    for clause in sentence.clauses[(index + 1)...] {
      guard let first = clause.first else { break }
      guard !isDash(clause.lowerBound - 1) else { break }
      let goesOn =
        text.has(first, [.and, .relative, .opener]) || hasInfinitive(clause)
        || words[first].isCapitalised
      guard goesOn || text.has(first, .subordinator) else { break }
      end = clause.upperBound
    }
    return end
  }

  private func isDash(_ at: Int) -> Bool {
    text.isSeparator(at) && (text.isByte(at, UInt8(ascii: "-")) || words.firstByte(at) == 0xE2)
  }

  /// Behind a cue in a relative clause: a verb in front takes the main clause up again.
  private func resumesMain(_ clause: Range<Int>, _ cue: SpeechCue) -> Bool {
    let first = clause.lowerBound
    guard text.lexicon.nounsAreCapital, isDependent(sentence.clauses[cue.clause]), cue.clause > 0,
      words[first].kind == .word, !words[first].isCapitalised,
      text.flags[first].subtracting([.verb, .passesOn, .alsoThing]).isEmpty,
      let last = words.utf8[words[first].range].last, "tne".utf8.contains(last)
    else { return false }
    return text.has(first + 1, .determiner)
  }

  /// Ends what is said where the sentence goes back to its main clause, where a quotation is
  /// announced, and where another cue begins beside it: "… und kündigte an".
  private func bounded(_ given: Range<Int>, _ cue: SpeechCue) -> Range<Int> {
    var said = given
    for clause in sentence.clauses
    where clause.lowerBound > said.lowerBound && clause.lowerBound < said.upperBound {
      let resumes =
        text.has(clause.lowerBound, [.auxiliary, .subjunctive2])
        && text.has(said.lowerBound, .opener) && cue.clause > 0
      let closes =
        isDash(clause.lowerBound - 1)
        && sentence.clauses[...cue.clause].contains { isDash($0.lowerBound - 1) }
      let announces =
        text.isColon(clause.lowerBound - 1) && text.quotationAt[clause.lowerBound] >= 0
      if resumes || announces || closes || resumesMain(clause, cue) {
        said = said.lowerBound..<clause.lowerBound
        break
      }
    }
    for other in cues where other.token > said.lowerBound && other.finite > said.lowerBound {
      let finite = other.finite
      let clause = sentence.clauses[other.clause]
      if clause.lowerBound > said.lowerBound, text.has(clause.lowerBound, .and), !other.isFinal,
        !text.has(clause.lowerBound + 1, .opener)
      {
        return said.lowerBound..<clause.lowerBound
      }
      guard finite < said.upperBound, text.has(finite - 1, .and) || text.has(finite - 2, .and)
      else { continue }
      let cut = text.has(finite - 1, .and) ? finite - 1 : finite - 2
      if cut > said.lowerBound + 1 { return said.lowerBound..<cut }
    }
    return said
  }

  /// "der Vorwurf, dass …": nouns of saying with a clause.
  private mutating func readNouns() {
    for (index, clause) in sentence.clauses.enumerated().dropFirst() {
      guard let first = clause.first, text.has(first, .opener), !isTaken(first),
        !text.has(first, .whence)
      else { continue }
      let governing = sentence.clauses[index - 1]
      guard
        let noun = governing.last(where: { text.has($0, .speechNoun) && words[$0].isCapitalised })
      else { continue }
      let group = speakers.group(at: noun + 1, end: governing.upperBound)
      let hedges = text.has(noun, .hedges) ? Speech.Status.hedged : nil
      let asks = text.has(noun, .asks) ? Speech.Status.asked : nil
      let finite = governing.first { text.has($0, .auxiliary) }
      let speaker = group ?? finite.flatMap { speakers.group(at: governing.lowerBound, end: $0) }
      add(
        [first..<sentence.tokens.upperBound], .indirect, speaker: speaker, cue: [noun],
        status: asks ?? hedges)
    }
  }
}
