/// Names of organisations, by legal form, by head word and by their capitals.
extension NameFinder {
  // MARK: Organisations

  /// `Muster AG`, `Beispiel & Söhne GmbH`: capitalised words before a legal form.
  func company(at index: Int, end: Int) -> FoundName? {
    var at = index
    while at < end, at < index + 5 {
      let word = words[at]
      if at > index, has(.form, at),
        word.isCapitalised || word.marks.contains(.innerCapital)
      {
        guard !tags[index].contains(.function), at > index else { return nil }
        var last = at + 1
        while last < end, has(.form, last) { last += 1 }
        if words.firstByte(last) == UInt8(ascii: "."), words[last].isAttached, !isGerman,
          last + 1 < end
        {
          last += 1
        }
        return FoundName(tokens: index..<last, kind: .organisation, grounds: .form)
      }
      guard
        word.kind == .word && (word.isCapitalised || word.marks.contains(.innerCapital))
          || words.firstByte(at) == UInt8(ascii: "&")
      else { return nil }
      at += 1
    }
    return nil
  }

  /// `Universität Bonn`, `Bundesamt für Statistik`, `FC Musterstadt`, `Ministry of Defence`
  func headed(at index: Int, end: Int) -> FoundName? {
    guard isGerman else { return englishHeaded(at: index, end: end) }
    guard isHead(index) else { return nil }
    var at = index + 1
    if at < end, has(.headLink, at), words[index].length > 3 {
      at += 1
      guard at < end, words[at].isCapitalised || words[at + 1].isCapitalised else { return nil }
      while at < end, at < index + 7, words[at].kind == .word,
        words[at].isCapitalised || has(.join, at)
      {
        at += 1
      }
      while at > index + 2, !words[at - 1].isCapitalised { at -= 1 }
      return FoundName(tokens: index..<at, kind: .organisation)
    }
    let start = at
    while at < end, at < index + 4, words[at].kind == .word || words[at].kind == .number,
      isNameWord(at, end: end) || words[at].kind == .number
    {
      at += 1
    }
    return at > start ? FoundName(tokens: index..<at, kind: .organisation) : nil
  }

  func isHead(_ index: Int) -> Bool { Self.isHead(words[index], looks(index)) }

  static func isHead(_ word: Word, _ looks: NameHints) -> Bool {
    looks.contains(.head)
      && (word.length > 3 || word.marks.contains(.allCapitals)
        || word.marks.contains(.innerCapital))
  }

  func englishHeaded(at index: Int, end: Int) -> FoundName? {
    var at = index
    var hasHead = false
    while at < end, at < index + 7, words[at].kind == .word {
      if has(.englishHead, at), words[at].isCapitalised { hasHead = true }
      if words[at].isCapitalised, !(tags[at].contains(.function) && at == index) {
        at += 1
      } else if at > index, has(.ofWord, at), words[at + 1].isCapitalised, hasHead {
        at += 1
      } else {
        break
      }
    }
    return hasHead && at > index + 1 ? FoundName(tokens: index..<at, kind: .organisation) : nil
  }

  /// Two to five capitals: `BASF`, `OSZE`.
  func acronym(at index: Int) -> FoundName? {
    let word = words[index]
    guard word.marks.contains(.allCapitals), word.length >= 2, word.length <= 5,
      word.marks.isDisjoint(with: [.hasHyphen, .hasDigit]), !isRoman(index),
      !has(.noAcronym, index),
      !(words[index - 1].marks.contains(.allCapitals) && words[index - 1].length > 5),
      !(words[index + 1].marks.contains(.allCapitals) && words[index + 1].length > 5)
    else { return nil }
    // "THW Musterstadt": a club or office with its town.
    if isGerman, index + 1 < words.count, !isTaken[index + 1],
      let place = lists.places.match(words, at: index + 1, end: words.count), place.length == 1,
      words[index + 1].isCapitalised, !has(.ambiguous, index + 1),
      !words[index + 1].marks.contains(.allCapitals)
    {
      return FoundName(tokens: index..<index + 2, kind: .organisation)
    }
    return FoundName(tokens: index..<index + 1, kind: .organisation)
  }

  func isRoman(_ index: Int) -> Bool {
    words.utf8[words[index].range].allSatisfy {
      $0 == UInt8(ascii: "I") || $0 == UInt8(ascii: "V") || $0 == UInt8(ascii: "X")
    }
  }

  /// A word that leads to the name of a company, medium or club: `der Autobauer …`.
  func leadsToOrganisation(_ index: Int) -> Bool {
    let word = words[index]
    guard word.kind == .word, index >= 0 else { return false }
    if has(.maker, index) { return true }
    return isGerman && word.isCapitalised && word.length > 8
      && traits(index).contains(.organisation)
  }
}
