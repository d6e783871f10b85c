import Languages

/// Words that stand in any news and name no matter.
enum MatterWords {
  static func isGeneric(_ hash: UInt64) -> Bool { hashes.contains(hash) }

  private static let hashes = ContentWords.hashes(
    of: """
      Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag Montagabend \
      Dienstagabend Mittwochabend Donnerstagabend Freitagabend Samstagabend Sonntagabend \
      Montagmorgen Dienstagmorgen Mittwochmorgen Donnerstagmorgen Freitagmorgen Samstagmorgen \
      Sonntagmorgen Montagmittag Dienstagmittag Mittwochmittag Donnerstagmittag Freitagmittag \
      Januar Februar März April Mai Juni Juli August September Oktober November Dezember Uhr Tag \
      Tage Tagen Woche Wochen Monat Monate Monaten Jahr Jahre Jahren Stunde Stunden Minute Minuten \
      Morgen Abend Mittag Nacht Vormittag Nachmittag Wochenende Anfang Ende Mitte Beginn Zeit \
      gestern heute morgen bislang bisher zuletzt zunächst inzwischen mittlerweile derweil \
      Million Millionen Milliarde Milliarden Tausende Tausend Hunderte Hundert Dutzend Prozent \
      Euro Dollar Meter Metern Kilometer Zahl Zahlen Angabe Angaben Bericht Berichte Zeitung \
      Blatt Medien Medienberichte Sprecher Sprecherin Unternehmen Frage Fragen Thema Fall Fälle \
      Sache Grund Gründe Teil Teile Seite Weise Art Rede Wort Worte Worten Recht Ziel Weg \
      Lage Blick Kritik Vorwurf Vorwürfe Darstellung Information Informationen Menschen Mensch \
      Leute Land Landes Länder Nähe Dauer Leben Nachrichtenagentur Agentur Anzahl Situation \
      Entwicklung Region Ort Orte Mittwochs dabei dadurch dafür dagegen danach Person Personen Herr Frau mindestens höchstens rund knapp ungefähr circa mehrere \
      weitere neue neuen neuer große großen erste ersten zwei drei vier fünf sechs sieben acht \
      neun zehn elf zwölf gibt geben gebe gegeben gehe geht gehen lassen lässt machen macht \
      gemacht kommen komme kommt worden würden hätte hätten wäre wären könne könnten dürfe dürften \
      müsse müssten solle sollten wolle wollen seien geworden gewesen bleibe bleibt deshalb \
      deutlich stehe steht stehen \
      Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March May June July \
      October December day days week weeks month months year years hour hours minute minutes \
      morning evening afternoon night million millions billion thousand thousands hundred hundreds \
      dozen percent cent euros dollars metres meters people person persons company spokesman \
      spokeswoman spokesperson least about around nearly almost number numbers newspaper media \
      report reports one two three four five six seven eight nine ten would been being make made \
      take taken part time case thing things way
      """)
}

extension ContentWords {
  /// The hashes of words parted by blanks.
  static func hashes(of words: String) -> HashSet {
    HashSet(places(in: Array(words.utf8)[...]).map { $0.hash })
  }
}

/// Hashes of words that a rule names.
struct HashSet: Sendable {
  private var table = HashTable<Bool>()

  init(_ hashes: [UInt64]) {
    for hash in hashes { table[hash, default: true] = true }
  }

  /// Words as they stand.
  init(_ words: [String]) { self.init(words.map { ContentWords.fnv($0.utf8) }) }

  @inline(__always) func contains(_ hash: UInt64) -> Bool { table.contains(hash) }
}
