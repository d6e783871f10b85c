import Languages

/// What befalls people in the news: the dead are not counted against the injured.
enum Fate: CaseIterable, Sendable {
  case dead
  case injured
  case missing
  case arrested
  case saved

  init?(word: UInt64) {
    guard let fate = Self.fates[word] else { return nil }
    self = fate
  }

  private static let fates: HashTable<Fate> = {
    var fates = HashTable<Fate>()
    for fate in allCases {
      for place in ContentWords.places(in: Array(fate.words.utf8)[...]) {
        fates[place.hash, default: fate] = fate
      }
    }
    return fates
  }()

  private var words: String {
    switch self {
    case .dead:
      """
      starb starben gestorben sterben tot Tote Toten Todesopfer getötet töten tötete umgekommen \
      Leben ertrunken ertranken verunglückt died dead deaths killed kills drowned
      """
    case .injured:
      "verletzt verletzte Verletzten schwerverletzt leichtverletzt verwundet injured wounded hurt"
    case .missing: "vermisst vermissten vermisste Vermisste verschollen missing"
    case .arrested:
      "festgenommen Festnahme Festnahmen verhaftet inhaftiert arrested arrests detained jailed"
    case .saved: "gerettet retteten rettete geborgen evakuiert rescued saved evacuated"
    }
  }
}
