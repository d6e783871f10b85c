import Press

/// Tells the sections of English texts by words of our own.
enum EnglishSections {
  /// Counts the small words of a text by their language.
  struct SmallWords {
    private var english = 0
    private var german = 0
    /// Words that are still read.
    private var left = 240

    /// Whether English ones outnumber German ones.
    var areEnglish: Bool { english > german }
    /// Whether further words are read.
    var isOpen: Bool { left > 0 }

    /// Takes the next word of a text.
    mutating func take(_ word: WordReader.Word) {
      guard left > 0 else { return }
      left -= 1
      if EnglishSections.englishWords.contains(word.hash) { english += 1 }
      if EnglishSections.germanWords.contains(word.hash) { german += 1 }
    }
  }

  /// The section most of the text's words speak for; words at the beginning count double.
  static func section(_ text: [UInt8]) -> Section? {
    var scores: [Section: Float] = [:]
    var seen: Set<UInt32> = []
    var reader = WordReader()
    var place = 0
    reader.read(text) { word in
      place += 1
      guard known.contains(word.hash), let section = sections[word.hash] else { return true }
      let weight: Float = seen.insert(word.hash).inserted ? 1 : 0.35
      scores[section, default: 0] += place < 45 ? weight * 2 : weight
      return true
    }
    var best: (section: Section, score: Float)?
    for section in Section.allCases {
      guard let score = scores[section] else { continue }
      if score > best?.score ?? 0 { best = (section, score) }
    }
    return best?.section
  }

  private static func hashes(_ list: String) -> Set<UInt32> {
    var reader = WordReader()
    var found: Set<UInt32> = []
    reader.read(Array(list.utf8)) {
      found.insert($0.hash)
      return true
    }
    return found
  }

  private static let englishWords = WordSet(
    "the of and to that is with for on by at from his it as has have been would who said")
  private static let germanWords = WordSet(
    "der die das und zu von mit ist den dem des ein eine im auf nicht sich für aus nach")

  private static let known = WordSet(hashes: sections.keys.sorted())

  private static let sections: [UInt32: Section] = {
    var found: [UInt32: Section] = [:]
    var shared: Set<UInt32> = []
    for (section, list) in lists {
      for hash in hashes(list) {
        if found[hash] != nil { shared.insert(hash) }
        found[hash] = section
      }
    }
    for hash in shared { found[hash] = nil }
    return found
  }()

  private static let lists: [(Section, String)] = [
    (
      .politik,
      """
      government minister parliament election elections vote voters voting labour tory tories
      conservatives democrat democrats republican republicans senate senator congress congressman
      president presidential secretary blair howard brown chancellor mps mp commons lords legislation bill
      law policy policies coalition opposition campaign manifesto referendum constitution diplomat
      diplomatic sanctions troops military army war ceasefire rebels militants nuclear treaty embassy
      immigration asylum refugees protest protesters protests coup regime kremlin palestinian israel
      israeli iraq iran ukraine russia taliban syria nato ukip liberal spokesman cabinet councils
      terror terrorism detention id whitehall downing impeachment governor
      """
    ),
    (
      .wirtschaft,
      """
      economy economic economists bank banks banking shares share stock stocks market markets profit
      profits revenue earnings quarterly investors investment investor trade deficit exports imports
      inflation rates fed dollar euro currency firm firms company merger takeover acquisition bid deal
      shareholders creditors debt bankruptcy oil crude opec barrel prices retail retailers sales consumer
      consumers growth gdp manufacturing jobs unemployment budget airline airlines carmaker tariff tariffs
      fund funds analyst analysts quarter forecast output factory ceo executive yukos lufthansa
      """
    ),
    (
      .technik,
      """
      technology computer computers software internet online web website websites net broadband users
      digital mobile phone phones smartphone microsoft google apple windows linux browser virus viruses
      spam email e-mail hackers security pc pcs gadget gadgets device devices video gaming games gamers
      console nintendo playstation xbox sony chip chips processor data download downloads search blog
      blogs bloggers network networks wireless bluetooth camera ipod server file-sharing piracy phishing
      app apps ai robot robots facebook twitter tech
      """
    ),
    (
      .sport,
      """
      sport match matches game coach team teams player players season league cup champions championship
      champion win winner victory defeat beat final semi-final quarter-final striker midfielder defender
      goalkeeper goal goals penalty referee injury squad club clubs football soccer rugby cricket tennis
      olympic olympics athletics athlete race sprint medal arsenal chelsea liverpool manchester united
      england wales ireland scotland france captain try tries fly-half scrum grand slam wimbledon seed
      set sets open doping rangers celtic newcastle everton nba nfl tournament stadium fans
      """
    ),
    (
      .unterhaltung,
      """
      film films movie movies actor actress actors director star stars hollywood oscar oscars award awards
      nominated nomination nominations music album albums band singer song songs chart charts pop rock rap
      concert tour festival tv television show series comedy drama bbc itv channel viewers audience box
      office premiere cinema theatre musical celebrity celebrities grammy bafta brit singles dvd screen
      cast role comedian soap presenter fame
      """
    ),
    (
      .wissen,
      """
      scientists science researchers research study species climate nasa space planet moon mars spacecraft
      vaccine virus disease patients doctors health medical cancer brain genes dna fossil dinosaur
      telescope astronomers emissions carbon warming ocean
      """
    ),
    (
      .panorama,
      """
      police murder killed man woman arrested suspect court judge trial crash fire accident storm
      hurricane earthquake flood victims died dead body rescue prison jailed sentenced
      """
    ),
  ]
}
