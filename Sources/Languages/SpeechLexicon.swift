import Press

/// What a word can do around speech; read from `speech-words.txt`.
struct SpeechWord: OptionSet, Sendable, Hashable {
  let rawValue: UInt64
  init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: UInt64) { rawValue = 1 << bit }

  static let determiner = SpeechWord(bit: 0)
  static let preposition = SpeechWord(bit: 1)
  /// A preposition that carries on a name: "von", "für", "of".
  static let of = SpeechWord(bit: 2)
  static let pronoun = SpeechWord(bit: 3)
  static let neuter = SpeechWord(bit: 4)
  static let adverb = SpeechWord(bit: 5)
  static let negation = SpeechWord(bit: 6)
  static let reflexive = SpeechWord(bit: 7)
  static let and = SpeechWord(bit: 8)
  static let subordinator = SpeechWord(bit: 9)
  /// Opens what is said: "dass", "ob", "that".
  static let opener = SpeechWord(bit: 10)
  /// Makes it a question: "ob", "Frage".
  static let asks = SpeechWord(bit: 11)
  static let wh = SpeechWord(bit: 12)
  static let relative = SpeechWord(bit: 13)
  static let auxiliary = SpeechWord(bit: 14)
  /// "werden", the auxiliary of the passive.
  static let become = SpeechWord(bit: 15)
  static let passive = SpeechWord(bit: 16)
  static let will = SpeechWord(bit: 17)
  static let should = SpeechWord(bit: 18)
  static let subjunctive = SpeechWord(bit: 19)
  static let subjunctive2 = SpeechWord(bit: 20)
  /// Stands before its source: "laut".
  static let sourceBefore = SpeechWord(bit: 21)
  /// Stands behind its source: "zufolge".
  static let sourceAfter = SpeechWord(bit: 22)
  /// Needs a noun of saying: "nach Angaben".
  static let sourceWithNoun = SpeechWord(bit: 23)
  static let sourceNoun = SpeechWord(bit: 24)
  /// "so" in ", so der Minister".
  static let so = SpeechWord(bit: 25)
  /// "wie" in "wie die Polizei mitteilte".
  static let how = SpeechWord(bit: 26)
  /// "demnach": as the one before said.
  static let whence = SpeechWord(bit: 27)
  /// Only passes on what others say: an outlet.
  static let relays = SpeechWord(bit: 28)
  /// Names stand in quotation marks behind it.
  static let titleNoun = SpeechWord(bit: 29)
  /// Takes a clause: "Vorwurf, dass".
  static let speechNoun = SpeechWord(bit: 30)
  static let estimates = SpeechWord(bit: 31)
  static let hedges = SpeechWord(bit: 32)
  static let `as` = SpeechWord(bit: 33)
  /// "zu", "to" before an infinitive.
  static let to = SpeechWord(bit: 34)
  static let be = SpeechWord(bit: 35)

  /// Stands in the house's list of function words.
  static let function = SpeechWord(bit: 36)

  /// "Das", "Dies" for the sentence before.
  static let that = SpeechWord(bit: 37)

  /// A pronoun that can only be the subject: "er", "man".
  static let nominative = SpeechWord(bit: 38)

  /// "könnte", "dürfte".
  static let hedgeVerb = SpeechWord(bit: 39)

  /// "um", "ohne" before an infinitive that says why or how.
  static let purpose = SpeechWord(bit: 40)

  /// What a disaster takes: "forderte 35 Todesopfer" is not said by anybody.
  static let toll = SpeechWord(bit: 41)

  /// Some form of a verb of saying is written like it.
  static let verb = SpeechWord(bit: 42)

  /// Tells that an outlet carries what others say: "berichtet", "laut".
  static let passesOn = SpeechWord(bit: 43)

  /// The name of an outlet that is a common noun too: "Post".
  static let alsoThing = SpeechWord(bit: 44)

  /// "hatte": what it helps to tell went before.
  static let pluperfect = SpeechWord(bit: 45)

  /// Hedges or tells hearsay by itself: "offenbar".
  static let hedge = SpeechWord(bit: 46)

  /// A rule of `SpeechStatusRules` begins with it.
  static let opensStatus = SpeechWord(bit: 47)

  /// What no noun is.
  static let grammar: SpeechWord = [
    .pronoun, .determiner, .preposition, .adverb, .subordinator, .and, .function, .how, .so, .wh,
    .opener, .sourceBefore, .auxiliary, .whence,
  ]

  static let named: [String: SpeechWord] = [
    "determiner": .determiner, "preposition": .preposition, "of": .of, "pronoun": .pronoun,
    "neuter": .neuter, "adverb": .adverb, "negation": .negation, "reflexive": .reflexive,
    "and": .and, "subordinator": .subordinator, "opener": .opener, "asks": .asks, "wh": .wh,
    "relative": .relative, "auxiliary": .auxiliary, "become": .become, "passive": .passive,
    "will": .will, "should": .should, "subjunctive": .subjunctive,
    "subjunctive2": .subjunctive2, "source-before": .sourceBefore,
    "source-after": .sourceAfter, "source-with-noun": .sourceWithNoun,
    "source-noun": .sourceNoun, "so": .so, "how": .how, "whence": .whence, "relays": .relays,
    "title-noun": .titleNoun, "speech-noun": .speechNoun, "estimates": .estimates,
    "hedges": .hedges, "as": .as, "to": .to, "be": .be, "that": .that, "hedge-verb": .hedgeVerb,
    "nominative": .nominative, "purpose": .purpose, "toll": .toll, "passes-on": .passesOn,
    "also-thing": .alsoThing, "pluperfect": .pluperfect,
  ]
}

/// A verb of saying.
struct SpeechVerb: Sendable {
  struct Frames: OptionSet, Sendable {
    let rawValue: UInt8
    static let clause = Frames(rawValue: 1)
    static let infinitive = Frames(rawValue: 2)
    static let quotation = Frames(rawValue: 4)
    static let object = Frames(rawValue: 8)
    /// The clause only with an opener.
    static let openedClause = Frames(rawValue: 16)
    /// Its object is the speaker: "zitieren".
    static let cites = Frames(rawValue: 32)
    /// Only with "es": "heißt es".
    static let impersonal = Frames(rawValue: 64)
  }
  var frames: Frames
  var status: Speech.Status?
  /// Hashes of the words that belong to it, apart from the verb itself.
  var particles: [UInt64]
}

/// A form of a verb of saying as it stands in texts.
struct SpeechVerbForm: Sendable {
  enum Form: UInt8, Sendable { case finite, participle, infinitive }
  var verb: Int
  var form: Form
  /// Whether no particle is missing: "mitteilte".
  var isWhole: Bool
  /// Whether the last particle is part of the word: "ausgegangen" of "davon ausgehen".
  var isJoined = false
}

/// The words of one language that tell what is said by whom.
final class SpeechLexicon: Sendable {
  /// What each word can do; function words and forms of verbs are marked as such.
  let words: HashTable<SpeechWord>
  let verbs: [SpeechVerb]
  let forms: HashTable<[SpeechVerbForm]>
  let statuses: SpeechStatusRules
  /// Nouns of saying as heads of compounds, folded.
  let sourceHeads: [[UInt8]]
  /// Nouns have capitals, so that a noun can be told by its letter.
  let nounsAreCapital: Bool

  static func of(_ language: Language) -> SpeechLexicon {
    language == .english ? english : german
  }

  private static let german = SpeechLexicon(.german)
  private static let english = SpeechLexicon(.english)

  private init(_ language: Language) {
    nounsAreCapital = language != .english
    statuses = SpeechStatusRules(WordList(language, "speech-status"))
    var words = HashTable<SpeechWord>()
    var sourceHeads: [[UInt8]] = []
    for entry in WordList(language, "speech-words").entries {
      var flags: SpeechWord = []
      for name in entry.attributes { flags.formUnion(SpeechWord.named[name] ?? []) }
      words[Folding.hash(entry.phrase.utf8), default: []].formUnion(flags)
    }
    for entry in WordList(language, "speech-words").entries
    where entry.attributes.contains("source-noun") && entry.phrase.utf8.count >= 5 {
      sourceHeads.append(Folding.fold(entry.phrase.utf8))
    }
    var verbs = SpeechVerbTable(nounsAreCapital: nounsAreCapital)
    for entry in WordList(language, "speech-verbs").entries { verbs.add(entry) }
    Vocabulary.of(language).functionWords.eachFirst { hash, isEntry in
      if isEntry { words[hash, default: []].insert(.function) }
    }
    for hash in verbs.hashes { words[hash, default: []].insert(.verb) }
    statuses.eachHedge { words[$0, default: []].insert(.hedge) }
    statuses.eachFirst { words[$0, default: []].insert(.opensStatus) }
    self.words = words
    self.sourceHeads = sourceHeads
    self.verbs = verbs.verbs
    forms = verbs.forms
  }
}

/// The verbs of saying with all their forms, as their list is read.
private struct SpeechVerbTable {
  let nounsAreCapital: Bool
  private(set) var verbs: [SpeechVerb] = []
  private(set) var forms = HashTable<[SpeechVerbForm]>()
  /// The hashes of all forms.
  private(set) var hashes: [UInt64] = []

  init(nounsAreCapital: Bool) { self.nounsAreCapital = nounsAreCapital }

  mutating func add(_ entry: WordList.Entry) {
    let status = entry.attributes.dropFirst().first.flatMap(Speech.Status.init(rawValue:))
    let parts = entry.phrase.split(separator: " ").map { String($0) }
    guard let head = parts.first, let frames = entry.attributes.first else { return }
    let cut = head.split(separator: "|").map { String($0) }
    guard let infinitive = cut.last else { return }
    let particles = cut.count > 1 ? cut[0].split(separator: "+").map { String($0) } : []
    var held: SpeechVerb.Frames = []
    for letter in frames.utf8 {
      switch letter {
      case UInt8(ascii: "d"): held.insert(.clause)
      case UInt8(ascii: "z"): held.insert(.infinitive)
      case UInt8(ascii: "q"): held.insert(.quotation)
      case UInt8(ascii: "o"): held.insert(.object)
      case UInt8(ascii: "i"): held.insert(.openedClause)
      case UInt8(ascii: "c"): held.insert(.cites)
      case UInt8(ascii: "n"): held.insert(.impersonal)
      default: continue
      }
    }
    verbs.append(
      SpeechVerb(
        frames: held, status: status, particles: particles.map { Folding.hash($0.utf8) }))
    let inflection = VerbInflection(
      infinitive: infinitive, given: Array(parts.dropFirst()), isGerman: nounsAreCapital)
    for (form, words) in inflection.forms {
      for word in words { add(word, form, particles: particles) }
    }
  }

  private mutating func add(_ word: String, _ form: SpeechVerbForm.Form, particles: [String]) {
    let verb = verbs.count - 1
    func put(_ word: String, isWhole: Bool, isJoined: Bool = false) {
      let entry = SpeechVerbForm(verb: verb, form: form, isWhole: isWhole, isJoined: isJoined)
      let hash = Folding.hash(word.utf8)
      forms[hash, default: []].append(entry)
      hashes.append(hash)
    }
    guard let last = particles.last else { return put(word, isWhole: true) }
    put(word, isWhole: false)
    if nounsAreCapital {
      // With several particles the others still have to stand in the clause.
      put(last + word, isWhole: particles.count == 1, isJoined: true)
    }
  }
}

/// The forms of a verb that news uses: third person, participle, infinitive.
struct VerbInflection {
  let forms: [(SpeechVerbForm.Form, [String])]

  /// `given` holds third person, past and participle of irregular verbs.
  init(infinitive: String, given: [String], isGerman: Bool) {
    forms =
      isGerman
      ? Self.german(infinitive, given: given) : Self.english(infinitive, given: given)
  }

  private static func german(
    _ infinitive: String, given: [String]
  ) -> [(SpeechVerbForm.Form, [String])] {
    let stem = infinitive.hasSuffix("en") ? infinitive.dropLast(2) : infinitive.dropLast(1)
    if given.count == 3 {
      let plural = given[1].hasSuffix("e") ? given[1] + "n" : given[1] + "en"
      return [
        (.finite, [given[0], given[1], plural]), (.participle, [given[2]]),
        (.infinitive, [infinitive]),
      ]
    }
    let needsE =
      stem.hasSuffix("t") || stem.hasSuffix("d")
      || ["chn", "ffn", "gn", "tm", "dm", "ckn"].contains { stem.hasSuffix($0) }
    let end = needsE ? "et" : "t"
    let inseparable = ["be", "er", "ver", "ent", "zer", "ge", "unter", "über", "wider", "wieder"]
    let takesGe =
      !infinitive.hasSuffix("ieren")
      && !inseparable.contains { infinitive.hasPrefix($0) && infinitive.count > $0.count + 3 }
    let participle = (takesGe ? "ge" : "") + stem + end
    return [
      (.finite, [stem + end, stem + end + "e", stem + end + "en"]), (.participle, [participle]),
      (.infinitive, [infinitive]),
    ]
  }

  private static func english(
    _ infinitive: String, given: [String]
  ) -> [(SpeechVerbForm.Form, [String])] {
    if given.count == 3 {
      return [
        (.finite, [given[0], given[1]]), (.participle, [given[2]]), (.infinitive, [infinitive]),
      ]
    }
    let endsInE = infinitive.hasSuffix("e")
    let endsInY =
      infinitive.hasSuffix("y") && !["ay", "ey", "oy"].contains { infinitive.hasSuffix($0) }
    let stem = endsInE || endsInY ? String(infinitive.dropLast()) : infinitive
    let sibilant = ["s", "sh", "ch", "x", "z"].contains { infinitive.hasSuffix($0) }
    let past = stem + (endsInY ? "ied" : "ed")
    let third = endsInY ? stem + "ies" : infinitive + (sibilant ? "es" : "s")
    return [(.finite, [third, past]), (.participle, [past]), (.infinitive, [infinitive])]
  }
}
