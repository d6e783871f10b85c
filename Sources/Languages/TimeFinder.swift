import Press

/// A time expression while its tokens are still at hand.
struct FoundTime {
  var tokens: Range<Int>
  var kind: TimeExpression.Kind
  var value: String
  var isVague = false
  /// A named day or month needs no reckoning from the day of publication.
  var isInferred = true
  /// An article before it belongs to it: `der vergangenen Woche`.
  var takesArticle = false
  /// A hedge before it belongs to it: `mehr als zehn Jahren`.
  var takesHedge = false
  /// The time meant, where the value names a length or is too exact: `vor zwei Jahren`, `in two weeks`.
  var meant: String?
}

/// Finds time expressions in a sentence and gives them TIMEX3 values (ISO-TimeML).
struct TimeFinder {
  let view: SentenceView
  let words: TimeWords
  let resolver: TimeResolver
  let numerals: NumeralReader
  /// The last day named in the text, to which a bare clock time belongs.
  var day: String?
  /// How many expressions this one stands in: "Ende der Nacht zum …" must come to an end.
  private var depth = 0

  init(view: SentenceView, language: Language, anchor: CivilDay?, day: String?) {
    self.view = view
    words = TimeWords.of(language)
    resolver = TimeResolver(anchor: anchor)
    numerals = NumeralReader(view: view)
    self.day = day
  }

  /// All expressions of the sentence, in order, without overlaps.
  mutating func find() -> [FoundTime] {
    var found: [FoundTime] = []
    var at = view.start
    while at < view.end {
      guard !view.tags[at].isDisjoint(with: [.time, .numeral, .mayHoldTime]),
        var time = expression(at: at)
      else {
        at += 1
        continue
      }
      extendToLeft(&time, limit: found.last?.tokens.upperBound ?? view.start)
      extendToRight(&time)
      if time.kind == .date, time.value.utf8.count == 10, TimeValue.date(of: time.value) != nil {
        day = time.value
      }
      at = Swift.max(time.tokens.upperBound, at + 1)
      found.append(time)
    }
    guard !view.isGerman else { return found }
    let joined = EnglishTimeJoins(view: view, words: words, resolver: resolver).join(found)
    let days = EnglishOpenDays(view: view, words: words)
    return EnglishTimeReach(view: view, words: words).reach(joined).map { time in
      var time = time
      if time.kind == .time, let value = TimeValue.hours(time.value) { time.value = value }
      return days.opened(time)
    }
  }

  /// Compounds whose parts are words of time: `Montagabend`, `zweitägig`, `fünfjährig`; `Dec31`, `Q3`, `a`.
  static func mayHoldTime(_ word: Word, in utf8: [UInt8], isGerman: Bool) -> Bool {
    guard isGerman else {
      return word.kind == .word && word.length <= 5
        && (word.marks.contains(.hasDigit) || Self.a.contains(word))
    }
    guard word.kind == .word, word.length >= 7, word.length <= 40 else { return false }
    if word.isCapitalised, word.length >= 11, Self.mayBeginDay(utf8, word.start) {
      return true
    }
    return Self.mayEndSpan(utf8[word.range])
  }

  /// `Mont…`, `Dien…`, `Mitt…`, `Donn…`, `Frei…`, `Sams…`, `Sonn…`
  private static func mayBeginDay(_ utf8: [UInt8], _ at: Int) -> Bool {
    func goesOn(_ second: Unicode.Scalar, _ third: Unicode.Scalar, _ fourth: Unicode.Scalar) -> Bool
    {
      utf8[at + 1] | 0x20 == UInt8(ascii: second) && utf8[at + 2] | 0x20 == UInt8(ascii: third)
        && utf8[at + 3] | 0x20 == UInt8(ascii: fourth)
    }
    switch utf8[at] {
    case UInt8(ascii: "M"): return goesOn("o", "n", "t") || goesOn("i", "t", "t")
    case UInt8(ascii: "D"): return goesOn("i", "e", "n") || goesOn("o", "n", "n")
    case UInt8(ascii: "F"): return goesOn("r", "e", "i")
    case UInt8(ascii: "S"): return goesOn("a", "m", "s") || goesOn("o", "n", "n")
    default: return false
    }
  }

  /// `…jährig`, `…monatig`, `…wöchig`, `…tägig`, `…stündig` with an ending, `…ziger`, `…jahre`
  private static func mayEndSpan(_ word: ArraySlice<UInt8>) -> Bool {
    var end = word.endIndex
    if word[end - 1] | 0x20 != UInt8(ascii: "g") {
      if word[end - 1] | 0x20 == UInt8(ascii: "e") {
        end -= 1
      } else if word[end - 2] | 0x20 == UInt8(ascii: "e") {
        end -= 2
      }
    }
    guard end >= word.startIndex + 5 else { return false }
    let before = word[end - 4] | 0x20
    switch (word[end - 3] | 0x20, word[end - 2] | 0x20, word[end - 1] | 0x20) {
    case (UInt8(ascii: "r"), UInt8(ascii: "i"), UInt8(ascii: "g")):
      return before == UInt8(ascii: "h")
    case (UInt8(ascii: "t"), UInt8(ascii: "i"), UInt8(ascii: "g")):
      return before == UInt8(ascii: "a") || before == UInt8(ascii: "e") || before >= 0x80
    case (UInt8(ascii: "h"), UInt8(ascii: "i"), UInt8(ascii: "g")):
      return before == UInt8(ascii: "c")
    case (UInt8(ascii: "g"), UInt8(ascii: "i"), UInt8(ascii: "g")):
      return before == UInt8(ascii: "e") || before >= 0x80
    case (UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "g")):
      return before == UInt8(ascii: "n")
    case (UInt8(ascii: "z"), UInt8(ascii: "i"), UInt8(ascii: "g")),
      (UInt8(ascii: "s"), UInt8(ascii: "i"), UInt8(ascii: "g")),
      (0x80..., UInt8(ascii: "i"), UInt8(ascii: "g")):
      return true
    case (UInt8(ascii: "a"), UInt8(ascii: "h"), UInt8(ascii: "r")):
      return before == UInt8(ascii: "j")
    default: return false
    }
  }

  /// The expression at a token as a part of another one.
  func inner(at index: Int) -> FoundTime? {
    guard depth < 2 else { return nil }
    var inside = self
    inside.depth += 1
    return inside.expression(at: index)
  }

  func expression(at index: Int) -> FoundTime? {
    if !view.isGerman, let found = english(at: index) { return found }
    if view[index].kind == .number { return numberLed(at: index) }
    if let (word, length) = words.entry(view, at: index),
      let found = wordLed(word, length, at: index)
    {
      return found
    }
    if view.has(.numeral, index) { return numeralLed(at: index) }
    if view.isGerman, view[index].length >= 7 {
      return GermanTimeCompound(finder: self).expression(at: index)
    }
    return nil
  }

  // MARK: Words around

  static let articles = WordSet("der die das dem den des")
  private static let twoPartDurations = WordSet("lang alt long")

  private func extendToLeft(_ time: inout FoundTime, limit: Int) {
    var start = time.tokens.lowerBound
    if time.takesHedge, start > limit, let hedge = FigureHedges(view: view).hedge(endingAt: start),
      hedge.tokens.lowerBound >= limit, !hedge.isAmbiguous
    {
      start = hedge.tokens.lowerBound
    }
    if time.takesArticle, view.isGerman, start > limit, Self.articles.contains(view[start - 1]) {
      start -= 1
    }
    time.tokens = start..<time.tokens.upperBound
  }

  private func extendToRight(_ time: inout FoundTime) {
    let next = time.tokens.upperBound
    if time.kind == .duration, view.isGerman, view.isWord(next, Self.lang) {
      time.tokens = time.tokens.lowerBound..<next + 1
    }
  }

  private static let lang = Folding.hash("lang".utf8)

  // MARK: What the sentence says of its time

  static let comingVerbs = WordSet(
    "wird werden werde soll sollen will wollen geplant erwartet erwarten rechnet rechnen bleibt "
      + "bleiben kündigt kündigen plant planen beginnt startet findet finden kommt will shall going "
      + "vorgesehen angekündigt anberaumt expects expected plans planned scheduled due upcoming might should until "
      + "i'll we'll he'll she'll they'll you'll it'll won't"
  )
  static let pastVerbs = WordSet(
    "wurde wurden war waren hatte hatten hat haben worden gewesen sei seien sagte teilte erklärte "
      + "was were had has have said did been")
  /// Right before a day they make it a coming one: "bis Mittwoch"; "bis zu 49 Prozent" says nothing.
  private static let until = WordSet("ab bis by")
  /// What is feared or hoped in the clause before lies ahead: "die Sorge, dass …".
  private static let foreseen = WordSet(
    "sorge furcht angst befürchtet befürchten fürchtet fürchten hoffnung hofft hoffen droht erwartet "
      + "erwarten rechnet rechnen prognose warnt warnen fear fears hope hopes expect expects")
  /// "is announced for December"
  private static let announced = Folding.hash("announced".utf8)
  private static let present = WordSet("is are")
  private static let openers = WordSet("dass that")

  private static let since = WordSet("seit since")

  /// Whether the clause around a token speaks of the future.
  func isFuture(at index: Int) -> Bool {
    if Self.since.contains(view[index - 1]) || Self.since.contains(view[index - 2]) { return false }
    var isFuture = isLed(index)
    var at = index
    while at > view.start, index - at < 30, !isBreak(at - 1) { at -= 1 }
    if Self.openers.contains(view[at]), isForeseen(before: at - 1) { isFuture = true }
    while at < view.end, at < index + 30 {
      if at > index, isBreak(at) { break }
      let tags = view.tags[at]
      if tags.contains(.past) { return false }
      if tags.contains(.future) { isFuture = true }
      if view.isWord(at, Self.announced), Self.present.contains(view[at - 1]) { isFuture = true }
      at += 1
    }
    return isFuture
  }

  /// "ab Montag", "bis zum Update im Dezember", but not "bis zu 40".
  private func isLed(_ index: Int) -> Bool {
    for at in Swift.max(view.start, index - 4)..<Swift.max(view.start, index) {
      if Self.until.contains(view[at]), index - at <= 2 || view.isWord(at, Self.bis),
        !view.isWord(at + 1, Self.zu)
      {
        return true
      }
      if view.isWord(at, Self.erst), index - at <= 2, isPresent(around: index) { return true }
    }
    return false
  }

  private static let bis = Folding.hash("bis".utf8)
  private static let zu = Folding.hash("zu".utf8)
  private static let erst = Folding.hash("erst".utf8)
  private static let preterite = WordSet(
    "trat kam kamen ging gingen begann begannen gab gaben fand fanden stand standen nahm nahmen lief "
      + "liefen fiel fielen blieb blieben ließ ließen zog zogen sprach sprachen schloss starb gewann"
  )

  /// "stimmen erst im Januar ab": no verb of the clause stands in the past.
  private func isPresent(around index: Int) -> Bool {
    var at = index
    while at > view.start, index - at < 30, !isBreak(at - 1) { at -= 1 }
    while at < view.end, at < index + 30, at <= index || !isBreak(at) {
      let word = view[at]
      if view.has(.past, at) || Self.preterite.contains(word) { return false }
      if word.kind == .word, !word.isCapitalised {
        let folded = view.folded(at)
        if folded.suffix(2).elementsEqual("te".utf8) || folded.suffix(3).elementsEqual("ten".utf8) {
          return false
        }
      }
      at += 1
    }
    return true
  }

  /// Whether the clause that ends before a token looks ahead.
  private func isForeseen(before end: Int) -> Bool {
    var at = end - 1
    while at >= view.start, end - at < 12, !isBreak(at) {
      if Self.foreseen.contains(view[at]) { return true }
      at -= 1
    }
    return false
  }

  private func isBreak(_ index: Int) -> Bool {
    view.isMark(index, UInt8(ascii: ",")) || view.isMark(index, UInt8(ascii: ";"))
      || view.isMark(index, UInt8(ascii: ":"))
  }

  // MARK: Small readers

  /// A year of four digits at a token.
  func year(at index: Int) -> Int? {
    guard view[index].kind == .number, view[index].length == 4,
      let value = DigitReader.plain(view.words.utf8[view[index].range]), value >= 1000, value < 2200
    else { return nil }
    return Int(value)
  }

  /// A number of one or two digits within bounds.
  func small(at index: Int, _ bounds: ClosedRange<Int>) -> Int? {
    guard view[index].kind == .number, view[index].length <= 2,
      let value = DigitReader.plain(view.words.utf8[view[index].range]),
      bounds.contains(Int(value))
    else { return nil }
    return Int(value)
  }

  func entry(_ index: Int, _ kind: TimeWord.Kind) -> TimeWord? {
    guard let (word, _) = words.entry(view, at: index), word.kind == kind else { return nil }
    return word
  }

  func isStop(_ index: Int) -> Bool {
    view.isMark(index, UInt8(ascii: ".")) && view[index].isAttached
  }
}
