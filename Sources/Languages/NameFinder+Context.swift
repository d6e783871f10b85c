/// Names that only the words around them tell.
extension NameFinder {
  // MARK: By the words around

  func byContext(at index: Int, in sentence: Range<Int>) -> FoundName? {
    let end = sentence.upperBound
    guard isNameWord(index, end: end) else { return nil }
    if isStreet(index) { return FoundName(tokens: index..<index + 1, kind: .place) }
    if looks(index).contains(.surname),
      !isCommonSurname(index) || has(.says, index + 1)
    {
      return FoundName(tokens: index..<index + 1, kind: .person)
    }
    let isFirst = index == sentence.lowerBound
    if !isFirst, has(.placeHead, index - 1), !isNoun(index) {
      return FoundName(tokens: index..<index + 1, kind: .place)
    }
    if isGerman ? isNoun(index) : false { return nil }
    if !isFirst, leadsToOrganisation(index - 1) {
      return FoundName(tokens: index..<run(from: index, end: end), kind: .organisation)
    }
    if isBracketed(index + 1) { return FoundName(tokens: index..<index + 1, kind: .person) }
    // "Leichtathlet Heinrich Popow": the name begins with the first name.
    if isNameWord(index + 1, end: end), tags[index + 1].contains(.firstName) { return nil }
    let run = run(from: index, end: end)
    let isArticled = !isFirst && has(.article, index - 1)
    if isGerman, isFirst, looksInflected(index) { return nil }
    if !isFirst, has(.direction, index - 1), run == index + 1,
      !isGerman || !looksPlural(index)
    {
      return FoundName(tokens: index..<run, kind: .place)
    }
    if run >= index + 2, run <= index + 3, isGerman || !isFirst, !isArticled,
      !(isFirst && isGerman && words[index].length < 4)
    {
      return FoundName(tokens: index..<run, kind: .person)
    }
    if !isArticled, isSubject(index, run, isFirst: isFirst) {
      return FoundName(tokens: index..<run, kind: .person)
    }
    if isGerman, hasPlaceEnding(index), !has(.article, index - 1) {
      return FoundName(tokens: index..<index + 1, kind: .place)
    }
    if !isGerman, !isFirst {
      return FoundName(tokens: index..<run, kind: run > index + 1 ? .person : .other)
    }
    return nil
  }

  /// A bare word beside a verb in the singular: German common nouns would have an article.
  func isSubject(_ index: Int, _ run: Int, isFirst: Bool) -> Bool {
    let before = words[index - 1]
    if has(.says, run) || (!isFirst && has(.says, index - 1)) {
      return !isFirst || run > index + 1 || isGerman
    }
    guard isGerman, !looksPlural(index), !words[index].marks.contains(.hasHyphen),
      words[index].length >= 4
    else { return false }
    if has(.singular, run), isFirst || before.kind == .punctuation {
      return !looksInflected(index) && !looksAdverbial(index)
    }
    return !isFirst && has(.singular, index - 1) && !words[run].isCapitalised
  }

  /// Adverbs and participles that begin a sentence: `Anschließend wird`, `Beerdigt wurde`.
  func looksAdverbial(_ index: Int) -> Bool {
    let letters = words.utf8[words[index].range]
    return Self.adverbEndings.contains { letters.suffix($0.count).elementsEqual($0) }
      || (letters.last == UInt8(ascii: "t")
        && Self.participleHeads.contains { letters.prefix($0.count).elementsEqual($0) })
  }

  private static let adverbEndings = [
    "end", "ell", "ig", "lich", "isch", "los", "weise", "bar", "sam", "haft", "mals", "ens", "tags",
    "falls", "nach", "bei", "maßen",
  ].map { Array($0.utf8) }
  private static let participleHeads = ["Ge", "Be", "Er", "Ver", "Ent", "Zer", "Ange", "Aus"].map {
    Array($0.utf8)
  }

  /// Adjectives that begin a sentence: `Verschiedene`, `Rekonstruierter`.
  func looksInflected(_ index: Int) -> Bool {
    let letters = words.utf8[words[index].range]
    guard letters.count > 5, let last = letters.last else { return false }
    if last == UInt8(ascii: "e") { return true }
    return letters.dropLast().last == UInt8(ascii: "e") && Self.inflections.contains(last)
  }

  private static let inflections = Array("rsmn".utf8)

  private static let en = Array("en".utf8)

  func looksPlural(_ index: Int) -> Bool {
    words.utf8[words[index].range].suffix(2).elementsEqual(Self.en)
      || has(.noPlace, index)
  }

  /// `Name (CDU)`, `Name (37)`
  func isBracketed(_ index: Int) -> Bool {
    guard words.firstByte(index) == UInt8(ascii: "("),
      words.firstByte(index + 2) == UInt8(ascii: ")")
    else { return false }
    let inside = words[index + 1]
    return (inside.kind == .number && inside.length == 2) || has(.party, index + 1)
  }

  /// The end of a run of capitalised words that are no nouns.
  func run(from index: Int, end: Int) -> Int {
    var at = index + 1
    while at < end, at < index + 4, isNameWord(at, end: end), !isTaken[at],
      !isGerman || !isNoun(at),
      !looks(at).contains(.organisationBegins)
        || lists.organisations.match(words, at: at, end: end) == nil
    {
      at += 1
    }
    return at
  }

  /// A capitalised word that could be part of a name.
  func isNameWord(_ index: Int, end: Int) -> Bool {
    let word = words[index]
    guard index < end, word.kind == .word, word.isCapitalised, word.length >= 2, !isTaken[index]
    else { return false }
    return !tags[index].contains(.function) && !tags[index].contains(.measure)
      && !tags[index].contains(.time)
  }

  func isCommonSurname(_ index: Int) -> Bool { has(.commonSurname, index) }

  // MARK: Nouns

  /// What a German word's endings tell: `.noun` for a listed noun or a compound that ends in one,
  /// `.nounEnding`, `.function` for an ending no family name has, `.title`, `.street`, `.place`.
  func traits(_ index: Int) -> Tags {
    guard index >= 0, index < words.count else { return [] }
    let known = facts[Int(words.all[index].spelling)].traits
    return known.isEmpty ? lists.traits(of: words[index], in: words.utf8) : known
  }

  /// Whether a German word is a common noun, by its ending or its last part.
  func isNoun(_ index: Int) -> Bool {
    isGerman && !traits(index).isDisjoint(with: [.noun, .nounEnding])
  }

  /// `Kaiser-Wilhelm-Straße`, `Goethestraße`; a "…platz" needs its hyphen, or it is any place.
  func isStreet(_ index: Int) -> Bool {
    guard isGerman, traits(index).contains(.street) else { return false }
    if words[index].marks.contains(.hasHyphen) { return true }
    return !has(.article, index - 1)
      && words.utf8[words[index].range].last != UInt8(ascii: "z")
  }

  func hasPlaceEnding(_ index: Int) -> Bool { traits(index).contains(.place) }
}
