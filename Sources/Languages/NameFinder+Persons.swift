/// Names of persons, by first name, title and role.
extension NameFinder {
  // MARK: Persons

  func isRole(_ index: Int) -> Bool { has(.role, index) }

  /// `Bundeskanzlerin Merkel`, `Dr. Müller`, `Präsident Wladimir Putin`
  func afterRole(_ index: Int, end: Int) -> FoundName? {
    var at = index + 1
    // Titles in a row and adverbs of rank: "Prof. Dr.", "Ministerin a. D."
    while at < end, at < index + 6 {
      if words.firstByte(at) == UInt8(ascii: "."), words[at].isAttached {
        at += 1
        continue
      }
      if isRole(at), words[at].isCapitalised, at + 1 < end,
        words[at + 1].isCapitalised || words.firstByte(at + 1) == UInt8(ascii: ".")
      {
        at += 1
        continue
      }
      break
    }
    guard at < end, words[at].kind == .word, words[at].isCapitalised else { return nil }
    if let name = personByFirstName(at: at, end: end) { return name }
    if lists.places.match(words, at: at, end: end) != nil { return nil }
    guard isNameWord(at, end: end),
      !isNoun(at) || lists.surnames.contains(words[at].hash) || words[index].length <= 4
    else { return nil }
    let isTitle = words[index].length <= 4 && words.firstByte(index + 1) == UInt8(ascii: ".")
    return FoundName(
      tokens: at..<extend(at + 1, end: end, limit: at + 3), kind: .person,
      grounds: isTitle ? .title : .context)
  }

  /// A first name and what follows it: `Anna Schmidt`, `Ursula von der Leyen`, `J. F. Huber`.
  func personByFirstName(at index: Int, end: Int) -> FoundName? {
    let word = words[index]
    if word.length == 1, words.firstByte(index + 1) == UInt8(ascii: "."),
      words[index + 1].isAttached
    {
      return byInitials(at: index, end: end)
    }
    guard tags[index].contains(.firstName) || has(.doubleFirstName, index) else { return nil }
    let last = extend(index + 1, end: end, limit: index + 6)
    if last > index + 1 {
      let isListed =
        lists.surnames.contains(words[last - 1].hash) || has(.familyFirst, index)
      return FoundName(
        tokens: index..<last, kind: .person, grounds: isListed ? .fullName : .context)
    }
    // A first name alone, where it is no common word.
    guard !has(.noFirstName, index), !tags[index].contains(.time) else { return nil }
    return FoundName(tokens: index..<index + 1, kind: .person)
  }

  func byInitials(at index: Int, end: Int) -> FoundName? {
    guard words[index].isCapitalised else { return nil }
    var at = index
    while at + 1 < end, at < index + 10, words[at].length == 1, words[at].isCapitalised,
      words.firstByte(at + 1) == UInt8(ascii: ".")
    {
      at += 2
    }
    guard at < end, at > index, isNameWord(at, end: end), !isNoun(at) else { return nil }
    return FoundName(tokens: index..<extend(at, end: end, limit: at + 2), kind: .person)
  }

  /// Walks over the words of a name: capitalised, with particles and initials between.
  func extend(_ start: Int, end: Int, limit: Int) -> Int {
    var at = start
    var last = start
    while at < end, at < limit {
      let word = words[at]
      guard word.kind == .word, !isTaken[at] else { break }
      if word.isCapitalised, !(tags[at].contains(.function)) || has(.familyFirst, at) {
        if word.length == 1, words.firstByte(at + 1) == UInt8(ascii: "."), words[at + 1].isAttached,
          at + 2 < end,
          words[at + 2].isCapitalised
        {
          at += 2
          continue
        }
        if word.length == 1 {
          // "Susanne R." keeps its stop.
          let stop = words.firstByte(at + 1) == UInt8(ascii: ".") && words[at + 1].isAttached
          return stop && at + 1 < end ? at + 2 : last
        }
        // "Kurt Beck von der SPD" ends before the party.
        if at > start, word.marks.contains(.allCapitals), word.length > 1 { break }
        guard at > start || isSurnameLike(at) else { break }
        guard at == start || !isNoun(at) || has(.particle, at - 1) else { break }
        at += 1
        last = at
      } else if has(.particle, at), !word.isCapitalised, at + 1 < end,
        !has(.articleParticle, at) || has(.particle, at - 1),
        words[at + 1].isCapitalised || has(.particle, at + 1)
      {
        at += 1
      } else {
        break
      }
    }
    return last
  }

  /// A word that may follow a first name: no common noun unless it is a known family name.
  func isSurnameLike(_ index: Int) -> Bool {
    if lists.surnames.contains(words[index].hash) || tags[index].contains(.firstName) {
      return true
    }
    if !isGerman { return true }
    return !isPlainNoun(index) && !words[index].marks.contains(.allCapitals)
  }

  /// A noun of the list as it stands, or one with an ending that no family name has.
  func isPlainNoun(_ index: Int) -> Bool { traits(index).contains(.function) }
}
