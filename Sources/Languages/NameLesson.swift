import Press

/// A sentence of a labelled German text as the name model learns from it, read by the rules alone.
package struct NameLesson: Sendable {
  /// All words of the text, and their hints.
  package let words: Words
  package let hints: [NameHints]
  /// The tokens of the sentence.
  package let sentence: Range<Int>

  /// The sentences of a text, as they are told apart where the model is used.
  package static func all(in text: String) -> [NameLesson] {
    let words = Words(text)
    let sentences = Sentences.split(words.indices, of: words, language: .german)
    let hints = hints(of: words, sentences)
    return sentences.map { NameLesson(words: words, hints: hints, sentence: $0) }
  }

  private static func hints(of words: Words, _ sentences: [Range<Int>]) -> [NameHints] {
    let vocabulary = Vocabulary.of(.german)
    var known = Spellings()
    let marked = known.mark(known.spelled(words), .german)
    let tags = marked.tags
    var names = NameFinder(marked, facts: known.facts(.german), language: .german)
    for sentence in sentences {
      let view = SentenceView(
        words: words, tags: tags, vocabulary: vocabulary, range: sentence, isHeading: false)
      var times = TimeFinder(view: view, language: .german, anchor: nil, day: nil)
      for time in times.find() {
        for index in time.tokens where index < words.count { names.isTaken[index] = true }
      }
    }
    for sentence in sentences { names.read(sentence) }
    for sentence in sentences { names.readAgain(sentence) }
    return names.hints(sentences)
  }

  /// Whether each of its tokens stands behind an odd number of quotation marks.
  package var isQuoted: [Bool] {
    var isQuoted = false
    return sentence.map {
      if Quotes.isMark(words, $0) { isQuoted.toggle() }
      return isQuoted
    }
  }
}
