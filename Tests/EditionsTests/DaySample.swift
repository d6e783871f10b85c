import Editions
import Evidence
import Languages
import Press
import Stories

/// An ordinary day: thirty stories; places, people and papers are invented.
enum DaySample {
  static let edition = Edition(
    now: FloodSample.now, notice: "Musterausgabe.", base: "https://presseschau.example")
  static let english = Edition(
    language: .english, now: FloodSample.now, base: "https://presseschau.example")

  private static let rows: [(Section, Int, Int, String, String?)] = [
    (
      .politik, 6, 2, "Parlament von Sarnau verschiebt die Abstimmung über das Hafengesetz",
      "Die Abgeordneten in Sarnau stimmen erst im Januar über das Hafengesetz ab. Die Regierungsfraktion hatte am Freitagabend eine Sitzungspause beantragt und danach ihren Entwurf zurückgezogen."
    ),
    (
      .politik, 5, 5, "Zwei Nachbarn streiten um den Grenzfluss Orva",
      "Beide Regierungen haben Beobachter an die Furt geschickt."
    ),
    (
      .politik, 1, 1, "Grenzbrücke bei Orvik bleibt bis Montag gesperrt",
      "Prüfer haben an zwei Lagern Risse gefunden."
    ),
    (
      .wirtschaft, 4, 2, "Notenbank von Marhagen lässt den Leitzins bei 3,25 Prozent",
      "Der Rat stimmte mit sechs zu drei Stimmen."
    ),
    (
      .unternehmen, 5, 3, "Solvetta baut die Zellfabrik in Brenningen nicht",
      "Der Konzern nennt die Kosten für den Stromanschluss als Grund."
    ),
    (
      .technik, 1, 1, "Rechenzentrum in Ostrau soll 9.000 Wohnungen heizen",
      "Die Leitung ist elf Kilometer lang und kostet nach Angaben der Stadtwerke 48 Millionen Euro."
    ),
    (.politik, 3, 2, "Wahlkommission von Marhagen zählt im Bezirk Süd noch einmal aus", nil),
    (.wirtschaft, 1, 1, "Weizenpreis fällt den dritten Tag in Folge", nil),
    (.unternehmen, 2, 1, "Molkerei Auental ruft Joghurt im Glas zurück", nil),
    (.technik, 3, 1, "Lücke in Türschlössern von Klinkora bleibt vorerst offen", nil),
    (
      .politik, 1, 1, "Fähre zur Insel Telm fährt nach zwei Jahren wieder",
      "Sie braucht vierzig Minuten weniger als früher."
    ),
    (.wirtschaft, 1, 1, "Handwerk meldet mehr offene Lehrstellen als Bewerbungen", nil),
    (.unternehmen, 1, 1, "Kranbauer Hebold & Söhne besetzt den Vorstand neu", nil),
    (.technik, 1, 1, "Talbahn bekommt Funk in allen Tunneln", nil),
    (
      .wissen, 1, 1, "Bohrkern aus dem Varner Moor zeigt eine Trockenzeit vor 4.200 Jahren",
      "Die Schicht ist kaum drei Zentimeter dick und enthält fast keine Pollen."
    ),
    (
      .kultur, 4, 2, "Filmpreis von Lüdau geht an „Die Fährfrau“",
      "Das Erstlingswerk von Jorinde Malk hat sich gegen elf Filme durchgesetzt."
    ),
    (
      .sport, 5, 3, "Brenningen dreht das Spiel in der Nachspielzeit",
      "Zwei Tore in vier Minuten reichten dem Tabellenletzten zum 3:2."
    ),
    (.wissen, 3, 2, "Impfstoff gegen Talfieber geht in die dritte Prüfphase", nil),
    (.kultur, 1, 1, "Stadttheater Harsbach spielt nach dem Wasserschaden im Zelt", nil),
    (.sport, 1, 1, "Staffel aus Telm läuft Landesrekord über 4 × 400 Meter", nil),
    (.wissen, 1, 1, "Teleskop auf dem Hohen Varn sieht das erste Licht", nil),
    (.kultur, 1, 1, "Ein Hörspiel mit vierzig Stimmen und keinem Erzähler", nil),
    (.sport, 2, 1, "Pokalspiel in Ostrau wegen Nebels abgesagt", nil),
    (
      .panorama, 3, 2, "Storch bleibt den zweiten Winter auf dem Kirchturm von Auental",
      "Der Küster füttert ihn mit Stinten aus der Lonne."
    ),
    (.panorama, 1, 1, "Längste Kaffeetafel des Landes reicht von Rathaus zu Rathaus", nil),
    (.regionen, 1, 1, "Brenningen baut die Schule am Wehr höher", "Der Neubau steht auf Stelzen."),
    (.regionen, 2, 2, "Auental streitet über die Umgehungsstraße", nil),
    (
      .unterhaltung, 2, 1, "Quizsendung sucht nach dreißig Jahren neue Stimme",
      "Die Aufzeichnungen beginnen im März."
    ),
    (.unterhaltung, 1, 1, "Wanderzirkus Perlin überwintert in Ostrau", nil),
  ]

  static let stories: [StoryTeaser] =
    [FloodSample.teaser]
    + rows.enumerated().map { index, row in
      let outlets = (0..<row.1).map { FloodSample.outlets[(index * 5 + $0 * 7 + index / 3) % 11] }
      return StoryTeaser(
        id: "s\(1_000 + index * 37)", headline: row.3, standfirst: row.4,
        headlineOutlet: outlets[0], headlineArticle: "x\(20_000 + index * 91)",
        articleCount: row.1, independentCount: row.2, outlets: outlets,
        newest: FloodSample.at(Double(index) * 0.9 + 1), section: row.0)
    }

  static let voice = Voice(
    claim: FloodSample.dossier.quotes[0], role: "Ortsvorsteherin von Oberwied",
    outlet: FloodSample.outlets[0])

  static let front = FrontPage(edition: edition, stories: stories, voices: [voice])

  static let storyPage = StoryPage(
    edition: edition, teaser: FloodSample.teaser, story: FloodSample.story,
    articles: FloodSample.articles, dossier: FloodSample.dossier,
    saga: Array(stories[26...27]))

  /// An article of some 1,500 words with all kinds of blocks.
  static let longArticle: Article = {
    var article = FloodSample.articles[0]
    article.kicker = "Hochwasser"
    article.updated = FloodSample.at(2)
    let more: [Block] = [
      .heading(RichText("Wie viele Menschen betroffen sind"), level: 2),
      .paragraph(
        RichText(
          "In der Sporthalle selbst schliefen bis zum Morgen 310 Menschen. Die meisten anderen kamen bei Verwandten unter, viele in Brenningen und im höher gelegenen Auental."
        )),
      .list(
        [
          RichText("Sporthalle am Lindenplatz: 310 Betten"),
          RichText("Gesamtschule Auental: 140 Betten"),
          RichText("Gemeindehaus Brenningen: 60 Betten"),
        ], isOrdered: false),
      .picture(
        Picture(
          url: "https://lonnetaler-bote.example/1.jpg", alt: "Feldbetten",
          caption: "Feldbetten in der Sporthalle am Lindenplatz, Samstag um 6 Uhr.",
          credit: "Kaja Brunnert")),
      .quotation(
        RichText(
          "Die Sirene am Rathaus war um 0.12 Uhr zu hören, die in Oberwied erst elf Minuten später."
        )),
      .table([
        ["Pegel", "Freitag 17 Uhr", "Samstag 5 Uhr"], ["Alte Mühle", "5,64 m", "6,12 m"],
        ["Oberwied", "4,90 m", "5,31 m"],
      ]),
      .heading(RichText("Was am Wochenende zu erwarten ist"), level: 2),
      .paragraph(
        RichText(
          "Bei 6,70 Metern liefe das Wasser über die Spundwand am Gerberufer. Der Lagebericht steht auf der Seite des Kreises und wird stündlich erneuert.",
          runs: [
            .init(lower: 77, upper: 88, kind: .link("https://kreis-lonnetal.example/lage")),
            .init(lower: 4, upper: 15, kind: .strong),
          ])),
      .pullQuote(RichText("Es sind zu wenige.")),
      .paragraph(
        RichText(
          "Schulen und Kindergärten in Harsbach bleiben am Montag geschlossen, z. B. auch die Musikschule am Markt."
        )),
    ]
    article.blocks += more
    article.blocks += fillers
    article.removed = [
      RemovedBlock(rule: "share-bar", text: "Teilen Merken Drucken"),
      RemovedBlock(rule: "newsletter", text: "Jetzt unseren Newsletter bestellen"),
      RemovedBlock(rule: "see-also", text: "Lesen Sie auch: Pegel im Überblick"),
      RemovedBlock(rule: "see-also", text: "Lesen Sie auch: Was in die Notfalltasche gehört"),
    ]
    return article
  }()

  /// Paragraphs of ever different words, so that a page is as hard to pack as a real one.
  private static let fillers: [Block] = {
    let subjects = [
      "Die Feuerwehr", "Der Krisenstab", "Eine Anwohnerin", "Das Wasserwerk", "Der Busbetrieb",
      "Die Gemeinde Auental", "Ein Landwirt", "Die Leitstelle",
    ]
    let verbs = [
      "meldet", "prüft", "verlegt", "erwartet", "sichert", "sammelt", "verteilt", "misst",
    ]
    let objects = [
      "die Keller in der Gerbergasse", "achtzig Paletten Sand", "den Zufluss am Wehr",
      "neue Notstromgeräte", "das Archiv im Rathaus", "Trinkwasser für zwei Ortsteile",
      "den Grundwasserstand", "siebzehn Kühe vom Deichhof",
    ]
    let places = [
      "am Morgen", "nahe der alten Ziegelei", "in Absprache mit dem Kreis",
      "trotz schlechter Sicht", "seit der Nacht", "bis zum Abend", "mit Booten aus Telm",
      "ohne Pause",
    ]
    var seed: UInt64 = 42
    func pick(_ list: [String]) -> String {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return list[Int(seed >> 33) % list.count]
    }
    return (0..<28).map { _ in
      let sentences = (0..<5).map { _ in
        "\(pick(subjects)) \(pick(verbs)) \(pick(objects)) \(pick(places))."
      }
      return .paragraph(RichText(sentences.joined(separator: " ")))
    }
  }()

  static let articlePage = ArticlePage(
    edition: edition, article: longArticle,
    keyPoints: [
      FloodSample.cite("a1f0c2", "Der Scheitel wird am Sonntagmittag erwartet."),
      FloodSample.cite(
        "a1f0c2", "Im Ortsteil Oberwied ist der Damm auf zwölf Metern Länge abgerutscht."),
      FloodSample.cite(
        "a1f0c2",
        "Der Hochwasserdienst rechnet für Sonntag mit einem Scheitel zwischen 6,40 und 6,60 Metern."
      ),
    ],
    dossier: FloodSample.dossier, outlets: FloodSample.outlets, story: FloodSample.teaser,
    related: FloodSample.articles[1...4].map { ArticleTeaser($0, story: "s7k2m9") })
}
