/// Words a denial is made of and words that stand for what was said before.
enum DenialWords {
  static func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

  private static let hashes = ContentWords.hashes(
    of: """
      bestreitet bestreiten bestritt bestritten dementiert dementierte dementieren leugnet leugnete \
      streitet stritt weist wies gewiesen zurück zurückgewiesen widerspricht widersprach \
      widersprechen widersprochen verneint verneinte weisen wiesen ausdrücklich entschieden scharf \
      umgehend vehement energisch prompt hingegen jedoch allerdings dagegen deutlich klar sofort \
      Vorwurf Vorwürfe Vorwürfen Kritik Darstellung Darstellungen Zahl Zahlen Angabe Angaben Bericht \
      Berichte Berichten Behauptung Behauptungen Aussage Aussagen Meldung Meldungen Anschuldigung \
      Anschuldigungen Vermutung Vermutungen Gerücht Gerüchte Lesart Version Schätzung Einschätzung \
      falsch unwahr haltlos unbegründet selbst wollen gegenüber \
      deny denies denied reject rejects rejected dispute disputes disputed refute refuted refutes \
      dismiss dismisses dismissed strongly flatly firmly accusation accusations allegation \
      allegations claim claims report reports figure figures number charge charges account \
      statement assertion suggestion suggestions however
      """)
}

/// A noun that stands for what was said before, and what it asks of it.
enum DenialNoun: Sendable {
  /// "die Vorwürfe": the sentence before must accuse.
  case accusation
  /// "die Zahl": it must give one.
  case figure
  /// "Berichte": anybody's.
  case others

  /// The noun of a denial's words; nil where there is none, or where it points by itself: "diese
  /// Zahl", "die Darstellung".
  init?(in frame: ArraySlice<UInt8>) {
    var found: DenialNoun?
    for word in frame.split(whereSeparator: { $0 <= 0x2F || $0 == UInt8(ascii: ":") }) {
      let word = String(decoding: word, as: UTF8.self).lowercased()
      if Self.demonstratives.contains(word) { return nil }
      if Self.accusations.contains(word) { found = .accusation }
      if Self.figures.contains(word) { found = found ?? .figure }
      if Self.reports.contains(word) { found = found ?? .others }
    }
    guard let found else { return nil }
    self = found
  }

  func fits(_ claim: ClaimDigest, in sentence: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .accusation:
      sentence.split(whereSeparator: { $0 <= 0x2F }).contains { word in
        let word = String(decoding: word, as: UTF8.self).lowercased()
        return Self.accusing.contains { word.hasPrefix($0) }
      }
    case .figure: !claim.numbers.isEmpty
    case .others: false
    }
  }

  private static let demonstratives: Set<String> = [
    "diese", "diesen", "dieser", "dieses", "diesem", "this", "that", "these", "those",
  ]
  private static let accusations: Set<String> = [
    "vorwurf", "vorwürfe", "vorwürfen", "kritik", "anschuldigung", "anschuldigungen",
    "beschuldigung", "beschuldigungen", "accusation", "accusations", "allegation", "allegations",
    "charge", "charges",
  ]
  private static let figures: Set<String> = [
    "zahl", "zahlen", "angabe", "angaben", "schätzung", "schätzungen", "figure", "figures",
    "number", "numbers",
  ]
  private static let reports: Set<String> = [
    "bericht", "berichte", "berichten", "meldung", "meldungen", "gerücht", "gerüchte",
    "vermutungen", "behauptungen", "medienberichte", "report", "reports", "rumours", "rumors",
  ]
  private static let accusing = [
    "wirft", "warf", "werfen", "warfen", "vorgeworfen", "vorwurf", "vorwürf", "beschuldig",
    "kritisier", "beklag", "klag", "bezichtig", "rüg", "behauptet", "accus", "blam", "alleg",
    "critici",
  ]
}
