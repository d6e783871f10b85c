/// A verb of saying where it stands in a sentence.
struct SpeechCue {
  var verb: SpeechVerb
  /// The token of the verb itself.
  var token: Int
  /// All its tokens, auxiliary and particle too.
  var tokens: [Int]
  /// Index of its clause in the sentence.
  var clause: Int
  /// The auxiliary of a participle.
  var auxiliary: Int?
  /// "wurde gefordert": the subject is not the speaker.
  var isPassive: Bool
  /// Stands at the end of a subordinate clause: "mitteilte".
  var isFinal: Bool

  /// The token at which the subject is looked for: the finite verb.
  var finite: Int { auxiliary ?? token }
}

/// Finds verbs of saying in a sentence.
struct SpeechCueFinder {
  let text: SpeechText
  let sentence: SpeechSentence
  private var words: Words { text.words }

  init(_ text: SpeechText, _ sentence: SpeechSentence) {
    self.text = text
    self.sentence = sentence
  }

  func cues() -> [SpeechCue] {
    var found: [SpeechCue] = []
    for (index, clause) in sentence.clauses.enumerated() {
      for at in clause where text.flags[at].contains(.verb) {
        guard !text.isHidden(at), isVerbPlace(at),
          let forms = text.lexicon.forms[words[at].hash]
        else { continue }
        if let cue = cue(oneOf: forms, at: at, clause: clause, index: index) { found.append(cue) }
      }
    }
    return found
  }

  /// The first form that makes a cue: participles before others beside an auxiliary, else the form
  /// listed last.
  private func cue(
    oneOf forms: [SpeechVerbForm], at: Int, clause: Range<Int>, index: Int
  ) -> SpeechCue? {
    let auxiliary = auxiliary(for: at, in: clause, index: index)
    guard auxiliary != nil else {
      for form in forms.reversed() {
        if let cue = cue(form, at: at, clause: clause, index: index, auxiliary) { return cue }
      }
      return nil
    }
    for form in forms where form.form == .participle {
      if let cue = cue(form, at: at, clause: clause, index: index, auxiliary) { return cue }
    }
    for form in forms where form.form != .participle {
      if let cue = cue(form, at: at, clause: clause, index: index, auxiliary) { return cue }
    }
    return nil
  }

  /// No noun, and no adjective before one.
  private func isVerbPlace(_ at: Int) -> Bool {
    let word = words[at]
    if word.isCapitalised { return at == sentence.tokens.lowerBound && text.has(at + 1, .pronoun) }
    if text.has(at - 1, .determiner) && text.isNominal(at + 1) && !text.has(at - 1, .pronoun) {
      return false
    }
    return true
  }

  private func cue(
    _ form: SpeechVerbForm, at: Int, clause: Range<Int>, index: Int, _ auxiliary: Int?
  ) -> SpeechCue? {
    let verb = text.lexicon.verbs[form.verb]
    let isFinal = at + 1 >= clause.upperBound || text.has(at + 1, .auxiliary)
    if verb.frames.contains(.impersonal), !clause.contains(where: { text.has($0, .neuter) }) {
      return nil
    }
    if auxiliary == nil, form.form == .participle { return nil }
    if form.form == .infinitive {
      // The third person plural of the present looks the same.
      guard auxiliary == nil, !text.has(at - 1, .to), verb.particles.isEmpty || !form.isJoined
      else { return nil }
    }
    // Most verbs lack their particle: nothing is kept of them.
    var particles: [Int] = []
    if !form.isWhole, form.form != .participle || form.isJoined {
      guard addParticles(of: verb, form: form, at: at, clause: clause, index: index, to: &particles)
      else { return nil }
    }
    var cue = SpeechCue(
      verb: verb, token: at, tokens: [at] + particles, clause: index, isPassive: false,
      isFinal: isFinal)
    switch form.form {
    case .finite:
      if let auxiliary, auxiliary < at, isAlsoParticiple(at) {
        return finished(cue, auxiliary: auxiliary)
      }
      if text.has(at - 1, .to) { return nil }
      return cue
    case .participle:
      if !form.isWhole, !form.isJoined, let last = verb.particles.last {
        // Written in two words: "bekannt gegeben".
        guard verb.particles.count == 1, clause.contains(at - 1), words[at - 1].hash == last else {
          return nil
        }
        cue.tokens.append(at - 1)
      }
      guard let auxiliary else { return nil }
      return finished(cue, auxiliary: auxiliary)
    case .infinitive: return cue
    }
  }

  private func isAlsoParticiple(_ at: Int) -> Bool {
    text.lexicon.forms[words[at].hash]?.contains { $0.form == .participle } ?? false
  }

  private func finished(_ cue: SpeechCue, auxiliary: Int) -> SpeechCue {
    var cue = cue
    cue.auxiliary = auxiliary
    cue.tokens.append(auxiliary)
    cue.isPassive = text.has(auxiliary, .become) || text.has(cue.token + 1, .passive)
    return cue
  }

  /// The particles of a separable verb: behind the finite verb, at the end of a clause.
  private func addParticles(
    of verb: SpeechVerb, form: SpeechVerbForm, at: Int, clause: Range<Int>, index: Int,
    to tokens: inout [Int]
  ) -> Bool {
    for particle in verb.particles.dropLast(form.isJoined ? 1 : 0) {
      if let place = clause.first(where: { words[$0].hash == particle && $0 != at }) {
        tokens.append(place)
      } else if let place = laterParticle(particle, index: index) {
        tokens.append(place)
      } else {
        return false
      }
    }
    return true
  }

  /// A particle behind an inserted clause: "teilte der Sprecher, Hans Meyer, mit".
  private func laterParticle(_ particle: UInt64, index: Int) -> Int? {
    for next in sentence.clauses.dropFirst(index + 1).prefix(3) {
      let last = next.upperBound - 1
      if words[last].hash == particle { return last }
      if words[last].kind == .punctuation, last > next.lowerBound,
        words[last - 1].hash == particle
      {
        return last - 1
      }
    }
    return nil
  }

  /// The auxiliary of a participle: before it in its clause, or right behind it.
  private func auxiliary(for at: Int, in clause: Range<Int>, index: Int) -> Int? {
    if at + 1 < clause.upperBound, text.has(at + 1, [.auxiliary, .passive]) { return at + 1 }
    if let place = (clause.lowerBound..<at).last(where: {
      text.has($0, .auxiliary) && !text.isHidden($0)
    }) {
      return place
    }
    guard index > 0, at + 1 >= clause.upperBound || !text.lexicon.nounsAreCapital else {
      return nil
    }
    for earlier in sentence.clauses[..<index].suffix(2).reversed() {
      if let place = earlier.last(where: { text.has($0, .auxiliary) && !text.isHidden($0) }),
        isAlsoParticiple(at),
        text.lexicon.forms[words[at].hash]?.allSatisfy({ $0.form == .participle })
          ?? false
      {
        return place
      }
    }
    return nil
  }
}
