import Press

/// Speech without a cue of its own: verbs that report with their object, the subjunctive that goes
/// on, hearsay.
extension SpeechInSentence {
  /// "Die Partei kritisierte den Entwurf."
  mutating func readReported() {
    for cue in cues where cue.verb.frames.contains(.object) && !isTaken(cue.token) {
      let clause = sentence.clauses[cue.clause]
      let speaker = subject(of: cue)
      // In the passive a deed is told and not its words; a verb that ends its clause hangs on another.
      let isFinal = text.lexicon.nounsAreCapital && cue.auxiliary.map { $0 > cue.token } ?? false
      guard !isDependent(clause), let speaker, !countsVictims(clause), !isFinal,
        !cue.isPassive || cue.verb.status == .announced, !isBackground(cue), !comesLate(cue)
      else { continue }
      add(
        [sentence.tokens], .reported, speaker: speaker, cue: cue.tokens,
        status: cue.verb.status)
      return
    }
  }

  /// "Die Partei hatte den Umbau verlangt.": what went before the news. A promise still stands.
  private func isBackground(_ cue: SpeechCue) -> Bool {
    guard cue.verb.status != .announced, let auxiliary = cue.auxiliary else { return false }
    return text.has(auxiliary, .pluperfect)
  }

  /// The tokens it takes to tell something before the verb.
  private static let tale = 12

  /// "In Kupang demonstrierten Hunderte vor dem Sitz der Regierung und forderten Geld.": the end of
  /// a sentence that tells something else. A short one tells nothing else: "Der Betreiber widerspricht."
  private func comesLate(_ cue: SpeechCue) -> Bool {
    text.lexicon.nounsAreCapital && sentence.tokens.count >= Self.tale
      && (cue.finite - sentence.tokens.lowerBound) * 5 >= sentence.tokens.count * 3
  }

  /// "forderte mindestens 35 Todesopfer"
  private func countsVictims(_ clause: Range<Int>) -> Bool {
    clause.contains { at in
      text.has(at, .toll) && words[at].isCapitalised
        && (words[at - 1].kind == .number
          || text.looksAdjective(at - 1)
            && text.isDisjoint(at - 1, [.determiner, .preposition]))
    }
  }

  mutating func readFree() {
    if let should = hearsay() {
      add(
        [sentence.tokens], .freeIndirect, speaker: follows ? lastSpeaker.last : nil, cue: [should])
      return
    }
    let isSaid = sentence.clauses.contains { clause in
      !isConditional(clause) && clause.contains { isSubjunctive($0) && !isExempt($0) }
    }
    let goesOn =
      follows && flags.contains(.subjunctive2)
      && sentence.clauses.contains { clause in
        !isDependent(clause)
          && clause.contains {
            text.has($0, .subjunctive2) && text.isDisjoint($0, .hedgeVerb) && !text.isHidden($0)
          }
      }
    guard isSaid || goesOn else { return }
    let speaker = follows ? lastSpeaker.last : fallbackSpeaker ?? lastSpeaker.last
    add([sentence.tokens], .indirectFreeIndirect, speaker: speaker, cue: [])
  }

  /// Whether a main clause stands in the subjunctive of the past: "könnten", "wären".
  var isUnreal: Bool {
    text.lexicon.nounsAreCapital && flags.contains(.subjunctive2)
      && sentence.clauses.contains { clause in
        !isDependent(clause)
          && clause.contains { text.has($0, .subjunctive2) && !text.isHidden($0) }
      }
  }

  /// "es sei denn", "sei es … sei es".
  private func isExempt(_ at: Int) -> Bool {
    text.has(at + 1, .and) || (text.has(at + 1, .neuter) && at == sentence.tokens.lowerBound)
  }

  private func isConditional(_ clause: Range<Int>) -> Bool {
    clause.first.map { text.has($0, .as) } ?? false
  }

  /// "soll … geliefert haben": told by others, with the token of "soll".
  private func hearsay() -> Int? {
    guard flags.contains(.should) else { return nil }
    for clause in sentence.clauses {
      guard let should = clause.first(where: { text.has($0, .should) && !text.isHidden($0) }) else {
        continue
      }
      let end = text.trimmed(clause)
      guard let last = end.last else { continue }
      if text.has(last, .be), last - 1 > should { return should }
    }
    return nil
  }
}
