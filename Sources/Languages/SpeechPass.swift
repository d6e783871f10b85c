import Press

/// One walk over the sentences of an article that remembers who spoke last.
struct SpeechPass {
  let text: SpeechText
  let speakers: SpeechSpeaker
  /// The tokens of all persons' names, in order.
  private let allPersons: [Range<Int>]
  private var found: [SpokenWords] = []
  /// Quotations that were told from an attribution.
  private var doneQuotations: Set<Int> = []
  private var lastSpeaker: [Range<Int>] = []
  /// The sentence and paragraph where someone spoke last.
  private var lastSentence = -1
  private var lastParagraph = -1
  private var number = 0
  private var nextPerson = 0
  private var lastPerson: Range<Int>?
  /// The sentence before, its paragraph and its subject.
  private var previous: Previous?

  private struct Previous {
    var tokens: Range<Int>
    var paragraph: Int
    var subject: Range<Int>?
    /// Whether the subject names a person.
    var hasPerson: Bool
    /// Whether nobody speaks in it, but a main clause stands in the subjunctive of the past.
    var isUnreal: Bool
  }

  /// Longer sentences are lists or noise; only their quotations are read.
  private static let longest = 400

  init(_ text: SpeechText, names: [Name]) {
    self.text = text
    speakers = SpeechSpeaker(text)
    allPersons = names.filter { $0.kind == .person }.map {
      text.words.tokens(in: $0.stretch.range)
    }.filter { !$0.isEmpty }
  }

  mutating func read(_ sentence: SpeechSentence) {
    number += 1
    guard sentence.tokens.count <= Self.longest else { return }
    var here = SpeechInSentence(text, sentence)
    here.lastSpeaker = lastSpeaker
    here.follows = lastSentence == number - 1 && lastParagraph == sentence.paragraph
    here.continues =
      found.last.map { last in
        last.upper <= sentence.tokens.lowerBound && lastSentence == number - 1
          && text.quotationAt[max(0, last.upper - 1)] >= 0
      } ?? false
    if let previous {
      here.fallbackSpeaker = previous.subject
      if previous.paragraph == sentence.paragraph { here.previous = previous.tokens }
    }
    here.persons = persons(in: sentence.tokens)
    here.read()
    for var spoken in here.found {
      spoken.speaker = resolved(spoken.speaker, before: sentence.tokens.lowerBound)
      if merges(spoken, sentence) { continue }
      takeInUnreal(&spoken, sentence)
      found.append(spoken)
    }
    if let last = here.found.last(where: { !$0.speaker.isEmpty }) ?? here.found.last {
      if let words = last.speaker.last, text.isDisjoint(words.lowerBound, .whence) {
        lastSpeaker = resolved(last.speaker, before: sentence.tokens.lowerBound)
      }
      lastSentence = number
      lastParagraph = sentence.paragraph
    }
    let subject = here.openingSubject()
    previous = Previous(
      tokens: sentence.tokens, paragraph: sentence.paragraph, subject: subject,
      hasPerson: subject.map { group in here.persons.contains { group.overlaps($0) } } ?? false,
      isUnreal: here.found.isEmpty && here.isUnreal)
    notePersons(before: sentence.tokens.upperBound)
  }

  /// Free indirect speech goes on over sentences, and a quotation over its sentences.
  private mutating func merges(_ spoken: SpokenWords, _ sentence: SpeechSentence) -> Bool {
    guard let last = found.indices.last else { return false }
    if spoken.kind == .direct, found[last].kind == .direct,
      text.quotationAt[spoken.lower] == text.quotationAt[found[last].lower],
      text.quotationAt[spoken.lower] >= 0
    {
      if found[last].speaker.isEmpty || (found[last].cue.isEmpty && !spoken.cue.isEmpty) {
        found[last].speaker = spoken.speaker
        found[last].cue = spoken.cue
      }
      return true
    }
    guard spoken.kind == .indirectFreeIndirect, found[last].kind == .indirectFreeIndirect,
      lastSentence == number - 1, lastParagraph == sentence.paragraph,
      let span = found[last].spans.last, let end = spoken.spans.last?.upperBound
    else { return false }
    found[last].spans[found[last].spans.count - 1] = span.lowerBound..<end
    return true
  }

  /// "Die Böen könnten stark werden. Besonders der Westen sei betroffen.": the sentence before belongs to it.
  private func takeInUnreal(_ spoken: inout SpokenWords, _ sentence: SpeechSentence) {
    guard spoken.kind == .indirectFreeIndirect, let previous, previous.isUnreal,
      previous.paragraph == sentence.paragraph, let end = spoken.spans.first?.upperBound
    else { return }
    spoken.spans[0] = previous.tokens.lowerBound..<end
  }

  /// A pronoun's group and the last person before it.
  private func resolved(_ speaker: [Range<Int>], before: Int) -> [Range<Int>] {
    guard let first = speaker.first, speaker.count == 1, first.count == 1,
      text.has(first.lowerBound, .pronoun), text.isDisjoint(first.lowerBound, .neuter)
    else { return speaker }
    if lastSentence < number - 1, let subject = previous?.subject, subject != first,
      previous?.hasPerson ?? false
    {
      return [first, subject]
    }
    if let last = lastSpeaker.last, last != first, lastSentence >= number - 2 {
      return [first, last]
    }
    guard let person = lastPerson, person != first else { return speaker }
    return [first, person]
  }

  private func persons(in tokens: Range<Int>) -> ArraySlice<Range<Int>> {
    var end = nextPerson
    while end < allPersons.count, allPersons[end].lowerBound < tokens.upperBound { end += 1 }
    return allPersons[nextPerson..<end]
  }

  private mutating func notePersons(before end: Int) {
    while nextPerson < allPersons.count, allPersons[nextPerson].lowerBound < end {
      lastPerson = allPersons[nextPerson]
      nextPerson += 1
    }
  }

  func finished() -> [Speech] {
    let status = SpeechStatus(text)
    var result: [Speech] = []
    result.reserveCapacity(found.count)
    for spoken in found {
      var stretches: [Stretch] = []
      stretches.reserveCapacity(spoken.spans.count)
      for span in spoken.spans {
        let span = text.trimmed(span)
        if !span.isEmpty { stretches.append(stretch(span)) }
      }
      guard !stretches.isEmpty else { continue }
      let cue = spoken.cue.count > 1 ? spoken.cue.sorted() : spoken.cue
      result.append(
        Speech(
          stretches: stretches, kind: spoken.kind,
          speaker: spoken.speaker.map { stretch($0) },
          cue: cue.map { stretch($0..<$0 + 1) },
          status: status.status(of: spoken), relay: spoken.relay.map { stretch($0) }))
    }
    return result.sorted {
      ($0.stretches[0].lower, $1.stretches[0].upper) < (
        $1.stretches[0].lower, $0.stretches[0].upper
      )
    }
  }

  private func stretch(_ tokens: Range<Int>) -> Stretch { Stretch(text.words.stretch(tokens)) }
}
