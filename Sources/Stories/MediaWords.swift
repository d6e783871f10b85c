/// German words of the press, of radio and television: no trained section is theirs, for outlets
/// seldom have one.
enum MediaWords {
  /// Whether the beginning of a text speaks of the media.
  static func tellsOfMedia(_ text: [UInt8]) -> Bool {
    var reader = WordReader()
    var found: Set<UInt32> = []
    var halves = 0
    var left = longest
    reader.read(text, in: 0..<min(text.count, longest * 16)) { word in
      left -= 1
      if common.contains(word.hash) {
        if found.insert(word.hash).inserted { halves += 1 }
      } else if words.contains(word.hash) || beginnings.contains(word.head) {
        if found.insert(word.hash).inserted { halves += 2 }
      }
      return left > 0 && halves < fewest
    }
    return halves >= fewest
  }

  private static let longest = 120
  /// Two words and a common one.
  private static let fewest = 5

  /// Words that stand in other news too, and count half.
  private static let common = WordSet(
    """
    medien presse sender zeitung journalist journalistin radio quoten moderator tv sendung werbung
    """)

  private static let words = WordSet(
    """
    orf zdf ard fernsehen fernsehsender tageszeitung zeitschrift verlag journalismus redaktion
    redakteur chefredakteur chefredakteurin chefredaktion marktanteil einschaltquoten rundfunk
    rundfunkbeitrag intendant intendantin hörfunk radiosender pressefreiheit auflage medienbehörde
    medienhaus medienkonzern herausgeber publizistik publizist presserat privatsender programmdirektor
    anzeigenerlöse verleger nachrichtenagentur werber werbeagentur werbemarkt mediaagentur inserate
    zuseher fernsehprogramm leserschaft
    """)

  /// Long words that begin like one of these are of the media too.
  private static let beginnings: WordSet = {
    var reader = WordReader()
    var heads: [UInt32] = []
    let examples = """
      Fernsehchef Journalismus Rundfunkrat Redakteure Chefredakteur Werbekampagne Werbemarkt Werbeagentur
      Werbebranche Werbevermarktung Presserabatt Hörfunkrat Radiosender Radiotests Medienhaus
      """
    reader.read(Array(examples.utf8)) {
      heads.append($0.head)
      return true
    }
    return WordSet(hashes: heads)
  }()
}
