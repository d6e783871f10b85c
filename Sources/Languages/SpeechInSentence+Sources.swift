import Press

/// "laut WSJ", "nach Angaben der Polizei", "Medienberichten zufolge", "wie die Behörde mitteilte",
/// "demnach".
extension SpeechInSentence {
  mutating func readSources() {
    var at = sentence.tokens.lowerBound
    while at < sentence.tokens.upperBound {
      defer { at += 1 }
      guard !text.isHidden(at), !text.flags[at].isEmpty, !isTaken(at) else { continue }
      guard let clause = sentence.clauses.first(where: { $0.contains(at) }) else { continue }
      if text.has(at, .sourceBefore) {
        let speaker = speakers.group(at: at + 1, end: clause.upperBound)
        guard let speaker else { continue }
        addSource(at..<speaker.upperBound, clause, speaker: speaker, cue: [at])
      } else if text.has(at, .sourceWithNoun), let speaker = sourceNoun(at, clause) {
        addSource(at..<speaker.upperBound, clause, speaker: speaker, cue: [at])
      } else if text.has(at, .sourceAfter),
        let speaker = speakers.group(before: at, from: clause.lowerBound)
      {
        addSource(speaker.lowerBound..<at + 1, clause, speaker: speaker, cue: [at])
      } else if text.has(at, .how), at == clause.lowerBound {
        readHow(at, clause)
      } else if text.has(at, .whence) {
        readWhence(at, clause)
      }
    }
  }

  /// "nach (den jüngsten) Angaben (der Polizei)": the group behind, if it is led by a noun of saying.
  private func sourceNoun(_ at: Int, _ clause: Range<Int>) -> Range<Int>? {
    var noun = at + 1
    while noun < clause.upperBound, noun < at + 5, !text.isNominal(noun) {
      guard text.has(noun, .determiner) || text.looksAdjective(noun) || text.has(noun, .pronoun)
      else { return nil }
      noun += 1
    }
    guard noun < clause.upperBound else { return nil }
    let isSource = text.has(noun, .sourceNoun) || endsInSourceNoun(noun)
    return isSource ? speakers.group(at: at + 1, end: clause.upperBound) : nil
  }

  private func endsInSourceNoun(_ at: Int) -> Bool {
    let folded = Folding.fold(words.utf8[words[at].range])
    return ["angaben", "berichten", "aussagen", "informationen"].contains {
      folded.count > $0.utf8.count && folded.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }

  /// The words around an attribution are what is said.
  private mutating func addSource(
    _ source: Range<Int>, _ clause: Range<Int>, speaker: Range<Int>, cue: [Int]
  ) {
    let frame = frame(around: clause, source: source)
    var spans: [Range<Int>] = []
    if source.lowerBound > frame.lowerBound { spans.append(frame.lowerBound..<source.lowerBound) }
    if source.upperBound < frame.upperBound { spans.append(source.upperBound..<frame.upperBound) }
    let words = speaker.contains { text.has($0, .estimates) }
    add(spans, .indirect, speaker: speaker, cue: cue, status: words ? .estimated : nil)
  }

  /// The part of the sentence an attribution in a clause speaks of: the clause where it hangs on
  /// another, else the sentence.
  private func frame(around clause: Range<Int>, source: Range<Int>) -> Range<Int> {
    if isDependent(clause), clause.lowerBound > sentence.tokens.lowerBound { return clause }
    var lower = sentence.tokens.lowerBound
    if let last = found.last(where: { $0.upper <= source.lowerBound }), last.upper > lower {
      lower = clause.lowerBound
    }
    return lower..<sentence.tokens.upperBound
  }

  /// "wie die Polizei mitteilte", "wie es in dem Bericht heißt".
  private mutating func readHow(_ at: Int, _ clause: Range<Int>) {
    guard let index = sentence.clauseIndex(of: at),
      let cue = cues.first(where: { $0.clause == index && !$0.isPassive }),
      !cue.verb.frames.isDisjoint(with: [.clause, .openedClause])
    else { return }
    var speaker: Range<Int>?
    if text.has(at + 1, .neuter) {
      var place = at + 2
      while place < clause.upperBound, !text.has(place, .preposition) { place += 1 }
      speaker = speakers.group(at: place + 1, end: clause.upperBound)
    } else if cue.token == at + 1 {
      speaker = speakers.subject(after: cue.token, end: clause.upperBound)
    } else {
      speaker = speakers.subject(after: at, end: cue.token)
    }
    var spans: [Range<Int>] = []
    if clause.lowerBound > sentence.tokens.lowerBound {
      spans.append(sentence.tokens.lowerBound..<clause.lowerBound)
    }
    if clause.upperBound < sentence.tokens.upperBound {
      spans.append(clause.upperBound..<sentence.tokens.upperBound)
    }
    add(spans, .indirect, speaker: speaker, cue: cue.tokens, status: cue.verb.status)
  }

  /// "Demnach habe …": as the one before said. "…, wonach die Maus …": as its noun says.
  private mutating func readWhence(_ at: Int, _ clause: Range<Int>) {
    let isRelative = text.has(at, .opener)
    if isRelative {
      guard at == clause.lowerBound else { return }
      add([at + 1..<sentence.tokens.upperBound], .indirect, speaker: at..<at + 1, cue: [at])
    } else if at == sentence.tokens.lowerBound {
      add(
        [at + 1..<sentence.tokens.upperBound], .indirect, speaker: lastSpeaker.last, cue: [at])
    } else if at <= sentence.tokens.lowerBound + 6 {
      add(
        [sentence.tokens.lowerBound..<at, at + 1..<sentence.tokens.upperBound], .indirect,
        speaker: lastSpeaker.last, cue: [at])
    }
  }
}
