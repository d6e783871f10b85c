import Editions
import Evidence
import Languages
import Press
import Stories

/// A story of twelve outlets; places, people and papers are invented.
enum FloodSample {
  /// 21 November 2026, 9.30 in Berlin.
  static let now: Int64 = 1_795_249_800

  static func at(_ hoursAgo: Double) -> PressDate {
    PressDate(instant: now - Int64(hoursAgo * 3_600))
  }

  static let outlets: [Outlet] = [
    ("lonnetaler-bote.example", "Lonnetaler Bote"), ("mittelauer.example", "Mittelauer Zeitung"),
    ("abendkurier.example", "Abendkurier"), ("depesche.example", "Depesche"),
    ("rundschau.example", "Rundschau"), ("nordblatt.example", "Nordblatt"),
    ("wirtschaftslage.example", "Wirtschaftslage"), ("daslabor.example", "Das Labor"),
    ("sportecho.example", "Sportecho"), ("ostrauer.example", "Ostrauer Tageblatt"),
    ("landfunk.example", "Landfunk"), ("valleynews.example", "Valley News"),
  ].map {
    Outlet(
      id: $0, name: $1, home: "https://\($0)/",
      language: $0 == "valleynews.example" ? .english : .german)
  }

  static let articles: [Article] = [
    article(
      "a1f0c2", outlets[0], "Lonne steigt weiter: Harsbach räumt die Uferstraßen",
      "Die Stadt Harsbach hat in der Nacht zum Samstag drei Straßenzüge am linken Ufer der Lonne räumen lassen.",
      at(3.8), "Kaja Brunnert",
      [
        "Der Scheitel wird am Sonntagmittag erwartet. Am Pegel Alte Mühle stand das Wasser um 5 Uhr bei 6,12 Metern, das sind 48 Zentimeter mehr als am Vorabend.",
        "Kurz nach Mitternacht gingen die Sirenen. \"Wir hatten zwanzig Minuten, und die haben gereicht\", sagte Bürgermeisterin Hedda Vorwerk am Morgen vor der Sporthalle am Lindenplatz.",
        "Im Ortsteil Oberwied ist der Damm auf zwölf Metern Länge abgerutscht. Ortsvorsteherin Irmgard Tessner wirft dem Land vor, die Sanierung dreimal verschoben zu haben: \"Wir haben die Sandsäcke von 2013 gezählt. Es sind zu wenige.\"",
        "Der Hochwasserdienst rechnet für Sonntag mit einem Scheitel zwischen 6,40 und 6,60 Metern.",
      ]),
    article(
      "b27d90", outlets[1], "Landratsamt zählt rund 2.400 Menschen an den Sammelstellen",
      "Wer seine Wohnung verlassen hat, soll sich melden.", at(3.2), "Jonte Ahlers",
      [
        "Das Landratsamt Lonnetal sprach am Freitag um 22 Uhr von rund 2.400 Menschen, die ihre Wohnungen verlassen hätten.",
        "Das Umweltministerium bestreitet, dass die Sanierung des Damms verschoben wurde. \"Die Mittel standen bereit, ein Antrag lag nicht vor\", sagte Sprecher Ruben Kalde.",
        "Im Jahr 2013 war die Lonne zuletzt über die Spundwand am Gerberufer getreten.",
      ]),
    article(
      "c3391e", outlets[2], "Bis zu 2.500 Menschen verlassen ihre Wohnungen",
      "Der Kreis hat fünf Sammelstellen eingerichtet.", at(8.4), "Mila Osterkamp",
      [
        "Bis zu 2.500 Menschen mussten nach Angaben des Landratsamts ihre Wohnungen verlassen.",
        "Die Talbahn fährt bis auf Weiteres nur zwischen Auental und Brenningen.",
      ]),
    article(
      "d4b8a7", outlets[3], "Sirenen in Harsbach, Stadt räumt linkes Ufer", nil, at(9.1), nil,
      [
        "Das Innenministerium geht von mehr als 3.000 Menschen aus, die in Harsbach und Oberwied vor dem Wasser in Sicherheit gebracht wurden.",
        "In der Nacht zum Samstag ließ die Stadt die Uferstraßen räumen.",
        "Innenminister Falk Ranstedt kündigte an, zwei Pumpenzüge aus Ostrau zu schicken.",
      ]),
    article(
      "e5c013", outlets[4], "Was am Damm von Oberwied versäumt wurde",
      "Ein Beschluss von 2021 nennt die Sanierung vordringlich, eine Summe steht dort nicht.",
      at(1.6), "Teda Wiebusch",
      [
        "Die Sanierung des Damms sollte 4,8 Millionen Euro kosten, heißt es in einem Gutachten vom Frühjahr 2025.",
        "Das Land habe dreimal um Aufschub gebeten, sagt der frühere Amtsleiter Onno Brakel.",
        "Nach seinen Worten lag ein Antrag seit dem 3. März 2024 im Ministerium.",
      ]),
    article(
      "f60d55", outlets[5], "Meteorologen erwarten am Sonntag weniger Regen", nil, at(2.4),
      "Arvid Holm",
      [
        "Der Wetterdienst schätzt, dass bis Sonntagabend etwa 35 Liter Regen auf den Quadratmeter fallen.",
        "Am Pegel Alte Mühle wurden um 7 Uhr 6,19 Meter gemessen.",
      ]),
    article(
      "a7e42b", outlets[6], "Molkerei und Sägewerk stehen still",
      "Der Schaden geht nach Angaben der Kammer in die Millionen.", at(2.1), "Lene Marquardt",
      [
        "Die Industriekammer beziffert den Schaden auf mehr als 12 Millionen Euro.",
        "Die Molkerei Auental hat 180 Beschäftigte nach Hause geschickt.",
      ]),
    article(
      "b8f19c", outlets[7], "Warum der Boden kein Wasser mehr aufnimmt", nil, at(5.5),
      "Dr. Silke Anders",
      [
        "Der Oktober war im Lonnetal der nasseste seit Beginn der Messungen im Jahr 1931.",
        "\"Der Boden ist voll, jeder Tropfen läuft ab\", sagt die Hydrologin Marit Eschenbach.",
      ]),
    article(
      "c90aa2", outlets[8], "Spiel in Brenningen findet statt", nil, at(6.7), nil,
      [
        "Das Spiel am Sonntag in Brenningen wird trotz des Hochwassers angepfiffen, teilte der Verband mit."
      ]),
    article(
      "da1b36", outlets[9], "Pumpenzüge aus Ostrau auf dem Weg nach Harsbach",
      "42 Helferinnen und Helfer sind seit 4 Uhr unterwegs.", at(4.5), "Pia Rosendahl",
      [
        "Zwei Pumpenzüge mit 42 Einsatzkräften sind in Ostrau losgefahren, sie sollen am Nachmittag eintreffen.",
        "Das Landratsamt spreche von rund 2.400 Menschen, sagte Einsatzleiter Bo Lüttich.",
      ]),
    article(
      "eb2c47", outlets[10], "Harsbach: Sirenen in der Nacht", nil, at(9.0), nil,
      [
        "Das Innenministerium geht von mehr als 3.000 Menschen aus, die in Harsbach und Oberwied vor dem Wasser in Sicherheit gebracht wurden.",
        "In der Nacht zum Samstag ließ die Stadt die Uferstraßen räumen.",
      ]),
    article(
      "fc3d58", outlets[11], "River Lonne keeps rising as town clears its banks",
      "Harsbach moved people out overnight.",
      PressDate(year: 2026, month: 11, day: 21, isInferred: true), "Maeve Tolan",
      [
        "About 2,400 people have left their homes, the district office said on Friday night.",
        "The mayor said the sirens went off shortly after midnight.",
      ], language: .english),
  ].compactMap { $0 }

  static func article(
    _ id: String, _ outlet: Outlet, _ headline: String, _ standfirst: String?, _ date: PressDate?,
    _ author: String?, _ paragraphs: [String], language: Language = .german
  ) -> Article {
    Article(
      id: id, url: "https://\(outlet.id)/\(id)", outlet: outlet, headline: headline,
      kicker: nil, standfirst: standfirst, bylines: author.map { [Byline(name: $0)] } ?? [],
      published: date, section: .regionen, language: language,
      blocks: paragraphs.map { .paragraph(RichText($0)) })
  }

  /// A verbatim citation: the words are looked up in the article, so they are there.
  static func cite(_ id: String, _ words: String) -> Citation {
    guard let article = articles.first(where: { $0.id == id }) else { return lost(words) }
    let body = article.body
    let needle = Array(words.utf8)
    guard
      let start = body.utf8.indices.first(where: { body.utf8[$0...].starts(with: needle) })
    else { return lost(words) }
    let range = start..<(start + needle.count)
    return Citation(
      passage: Passage(
        article: id, version: article.version, anchor: body.paragraph(at: start)?.anchor ?? 0,
        range: range, sentence: SentenceHash.of(needle)),
      words: words, outlet: article.outlet.id)
  }

  private static func lost(_ words: String) -> Citation {
    Citation(
      passage: Passage(article: "lost", version: 0, anchor: 0, range: 0..<0, sentence: 0),
      words: words, outlet: "lost")
  }

  static let story = Story(
    id: "s7k2m9", saga: "s7k2m9", section: .regionen,
    members: articles.map {
      Story.Member(article: $0.id, copyOf: $0.id == "eb2c47" ? "d4b8a7" : nil, because: "")
    })

  static let teaser = StoryTeaser(
    id: story.id, headline: articles[0].headline, standfirst: articles[0].standfirst,
    kicker: "Hochwasser an der Lonne", headlineOutlet: outlets[0], headlineArticle: "a1f0c2",
    articleCount: 12, independentCount: 11, outlets: outlets, newest: at(1.6), section: .regionen,
    comparison: dossier.comparisons.first)
}
