import Press

/// What the name model is told of each token.
extension NameFinder {
  /// Lets the model decide on what the rules found, but for what the lists know; then looks for
  /// the family names of the persons it sees.
  mutating func weigh(
    _ sentences: [Range<Int>], by model: NameModel, timed: [Bool], _ known: inout Spellings
  ) {
    let rules = found
    let hints = hints(sentences)
    var seen = model.names(
      words, sentences, hints: hints, tendencies: .german, by: &known)
    seen.removeAll { name in
      name.tokens.allSatisfy { timed[$0] }
        || !name.tokens.contains { words[$0].kind != .punctuation }
    }
    found = []
    forgetPersons()
    isTaken = timed
    for name in settled(seen, rules) { take(name) }
    for sentence in sentences { readAgain(sentence) }
  }

  /// What the model saw and what the rules found, each token in one name; in the text's order.
  private func settled(_ seen: [FoundName], _ rules: [FoundName]) -> [FoundName] {
    var seen = seen
    var owner = Array(repeating: -1, count: words.count)
    for (number, name) in seen.enumerated() {
      for index in name.tokens { owner[index] = number }
    }
    var isOut = Array(repeating: false, count: seen.count)
    var kept: [FoundName] = []
    for rule in rules {
      let first = owner[rule.tokens.lowerBound]
      if first >= 0, !isOut[first], seen[first].tokens == rule.tokens,
        seen[first].kind == rule.kind
      {
        seen[first].key = rule.key
        continue
      }
      var rivals: [Int] = []
      for index in rule.tokens where owner[index] >= 0 {
        if !isOut[owner[index]], rivals.last != owner[index] { rivals.append(owner[index]) }
      }
      if keeps(rule, against: rivals.map { seen[$0] }) {
        kept.append(rule)
        for rival in rivals { isOut[rival] = true }
      }
    }
    for index in seen.indices where seen[index].key == nil && seen[index].kind == .place {
      seen[index].key = listedKey(seen[index])
    }
    let others = seen.indices.filter { !isOut[$0] }.map { seen[$0] }
    return (others + kept).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// Whether a name of the rules stands though the model does not see it, or sees others there.
  private func keeps(_ rule: FoundName, against rivals: [FoundName]) -> Bool {
    guard rule.grounds != .context else { return false }
    guard let rival = rivals.first else { return true }
    if rivals.count == 1, rival.tokens == rule.tokens { return true }
    // "Kim Jong", "Un" are one name.
    if rivals.allSatisfy({ Self.covers(rule, $0) }) { return true }
    // "USA Russland" are two.
    return rivals.count == 1 && rule.key != nil && rival.kind == rule.kind
      && Self.covers(rival, rule)
  }

  private static func covers(_ name: FoundName, _ other: FoundName) -> Bool {
    name.tokens.lowerBound <= other.tokens.lowerBound
      && other.tokens.upperBound <= name.tokens.upperBound
  }

  private func listedKey(_ name: FoundName) -> String? {
    guard
      let match = lists.places.match(
        words, at: name.tokens.lowerBound, end: name.tokens.upperBound),
      match.length == name.tokens.count
    else { return nil }
    return lists.places.attributes(of: match).first.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The hints of all tokens, after the rules have read the text.
  func hints(_ sentences: [Range<Int>]) -> [NameHints] {
    var hints: [NameHints] = []
    hints.reserveCapacity(words.count)
    for word in words.all { hints.append(facts[Int(word.spelling)].hints) }
    for sentence in sentences { markListed(sentence, in: &hints) }
    markFound(in: &hints)
    return hints
  }

  /// What the rules took each token for.
  private func markFound(in hints: inout [NameHints]) {
    for name in found {
      for index in name.tokens {
        switch name.kind {
        case .person: hints[index].insert(.person)
        case .place: hints[index].insert(.place)
        case .organisation, .other: hints[index].insert(.organisation)
        }
      }
      hints[name.tokens.lowerBound].insert(.begins)
    }
  }

  private func markListed(_ sentence: Range<Int>, in hints: inout [NameHints]) {
    for at in sentence where !looks(at).isEmpty {
      guard words[at].isCapitalised || words[at].kind == .number else { continue }
      let look = looks(at)
      if look.contains(.placeBegins) {
        mark(lists.places, at, sentence, .placeBegins, .placeGoesOn, in: &hints)
      }
      if look.contains(.organisationBegins) {
        mark(
          lists.organisations, at, sentence, .organisationBegins, .organisationGoesOn, in: &hints)
      }
      if look.contains(.city) { mark(lists.cities, at, sentence, .city, .city, in: &hints) }
      if look.contains(.otherBegins) {
        mark(lists.others, at, sentence, .otherBegins, .otherGoesOn, in: &hints)
      }
    }
  }

  private func mark(
    _ lexicon: Lexicon, _ at: Int, _ sentence: Range<Int>, _ begins: NameHints,
    _ goesOn: NameHints, in hints: inout [NameHints]
  ) {
    guard !hints[at].contains(goesOn),
      let match = lexicon.match(words, at: at, end: sentence.upperBound)
    else { return }
    hints[at].insert(begins)
    for offset in 1..<Swift.max(1, match.length) { hints[at + offset].insert(goesOn) }
  }
}
