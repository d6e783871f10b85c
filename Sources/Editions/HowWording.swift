extension HowWords {
  /// How we work, in German.
  static let german = HowWords(
    title: "So arbeiten wir",
    intro:
      "Presseschau liest viele Zeitungen und legt aus ihnen eine Geschichte. Jede Aussage führt zu dem Satz, aus dem sie stammt.",
    chapters: [
      Chapter(
        title: "Nichts ist erfunden",
        paragraphs: [
          "Überschriften, Vorspänne, Kernsätze, Aussagen, Zahlen und Daten sind wörtliche Stellen aus Artikeln, höchstens mit […] gekürzt. Anführungszeichen und Leerzeichen werden einheitlich gesetzt, sonst bleibt jedes Zeichen.",
          "Kein Satz wird von einem Sprachmodell geschrieben.",
        ]),
      Chapter(
        title: "Kopien zählen einmal",
        paragraphs: [
          "Viele Artikel sind Agenturmeldungen in anderem Kleid. Wir vergleichen die Texte und sagen dazu, wie viele Berichte eigenständig sind."
        ]),
      Chapter(
        title: "Zahlen werden verglichen, nicht beurteilt",
        paragraphs: [
          "Verglichen wird, was in Einheit und Richtung gleich ist. „Angaben weichen ab“ steht nur, wo zwei Angaben nicht zugleich stimmen können. Wer recht hat, sagen wir nicht."
        ]),
      Chapter(
        title: "Daten mit Genauigkeit",
        paragraphs: [
          "Manche Artikel nennen kein Datum. Was wir aus dem Text schließen, ist als „erschlossen“ bezeichnet und in Grafiken mit einem Hof gezeichnet."
        ]),
      Chapter(
        title: "Was entfernt wurde",
        paragraphs: [
          "Aus jeder Seite nehmen wir Werbung, Leisten und Kästen heraus. Am Ende jedes Artikels steht, was fehlt und nach welcher Regel."
        ]),
      Chapter(
        title: "Gleich für alle",
        paragraphs: [
          "Wer nicht angemeldet ist, bekommt dieselbe Seite wie alle anderen. Es gibt keine Werbung, keine Verfolgung und keine Anfragen an Dritte."
        ]),
    ],
    signs: "Zeichen", signsIntro: "So werden Angaben gezeichnet und Aussagen bezeichnet.",
    credits: "Daten anderer",
    creditLines: [
      "Namen von Städten: GeoNames, geonames.org (CC BY 4.0), nach Größe und Land ausgewählt.",
      "Deutsche Namen von Ländern und Städten: Unicode CLDR (Unicode License V3).",
      "Gewichte des Namensmodells: gelernt aus GermEval 2014 NER (CC BY 4.0).",
    ])

  /// How we work, in English.
  static let english = HowWords(
    title: "How we work",
    intro:
      "Presseschau reads many newspapers and lays one story out from all of them. Every statement leads to the sentence it came from.",
    chapters: [
      Chapter(
        title: "Nothing is made up",
        paragraphs: [
          "Headlines, standfirsts, key points, statements, figures and dates are verbatim passages of articles, at most shortened with […]. Quotation marks and spaces are set uniformly; every other character stays.",
          "No sentence is written by a language model.",
        ]),
      Chapter(
        title: "Copies count once",
        paragraphs: [
          "Many articles are agency reports in another dress. We compare the texts and say how many reports are independent."
        ]),
      Chapter(
        title: "Figures are compared, not judged",
        paragraphs: [
          "What has the same unit and direction is compared. “Figures differ” stands only where two figures cannot both be right. We do not say who is."
        ]),
      Chapter(
        title: "Dates with their precision",
        paragraphs: [
          "Some articles give no date. What we conclude from the text is marked as “inferred” and drawn with a halo."
        ]),
      Chapter(
        title: "What was removed",
        paragraphs: [
          "From every page we take out advertising, bars and boxes. At the end of each article you find what is missing and by which rule."
        ]),
      Chapter(
        title: "The same for everyone",
        paragraphs: [
          "Readers who are not signed in all get the same page. There is no advertising, no tracking and no request to third parties."
        ]),
    ],
    signs: "Signs", signsIntro: "How figures are drawn and statements are marked.",
    credits: "Data of others",
    creditLines: [
      "Names of towns: GeoNames, geonames.org (CC BY 4.0), selected by size and country.",
      "German names of territories and cities: Unicode CLDR (Unicode License V3).",
      "Weights of the name model: learnt from GermEval 2014 NER (CC BY 4.0).",
    ])
}
