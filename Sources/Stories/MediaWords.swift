/// German words of the press, of radio and television: no trained section is theirs, for outlets
/// seldom have one.
enum MediaWords {
  /// Whether the beginning of a text speaks of the media.
  static func tellsOfMedia(_ text: [UInt8]) -> Bool {
    var reader = WordReader()
    var found: Set<UInt32> = []
    var left = longest
    reader.read(Array(text.prefix(longest * 16))) { word in
      if words.contains(word.hash) { found.insert(word.hash) }
      left -= 1
      return left > 0 && found.count < fewest
    }
    return found.count >= fewest
  }

  private static let longest = 60
  private static let fewest = 2

  private static let words = WordSet(list)

  private static let list = """
    orf zdf ard fernsehen fernsehsender sender zeitung tageszeitung zeitschrift verlag journalist
    journalistin journalismus redaktion redakteur chefredakteur chefredakteurin chefredaktion
    marktanteil einschaltquoten quoten rundfunk rundfunkbeitrag intendant intendantin hörfunk
    radiosender radio presse pressefreiheit auflage medienbehörde medienhaus medienkonzern medien
    moderator herausgeber publizistik presserat privatsender programmdirektor anzeigenerlöse verleger
    nachrichtenagentur
    """
}
