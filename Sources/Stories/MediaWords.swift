/// German words of the press, of radio and television: no trained section is theirs, for outlets
/// seldom have one.
struct MediaWords {
  /// Words that are still read.
  private var left = longest
  private var found: [UInt32] = []
  /// Words found that are the trade's, by halves.
  private var halves = 0

  /// Whether the words read so far speak of the media.
  var tellsOfMedia: Bool { halves >= Self.fewest }
  /// Whether further words could change that.
  var isOpen: Bool { left > 0 && !tellsOfMedia }

  /// Takes the next word of a text.
  mutating func take(_ word: WordReader.Word) {
    guard isOpen else { return }
    left -= 1
    let worth =
      Self.common.contains(word.hash)
      ? 1 : Self.words.contains(word.hash) || Self.beginnings.contains(word.head) ? 2 : 0
    guard worth > 0, !found.contains(word.hash) else { return }
    found.append(word.hash)
    halves += worth
  }

  /// Whether the beginning of a text speaks of the media.
  static func tellsOfMedia(_ text: [UInt8]) -> Bool {
    var reader = WordReader()
    var media = MediaWords()
    reader.read(text, in: 0..<min(text.count, longest * longestWord)) { word in
      media.take(word)
      return media.isOpen
    }
    return media.tellsOfMedia
  }

  private static let longest = 120
  private static let longestWord = 16
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
