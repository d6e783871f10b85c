import Press

/// The short lists the rules for names go by, a bit each.
struct NameSigns: OptionSet, Sendable {
  let rawValue: UInt32

  /// Family names that stand first.
  static let familyFirst = NameSigns(rawValue: 1 << 0)
  /// Legal forms.
  static let form = NameSigns(rawValue: 1 << 1)
  /// `Bad Muster`, `San Remo`
  static let placePrefix = NameSigns(rawValue: 1 << 2)
  /// `Hudson River`
  static let placeTail = NameSigns(rawValue: 1 << 3)
  /// `Brandenburger Tor`
  static let square = NameSigns(rawValue: 1 << 4)
  /// Nouns before the name of a medium.
  static let medium = NameSigns(rawValue: 1 << 5)
  /// Names in the lists that are common words too.
  static let ambiguous = NameSigns(rawValue: 1 << 6)
  /// What stands before a place.
  static let placeLead = NameSigns(rawValue: 1 << 7)
  /// Verbs of saying.
  static let says = NameSigns(rawValue: 1 << 8)
  /// Articles and what bends like them.
  static let article = NameSigns(rawValue: 1 << 9)
  /// Prepositions of place.
  static let direction = NameSigns(rawValue: 1 << 10)
  /// Nouns before the name of a place.
  static let placeHead = NameSigns(rawValue: 1 << 11)
  /// Verbs in the singular.
  static let singular = NameSigns(rawValue: 1 << 12)
  /// Nouns behind a preposition of place that are no names.
  static let noPlace = NameSigns(rawValue: 1 << 13)
  /// What stands in brackets behind a politician's name.
  static let party = NameSigns(rawValue: 1 << 14)
  /// Family names that are also nouns.
  static let commonSurname = NameSigns(rawValue: 1 << 15)
  /// First names that are also other words.
  static let noFirstName = NameSigns(rawValue: 1 << 16)
  /// Parts of a name only behind another particle: `von der Leyen`, `van den Berg`.
  static let articleParticle = NameSigns(rawValue: 1 << 17)
  /// Small words inside of names.
  static let particle = NameSigns(rawValue: 1 << 18)
  /// Link an office to its matter: `Bundesamt für Statistik`.
  static let headLink = NameSigns(rawValue: 1 << 19)
  /// Heads of English names of organisations.
  static let englishHead = NameSigns(rawValue: 1 << 20)
  /// Go on in the name of an office.
  static let join = NameSigns(rawValue: 1 << 21)
  /// Go on in an English name.
  static let ofWord = NameSigns(rawValue: 1 << 22)
  /// Capitals that are no organisation.
  static let noAcronym = NameSigns(rawValue: 1 << 23)
  /// Lead to the name of a company, medium or club.
  static let maker = NameSigns(rawValue: 1 << 24)
  /// A role by its list or its ending.
  static let role = NameSigns(rawValue: 1 << 25)
  /// Two first names with a hyphen.
  static let doubleFirstName = NameSigns(rawValue: 1 << 26)

  /// The signs of words, by their hashes.
  static let table: HashTable<NameSigns> = {
    var table = HashTable<NameSigns>(slots: 1 << 11)
    for (sign, words) in lists {
      for word in words.split(separator: " ") {
        table[Folding.hash(word.utf8), default: []].insert(sign)
      }
    }
    return table
  }()

  private static let lists: [(NameSigns, String)] = [
    (
      .familyFirst,
      "Kim Xi Mao Deng Hu Li Wen Moon Park Yoon Wang Zhang Ban"
    ),
    (
      .form,
      "AG GmbH SE KG KGaA OHG Inc Corp Ltd LLC Co Group Gruppe Holding Limited PLC NV SA SpA "
        + "Company Corporation eG"
    ),
    (
      .placePrefix,
      "Bad San Santa Sankt Los Las Port Mount Lake Fort Cape Saint Monte Cerro Rio Costa Puerto"
    ),
    (
      .placeTail,
      "River Creek Lake Valley Island Islands County Bay Beach Mountains"
    ),
    (
      .square,
      "Platz Straße Strasse Allee Landstraße Chaussee Tor Ring Damm Bahnhof Dom"
    ),
    (
      .medium,
      "Magazin Zeitung Zeitschrift Blatt Sender Magazins Zeitungen Onlineportal"
    ),
    (
      .ambiguous,
      "Essen Halle Zug Bergen Posen Siegen Baden Main Standard Stern Focus Bild Spiegel Seat "
        + "Total Union Kurier Sky Metro Times Linde Puma Condor Oder Don Phoenix Vox Meta Alphabet "
        + "Franken Hagen Hamm Marl Jordan Nice Seine Inn Bayer Ford Merck Roche Gates Target Apple "
        + "Fed US Metro Arsenal Celtic Werder Otto Bosch Krupp Schalke Hof Singen Worms Harz Stade "
        + "Lech Reading Chad Turkey Georgia Virginia"
    ),
    (
      .placeLead,
      "in aus nach bei von bis um am an im der Stadt Raum Region Landkreis Kreis near from to "
        + "at"
    ),
    (
      .says,
      "sagte erklärte betonte teilte meinte kritisierte forderte warnte kündigte sprach erzählt "
        + "sagt meint erklärt berichtete antwortete fragte fügte said says told added asked"
    ),
    (
      .article,
      "der die das dem den des ein eine einen einem einer eines kein keine keinen im am zum zur "
        + "vom beim ins ans dieser diese dieses diesem diesen jeder jede jedes seine seiner seinem "
        + "seinen sein ihre ihr ihrer ihrem ihren unser unsere"
    ),
    (
      .direction,
      "in aus nach from in near at"
    ),
    (
      .placeHead,
      "Stadt Kanton Landkreis Kreis Provinz Region Insel Fluss Gemeinde Dorf Bezirk Bundesstaat "
        + "Ort Ortsteil Stadtteil Hauptstadt Halbinsel Ortschaft Hafenstadt Kreisstadt Großraum "
        + "Raum Distrikt Departement Gouvernement Burg Schloss Berg Lake Mount River"
    ),
    (
      .singular,
      "ist war hat habe hatte wird wurde werde kann konnte will wollte soll sollte muss musste "
        + "sei darf durfte lässt ließ kam ging bleibt blieb gewann verlor schrieb starb"
    ),
    (
      .noPlace,
      "Norden Süden Osten Westen Nordosten Nordwesten Südosten Südwesten Sicht Umlauf Kauf "
        + "Kraft Form Höhe Betrieb Haft Frage Zukunft Betracht Anspruch Bezug Folge Hinsicht "
        + "Verbindung Zusammenhang Teilen Ordnung Gang Führung Rente Gefahr Schutt Asche Brand Ruhe "
        + "Ehren Spe Not Angriff Abrede Serie Wahrheit Anbetracht Kürze Zivil Bälde Eile Hause "
        + "Beinen Anlehnung Auftrag Aussicht"
    ),
    (
      .party,
      "CDU CSU SPD FDP AfD Grüne Linke Linkspartei BSW ÖVP SPÖ FPÖ SVP parteilos"
    ),
    (
      .commonSurname,
      "Koch Bauer Richter Klein Wolf Schwarz Braun Lange König Kaiser Fuchs Lang Weiß Jung Hahn "
        + "Vogel Frank Winter Stein Jäger Sommer Groß Graf Engel Horn Busch Kohl Strauß Mann Gates "
        + "Bush Kurz Merz Roth Löw Flick Bach Kahn Raab Grass Abe Schneider Fischer Weber Becker "
        + "Schäfer Müller Zimmermann Schuster Schreiber Ziegler Jackson Keller Berger Krämer Beck "
        + "Haas Martin Thomas Simon Arnold Otto Friedrich Werner Walter Lorenz Ludwig Heinrich "
        + "Dietrich Albrecht Günther Peters Maier Kim Xi Mao Blair Heine Kant Klum Pitt Modi Neuer "
        + "Lahm Frank Händel Verdi Sauer"
    ),
    (
      .noFirstName,
      "August Mark Ernst Wolf Rosa Max Can Will Bill Grace Gloria Heide Kai Mai Bert Stern Ben "
        + "Jo Ed Ray Roman Klaus Gabriel Otto Hope Rose Dawn Dick Don Hunter Kent Lance Perry Stan "
        + "Jay Lee Virginia Sydney Georgia Martin Franklin Christian Constantin Auguste Till "
        + "Wieland Sten Peer Ban Li Viola Kim Rita Linda Regina Carla Philippe Angelika"
    ),
    (
      .articleParticle,
      "der den do dos la le el y du"
    ),
    (
      .particle,
      "von van de der den zu del della di da do dos du bin ibn al el la le ten ter af y"
    ),
    (
      .headLink,
      "für zur zum of for"
    ),
    (
      .englishHead,
      "University Ministry Department Bank Party Committee Commission Council Agency Institute "
        + "Court Authority Association Foundation Federation Union Bureau Office College "
        + "Corporation Administration Service Board Club Airlines Airways"
    ),
    (
      .join,
      "und der des die"
    ),
    (
      .ofWord,
      "of for the"
    ),
    (
      .noAcronym,
      "TV PC CD DVD SMS PDF GPS DNA DNS OK AM PM BMI IT PR KI AI CO HIV AIDS WM EM BIP GDP CEO "
        + "CFO UHR LKW PKW ICE SUV URL WWW FAQ RSS II III IV VI VII VIII IX XI XII XIII XIV XV XVI "
        + "USB LED HD SIM ID QR WC UTC MEZ EST GB MB KB CHF NJW BGB StGB VIP EDV GAU PS DM EUR USD "
        + "DAX MDAX TecDAX ATX SMI NGO MP MdB MdL NRW UV PKW LCD FCKW ABC DER DIE DAS UND IN"
    ),
    (
      .maker,
      "Konzern Konzerns Hersteller Unternehmen Unternehmens Firma Autobauer Anbieter Sender "
        + "Verlag Label Plattenlabel Partei Bank Agentur Nachrichtenagentur Zeitung Zeitschrift "
        + "Magazin Verein Vereins Klub Club Kette Airline Fluggesellschaft Reederei Brauerei "
        + "Terrororganisation Organisation Gruppe Initiative Bündnis Gewerkschaft Versicherer "
        + "Energieversorger Discounter Start-up Startup Team company group carmaker airline "
        + "retailer broadcaster newspaper agency bank firm maker"
    ),
  ]
}
