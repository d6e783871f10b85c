/// English words of the news under their German hash, so that reports of one event meet across
/// the languages; names and numbers meet without it.
enum Bilingual {
  /// The hash of the German word for an English one; the word's own where none is known.
  static func german(_ english: UInt32) -> UInt32 {
    known.contains(english) ? table[english] ?? english : english
  }

  private static let known = WordSet(pairs)

  private static let table: [UInt32: UInt32] = {
    var reader = WordReader()
    var found: [UInt32: UInt32] = [:]
    var first: UInt32 = 0
    var place = 0
    reader.read(Array(pairs.utf8)) { word in
      if place % 2 == 0 { first = word.hash } else { found[first] = word.hash }
      place += 1
      return true
    }
    return found
  }()

  private static let pairs = """
    germany Deutschland german deutscher russia Russland russian russischer ukraine Ukraine
    ukrainian ukrainischer france Frankreich french französischer italy Italien italian italienischer
    spain Spanien greece Griechenland greek griechischer turkey Türkei turkish türkischer
    austria Österreich switzerland Schweiz poland Polen hungary Ungarn norway Norwegen
    sweden Schweden denmark Dänemark britain Großbritannien british britischer europe Europa
    european europäischer america Amerika american amerikanischer china China chinese chinesischer
    japan Japan korea Korea iran Iran iranian iranischer iraq Irak syria Syrien syrian syrischer
    israel Israel israeli israelischer palestinian palästinensischer lebanon Libanon yemen Jemen
    egypt Ägypten saudi saudischer afghanistan Afghanistan india Indien pakistan Pakistan
    mexico Mexiko brazil Brasilien venezuelan venezolanischer cuba Kuba canada Kanada
    australia Australien africa Afrika moscow Moskau kyiv Kiew kiev Kiew beijing Peking
    munich München cologne Köln vienna Wien rome Rom brussels Brüssel
    president Präsident minister Minister chancellor Kanzler government Regierung parliament Parlament
    election Wahl elections Wahlen vote Abstimmung voters Wähler party Partei coalition Koalition
    opposition Opposition law Gesetz court Gericht judge Richter trial Prozess lawyer Anwalt
    police Polizei officer Polizist prison Gefängnis arrest Festnahme arrested festgenommen
    murder Mord killed getötet dead Tote death Tod died gestorben injured Verletzte victims Opfer
    suspect Verdächtiger attack Angriff attacks Angriffe explosion Explosion bomb Bombe shooting Schüsse
    knife Messer war Krieg peace Frieden ceasefire Waffenruhe troops Truppen soldiers Soldaten
    army Armee missile Rakete missiles Raketen drone Drohne drones Drohnen weapons Waffen
    ammunition Munition sanctions Sanktionen treaty Vertrag agreement Abkommen summit Gipfel
    visit Besuch talks Gespräche embassy Botschaft border Grenze refugees Flüchtlinge
    protest Protest protests Proteste strike Streik union Gewerkschaft fire Feuer firefighters Feuerwehr
    flood Hochwasser storm Sturm earthquake Erdbeben volcano Vulkan weather Wetter snow Schnee
    heat Hitze climate Klima crash Unfall accident Unfall plane Flugzeug airport Flughafen train Zug
    railway Bahn ship Schiff harbour Hafen port Hafen bridge Brücke road Straße car Auto
    company Unternehmen bank Bank shares Aktien stock Aktie market Markt prices Preise inflation Inflation
    tariffs Zölle trade Handel taxes Steuern budget Haushalt economy Wirtschaft jobs Arbeitsplätze
    oil Öl gas Gas energy Energie power Strom factory Fabrik workers Arbeiter hospital Krankenhaus
    doctors Ärzte disease Krankheit vaccine Impfstoff patients Patienten school Schule university Universität
    students Studenten children Kinder woman Frau women Frauen church Kirche pope Papst king König
    queen Königin prince Prinz film Film singer Sänger actor Schauspieler actress Schauspielerin
    football Fußball coach Trainer team Mannschaft champion Meister goal Tor final Finale
    scientists Forscher research Forschung space Weltraum satellite Satellit moon Mond
    security Sicherheit intelligence Geheimdienst nuclear nuklear hostages Geiseln governor Gouverneur
    mayor Bürgermeister warehouse Lagerhalle factory Fabrik island Insel mountain Berg river Fluss
    """
}
