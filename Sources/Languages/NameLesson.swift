import Press

/// A labelled German text as the name model learns from it: one sentence, read by the rules alone.
package struct NameLesson: Sendable {
  package let words: Words
  package let hints: [NameHints]

  package init(_ text: String) {
    words = Words(text)
    let vocabulary = Vocabulary.of(.german)
    let tags = MarkedWords(words, language: .german).tags
    let view = SentenceView(
      words: words, tags: tags, vocabulary: vocabulary, range: words.indices, isHeading: false)
    var times = TimeFinder(view: view, language: .german, anchor: nil, day: nil)
    var names = NameFinder(words: words, tags: tags, language: .german)
    for time in times.find() {
      for index in time.tokens where index < words.count { names.isTaken[index] = true }
    }
    names.read(words.indices)
    names.readAgain(words.indices)
    hints = names.hints([words.indices])
  }

  /// Whether each token stands behind an odd number of quotation marks.
  package var isQuoted: [Bool] {
    var isQuoted = false
    return words.indices.map {
      if Quotes.isMark(words, $0) { isQuoted.toggle() }
      return isQuoted
    }
  }
}
