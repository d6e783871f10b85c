import Languages

/// Words beside a name that say who it is.
enum RoleWords {
  /// Words that stand before names and are no roles.
  private static let others = HashSet([
    "Herr", "Frau", "Herrn", "Dr", "Prof", "Der", "Die", "Das", "Den", "Dem", "Und", "In", "Im",
    "Am", "Mit", "Von", "Laut", "Nach", "Für", "Auch", "Als", "Wie", "So", "Mr", "Mrs", "Ms", "The",
    "Zu", "Bei", "Doch", "Aber", "Wenn", "Dass", "Während", "Sowohl", "Ob", "Weil", "Seit", "Ex",
  ])

  static func before(_ name: Int, in utf8: [UInt8]) -> Range<Int>? {
    guard name >= 2, utf8[name - 1] == UInt8(ascii: " ") else { return nil }
    let end = name - 1
    var start = end
    while start > 0, end - start < 60, isWordByte(utf8[start - 1]) { start -= 1 }
    guard end - start >= 4, isCapital(utf8, start), start == 0 || utf8[start - 1] <= 0x20 else {
      return nil
    }
    return others.contains(ContentWords.fnv(utf8[start..<end])) ? nil : start..<end
  }

  /// ", Sprecher des Ministeriums," behind a name: up to the next comma.
  static func after(_ name: Int, in utf8: [UInt8]) -> Range<Int>? {
    guard name + 3 < utf8.count, utf8[name] == UInt8(ascii: ","), utf8[name + 1] == 0x20 else {
      return nil
    }
    let start = name + 2
    var end = start
    while end < utf8.count, end - start < 80 {
      let byte = utf8[end]
      if byte == UInt8(ascii: ",") { break }
      if byte == UInt8(ascii: ".") || byte == 0x0A || byte == UInt8(ascii: ";") { return nil }
      end += 1
    }
    guard end < utf8.count, utf8[end] == UInt8(ascii: ",") else { return nil }
    let words = utf8[start..<end].split(separator: 0x20)
    guard let first = words.first, (1...8).contains(words.count) else { return nil }
    // An article and a noun, or a noun: no clause of its own.
    let articles = ["der", "die", "ein", "eine", "the", "a", "an"]
    let head = articles.contains { first.elementsEqual($0.utf8) } ? words.dropFirst() : words[...]
    guard let noun = head.first(where: { isCapital(utf8, $0.startIndex) }),
      noun.startIndex - start < 40, noun.count >= 4
    else { return nil }
    if head.count == words.count && !isCapital(utf8, start) { return nil }
    if let last = words.last, !isCapital(utf8, last.startIndex) { return nil }
    return start..<end
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "-"), 0x80...0xC1, 0xC3...0xDF:
      true
    default: false
    }
  }

  private static func isCapital(_ utf8: [UInt8], _ at: Int) -> Bool {
    guard at < utf8.count else { return false }
    if (0x41...0x5A).contains(utf8[at]) { return true }
    return utf8[at] == 0xC3 && at + 1 < utf8.count && utf8[at + 1] < 0x9F
  }
}

extension RoleWords {
  /// What a name is by the noun before it: "Pegel Alte Mühle" is no person.
  static func kind(after role: String) -> Name.Kind? {
    let word = role.lowercased()
    if organisations.contains(where: { word.hasSuffix($0) }) { return .organisation }
    if places.contains(where: { word.hasSuffix($0) }) { return .place }
    return nil
  }

  private static let organisations = [
    "amt", "ministerium", "fonds", "firma", "konzern", "verein", "verband", "bank", "betreiber",
    "hersteller", "reederei", "werft", "gewerkschaft", "partei", "behörde", "verwaltung",
    "zeitung", "sender", "agentur", "stiftung", "gesellschaft", "unternehmen", "institut",
    "hochschule", "universität", "klinik", "verlag", "magazin", "polizei", "feuerwehr", "kammer",
  ]
  private static let places = [
    "pegel", "damm", "hafen", "bahnhof", "fluss", "brücke", "platz", "straße", "ortsteil", "stadt",
    "gemeinde", "dorf", "insel", "region", "kreis", "tal", "werk", "halle", "mühle", "see", "tor",
    "stadtteil", "schloss", "kirche", "land", "siedlung", "schleuse",
  ]

  /// Whether a single word is a common noun here: an article or pronoun stands before it, or it
  /// names people by what they are.
  static func isCommon(_ name: Range<Int>, in utf8: [UInt8]) -> Bool {
    if people.contains(String(decoding: utf8[name], as: UTF8.self)) { return true }
    guard name.lowerBound >= 2, utf8[name.lowerBound - 1] == 0x20 else { return false }
    let before = utf8[..<(name.lowerBound - 1)].suffix(12)
    let word = before.suffix(while: { $0 != 0x20 && $0 != 0x0A })
    return determiners.contains(String(decoding: word, as: UTF8.self).lowercased())
  }

  private static let people: Set<String> = [
    "Angaben", "Verwandte", "Verwandten", "Angehörige", "Angehörigen", "Anwohner", "Anwohnern",
    "Nachbarn", "Freunde", "Freunden", "Eltern", "Kinder", "Kindern", "Bekannte", "Bekannten",
    "Berichte", "Berichten", "Medien", "Experten", "Beobachter", "Beamte", "Beamten", "Whoever",
    "Menschen", "Leute", "Opfer", "Zeugen", "Helfer", "Helfern", "Bürger", "Bürgern",
  ]
  private static let determiners: Set<String> = [
    "ein", "eine", "einen", "einem", "einer", "eines", "kein", "keine", "keinen", "mein", "sein",
    "seine", "seinen", "seinem", "seiner", "ihr", "ihre", "ihren", "ihrem", "ihrer", "unser",
    "unsere", "unseren", "dieser", "diese", "diesen", "diesem", "dieses", "jeder", "jeden", "den",
    "dem", "des", "das", "a", "an", "its", "their", "his", "her",
  ]

  /// "Landwirtin Gesche Dirks": where the name begins behind a role that was read with it.
  static func nameStart(_ name: Range<Int>, in utf8: [UInt8]) -> Int {
    let words = utf8[name].split(separator: 0x20)
    guard words.count >= 3, let first = words.first, first.count >= 9,
      ["wirtin", "erin", "torin", "istin", "login", "entin", "antin", "eurin", "beamtin", "rätin"]
        .contains(where: { first.suffix($0.utf8.count).elementsEqual($0.utf8) })
    else { return name.lowerBound }
    return words[1].startIndex
  }
}

extension ArraySlice {
  /// The elements at the end that all fulfil a condition.
  fileprivate func suffix(while isKept: (Element) -> Bool) -> ArraySlice<Element> {
    var start = endIndex
    while start > startIndex, isKept(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
