import Press

/// Finds names of persons, places and organisations by lists, by the words around them and by
/// what the same text said before.
struct NameFinder {
  let words: Words
  let tags: [Tags]
  /// What is known of how tokens are written, by their spelling.
  let facts: [SpellingFacts]
  let isGerman: Bool
  let lists: NameWords
  var found: [FoundName] = []
  var isTaken: [Bool]
  /// Family names met in this text, with the tokens of the full name.
  var persons = HashTable<Range<Int>>()
  /// A bit for each letter that one of them begins with: most words need no closer look.
  private var initials: UInt64 = 0

  /// - Parameter facts: what is known of all spellings.
  init(_ marked: MarkedWords, facts: [SpellingFacts], language: Language) {
    words = marked.words
    tags = marked.tags
    self.facts = facts
    isGerman = language == .german
    lists = NameWords.of(language)
    isTaken = Array(repeating: false, count: words.count)
  }

  /// The names of a text, given its sentences as tokens; `times` are tokens no name may take.
  mutating func find(
    _ sentences: [Range<Int>], times: [Range<Int>], by known: inout Spellings
  ) -> [Name] {
    for time in times { for index in time where index < isTaken.count { isTaken[index] = true } }
    let timed = isTaken
    for sentence in sentences { read(sentence) }
    for sentence in sentences { readAgain(sentence) }
    if isGerman, let model = NameModel.german {
      weigh(sentences, by: model, timed: timed, &known)
    }
    found.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    let full = fullNames()
    return found.map { name($0, full) }
  }

  /// The places found, by their first token.
  var places: [Int: Range<Int>] {
    var places: [Int: Range<Int>] = [:]
    for name in found where name.kind == .place { places[name.tokens.lowerBound] = name.tokens }
    return places
  }

  // MARK: Tokens

  /// What the lists say of a token that can be in a name.
  @inline(__always) func looks(_ index: Int) -> NameHints {
    facts[Int(words.all[index].spelling)].looks
  }

  /// Whether a token stands in one of the short lists; none beyond the text does.
  @inline(__always) func has(_ sign: NameSigns, _ index: Int) -> Bool {
    index >= 0 && index < words.count
      && facts[Int(words.all[index].spelling)].signs.contains(sign)
  }

  // MARK: Passes

  mutating func read(_ sentence: Range<Int>) {
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      let word = words[at]
      if word.kind == .number, !isTaken[at], isGerman,
        let club = lists.organisations.match(words, at: at, end: sentence.upperBound),
        club.length > 1
      {
        take(FoundName(tokens: at..<at + club.length, kind: .organisation, grounds: .list))
        at += club.length
        continue
      }
      if tags[at].contains(.agency), !word.isCapitalised, !isTaken[at] {
        take(FoundName(tokens: at..<at + 1, kind: .organisation, grounds: .list))
      }
      guard word.kind == .word, word.isCapitalised || word.marks.contains(.innerCapital),
        !isTaken[at]
      else {
        at += 1
        continue
      }
      if let name = name(at: at, in: sentence) {
        take(name)
        at = name.tokens.upperBound
      } else {
        at += 1
      }
    }
  }

  /// Family names that stood with their first names elsewhere in the text.
  mutating func readAgain(_ sentence: Range<Int>) {
    guard initials != 0 else { return }
    for at in sentence where !isTaken[at] && words[at].kind == .word && words[at].isCapitalised {
      guard !tags[at].contains(.function), person(at) != nil else { continue }
      take(FoundName(tokens: at..<at + 1, kind: .person, grounds: .fullName))
    }
  }

  mutating func take(_ name: FoundName) {
    for index in name.tokens where index < isTaken.count { isTaken[index] = true }
    found.append(name)
    guard name.kind == .person, name.tokens.count > 1 else { return }
    let last = name.tokens.upperBound - 1
    persons[stemmed(last), default: name.tokens] = name.tokens
    initials |= initial(last)
    if has(.familyFirst, name.tokens.lowerBound) {
      persons[words[name.tokens.lowerBound].hash, default: name.tokens] = name.tokens
      initials |= initial(name.tokens.lowerBound)
    }
  }

  /// The full name a family name belongs to.
  func person(_ index: Int) -> Range<Int>? {
    guard initials & initial(index) != 0 else { return nil }
    return persons[words[index].hash] ?? (isGerman ? persons[genitive(index)] : nil)
  }

  /// The bit of a token's first letter; all of them for letters beyond ASCII, which may be folded to any.
  @inline(__always) private func initial(_ index: Int) -> UInt64 {
    let byte = words.firstByte(index)
    return byte < 0x80 ? 1 << UInt64(byte & 0x1F) : .max
  }

  mutating func forgetPersons() {
    persons = HashTable()
    initials = 0
  }

  /// The hash of a word without the genitive's s.
  func stemmed(_ index: Int) -> UInt64 {
    let word = words[index]
    guard isGerman, word.length > 4, words.utf8[word.end - 1] == UInt8(ascii: "s") else {
      return word.hash
    }
    if !word.marks.contains(.hasAccent) {
      guard words.utf8[word.end - 2] | 0x20 != UInt8(ascii: "s") else { return word.hash }
      var hash = WordHash.seed
      for byte in words.utf8[word.start..<word.end - 1] {
        hash = WordHash.mix(hash, byte &- 0x41 < 26 ? byte | 0x20 : byte)
      }
      return hash
    }
    let folded = Folding.fold(words.utf8[word.range])
    guard folded.count > 4, folded.last == UInt8(ascii: "s"),
      folded[folded.count - 2] != UInt8(ascii: "s")
    else { return words[index].hash }
    return Folding.hash(folded.dropLast())
  }

  // MARK: One name

  func name(at index: Int, in sentence: Range<Int>) -> FoundName? {
    let end = sentence.upperBound
    if let name = listed(at: index, end: end) { return name }
    if let name = company(at: index, end: end) { return name }
    if let name = headed(at: index, end: end) { return name }
    if tags[index].contains(.function) && index == sentence.lowerBound { return nil }
    if isRole(index) {
      if let name = afterRole(index, end: end) { return name }
      return nil
    }
    if let name = prefixedPlace(at: index, end: end) { return name }
    if let name = personByFirstName(at: index, end: end) { return name }
    if person(index) != nil {
      return FoundName(tokens: index..<index + 1, kind: .person, grounds: .fullName)
    }
    if let name = acronym(at: index) { return name }
    if let name = byContext(at: index, in: sentence) { return name }
    return nil
  }

  /// The longest entry of the lists, where it is no common word here.
  func listed(at index: Int, end: Int) -> FoundName? {
    let look = looks(index)
    guard !look.isDisjoint(with: [.placeBegins, .organisationBegins]) else { return nil }
    let place = look.contains(.placeBegins) ? lists.places.match(words, at: index, end: end) : nil
    let organisation =
      look.contains(.organisationBegins)
      ? lists.organisations.match(words, at: index, end: end) : nil
    if let organisation, organisation.length >= place?.length ?? 0 {
      guard
        !has(.ambiguous, index) || organisation.length > 1
          || isQuotedOrMedium(index),
        organisation.length > 1 || isWritten(index, as: organisation, in: lists.organisations)
      else { return nil }
      return FoundName(
        tokens: index..<index + organisation.length, kind: .organisation, grounds: .list)
    }
    guard let place else { return nil }
    if place.length == 1, has(.ambiguous, index),
      !has(.placeLead, index - 1)
    {
      return nil
    }
    // "Paris Hilton", "Jordan Müller": a place's name as a first name.
    if place.length == 1, tags[index].contains(.firstName), isNameWord(index + 1, end: end) {
      return nil
    }
    guard place.length > 1 || isWritten(index, as: place, in: lists.places) else { return nil }
    var last = index + place.length
    // "Frankfurt am Main", "München/Hamburg"
    if words[last].kind == .punctuation, words.firstByte(last) == UInt8(ascii: "/"),
      words[last].isAttached,
      lists.places.match(words, at: last + 1, end: end)?.length == 1
    {
      last += 2
    }
    return FoundName(
      tokens: index..<last, kind: .place,
      key: lists.places.attributes(of: place).first.flatMap { $0.isEmpty ? nil : $0 },
      grounds: .list)
  }

  /// `Pariser`, `Brandenburger`
  private func endsInEr(_ index: Int) -> Bool {
    words[index].length > 5 && words.utf8[words[index].range].suffix(2) == Array("er".utf8)[...]
  }

  /// `Bad Muster`, `San Remo`, `Hudson River`
  func prefixedPlace(at index: Int, end: Int) -> FoundName? {
    guard isNameWord(index + 1, end: end) else { return nil }
    if isGerman, has(.square, index + 1), endsInEr(index) {
      return FoundName(tokens: index..<index + 2, kind: .place)
    }
    guard has(.placePrefix, index) || has(.placeTail, index + 1)
    else { return nil }
    return FoundName(tokens: index..<index + 2, kind: .place)
  }

  /// An acronym must be one in the text too.
  func isWritten(_ index: Int, as match: Lexicon.Match, in lexicon: Lexicon) -> Bool {
    guard lexicon.attributes(of: match).last == "caps" else { return words[index].isCapitalised }
    let word = words[index]
    let isAlone =
      word.marks.contains(.allCapitals)
      || words.utf8[word.range].dropLast().allSatisfy { $0 < 0x5B }
    return isAlone
  }

  func isQuotedOrMedium(_ index: Int) -> Bool {
    (Quotes.isMark(words, index - 1) && Quotes.isMark(words, index + 1))
      || has(.medium, index - 1)
  }

  // MARK: Keys

  func name(_ name: FoundName, _ full: FullNames?) -> Name {
    Name(stretch: Stretch(words.stretch(name.tokens)), kind: name.kind, key: key(name, full))
  }

  func key(_ name: FoundName, _ full: FullNames?) -> String {
    if let key = name.key { return key }
    if name.kind == .person, name.tokens.count == 1 {
      if let tokens = person(name.tokens.lowerBound) { return NameKey.person(parts(tokens)) }
      let own = NameKey.person(parts(name.tokens))
      return full?.only(endingIn: own) ?? own
    }
    let parts = parts(name.tokens)
    if name.kind == .person { return NameKey.person(parts) }
    return (name.kind == .place ? keyElsewhere(name.tokens) : nil)
      ?? String(decoding: parts, as: UTF8.self)
  }

  /// The folded words of a name, parted by spaces; the last loses a genitive s.
  func parts(_ tokens: Range<Int>) -> [UInt8] {
    var parts = NameKey.key(words, tokens)
    let s = UInt8(ascii: "s")
    guard isGerman, parts.last == s, parts.count > 4, parts[parts.count - 2] != s,
      !parts.suffix(5).contains(UInt8(ascii: " ")), isGenitive(tokens)
    else { return parts }
    parts.removeLast()
    return parts
  }

  /// Whether the name stands elsewhere without its s, or in a list.
  func isGenitive(_ tokens: Range<Int>) -> Bool {
    let last = tokens.upperBound - 1
    let bare = stemmed(last)
    return persons[bare].map { $0 != tokens } ?? false || lists.surnames.contains(bare)
      || lists.firstNames.contains(bare) || lists.organisations.contains(bare)
      || lists.places.contains(bare)
  }
}
