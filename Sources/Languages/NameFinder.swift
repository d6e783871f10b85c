import Press

/// Finds names of persons, places and organisations by lists, by the words around them and by
/// what the same text said before.
struct NameFinder {
  let words: Words
  let tags: [Tags]
  let language: Language
  let lists: NameWords
  private var found: [FoundName] = []
  private var isTaken: [Bool]
  /// Known nouns by hash, so that no word is taken apart twice.
  private var nouns: [UInt64: Bool] = [:]
  /// Family names met in this text, with the tokens of the full name.
  private var persons: [UInt64: Range<Int>] = [:]

  init(words: Words, tags: [Tags], language: Language) {
    self.words = words
    self.tags = tags
    self.language = language
    lists = NameWords.of(language)
    isTaken = Array(repeating: false, count: words.count)
  }

  /// The names of a text, given its sentences as tokens; `times` are tokens no name may take.
  mutating func find(_ sentences: [Range<Int>], times: [Range<Int>]) -> [Name] {
    for time in times { for index in time where index < isTaken.count { isTaken[index] = true } }
    for sentence in sentences { read(sentence) }
    for sentence in sentences { readAgain(sentence) }
    found.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return found.map { name($0) }
  }

  private var isGerman: Bool { language == .german }

  /// The places found, by their first token.
  var places: [Int: Range<Int>] {
    var places: [Int: Range<Int>] = [:]
    for name in found where name.kind == .place { places[name.tokens.lowerBound] = name.tokens }
    return places
  }

  // MARK: Passes

  private mutating func read(_ sentence: Range<Int>) {
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      let word = words[at]
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
  private mutating func readAgain(_ sentence: Range<Int>) {
    guard !persons.isEmpty else { return }
    for at in sentence where !isTaken[at] && words[at].kind == .word && words[at].isCapitalised {
      guard !tags[at].contains(.function), person(at) != nil else { continue }
      take(FoundName(tokens: at..<at + 1, kind: .person))
    }
  }

  private mutating func take(_ name: FoundName) {
    for index in name.tokens where index < isTaken.count { isTaken[index] = true }
    found.append(name)
    guard name.kind == .person, name.tokens.count > 1 else { return }
    let last = name.tokens.upperBound - 1
    persons[stemmed(last)] = name.tokens
    if Self.familyFirst.contains(words[name.tokens.lowerBound]) {
      persons[words[name.tokens.lowerBound].hash] = name.tokens
    }
  }

  private static let familyFirst = WordSet(
    "Kim Xi Mao Deng Hu Li Wen Moon Park Yoon Wang Zhang Ban")

  /// The full name a family name belongs to.
  private func person(_ index: Int) -> Range<Int>? {
    persons[words[index].hash] ?? (isGerman ? persons[stemmed(index)] : nil)
  }

  /// The hash of a word without the genitive's s.
  private func stemmed(_ index: Int) -> UInt64 {
    let folded = Folding.fold(words.utf8[words[index].range])
    guard isGerman, folded.count > 4, folded.last == UInt8(ascii: "s"),
      folded[folded.count - 2] != UInt8(ascii: "s")
    else { return words[index].hash }
    return Folding.hash(folded.dropLast())
  }

  // MARK: One name

  private mutating func name(at index: Int, in sentence: Range<Int>) -> FoundName? {
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
    if person(index) != nil { return FoundName(tokens: index..<index + 1, kind: .person) }
    if let name = acronym(at: index) { return name }
    if let name = byContext(at: index, in: sentence) { return name }
    return nil
  }

  /// The longest entry of the lists, where it is no common word here.
  private func listed(at index: Int, end: Int) -> FoundName? {
    let place = lists.places.match(words, at: index, end: end)
    let organisation = lists.organisations.match(words, at: index, end: end)
    if let organisation, organisation.length >= place?.length ?? 0 {
      guard
        !Self.ambiguous.contains(words[index]) || organisation.length > 1
          || isQuotedOrMedium(index),
        organisation.length > 1 || isWritten(index, as: organisation, in: lists.organisations)
      else { return nil }
      return FoundName(tokens: index..<index + organisation.length, kind: .organisation)
    }
    guard let place else { return nil }
    if place.length == 1, Self.ambiguous.contains(words[index]),
      !Self.placeLeads.contains(words[index - 1])
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
      key: lists.places.attributes(of: place).first.flatMap { $0.isEmpty ? nil : $0 })
  }

  private static let placePrefixes = WordSet(
    "Bad San Santa Sankt Los Las Port Mount Lake Fort Cape Saint Monte Cerro Rio Costa Puerto")
  private static let placeTails = WordSet(
    "River Creek Lake Valley Island Islands County Bay Beach Mountains")

  /// `Bad Muster`, `San Remo`, `Hudson River`
  private func prefixedPlace(at index: Int, end: Int) -> FoundName? {
    guard isNameWord(index + 1, end: end) else { return nil }
    guard Self.placePrefixes.contains(words[index]) || Self.placeTails.contains(words[index + 1])
    else { return nil }
    return FoundName(tokens: index..<index + 2, kind: .place)
  }

  /// An acronym must be one in the text too.
  private func isWritten(_ index: Int, as match: Lexicon.Match, in lexicon: Lexicon) -> Bool {
    guard lexicon.attributes(of: match).last == "caps" else { return words[index].isCapitalised }
    let word = words[index]
    let isAlone =
      word.marks.contains(.allCapitals)
      || words.utf8[word.range].dropLast().allSatisfy { $0 < 0x5B }
    return isAlone
  }

  private func isQuotedOrMedium(_ index: Int) -> Bool {
    (Quotes.isMark(words, index - 1) && Quotes.isMark(words, index + 1))
      || Self.media.contains(words[index - 1])
  }

  private static let media = WordSet(
    "Magazin Zeitung Zeitschrift Blatt Sender Magazins Zeitungen Onlineportal")
  private static let ambiguous = WordSet(
    "Essen Halle Zug Bergen Posen Siegen Baden Main Standard Stern Focus Bild Spiegel Seat Total Union "
      + "Kurier Sky Metro Times Linde Puma Condor Oder Don Phoenix Vox Meta Alphabet Franken Hagen Hamm "
      + "Marl Jordan Nice Seine Inn Bayer Ford Merck Roche Gates Target Apple Fed US Metro Arsenal Celtic "
      + "Werder Otto Bosch Krupp Schalke Hof Singen Worms Harz Stade Lech Reading Chad Turkey Georgia Virginia"
  )
  private static let placeLeads = WordSet(
    "in aus nach bei von bis um am an im der Stadt Raum Region Landkreis Kreis near from to at")

  // MARK: Organisations

  private static let forms = WordSet(
    "AG GmbH SE KG KGaA OHG Inc Corp Ltd LLC Co Group Gruppe Holding Limited PLC NV SA SpA Company Corporation eG"
  )

  /// `Muster AG`, `Beispiel & Söhne GmbH`: capitalised words before a legal form.
  private func company(at index: Int, end: Int) -> FoundName? {
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
        return FoundName(tokens: index..<last, kind: .organisation)
      }
      guard
        word.kind == .word && (word.isCapitalised || word.marks.contains(.innerCapital))
          || words.firstByte(at) == UInt8(ascii: "&")
      else { return nil }
      at += 1
    }
    return nil
  }

  private static let headLinks = WordSet("für zur zum of for")
  private static let englishHeads = WordSet(
    "University Ministry Department Bank Party Committee Commission Council Agency Institute Court Authority Association "
      + "Foundation Federation Union Bureau Office College Corporation Administration Service Board Club Airlines Airways"
  )

  /// `Universität Bonn`, `Bundesamt für Statistik`, `FC Musterstadt`, `Ministry of Defence`
  private mutating func headed(at index: Int, end: Int) -> FoundName? {
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

  private static let joins = WordSet("und der des die")

  private func isHead(_ index: Int) -> Bool {
    lists.heads.contains(words[index].hash)
      && (words[index].length > 3 || words[index].marks.contains(.allCapitals)
        || words[index].marks.contains(.innerCapital))
  }

  private func englishHeaded(at index: Int, end: Int) -> FoundName? {
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

  private static let ofWords = WordSet("of for and the")

  private static let noAcronyms = WordSet(
    "TV PC CD DVD SMS PDF GPS DNA DNS OK AM PM BMI IT PR KI AI CO HIV AIDS WM EM BIP GDP CEO CFO UHR LKW PKW "
      + "ICE SUV URL WWW FAQ RSS II III IV VI VII VIII IX XI XII XIII XIV XV XVI USB LED HD SIM ID QR WC UTC MEZ EST "
      + "GB MB KB CHF NJW BGB StGB VIP EDV GAU PS DM EUR USD DAX MDAX TecDAX ATX SMI NGO MP MdB MdL NRW UV PKW LCD FCKW ABC DER DIE DAS UND IN"
  )

  /// Two to five capitals: `BASF`, `OSZE`.
  private func acronym(at index: Int) -> FoundName? {
    let word = words[index]
    guard word.marks.contains(.allCapitals), word.length >= 2, word.length <= 5,
      !word.marks.contains(.hasHyphen), !Self.noAcronyms.contains(word),
      !(words[index - 1].marks.contains(.allCapitals) && words[index - 1].length > 5),
      !(words[index + 1].marks.contains(.allCapitals) && words[index + 1].length > 5)
    else { return nil }
    return FoundName(tokens: index..<index + 1, kind: .organisation)
  }

  // MARK: Persons

  private func isRole(_ index: Int) -> Bool {
    let word = words[index]
    if lists.roles.contains(word.hash) { return true }
    guard isGerman, word.length > 6 else { return false }
    let folded = Folding.fold(words.utf8[word.range])
    return lists.endings.tags(of: folded, leaving: 3).contains(.title)
  }

  /// `Bundeskanzlerin Merkel`, `Dr. Müller`, `Präsident Wladimir Putin`
  private mutating func afterRole(_ index: Int, end: Int) -> FoundName? {
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
    return FoundName(tokens: at..<extend(at + 1, end: end, limit: at + 3), kind: .person)
  }

  /// A first name and what follows it: `Anna Schmidt`, `Ursula von der Leyen`, `J. F. Huber`.
  private mutating func personByFirstName(at index: Int, end: Int) -> FoundName? {
    let word = words[index]
    if word.length == 1, words.firstByte(index + 1) == UInt8(ascii: "."),
      words[index + 1].isAttached
    {
      return byInitials(at: index, end: end)
    }
    guard tags[index].contains(.firstName) || isHyphenatedFirstName(index) else { return nil }
    let last = extend(index + 1, end: end, limit: index + 6)
    if last > index + 1 { return FoundName(tokens: index..<last, kind: .person) }
    // A first name alone, where it is no common word.
    guard !Self.noFirstNames.contains(word), !tags[index].contains(.time) else { return nil }
    return FoundName(tokens: index..<index + 1, kind: .person)
  }

  private static let noFirstNames = WordSet(
    "August Mark Ernst Wolf Rosa Max Can Will Bill Grace Gloria Heide Kai Mai Bert Stern Ben Jo Ed Ray Roman Klaus Gabriel Otto "
      + "Hope Rose Dawn Dick Don Hunter Kent Lance Perry Stan Jay Lee Virginia Sydney Georgia Martin Franklin Christian Constantin Auguste Till Wieland Sten Peer Ban Li Viola Kim Rita Linda Regina Carla Philippe Angelika"
  )

  private func isHyphenatedFirstName(_ index: Int) -> Bool {
    let word = words[index]
    guard word.marks.contains(.hasHyphen), word.length <= 24 else { return false }
    let parts = words.utf8[word.range].split(separator: UInt8(ascii: "-"))
    return parts.count == 2 && parts.allSatisfy { lists.firstNames.contains(Folding.hash($0)) }
  }

  private mutating func byInitials(at index: Int, end: Int) -> FoundName? {
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

  /// Parts of a name only behind another particle: `von der Leyen`, `van den Berg`.
  private static let articleParticles = WordSet("der den do dos la le el y du")
  private static let particles = WordSet(
    "von van de der den zu del della di da do dos du bin ibn al el la le ten ter af y")

  /// Walks over the words of a name: capitalised, with particles and initials between.
  private mutating func extend(_ start: Int, end: Int, limit: Int) -> Int {
    var at = start
    var last = start
    while at < end, at < limit {
      let word = words[at]
      guard word.kind == .word, !isTaken[at] else { break }
      if word.isCapitalised, !(tags[at].contains(.function)) || Self.familyFirst.contains(word) {
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
        guard at > start || isSurnameLike(at) else { break }
        guard at == start || !isNoun(at) || Self.particles.contains(words[at - 1]) else { break }
        at += 1
        last = at
      } else if Self.particles.contains(word), !word.isCapitalised, at + 1 < end,
        !Self.articleParticles.contains(word) || Self.particles.contains(words[at - 1]),
        words[at + 1].isCapitalised || Self.particles.contains(words[at + 1])
      {
        at += 1
      } else {
        break
      }
    }
    return last
  }

  /// A word that may follow a first name: no common noun unless it is a known family name.
  private mutating func isSurnameLike(_ index: Int) -> Bool {
    if lists.surnames.contains(words[index].hash) || tags[index].contains(.firstName) {
      return true
    }
    if !isGerman { return true }
    return !isPlainNoun(index) && !words[index].marks.contains(.allCapitals)
  }

  /// A noun of the list as it stands, or one with an ending that no family name has.
  private func isPlainNoun(_ index: Int) -> Bool {
    let folded = Folding.fold(words.utf8[words[index].range])
    return Compounds.german.isListed(folded)
      || lists.endings.tags(of: folded, leaving: 3).contains(.function)
  }

  // MARK: By the words around

  private static let speech = WordSet(
    "sagte erklärte betonte teilte meinte kritisierte forderte warnte kündigte sprach erzählt sagt meint erklärt berichtete "
      + "antwortete fragte fügte said says told added asked")
  private static let articles = WordSet(
    "der die das dem den des ein eine einen einem einer eines kein keine keinen im am zum zur vom beim ins ans dieser "
      + "diese dieses diesem diesen jeder jede jedes seine seiner seinem seinen sein ihre ihr ihrer ihrem ihren unser unsere"
  )
  private static let directions = WordSet("in aus nach from in near at")
  private static let placeHeads = WordSet(
    "Stadt Kanton Landkreis Kreis Provinz Region Insel Fluss Gemeinde Dorf Bezirk Bundesstaat Ort Ortsteil Stadtteil Hauptstadt "
      + "Halbinsel Ortschaft Hafenstadt Kreisstadt Großraum Raum Distrikt Departement Gouvernement Burg Schloss Berg Lake Mount River"
  )

  private mutating func byContext(at index: Int, in sentence: Range<Int>) -> FoundName? {
    let end = sentence.upperBound
    guard isNameWord(index, end: end) else { return nil }
    if isStreet(index) { return FoundName(tokens: index..<index + 1, kind: .place) }
    if lists.surnames.contains(words[index].hash),
      !isCommonSurname(index) || Self.speech.contains(words[index + 1])
    {
      return FoundName(tokens: index..<index + 1, kind: .person)
    }
    let before = words[index - 1]
    let isFirst = index == sentence.lowerBound
    if !isFirst, Self.placeHeads.contains(before), !isNoun(index) {
      return FoundName(tokens: index..<index + 1, kind: .place)
    }
    if isGerman ? isNoun(index) : false { return nil }
    if isBracketed(index + 1) { return FoundName(tokens: index..<index + 1, kind: .person) }
    // "Leichtathlet Heinrich Popow": the name begins with the first name.
    if isNameWord(index + 1, end: end), tags[index + 1].contains(.firstName) { return nil }
    let run = run(from: index, end: end)
    let isArticled = !isFirst && Self.articles.contains(before)
    if isGerman, isFirst, looksInflected(index) { return nil }
    if !isFirst, Self.directions.contains(before), run == index + 1,
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
    if isGerman, hasPlaceEnding(index), !Self.articles.contains(before) {
      return FoundName(tokens: index..<index + 1, kind: .place)
    }
    if !isGerman, !isFirst {
      return FoundName(tokens: index..<run, kind: run > index + 1 ? .person : .other)
    }
    return nil
  }

  private static let singular = WordSet(
    "ist war hat habe hatte wird wurde werde kann konnte will wollte soll sollte muss musste sei "
      + "darf durfte lässt ließ kam ging bleibt blieb gewann verlor schrieb starb")

  /// A bare word beside a verb in the singular: German common nouns would have an article.
  private func isSubject(_ index: Int, _ run: Int, isFirst: Bool) -> Bool {
    let before = words[index - 1]
    if Self.speech.contains(words[run]) || (!isFirst && Self.speech.contains(before)) {
      return !isFirst || run > index + 1 || isGerman
    }
    guard isGerman, !looksPlural(index), !words[index].marks.contains(.hasHyphen),
      words[index].length >= 4
    else { return false }
    if Self.singular.contains(words[run]), isFirst || before.kind == .punctuation { return true }
    return !isFirst && Self.singular.contains(before) && !words[run].isCapitalised
  }

  /// Adjectives that begin a sentence: `Verschiedene`, `Rekonstruierter`.
  private func looksInflected(_ index: Int) -> Bool {
    let folded = Folding.fold(words.utf8[words[index].range])
    guard folded.count > 5 else { return false }
    return [UInt8(ascii: "e")] == folded.suffix(1)
      || ["er", "es", "em", "en"].contains { folded.suffix(2) == Array($0.utf8)[...] }
  }

  private func looksPlural(_ index: Int) -> Bool {
    Folding.fold(words.utf8[words[index].range]).suffix(2) == Array("en".utf8)[...]
      || Self.compass.contains(words[index])
  }

  private static let compass = WordSet(
    "Norden Süden Osten Westen Nordosten Nordwesten Südosten Südwesten Sicht Umlauf Kauf Kraft Form "
      + "Höhe Betrieb Haft Frage Zukunft Betracht Anspruch Bezug Folge Hinsicht Verbindung Zusammenhang "
      + "Teilen Ordnung Gang Führung Rente Gefahr Schutt Asche Brand Ruhe Ehren Spe Not Angriff Abrede Serie "
      + "Wahrheit Anbetracht Kürze Zivil Bälde Eile Hause Beinen Anlehnung Auftrag Aussicht")

  /// `Name (CDU)`, `Name (37)`
  private func isBracketed(_ index: Int) -> Bool {
    guard words.firstByte(index) == UInt8(ascii: "("),
      words.firstByte(index + 2) == UInt8(ascii: ")")
    else { return false }
    let inside = words[index + 1]
    return (inside.kind == .number && inside.length == 2) || Self.parties.contains(inside)
  }

  private static let parties = WordSet(
    "CDU CSU SPD FDP AfD Grüne Linke Linkspartei BSW ÖVP SPÖ FPÖ SVP parteilos")

  /// The end of a run of capitalised words that are no nouns.
  private mutating func run(from index: Int, end: Int) -> Int {
    var at = index + 1
    while at < end, at < index + 4, isNameWord(at, end: end), !isTaken[at],
      !isGerman || !isNoun(at),
      lists.organisations.match(words, at: at, end: end) == nil
    {
      at += 1
    }
    return at
  }

  /// A capitalised word that could be part of a name.
  private func isNameWord(_ index: Int, end: Int) -> Bool {
    let word = words[index]
    guard index < end, word.kind == .word, word.isCapitalised, word.length >= 2, !isTaken[index]
    else { return false }
    return !tags[index].contains(.function) && !tags[index].contains(.measure)
      && !tags[index].contains(.time)
  }

  private func isCommonSurname(_ index: Int) -> Bool { Self.commonSurnames.contains(words[index]) }

  /// Family names that are also nouns.
  private static let commonSurnames = WordSet(
    "Koch Bauer Richter Klein Wolf Schwarz Braun Lange König Kaiser Fuchs Lang Weiß Jung Hahn Vogel Frank Winter Stein "
      + "Jäger Sommer Groß Graf Engel Horn Busch Kohl Strauß Mann Gates Bush Kurz Merz Roth Löw Flick Bach Kahn Raab Grass Abe "
      + "Schneider Fischer Weber Becker Schäfer Müller Zimmermann Schuster Schreiber Ziegler Jackson Keller Berger Krämer "
      + "Beck Haas Martin Thomas Simon Arnold Otto Friedrich Werner Walter Lorenz Ludwig Heinrich Dietrich Albrecht Günther Peters Maier Kim Xi Mao Blair Heine Kant Klum Pitt Modi Neuer Lahm Frank Händel Verdi Sauer"
  )

  // MARK: Nouns

  /// Whether a German word is a common noun, by its ending or its last part.
  private mutating func isNoun(_ index: Int) -> Bool {
    guard isGerman else { return false }
    let hash = words[index].hash
    if let known = nouns[hash] { return known }
    let folded = Folding.fold(words.utf8[words[index].range])
    let isNoun =
      lists.endings.tags(of: folded, leaving: 3).contains(.nounEnding)
      || Compounds.german.isNoun(folded)
    nouns[hash] = isNoun
    return isNoun
  }

  private func isStreet(_ index: Int) -> Bool {
    guard isGerman else { return false }
    let folded = Folding.fold(words.utf8[words[index].range])
    return lists.endings.tags(of: folded, leaving: 4).contains(.street)
      && (words[index].marks.contains(.hasHyphen) || !Self.articles.contains(words[index - 1]))
  }

  private func hasPlaceEnding(_ index: Int) -> Bool {
    let folded = Folding.fold(words.utf8[words[index].range])
    return lists.endings.tags(of: folded, leaving: 3).contains(.place)
  }

  // MARK: Keys

  private func name(_ name: FoundName) -> Name {
    Name(stretch: Stretch(words.stretch(name.tokens)), kind: name.kind, key: key(name))
  }

  private func key(_ name: FoundName) -> String {
    if let key = name.key { return key }
    if name.kind == .person, name.tokens.count == 1, let full = person(name.tokens.lowerBound) {
      return NameKey.person(parts(full))
    }
    let parts = parts(name.tokens)
    return name.kind == .person ? NameKey.person(parts) : parts.joined(separator: " ")
  }

  /// The folded words of a name; the last loses a genitive s.
  private func parts(_ tokens: Range<Int>) -> [String] {
    var parts = NameKey.key(words, tokens, isGerman: isGerman)
    guard isGerman, let last = parts.last, last.utf8.count > 4, last.hasSuffix("s"),
      !last.hasSuffix("ss"),
      isGenitive(tokens)
    else { return parts }
    parts[parts.count - 1] = String(last.dropLast())
    return parts
  }

  /// Whether the name stands elsewhere without its s, or in a list.
  private func isGenitive(_ tokens: Range<Int>) -> Bool {
    let last = tokens.upperBound - 1
    let bare = stemmed(last)
    return persons[bare].map { $0 != tokens } ?? false || lists.surnames.contains(bare)
      || lists.firstNames.contains(bare) || lists.organisations.contains(bare)
      || lists.places.contains(bare)
  }
}
