import Press

/// Reads the speech of one sentence: quotations, attributions, cues, free indirect speech.
struct SpeechInSentence {
  let text: SpeechText
  let sentence: SpeechSentence
  let speakers: SpeechSpeaker
  let cues: [SpeechCue]
  /// What any of its words can do.
  var flags: SpeechWord { sentence.flags }
  var found: [SpokenWords] = []
  /// Who spoke last before this sentence.
  var lastSpeaker: [Range<Int>] = []
  /// Whether the sentence before was speech too, in the same paragraph.
  var follows = false
  /// The subject of the sentence before, where nobody spoke in it.
  var fallbackSpeaker: Range<Int>?
  /// The persons named in the sentence.
  var persons: ArraySlice<Range<Int>> = []
  /// The sentence before in the same paragraph.
  var previous: Range<Int>?
  /// Whether it ended with a quotation.
  var continues = false

  var words: Words { text.words }

  init(_ text: SpeechText, _ sentence: SpeechSentence) {
    self.text = text
    self.sentence = sentence
    speakers = SpeechSpeaker(text)
    cues = sentence.flags.contains(.verb) ? SpeechCueFinder(text, sentence).cues() : []
  }

  mutating func read() {
    readPrevious()
    readTrailing()
    readSources()
    readCues()
    if found.isEmpty { readFree() }
    readQuotations()
    if found.isEmpty { readReported() }
  }

  // MARK: Spans

  /// The sentence without its final stop.
  var whole: Range<Int> { sentence.tokens }

  mutating func add(
    _ spans: [Range<Int>], _ kind: Speech.Kind, speaker: Range<Int>?, cue: [Int],
    status: Speech.Status? = nil, relay: Range<Int>? = nil
  ) {
    let spans = spans.map { text.trimmed($0) }.filter { !$0.isEmpty }
    guard !spans.isEmpty else { return }
    found.append(
      SpokenWords(
        spans: spans, kind: kind, speaker: named(speaker, cue: cue), cue: cue, status: status,
        relay: relay ?? speaker.flatMap { self.relay(in: $0, cue: cue) }, sentence: sentence.tokens)
    )
  }

  /// A speaker with the relative pronoun that stands for it before its verb.
  private func named(_ speaker: Range<Int>?, cue: [Int]) -> [Range<Int>] {
    guard let speaker = speaker.map(withoutAddressee) else { return [] }
    let pronoun = speaker.upperBound + 1
    guard text.isComma(speaker.upperBound), text.has(pronoun, .relative),
      let verb = cue.first, let index = sentence.clauseIndex(of: verb),
      sentence.clauses[index].lowerBound == pronoun
    else { return [speaker] }
    return [pronoun..<pronoun + 1, speaker]
  }

  /// "sagte Ruben Thalheim der Zeitung": behind a person's name the dative is the one spoken to.
  func withoutAddressee(_ speaker: Range<Int>) -> Range<Int> {
    guard text.lexicon.nounsAreCapital,
      let person = persons.last(where: { speaker.contains($0.lowerBound) }),
      person.upperBound < speaker.upperBound, text.has(person.upperBound, .determiner)
    else { return speaker }
    return speaker.lowerBound..<person.upperBound
  }

  /// The speaker's words if it is an outlet, which only passes on: "wie die Zeitung berichtet". An
  /// outlet that announces or denies speaks for itself.
  func relay(in speaker: Range<Int>, cue: [Int]) -> Range<Int>? {
    guard cue.contains(where: { text.has($0, .passesOn) }) else { return nil }
    return speaker.contains { isOutlet($0) } ? speaker : nil
  }

  /// A noun for an outlet. A report alone may be anybody's, and "Agentur für Arbeit" is none.
  private func isOutlet(_ at: Int) -> Bool {
    guard text.has(at, .relays), text.isNominal(at), text.isDisjoint(at, .speechNoun) else {
      return false
    }
    if text.isWord(at + 1, Self.forWord) { return false }
    // "the Environment Agency"
    if text.isWord(at, Self.agency), words[at].isCapitalised { return false }
    // "der Post", "dem Spiegel": without a name before it, a thing as often as an outlet.
    return text.isDisjoint(at, .alsoThing)
      || words[at - 1].isCapitalised && text.isDisjoint(at - 1, SpeechWord.grammar)
  }

  private static let forWord = Folding.hash("für".utf8)
  private static let agency = Folding.hash("agency".utf8)

  /// Whether a cue already told what is said.
  func isUsed(_ cue: SpeechCue) -> Bool { found.contains { $0.cue.contains(cue.token) } }

  func isTaken(_ token: Int) -> Bool { found.contains { $0.covers(token) } }

  /// Whether a clause hangs on another: "der …", "weil …".
  func isDependent(_ clause: Range<Int>) -> Bool {
    guard let first = clause.first else { return false }
    if text.has(first, [.subordinator, .opener, .wh]) { return true }
    if text.has(first, .preposition), text.has(first + 1, .relative), !text.isNominal(first + 2) {
      return isVerbFinal(clause)
    }
    return first > sentence.tokens.lowerBound && text.has(first, .relative) && isVerbFinal(clause)
  }

  /// Whether a clause ends with its finite verb, as far as can be told: no capital, no adverb.
  func isVerbFinal(_ clause: Range<Int>) -> Bool {
    let clause = text.trimmed(clause)
    guard let last = clause.last, clause.count > 2 else { return false }
    let word = words[last]
    guard word.kind == .word, !word.isCapitalised, !text.isHidden(last) else { return false }
    return text.isDisjoint(last, [.adverb, .preposition, .negation, .pronoun])
  }

  func hasSubjunctive(_ tokens: Range<Int>) -> Bool {
    tokens.contains { isSubjunctive($0) }
  }

  private static let me = Folding.hash("ich".utf8)

  /// A finite verb in the first subjunctive.
  func isSubjunctive(_ at: Int) -> Bool {
    guard !text.isHidden(at), words[at].kind == .word, !words[at].isCapitalised else {
      return false
    }
    guard text.has(at, .subjunctive) || endsInIere(at) else { return false }
    // "ich habe" is no subjunctive.
    return !text.isWord(at - 1, Self.me) && !text.isWord(at + 1, Self.me)
  }

  /// "kritisiere", "reagiere"
  private func endsInIere(_ at: Int) -> Bool {
    let word = words[at]
    guard text.lexicon.nounsAreCapital, word.length > 6,
      words.utf8[word.end - 1] == UInt8(ascii: "e")
    else { return false }
    return words.utf8[word.end - 2] == UInt8(ascii: "r")
      && words.utf8[word.end - 3] == UInt8(ascii: "e")
      && words.utf8[word.end - 4] == UInt8(ascii: "i")
  }
}
