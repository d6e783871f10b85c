/// Finds the noun a figure counts.
struct FigureUnit {
  let view: SentenceView
  let times: [Range<Int>]

  /// Adds the noun behind the figure, or the one the sentence named before.
  func add(to figure: inout FoundFigure, numberEnd: Int, last: FoundFigure?) {
    if figure.kind == .money { return }
    if ageBehind(figure.tokens.upperBound, &figure) { return }
    addNoun(to: &figure, after: figure.tokens.upperBound)
    guard figure.unit == nil, figure.kind == .cardinal || figure.kind == .percent else { return }
    if let noun = numberOf(before: figure.tokens.lowerBound) {
      figure.unit = noun
    } else if let last, last.kind == figure.kind, let unit = last.unit, figure.kind == .cardinal,
      Self.ofAll.contains(view[last.tokens.lowerBound - 1])
    {
      figure.unit = unit
    }
  }

  /// `29 Jahre alt`
  private func ageBehind(_ index: Int, _ figure: inout FoundFigure) -> Bool {
    let isYears = Self.years.contains(view[index])
    if isYears,
      Self.old.contains(view[index + 1]) || isOfAge(index + 1)
        || Self.ages.contains(view[figure.tokens.lowerBound - 2])
        || Self.ages.contains(view[figure.tokens.lowerBound - 1])
    {
      figure.kind = .age
      figure.unit = index..<index + 1
      figure.sign = "a"
      return true
    }
    return false
  }

  /// `3 years of age`
  private func isOfAge(_ index: Int) -> Bool {
    !view.isGerman && Self.ofAll.contains(view[index]) && Self.ages.contains(view[index + 1])
  }

  private static let years = WordSet(
    "jahre jahren jahr monate monaten wochen tage years year months weeks days")
  private static let old = WordSet("alt alte alter alten old")
  private static let ages = WordSet("alter alters age aged")
  private static let ofAll = WordSet("von of")
  private static let genitive = WordSet("der des aller dieser ihrer seiner unserer deutscher")
  private static let partitive = WordSet("von vom der des aller")
  private static let more = WordSet("mehr weniger neue neuer neuen weitere weiteren")

  func addNoun(to figure: inout FoundFigure, after end: Int) {
    figure.unit = view.isGerman ? german(after: end, figure) : english(after: end, figure)
  }

  private func isTime(_ index: Int) -> Bool { times.contains { $0.contains(index) } }

  // MARK: German

  private func german(after end: Int, _ figure: FoundFigure) -> Range<Int>? {
    var at = end
    if Self.genitive.contains(view[at])
      || (Self.partitive.contains(view[at]) && (figure.isPart || figure.kind == .percent))
    {
      at += 1
      if Self.partitive.contains(view[at]) || Self.articles.contains(view[at]) { at += 1 }
    }
    return nounPhrase(at: at)
  }

  private static let articles = WordSet("den dem der die das allen allem")

  /// The noun behind adjectives and participles: `mit Granaten gefüllte Container`.
  private func nounPhrase(at start: Int) -> Range<Int>? {
    var at = start
    while at < view.end, at < start + 6 {
      if isNoun(at) { return at..<at + 1 }
      if isAdjective(at) {
        at += 1
        // "weitere, schwer verletzte"
        if view.isMark(at, UInt8(ascii: ",")), isAdjective(at + 1) { at += 1 }
        continue
      }
      guard Self.participleLeads.contains(view[at]) else { return nil }
      return participlePhrase(at: at)
    }
    return nil
  }

  private func isNoun(_ index: Int) -> Bool {
    let word = view[index]
    guard word.kind == .word, word.isCapitalised, view.range.contains(index), !isTime(index) else {
      return false
    }
    // Inside a sentence a German word with a capital is a noun.
    return view[index - 1].kind != .punctuation || !view.has(.function, index)
  }

  private func isAdjective(_ index: Int) -> Bool {
    let word = view[index]
    guard word.kind == .word, !word.isCapitalised, word.length >= 4, view.range.contains(index)
    else { return false }
    if Self.more.contains(word) { return true }
    if Self.adverbs.contains(word) { return true }
    if Self.commonAdjectives.contains(word) { return true }
    guard !view.has(.function, index) else { return false }
    return view.ends(index, in: Self.endings)
  }

  /// Adjectives that are on the list of function words too.
  private static let commonAdjectives = WordSet(
    "große großen großer kleine kleinen kleiner gute guten eigene eigenen neue neuen letzte letzten "
      + "andere anderen anderer erste ersten zweite zweiten")
  private static let adverbs = WordSet("schwer leicht weit neu frisch teils zum")
  private static let endings = ["e", "en", "er", "es", "em", "iger"].map { Array($0.utf8) }
  private static let participleLeads = WordSet(
    "mit im in aus von zu durch für nach an am auf bei vom zum seit unter über")
  private static let participles = [
    "te", "ten", "ter", "tes", "ene", "enen", "ener", "ende", "enden", "ender",
  ].map {
    Array($0.utf8)
  }

  private func participlePhrase(at start: Int) -> Range<Int>? {
    var at = start + 1
    while at < view.end, at < start + 5, !isNoun(at) {
      guard isAdjective(at) || Self.articles.contains(view[at]) || view.has(.function, at) else {
        return nil
      }
      at += 1
    }
    guard isNoun(at) else { return nil }
    at += 1
    while isNoun(at), at < start + 6 { at += 1 }
    guard view[at].kind == .word, !view[at].isCapitalised, !view.has(.function, at),
      view.ends(at, in: Self.participles)
    else { return nil }
    at += 1
    while isAdjective(at), at < start + 10 { at += 1 }
    return isNoun(at) ? at..<at + 1 : nil
  }

  private static let counts = WordSet("zahl anzahl gesamtzahl mitgliederzahl number")

  /// `Die Zahl der Toten stieg auf 41`
  private func numberOf(before index: Int) -> Range<Int>? {
    var at = index - 1
    while at > view.start, at > index - 14 {
      if Self.counts.contains(view[at]) {
        var noun = at + 1
        while Self.articles.contains(view[noun]) || Self.ofAll.contains(view[noun])
          || Self.the.contains(view[noun]) || isAdjective(noun)
        {
          guard noun < at + 5 else { return nil }
          noun += 1
        }
        guard noun < index, view[noun].kind == .word, noun > at + 1 else { return nil }
        return view.isGerman ? (isNoun(noun) ? noun..<noun + 1 : nil) : noun..<noun + 1
      }
      at -= 1
    }
    return nil
  }

  private static let the = WordSet("the")

  // MARK: English

  private static let plurals = WordSet(
    "people men women children police troops staff personnel aircraft cattle sheep fish media feet teeth data"
  )
  private static let verbs = WordSet(
    "died killed injured wounded came went took voted attended marched")

  /// The head of the noun phrase: its first plural, or its only word.
  private func english(after end: Int, _ figure: FoundFigure) -> Range<Int>? {
    var at = end
    if view.isWord(at, Self.ofHash) {
      at += 1
      while view.has(.function, at), at < end + 4 { at += 1 }
    }
    let start = at
    while at < view.end, at < start + 4 {
      let word = view[at]
      guard word.kind == .word, !view.has(.function, at), !isTime(at), !Self.verbs.contains(word)
      else { break }
      if Self.plurals.contains(word) || isPlural(at) { return at..<at + 1 }
      at += 1
    }
    return at == start + 1
      && !view.ends(start, in: [Array("ed".utf8), Array("ing".utf8), Array("ly".utf8)])
      ? start..<at : nil
  }

  private static let ofHash = Folding.hash("of".utf8)

  private func isPlural(_ index: Int) -> Bool {
    let folded = view.folded(index)
    guard folded.count > 3, folded.last == UInt8(ascii: "s") else { return false }
    let before = folded[folded.count - 2]
    return before != UInt8(ascii: "s") && before != UInt8(ascii: "u") && before != UInt8(ascii: "i")
  }
}
