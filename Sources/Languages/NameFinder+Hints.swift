import Press

/// What the name model is told of each token.
extension NameFinder {
  /// Lets the model have the last word on what the rules found, then looks for the family names of
  /// the persons it sees.
  mutating func weigh(_ sentences: [Range<Int>], by model: NameModel, timed: [Bool]) {
    let rules = found
    let marks = marksOfFound
    var keys: [Range<Int>: (kind: Name.Kind, key: String?)] = [:]
    for name in rules { keys[name.tokens] = (name.kind, name.key) }
    found = []
    persons = [:]
    isTaken = timed
    for sentence in sentences {
      let hints = zip(hints(sentence), marks[sentence]).map { $0.union($1) }
      let names = model.names(words, sentence, hints: hints, tendencies: .german)
      for var name in names where !name.tokens.allSatisfy({ timed[$0] }) {
        guard name.tokens.contains(where: { words[$0].kind != .punctuation }) else { continue }
        if let known = keys[name.tokens], known.kind == name.kind {
          name.key = known.key
        } else if name.kind == .place,
          let match = lists.places.match(
            words, at: name.tokens.lowerBound, end: name.tokens.upperBound),
          match.length == name.tokens.count
        {
          name.key = lists.places.attributes(of: match).first.flatMap { $0.isEmpty ? nil : $0 }
        }
        take(name)
      }
    }
    for sentence in sentences { readAgain(sentence) }
  }

  /// What the rules took each token for.
  var marksOfFound: [NameHints] {
    var marks = Array(repeating: NameHints(), count: words.count)
    for name in found {
      for index in name.tokens {
        switch name.kind {
        case .person: marks[index].insert(.person)
        case .place: marks[index].insert(.place)
        case .organisation, .other: marks[index].insert(.organisation)
        }
      }
      marks[name.tokens.lowerBound].insert(.begins)
    }
    return marks
  }

  /// The hints of a sentence's tokens, after the rules have read the text.
  mutating func hints(_ sentence: Range<Int>) -> [NameHints] {
    var hints: [NameHints] = []
    hints.reserveCapacity(sentence.count)
    for index in sentence { hints.append(ownHints(index)) }
    for at in sentence where words[at].isCapitalised || words[at].kind == .number {
      mark(lists.places, at, sentence, .placeBegins, .placeGoesOn, in: &hints)
      mark(lists.organisations, at, sentence, .organisationBegins, .organisationGoesOn, in: &hints)
      mark(lists.cities, at, sentence, .city, .city, in: &hints)
      mark(lists.others, at, sentence, .otherBegins, .otherGoesOn, in: &hints)
    }
    return hints
  }

  private func mark(
    _ lexicon: Lexicon, _ at: Int, _ sentence: Range<Int>, _ begins: NameHints,
    _ goesOn: NameHints, in hints: inout [NameHints]
  ) {
    let place = at - sentence.lowerBound
    guard !hints[place].contains(goesOn),
      let match = lexicon.match(words, at: at, end: sentence.upperBound)
    else { return }
    hints[place].insert(begins)
    for offset in 1..<Swift.max(1, match.length) { hints[place + offset].insert(goesOn) }
  }

  private mutating func ownHints(_ index: Int) -> NameHints {
    var hints: NameHints = []
    let word = words[index]
    guard word.kind == .word else { return hints }
    let tags = tags[index]
    if tags.contains(.function) { hints.insert(.function) }
    if tags.contains(.time) { hints.insert(.time) }
    if tags.contains(.measure) { hints.insert(.measure) }
    guard word.isCapitalised || word.marks.contains(.innerCapital) else { return hints }
    if tags.contains(.firstName) { hints.insert(.firstName) }
    if lists.surnames.contains(word.hash) { hints.insert(.surname) }
    if isRole(index) { hints.insert(.role) }
    if isHead(index) { hints.insert(.head) }
    if Self.forms.contains(word) { hints.insert(.form) }
    let other = NameWords.of(isGerman ? .english : .german)
    if other.firstNames.contains(word.hash) { hints.insert(.firstName) }
    if other.places.contains(word.hash) || other.organisations.contains(word.hash) {
      hints.insert(.otherLanguage)
    }
    guard isGerman else { return hints }
    let traits = traits(index)
    if traits.contains(.noun) { hints.insert(.noun) }
    if traits.contains(.function) { hints.insert(.listedNoun) }
    if traits.contains(.nounEnding) { hints.insert(.nounEnding) }
    if traits.contains(.street) { hints.insert(.street) }
    if traits.contains(.place) { hints.insert(.placeEnding) }
    return hints
  }
}
