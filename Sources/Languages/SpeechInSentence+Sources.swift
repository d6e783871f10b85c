import Press

/// "laut WSJ", "nach Angaben der Polizei", "Medienberichten zufolge", "wie die Behörde mitteilte",
/// "demnach".
extension SpeechInSentence {
  mutating func readSources() {
    guard !flags.isDisjoint(with: Self.sourceWords) else { return }
    var at = sentence.tokens.lowerBound
    while at < sentence.tokens.upperBound {
      defer { at += 1 }
      guard !text.flags[at].isDisjoint(with: Self.sourceWords), !text.isHidden(at), !isTaken(at)
      else { continue }
      guard let clause = sentence.clauses.first(where: { $0.contains(at) }) else { continue }
      if text.has(at, .sourceBefore) {
        let start = text.has(at + 1, .to) ? at + 2 : at + 1
        guard let speaker = sourceGroup(start, clause) else { continue }
        addSource(at..<speaker.upperBound, clause, speaker: speaker, cue: [at])
      } else if text.has(at, .sourceWithNoun), text.has(at - 1, .sourceNoun),
        text.has(at - 2, .determiner)
      {
        // "seiner Meinung nach"
        addSource(at - 2..<at + 1, clause, speaker: at - 2..<at, cue: [at])
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

  /// What an attribution is led or closed by.
  private static let sourceWords: SpeechWord = [
    .sourceBefore, .sourceWithNoun, .sourceAfter, .how, .whence,
  ]

  /// "nach (den jüngsten) Angaben (der Polizei)": the group behind, if it is led by a noun of saying.
  private func sourceNoun(_ at: Int, _ clause: Range<Int>) -> Range<Int>? {
    var noun = at + 1
    while noun < clause.upperBound, noun < at + 5, !text.isNominal(noun) {
      guard text.has(noun, .determiner) || text.looksAdjective(noun) || text.has(noun, .pronoun)
      else { return nil }
      noun += 1
    }
    guard noun < clause.upperBound else { return nil }
    var isSource = isSourceNoun(noun)
    // "nach Grupps Meinung"
    if !isSource, noun + 1 < clause.upperBound, text.isNominal(noun + 1) {
      isSource = isSourceNoun(noun + 1)
    }
    guard isSource else { return nil }
    // "Polizeiangaben" names its source itself: a genitive behind it is none.
    let isWhole = !text.has(noun, .sourceNoun) || text.has(noun, .relays)
    let group = speakers.group(
      at: at + 1,
      end: isWhole && !text.has(noun + 1, .determiner)
        ? clause.upperBound : isWhole ? noun + 1 : clause.upperBound)
    // "nach Angaben aus der Fraktion"
    if let group, group == noun..<noun + 1, text.isWord(group.upperBound, Self.from),
      let source = speakers.group(at: group.upperBound + 1, end: clause.upperBound)
    {
      return source
    }
    return group
  }

  private static let from = Folding.hash("aus".utf8)

  /// Whom "laut" names: a group, or any one word or quotation.
  private func sourceGroup(_ at: Int, _ clause: Range<Int>) -> Range<Int>? {
    if let group = speakers.group(at: at, end: clause.upperBound) { return group }
    guard at < clause.upperBound, words[at].kind == .word, text.isDisjoint(at, SpeechWord.grammar)
    else { return nil }
    return at..<at + 1
  }

  /// A noun of saying, also as the head of a compound: "Expertenmeinung", "NASA-Angaben".
  private func isSourceNoun(_ at: Int) -> Bool {
    if text.has(at, .sourceNoun) { return true }
    guard text.lexicon.nounsAreCapital, words[at].length > 8 else { return false }
    let folded = Folding.fold(words.utf8[words[at].range])
    return text.lexicon.sourceHeads.contains {
      folded.count > $0.count && folded.suffix($0.count).elementsEqual($0)
    }
  }

  /// The words around an attribution are what is said.
  private mutating func addSource(
    _ source: Range<Int>, _ clause: Range<Int>, speaker: Range<Int>, cue: [Int]
  ) {
    var frame = frame(around: clause, source: source)
    if source.lowerBound <= frame.lowerBound, source.upperBound >= clause.upperBound,
      let main = mainClause(after: clause), main <= frame.upperBound
    {
      frame = main..<frame.upperBound
    } else if source.lowerBound <= frame.lowerBound,
      let verb = verb(behind: source.upperBound, end: clause.upperBound), verb <= frame.upperBound
    {
      frame = verb..<frame.upperBound
    }
    var spans: [Range<Int>] = []
    if source.lowerBound > frame.lowerBound { spans.append(frame.lowerBound..<source.lowerBound) }
    let rest = Swift.max(source.upperBound, frame.lowerBound)
    if rest < frame.upperBound { spans.append(rest..<frame.upperBound) }
    let words = speaker.contains { text.has($0, .estimates) }
    add(spans, .indirect, speaker: speaker, cue: cue, status: words ? .estimated : nil)
  }

  /// The part of the sentence an attribution in a clause speaks of: the clause where it hangs on
  /// another, else the sentence.
  private func frame(around clause: Range<Int>, source: Range<Int>) -> Range<Int> {
    if isDependent(clause), clause.lowerBound > sentence.tokens.lowerBound {
      var end = clause.upperBound
      for next in sentence.clauses where next.lowerBound > clause.lowerBound {
        guard text.has(next.lowerBound, [.subordinator, .opener]) else { break }
        end = next.upperBound
      }
      return clause.lowerBound..<end
    }
    var lower = sentence.tokens.lowerBound
    var upper = sentence.tokens.upperBound
    for at in sentence.tokens where text.isByte(at, UInt8(ascii: ";")) && !text.isHidden(at) {
      if at < source.lowerBound { lower = at + 1 } else { upper = Swift.min(upper, at) }
    }
    if let first = clause.first, text.has(first, [.and, .so]), lower < clause.lowerBound {
      lower = clause.lowerBound
    }
    if let last = found.last(where: { $0.upper <= source.lowerBound }), last.upper > lower {
      lower = clause.lowerBound
    }
    return lower..<Swift.max(lower, upper)
  }

  /// Where the main clause goes on behind "nach einer Studie, die …,".
  private func mainClause(after clause: Range<Int>) -> Int? {
    let rest = sentence.clauses.filter { $0.lowerBound > clause.lowerBound }
    guard let first = rest.first else { return nil }
    if isDependent(first) { return rest.first { !isDependent($0) }?.lowerBound }
    // "nach Angaben des Direktors, Hans Meyer, sei …"
    guard text.lexicon.nounsAreCapital, let opening = first.first,
      words[opening].isCapitalised || text.has(opening, .determiner), rest.count > 1,
      let next = rest[1].first, looksFinite(next)
    else { return nil }
    return next
  }

  /// "nach Angaben der Behörde in Gaza beläuft sich …": the verb behind what belongs to the source.
  private func verb(behind start: Int, end: Int) -> Int? {
    guard text.lexicon.nounsAreCapital, text.has(start, .preposition), start < end,
      let group = speakers.group(at: start + 1, end: end)
    else { return nil }
    var at = group.upperBound
    while at < end, text.isHidden(at) { at += 1 }
    return at < end && looksFinite(at) ? at : nil
  }

  /// A word in small letters that can be the finite verb of a main clause.
  private func looksFinite(_ at: Int) -> Bool {
    guard words[at].kind == .word, !words[at].isCapitalised else { return false }
    if text.has(at, [.auxiliary, .subjunctive, .subjunctive2, .should, .will]) { return true }
    guard text.isDisjoint(at, SpeechWord.grammar), let last = words.utf8[words[at].range].last
    else { return false }
    return "tne".utf8.contains(last)
  }

  /// "wie die Polizei mitteilte", "wie es in dem Bericht heißt".
  private mutating func readHow(_ at: Int, _ clause: Range<Int>) {
    guard let index = sentence.clauseIndex(of: at),
      let cue = cues.first(where: { (index...index + 2).contains($0.clause) && !$0.isPassive }),
      cue.clause == index || cue.isFinal,
      !cue.verb.frames.isDisjoint(with: [.clause, .openedClause])
    else { return }
    var speaker: Range<Int>?
    if text.has(at + 1, .neuter) {
      speaker = document(from: at + 2, end: clause.upperBound)
    } else if cue.token == at + 1 {
      speaker = speakers.subject(after: cue.token, end: clause.upperBound)
    } else {
      speaker = speakers.subject(after: at, end: cue.token)
    }
    var spans: [Range<Int>] = []
    if clause.lowerBound > sentence.tokens.lowerBound {
      spans.append(sentence.tokens.lowerBound..<clause.lowerBound)
    }
    let end = sentence.clauses[cue.clause].upperBound
    if end < sentence.tokens.upperBound { spans.append(end..<sentence.tokens.upperBound) }
    add(spans, .indirect, speaker: speaker, cue: cue.tokens, status: cue.verb.status)
  }

  /// "Demnach habe …": as the one before said. "…, wonach die Maus …": as its noun says.
  private mutating func readWhence(_ at: Int, _ clause: Range<Int>) {
    let start = sentence.tokens.lowerBound
    let end = sentence.tokens.upperBound
    let spans: [Range<Int>]
    if text.has(at, .opener) {
      guard at == clause.lowerBound else { return }
      spans = [at + 1..<end]
    } else if at == start {
      spans = [at + 1..<end]
    } else {
      let lower = Swift.max(start, clause.lowerBound)
      spans = [lower..<at, at + 1..<end]
    }
    add(spans, .indirect, speaker: at..<at + 1, cue: [at])
    guard let last = found.indices.last else { return }
    let speaker =
      text.has(at, .opener)
      ? speakers.group(before: at - 1, from: start)
      : follows ? lastSpeaker.last : fallbackSpeaker ?? lastSpeaker.last
    if let speaker { found[last].speaker.append(speaker) }
  }
}
