import Languages
import Press

/// A figure of an article with all that says whether it may be laid beside another.
struct FigureDigest: Sendable {
  /// Index in `Findings.figures`.
  var index: Int
  var figure: Figure
  var unit: String
  /// Hedge, number and unit.
  var range: Range<Int>
  /// Content words of its sentence, without unit and direction.
  var subject: [UInt64]
  var direction: [UInt64]
  /// The nouns among the subject that name a matter and not who claims it.
  var nouns: [UInt64]
  /// What is done or said of it: the words in small letters.
  var deeds: [UInt64]
  /// What befell those who are counted, as far as the sentence says.
  var fates: Set<Fate>
  /// The time its sentence names.
  var asOf: PressDate?
  var claimant: Range<Int>?
  var claimantKey: String?
  var isRelayed: Bool
  /// "fast", "knapp".
  var isNear: Bool
  var sentence: Int
}

extension ExhibitDigest {
  /// The figures of an article that can be compared: counted or measured things, no ordinals, ages
  /// and bare numbers.
  static func figures(
    _ findings: Findings, body: ArticleText, words: ContentPlaces, sentences: [SentenceDigest]
  ) -> [FigureDigest] {
    figures(findings, body: body, words: words) { index in
      guard index < sentences.count, sentences[index].isSubstantial else { return nil }
      return (sentences[index].range, sentences[index].words)
    }
  }

  /// The same without a digest of the whole article: only sentences with figures are cut into words.
  static func figures(_ findings: Findings, body: ArticleText) -> [FigureDigest] {
    var holders: [Int] = []
    for figure in findings.figures where isComparable(figure) {
      guard let index = findings.sentenceIndex(at: figure.stretch.lower) else { continue }
      if holders.last != index { holders.append(index) }
    }
    guard !holders.isEmpty else { return [] }
    let words = ContentPlaces(
      body.utf8, within: holders.map { findings.sentences[$0].stretch.range })
    return figures(findings, body: body, words: words) { index in
      let sentence = findings.sentences[index]
      let range = sentence.stretch.range.clamped(to: body.utf8.indices)
      let hashes = words.hashes(in: range)
      guard !sentence.isHeading, hashes.count >= SentenceDigest.leastWords else { return nil }
      return (range, hashes)
    }
  }

  private static func isComparable(_ figure: Figure) -> Bool {
    figure.kind != .ordinal && figure.kind != .age && !(figure.unitKey ?? "").isEmpty
  }

  /// - Parameter sentence: the range and content words of a sentence that says enough; nil for others.
  private static func figures(
    _ findings: Findings, body: ArticleText, words: ContentPlaces,
    sentence told: (Int) -> (range: Range<Int>, words: [UInt64])?
  ) -> [FigureDigest] {
    var result: [FigureDigest] = []
    var speakers = SpeakerKeys(findings, body)
    var claim = 0
    let spoken = SpokenStretch.all(findings)
    var time = 0
    // Both stand in order but for findings that come from elsewhere.
    var times = findings.times
    if !times.isOrdered(by: \.stretch.lower) {
      times.sort { $0.stretch.lower < $1.stretch.lower }
    }
    let all = findings.figures
    var order = Array(all.indices)
    if !all.isOrdered(by: \.stretch.lower) {
      order.sort { (all[$0].stretch.lower, $0) < (all[$1].stretch.lower, $1) }
    }
    for index in order where isComparable(all[index]) {
      let figure = all[index]
      guard let unit = figure.unitKey,
        let sentence = findings.sentenceIndex(at: figure.stretch.lower),
        let (whole, content) = told(sentence)
      else { continue }
      let range = shown(figure, within: whole)
      while claim < spoken.count, spoken[claim].range.upperBound <= figure.stretch.lower {
        claim += 1
      }
      let said = spoken[claim...].prefix(4).first { $0.range.contains(figure.stretch.lower) }
      while time < times.count, times[time].stretch.upper <= whole.lowerBound {
        time += 1
      }
      let date = times[time...].prefix(8).first {
        $0.stretch.lower < whole.upperBound && $0.date != nil && !$0.isVague
          && ($0.kind == .date || $0.kind == .time)
      }?.date
      let claimant = figure.claimant?.range ?? said?.speaker
      let direction = figure.direction.map { words.hashes(in: $0.range) }
      let without = words.hashes(in: range) + (direction ?? [])
      let places = words.places(in: whole)
      result.append(
        FigureDigest(
          index: index, figure: figure, unit: unit, range: range,
          subject: content.filter { !without.contains($0) },
          direction: direction ?? [],
          nouns: Self.words(places, areNouns: true, without: without, claimant: claimant),
          deeds: Self.words(places, areNouns: false, without: without, claimant: claimant),
          fates: Set(places.compactMap { Fate(word: $0.hash) }), asOf: date, claimant: claimant,
          claimantKey: claimant.flatMap { speakers.key(of: $0) },
          isRelayed: said?.isRelayed ?? false, isNear: isNear(figure, body), sentence: sentence))
    }
    Self.nameMatters(&result)
    return result
  }

  private static func words(
    _ places: ArraySlice<ContentWords.Place>, areNouns: Bool, without: [UInt64],
    claimant: Range<Int>?
  ) -> [UInt64] {
    let words = places.filter {
      $0.isNoun == areNouns && !without.contains($0.hash) && !MatterWords.isGeneric($0.hash)
        && !(claimant?.overlaps($0.range) ?? false)
    }
    return ContentWords.distinct(words[...])
  }

  /// "Tausende müssen ihre Wohnungen verlassen. Das Amt teilte mit, mehr als 3.000 Menschen …": a
  /// claimed figure right behind an order of magnitude it fits speaks of the same matter.
  private static func nameMatters(_ figures: inout [FigureDigest]) {
    for (place, vague) in figures.enumerated() where vague.figure.relation == .order {
      guard let low = vague.figure.low ?? vague.figure.value, low > 0 else { continue }
      let exact = figures[(place + 1)...].prefix(6).firstIndex {
        guard let value = $0.figure.value, $0.figure.relation != .order, $0.claimant != nil,
          $0.unit == vague.unit, $0.figure.kind == vague.figure.kind
        else { return false }
        return (0...1).contains($0.sentence - vague.sentence) && value >= low && value < low * 20
      }
      guard let exact else { continue }
      figures[exact].subject = Array(Set(figures[exact].subject + vague.subject)).sorted()
    }
  }

  /// The words shown for a figure: from its hedge to its unit, where they stand close together.
  private static func shown(_ figure: Figure, within sentence: Range<Int>) -> Range<Int> {
    var lower = figure.stretch.lower
    var upper = figure.stretch.upper
    if let hedge = figure.hedge, hedge.lower >= sentence.lowerBound, lower &- hedge.lower < 60 {
      lower = min(lower, hedge.lower)
      upper = max(upper, min(hedge.upper, sentence.upperBound))
    }
    if let unit = figure.unit, unit.upper <= sentence.upperBound, unit.upper &- upper < 120 {
      upper = max(upper, unit.upper)
      lower = min(lower, max(unit.lower, sentence.lowerBound))
    }
    return lower..<max(lower, upper)
  }

  private static func isNear(_ figure: Figure, _ body: ArticleText) -> Bool {
    guard let hedge = figure.hedge else { return false }
    let words = body[hedge.range].lowercased()
    return ["fast", "knapp", "beinahe", "nahezu", "annähernd", "nearly", "almost"].contains {
      words.hasPrefix($0)
    }
  }
}

/// A stretch of speech and who speaks; a cue inside a sentence parts it into several.
private struct SpokenStretch {
  var range: Range<Int>
  var speaker: Range<Int>?
  var isRelayed: Bool

  /// In the order of the text.
  static func all(_ findings: Findings) -> [SpokenStretch] {
    findings.speech.flatMap { speech in
      speech.stretches.map {
        SpokenStretch(
          range: $0.range, speaker: speech.speaker.last?.range, isRelayed: speech.relay != nil)
      }
    }.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }
}

extension Array {
  /// Whether no element has a lower place than the one before it.
  fileprivate func isOrdered(by place: (Element) -> Int) -> Bool {
    indices.dropFirst().allSatisfy { place(self[$0 - 1]) <= place(self[$0]) }
  }
}
