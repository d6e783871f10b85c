public import Press

/// The door of this room: one reading of an article's text gives its `Findings`.
public enum Reading {
  /// All that is found in a text.
  ///
  /// - Parameters:
  ///   - language: guessed from the text where it is nil or unknown. Texts in other languages than
  ///     German and English get their sentences only.
  ///   - published: the day relative times count from; without it their values stay open.
  public static func findings(
    in body: ArticleText, language: Language? = nil, published: PressDate? = nil
  ) -> Findings {
    read(body, language: language, published: published).findings
  }

  /// All that is found in a text, and the words it was read by; nil where only sentences are found.
  package static func read(
    _ body: ArticleText, language: Language?, published: PressDate?
  ) -> (findings: Findings, words: MarkedWords?) {
    Spellings.lend { read(body, language: language, published: published, by: &$0) }
  }

  private static func read(
    _ body: ArticleText, language: Language?, published: PressDate?, by known: inout Spellings
  ) -> (findings: Findings, words: MarkedWords?) {
    let words = Words(body.utf8, by: &known)
    let given = language.flatMap { $0 == .unknown ? nil : $0 }
    let language = given ?? LanguageGuess.guess(words)
    var sentences: [Sentence] = []
    var runs: [Range<Int>] = []
    Sentences.read(in: body, words: words, language: language) { sentence, tokens in
      sentences.append(sentence)
      runs.append(tokens)
    }
    var findings = Findings(language: language, sentences: sentences)
    guard language == .german || language == .english else { return (findings, nil) }
    let vocabulary = Vocabulary.of(language)
    let marked = known.mark(words, language)
    let tags = marked.tags
    var stemmer = Stemmer(language)
    var taken: [Range<Int>] = []
    var counted: [(SentenceView, [FoundFigure])] = []
    var day: (value: String, anchor: Int)?
    for (sentence, run) in zip(sentences, runs) {
      let view = SentenceView(
        words: words, tags: tags, vocabulary: vocabulary, range: run,
        isHeading: sentence.isHeading)
      var finder = TimeFinder(
        view: view, language: language, anchor: published?.day,
        day: day.flatMap { $0.anchor == sentence.anchor ? $0.value : nil })
      let times = finder.find()
      // A clock time belongs to a day named in its own sentence or the one before, in one paragraph.
      day = times.last { $0.kind == .date && $0.value.utf8.count == 10 }.map {
        ($0.value, sentence.anchor)
      }
      for time in times {
        findings.times.append(time.expression(words))
        taken.append(time.tokens)
      }
      let figures = FigureFinder(view: view, times: times.map(\.tokens)).find()
      if !figures.isEmpty { counted.append((view, figures)) }
    }
    var names = NameFinder(marked, facts: known.facts(language), language: language)
    findings.names = names.find(runs, times: taken, by: &known)
    let places = names.places
    for (view, figures) in counted {
      let directions = FigureDirection(view: view, places: places)
      for var figure in figures {
        if figure.kind != .ordinal { figure.direction = directions.direction(of: figure) }
        findings.figures.append(figure.figure(view, &stemmer))
      }
    }
    findings.speech = SpeechReader.speech(
      in: body, words: marked, sentences: zip(sentences, runs), names: findings.names,
      language: language)
    return (findings, marked)
  }
}

extension FoundTime {
  /// The expression as it is kept.
  func expression(_ words: Words) -> TimeExpression {
    let isOpen = value.hasSuffix("_REF")
    return TimeExpression(
      stretch: Stretch(words.stretch(tokens)), kind: kind, value: value,
      date: kind == .duration || kind == .set || isOpen || meant != nil
        ? meant.flatMap { TimeValue.date(of: $0, isInferred: true) }
        : TimeValue.date(of: value, isInferred: isInferred),
      isVague: isVague)
  }
}
