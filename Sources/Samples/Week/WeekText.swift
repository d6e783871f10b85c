/// Invented words for the articles of the simulated week: no two articles are alike.
enum WeekText {
  private static let heads = [
    "Bram", "Dorn", "Elsen", "Falk", "Garten", "Hammer", "Insel", "Korn", "Linden", "Moor",
    "Nord", "Ost", "Pracht", "Quell", "Ranken", "Sommer", "Taler", "Uhlen", "Vogel", "Wiesen",
  ]
  private static let tails = [
    "bach", "berg", "brücke", "damm", "feld", "furt", "hafen", "heim", "hof", "kamp", "kirche",
    "mühle", "rode", "see", "stein", "tal", "tor", "wald", "werk", "winkel",
  ]
  private static let verbs = [
    "plant", "eröffnet", "prüft", "verkauft", "erweitert", "schließt", "fördert", "meldet",
    "bestellt", "erneuert", "vermisst", "verlegt",
  ]
  private static let things = [
    "den Umbau", "eine Halle", "das Freibad", "den Wochenmarkt", "zwei Buslinien", "den Deich",
    "die Bücherei", "einen Radweg", "die Kläranlage", "das Archiv", "den Bahnhof", "einen Kran",
  ]

  static func slug(_ source: Int, _ article: Int) -> String {
    let dice = Dice(source, article)
    return (heads[dice[1] % heads.count] + tails[dice[2] % tails.count]).lowercased()
      .split(separator: "ü").joined(separator: "ue") + "-meldung"
  }

  static func headline(_ source: Int, _ article: Int) -> String {
    let dice = Dice(source, article)
    return place(dice, 1) + " " + verbs[dice[3] % verbs.count] + " "
      + things[dice[4] % things.count] + " für \(dice[5] % 900 + 20) Haushalte"
  }

  static func teaser(_ source: Int, _ article: Int) -> String {
    let dice = Dice(source, article)
    return "In \(place(dice, 1)) beginnt die Arbeit am \(dice[6] % 28 + 1). März."
  }

  /// About 1,500 bytes in paragraphs.
  static func paragraphs(_ source: Int, _ article: Int) -> [String] {
    let dice = Dice(source, article)
    return (0..<7).map { number in
      let at = 10 + number * 12
      return
        "\(place(dice, at)) \(verbs[dice[at + 2] % verbs.count]) \(things[dice[at + 3] % things.count])"
        + " gemeinsam mit \(place(dice, at + 4)), wie das Amt \(place(dice, at + 6)) mitteilte."
        + " Dafür sind \(dice[at + 8] % 9_000 + 100) Euro vorgesehen, \(dice[at + 9] % 90 + 5)"
        + " Betriebe aus \(place(dice, at + 10)) haben sich gemeldet."
    }
  }

  private static func place(_ dice: Dice, _ at: Int) -> String {
    heads[dice[at] % heads.count] + tails[dice[at + 1] % tails.count]
  }

  /// Numbers that belong to one article and one place in it.
  private struct Dice {
    let seed: UInt64

    init(_ source: Int, _ article: Int) {
      seed = UInt64(truncatingIfNeeded: source) &* 1_000_003 &+ UInt64(truncatingIfNeeded: article)
    }

    subscript(place: Int) -> Int {
      var value = seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(truncatingIfNeeded: place) &* 0xD1B5_4A32
      value = (value ^ (value >> 31)) &* 0xBF58_476D_1CE4_E5B9
      return Int((value ^ (value >> 29)) >> 34)
    }
  }
}
