/// Names of organisations, by legal form, by head word and by their capitals.
extension NameFinder {
  // MARK: Organisations

  static let forms = WordSet(
    "AG GmbH SE KG KGaA OHG Inc Corp Ltd LLC Co Group Gruppe Holding Limited PLC NV SA SpA Company Corporation eG"
  )

  /// `Muster AG`, `Beispiel & Söhne GmbH`: capitalised words before a legal form.
  func company(at index: Int, end: Int) -> FoundName? {
    var at = index
    while at < end, at < index + 5 {
      let word = words[at]
      if at > index, Self.forms.contains(word),
        word.isCapitalised || word.marks.contains(.innerCapital)
      {
        guard !tags[index].contains(.function), at > index else { return nil }
        var last = at + 1
        while last < end, Self.forms.contains(words[last]) { last += 1 }
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

  static let headLinks = WordSet("für zur zum of for")
  static let englishHeads = WordSet(
    "University Ministry Department Bank Party Committee Commission Council Agency Institute Court Authority Association "
      + "Foundation Federation Union Bureau Office College Corporation Administration Service Board Club Airlines Airways"
  )

  /// `Universität Bonn`, `Bundesamt für Statistik`, `FC Musterstadt`, `Ministry of Defence`
  mutating func headed(at index: Int, end: Int) -> FoundName? {
    guard isGerman else { return englishHeaded(at: index, end: end) }
    guard isHead(index) else { return nil }
    var at = index + 1
    if at < end, Self.headLinks.contains(words[at]), words[index].length > 3 {
      at += 1
      guard at < end, words[at].isCapitalised || words[at + 1].isCapitalised else { return nil }
      while at < end, at < index + 7, words[at].kind == .word,
        words[at].isCapitalised || Self.joins.contains(words[at])
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

  static let joins = WordSet("und der des die")

  func isHead(_ index: Int) -> Bool {
    looks[index].contains(.head)
      && (words[index].length > 3 || words[index].marks.contains(.allCapitals)
        || words[index].marks.contains(.innerCapital))
  }

  func englishHeaded(at index: Int, end: Int) -> FoundName? {
    var at = index
    var hasHead = false
    while at < end, at < index + 7, words[at].kind == .word {
      if Self.englishHeads.contains(words[at]), words[at].isCapitalised { hasHead = true }
      if words[at].isCapitalised, !(tags[at].contains(.function) && at == index) {
        at += 1
      } else if at > index, Self.ofWords.contains(words[at]), words[at + 1].isCapitalised, hasHead {
        at += 1
      } else {
        break
      }
    }
    return hasHead && at > index + 1 ? FoundName(tokens: index..<at, kind: .organisation) : nil
  }

  static let ofWords = WordSet("of for the")

  static let noAcronyms = WordSet(
    "TV PC CD DVD SMS PDF GPS DNA DNS OK AM PM BMI IT PR KI AI CO HIV AIDS WM EM BIP GDP CEO CFO UHR LKW PKW "
      + "ICE SUV URL WWW FAQ RSS II III IV VI VII VIII IX XI XII XIII XIV XV XVI USB LED HD SIM ID QR WC UTC MEZ EST "
      + "GB MB KB CHF NJW BGB StGB VIP EDV GAU PS DM EUR USD DAX MDAX TecDAX ATX SMI NGO MP MdB MdL NRW UV PKW LCD FCKW ABC DER DIE DAS UND IN"
  )

  /// Two to five capitals: `BASF`, `OSZE`.
  func acronym(at index: Int) -> FoundName? {
    let word = words[index]
    guard word.marks.contains(.allCapitals), word.length >= 2, word.length <= 5,
      word.marks.isDisjoint(with: [.hasHyphen, .hasDigit]), !isRoman(index),
      !Self.noAcronyms.contains(word),
      !(words[index - 1].marks.contains(.allCapitals) && words[index - 1].length > 5),
      !(words[index + 1].marks.contains(.allCapitals) && words[index + 1].length > 5)
    else { return nil }
    // "THW Musterstadt": a club or office with its town.
    if isGerman, index + 1 < words.count, !isTaken[index + 1],
      let place = lists.places.match(words, at: index + 1, end: words.count), place.length == 1,
      words[index + 1].isCapitalised, !Self.ambiguous.contains(words[index + 1]),
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

  static let makers = WordSet(
    "Konzern Konzerns Hersteller Unternehmen Unternehmens Firma Autobauer Anbieter Sender Verlag Label "
      + "Plattenlabel Partei Bank Agentur Nachrichtenagentur Zeitung Zeitschrift Magazin Verein Vereins Klub "
      + "Club Kette Airline Fluggesellschaft Reederei Brauerei Terrororganisation Organisation Gruppe "
      + "Initiative Bündnis Gewerkschaft Versicherer Energieversorger Discounter Start-up Startup Team "
      + "company group carmaker airline retailer broadcaster newspaper agency bank firm maker")
  /// A word that leads to the name of a company, medium or club: `der Autobauer …`.
  mutating func leadsToOrganisation(_ index: Int) -> Bool {
    let word = words[index]
    guard word.kind == .word, index >= 0 else { return false }
    if Self.makers.contains(word) { return true }
    return isGerman && word.isCapitalised && word.length > 8
      && traits(index).contains(.organisation)
  }
}
