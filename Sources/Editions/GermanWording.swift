extension Wording {
  /// The German words.
  package static let german = Wording(
    frame: FrameWords(
      skip: "Zum Inhalt springen", home: "Startseite", search: "Suche",
      searchLabel: "Suche in allen Artikeln", sectionBar: "Ressorts",
      onThisPage: "Auf dieser Seite", sources: "Quellen", how: "So arbeiten wir", feed: "Feed",
      imprint: "Impressum", privacy: "Datenschutz", otherLanguage: "English",
      backToTop: "Nach oben",
      creed:
        "Gezeigt werden nur Sätze der Quellen, im Wortlaut oder mit […] gekürzt. Ohne Werbung, ohne Skript, ohne Verfolgung."
    ),
    sections: SectionWords(
      politik: "Politik", wirtschaft: "Wirtschaft", unternehmen: "Unternehmen",
      technik: "Technik", wissen: "Wissen", kultur: "Kultur", unterhaltung: "Unterhaltung",
      sport: "Sport", panorama: "Panorama", regionen: "Regionen", medien: "Medien",
      other: "Weitere Meldungen"),
    counts: CountWords(
      articles: Counted(one: "Artikel", many: "Artikel"),
      stories: Counted(one: "Geschichte", many: "Geschichten"),
      sources: Counted(one: "Quelle", many: "Quellen"),
      statements: Counted(one: "Aussage", many: "Aussagen"),
      quantities: Counted(one: "Größe", many: "Größen"),
      quotes: Counted(one: "Zitat", many: "Zitate"),
      names: Counted(one: "Name", many: "Namen"),
      events: Counted(one: "Ereignis", many: "Ereignisse"),
      minutes: Counted(one: "Minute", many: "Minuten"),
      hits: Counted(one: "Treffer", many: "Treffer"),
      characters: Counted(one: "Zeichen", many: "Zeichen"),
      independent: { "davon \($0)\u{A0}eigenständig" },
      articlesFrom: { "\($0) aus \($1)" },
      quotedShare: { "zitiert: \($0 < 1 ? "unter 1" : String($0))\u{A0}% des Textes" }),
    calendar: CalendarWords(
      months: [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
        "Oktober", "November", "Dezember",
      ],
      weekdays: [
        "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag",
      ],
      today: "heute", until: "bis", inferred: "erschlossen", asOf: { "Stand \($0)" },
      thousand: "Tsd.", million: "Mio.", billion: "Mrd."),
    front: FrontWords(
      headlineFrom: "Überschrift und Vorspann:", whoSaysWhat: "Wer sagt was",
      readStory: "Zur Geschichte", allEvidence: "Alle Belege",
      mostCovered: "Am meisten berichtet", more: { "Mehr aus \($0)" },
      dayBefore: "Tag davor", dayAfter: "Tag danach",
      emptySection: "Hier steht noch nichts. Die nächste Runde durch die Quellen läuft von selbst.",
      summary: { "\($0) des Tages, mit allen Quellen und Belegen." }),
    story: StoryWords(
      coverage: "Wann wurde berichtet?",
      coverageNote: "Ein Punkt ist ein Artikel, der Hof ein ungenaues Datum.",
      coverageSpan: { "\($0). \($1)." }, keyPoints: "Das Wichtigste",
      keyPointsShort: "Das Wichtigste", figures: "Zahlen im Vergleich", figuresShort: "Zahlen",
      claims: "Wer sagt was", claimsLine: { "\($0), nach Datum" }, quotes: "Im Wortlaut",
      timeline: "Verlauf", cast: "Personen und Orte", castShort: "Namen", sources: "Quellen",
      saga: "Was vorher geschah", alsoIn: "weitere Angaben:",
      figuresNote:
        "Punkt mit Linie nach rechts: „mehr als“, „über“. Linie nach links: „bis zu“, „fast“. Hof: „etwa“. Nur Linie: kein genauer Wert. Verglichen wird nur, was in Einheit und Richtung gleich ist.",
      moreStatements: { "\($0) mehr in den Artikeln." }, newest: "Stand",
      follow: "Dieser Geschichte folgen", copyOf: { "übernommen von \($0)" },
      readings: Counted(one: "Angabe", many: "Angaben"), course: "Alle Angaben nach Datum",
      courseNote:
        "Ein Punkt ist eine Angabe an dem Tag, von dem sie spricht. Linie nach oben: „mehr als“, „über“. Linie nach unten: „bis zu“, „fast“. Verglichen wird nur, was in Einheit und Richtung gleich ist; eine Zahl von einem anderen Tag widerspricht nicht.",
      relays: "übernimmt",
      own: "eigenständig", citing: { "beruft sich auf \($0)" },
      began: "damit begann die Geschichte", byHand: "von Hand hierher gelegt",
      sameText: { "zu \($0)\u{A0}% derselbe Text" },
      isVersion: "eine andere Fassung eines Artikels hier",
      isLike: { near, share in
        near < 2
          ? "ähnelt einem Artikel hier zu \(share)\u{A0}%"
          : "ähnelt \(near)\u{A0}Artikeln hier, bis zu \(share)\u{A0}%"
      }, parts: "Auch in Tickern und Rundschauen"),
    evidence: EvidenceWords(
      single: "eine Angabe", compatible: "vereinbar", oneOrigin: "eine Ursprungsquelle",
      differ: "Angaben weichen ab", stated: "sagt", claimed: "behauptet", confirmed: "bestätigt",
      estimated: "schätzt", announced: "kündigt an", hedged: "vermutet", hearsay: "vom Hörensagen",
      unconfirmed: "unbestätigt", asked: "fragt", denied: "bestreitet",
      noSpeaker: "ohne Sprecher", regarding: "zu", relayedBy: { "laut \($0)" },
      expected: "angekündigt", person: "Person", place: "Ort", organisation: "Organisation",
      otherName: "Name"),
    article: ArticleWords(
      about: "Über diesen Artikel", outlet: "Quelle", author: "Von", agency: "Agentur",
      translator: "Übersetzung", byMachine: "wahrscheinlich maschinell", editor: "Redaktion",
      published: "Erschienen",
      updated: "Geändert", noDate: "ohne Datum", readingTime: "Lesezeit",
      newHere: "Neu gegenüber früheren Berichten",
      original: "Original",
      keyPoints: {
        $0 == 1 ? "Ein Satz daraus" : $0 == 2 ? "Zwei Sätze daraus" : "Drei Sätze daraus"
      },
      otherFigures: "Andere Angaben", comparison: "Vergleich", alsoSaid: "Dazu auch",
      compareNote: "Vergleich mit anderen Quellen", claimNote: "Aussage aus anderer Quelle",
      paragraphLink: "Link zu diesem Absatz", removed: "Entfernt",
      moreOfStory: "Mehr aus dieser Geschichte", share: "Weitergeben", shareByMail: "per E-Mail",
      shareLink: "Adresse dieser Seite", print: "Drucken", picture: "Bild",
      pictureAtOriginal: "Bild beim Original", embedded: "Eingebettet", codeLabel: "Quelltext",
      tableLabel: "Tabelle",
      excerptOnly:
        "Den vollen Wortlaut zeigt die Quelle. Hier stehen Überschrift, Vorspann und die zitierten Sätze.",
      teaserOnly: "Die Quelle hat uns nur den Anfang gegeben.",
      readOriginal: { "Weiterlesen bei \($0)" }, originalAt: { "Original bei \($0)" },
      takenFrom: "Übernommen von",
      untitled: "Ohne Überschrift", display: "Darstellung", size: "Schriftgröße",
      sizes: ["klein", "mittel", "groß"], face: "Schriftart", faces: ["Serif", "Grotesk"],
      colours: "Farben", colourNames: ["System", "hell", "dunkel"]),
    removal: RemovalWords(
      known: [
        "above-headline": "Kopf der Seite", "link-box": "Kasten mit Links",
        "teaser-box": "Kasten mit Anreißern",
        "advertisement": "Anzeige",
        "agency": "Agenturkürzel",
        "app-promotion": "Werbung für die App",
        "author-note": "Autorenkasten",
        "broadcast": "Sendehinweis",
        "behind-text": "Was hinter dem Text steht",
        "caption": "Bildunterschrift",
        "comment-form": "Kommentarformular",
        "consent": "Hinweis zur Einwilligung",
        "donation": "Spendenaufruf",
        "embed-placeholder": "Platzhalter für Eingebettetes",
        "labelled-links": "Verweise hinter einem Etikett",
        "legal": "Rechtehinweis",
        "meta-line": "Datums- und Autorenzeile",
        "navigation": "Seitenleiste",
        "newsletter": "Hinweis auf den Newsletter",
        "not-in-article": "Nicht Teil des Artikels",
        "opening-heading": "Überschrift vor dem Text",
        "outlet-note": "Selbstdarstellung des Hauses",
        "paywall": "Bezahlhinweis",
        "picture-credit": "Bildnachweis",
        "pull-quote": "Herausgehobenes Zitat",
        "related-list": "Verweise auf andere Artikel",
        "repeated-label": "Wiederholtes Etikett",
        "repeated-paragraph": "Wiederholter Absatz",
        "repeated-title": "Wiederholte Überschrift",
        "see-also": "Siehe auch",
        "share-bar": "Teilen-Leiste",
        "stray-label": "Einzelnes Etikett",
        "surroundings": "Umgebung des Artikels",
        "tag-remains": "Schlagwörter",
        "teaser": "Anreißer anderer Artikel",
        "trailing-heading": "Überschrift ohne Text",
        "hidden": "Verborgener Text",
      ],
      unknown: "Beiwerk"),
    lists: ListWords(
      searchTitle: "Suche",
      searchHelp:
        "Wörter oder „ganze Wendungen“ in allen Artikeln, Anfang* für Wortanfänge, -Wort ohne. Grenzen: outlet: section: person: lang: before: after:",
      searchButton: "Suchen", nothingFound: { "Nichts gefunden für „\($0)“" },
      nothingFoundHelp: "Weniger Wörter oder ein anderer Wortteil helfen oft.",
      didYouMean: "Meinten Sie",
      newestFirst: "Neueste zuerst", onlyNewest: "Ältere Artikel wurden noch nicht durchsucht.",
      noneAmongNewest: "Unter den neueren Artikeln fand sich nichts.",
      searchOlder: "In älteren suchen",
      moreOfStory: {
        $0 == 1 ? "1 weiterer Artikel dieser Geschichte" : "\($0) weitere Artikel dieser Geschichte"
      },
      hitsFor: { "\($0) für „\($1)“" }, nextPage: "Weitere Treffer",
      previousPage: "Vorige Treffer", page: { "Seite \($0)" }, newestArticles: "Neueste Artikel",
      ownShare: { "\($0)\u{A0}% eigenständig" }, homePage: "Zur Website",
      saidBy: "Aussagen", namedIn: "Genannt in", storiesWith: "Geschichten",
      storiesOf: { "Der \($0)" }, passageTitle: "Zitierte Stelle",
      passageUnchanged: "unverändert", passageChanged: { "geändert am \($0)" },
      passageChangedUndated: "geändert", passageGone: "nicht mehr vorhanden",
      passageVersion: { "Fassung \($0)" }, passageNow: "Heute steht dort",
      passageCite: "So zitieren", inArticle: "Im Artikel lesen",
      nothingYet: "Hier steht noch nichts."),
    sources: SourceWords(
      title: "Quellen", intro: "Alles, was gelesen wird, und wie es ihm geht.",
      addTitle: "Eine Adresse hinzufügen", addLabel: "Adresse einer Website oder eines Feeds",
      addHelp: "Die Startseite genügt; den Feed finden wir.", addButton: "Hinzufügen",
      opmlTitle: "Aus einem anderen Leseprogramm", opmlLabel: "OPML-Datei",
      opmlHelp: "Fast jedes Leseprogramm kann seine Quellen als OPML ausgeben.",
      opmlButton: "Einlesen", packTitle: "Mit einer Auswahl beginnen",
      packHelp: "Jede Quelle lässt sich später einzeln entfernen.",
      packButton: { "„\($0)“ lesen" }, remove: { "\($0) entfernen" }, removeShort: "Entfernen",
      export: "Als OPML ausgeben", healthNew: "noch nicht gelesen", healthFine: "liefert",
      healthQuiet: { "still seit \($0)" }, healthFailing: "antwortet nicht",
      failingCount: { $0 == 1 ? "eine antwortet nicht" : "\($0) antworten nicht" },
      healthFailingSince: { "antwortet nicht seit \($0)" }, healthPaused: "ruht",
      lastRead: { "gelesen \($0)" }, kindFeed: "Feed", kindSitemap: "Sitemap", kindPage: "Seite",
      rightsFull: "Volltext", rightsExcerpt: "Auszug", rightsHeadline: "nur Überschrift",
      uncategorised: "Ohne Ordner",
      added: { $0 == 1 ? "Eine Quelle ist hinzugekommen." : "\($0) Quellen sind hinzugekommen." },
      removed: "Die Quelle ist entfernt.", failed: "Das ging nicht:",
      none: "Noch keine Quellen.", welcome: "Was möchten Sie lesen?",
      welcomeIntro:
        "Diese Zeitung ist noch leer. Geben Sie ihr Quellen, und die ersten Geschichten stehen in wenigen Minuten hier.",
      welcomePending: {
        $0 == 1
          ? "Eine Quelle wird gerade gelesen. Diese Seite in einer Minute neu laden."
          : "\($0) Quellen werden gerade gelesen. Diese Seite in einer Minute neu laden."
      }, addMore: "Quellen hinzufügen", handling: .german),
    how: .german,
    errors: ErrorWords(
      badRequest: .init(
        title: "Die Anfrage ist nicht zu verstehen",
        text: "Das Formular bitte noch einmal öffnen und absenden."),
      forbidden: .init(
        title: "Dafür fehlt die Berechtigung",
        text: "Diese Seite ist nur nach Anmeldung zu sehen, oder die Sitzung ist abgelaufen."),
      notFound: .init(
        title: "Diese Seite gibt es nicht",
        text: "Vielleicht hat sich die Adresse geändert. Die Suche kennt alle Artikel."),
      gone: .init(
        title: "Diese Seite ist entfernt worden",
        text: "Sie wurde dauerhaft aus dem Bestand genommen."),
      tooLarge: .init(
        title: "Das ist zu groß", text: "Bitte eine kleinere Datei oder weniger Quellen senden."),
      tooMany: .init(
        title: "Zu viele Anfragen", text: "Bitte einen Augenblick warten und neu laden."),
      unavailable: .init(
        title: "Gerade nicht erreichbar", text: "Bitte in einer Minute neu laden."),
      failure: .init(
        title: "Hier ist etwas schiefgegangen",
        text: "Der Fehler ist vermerkt. Ein neuer Versuch hilft oft."),
      toFront: "Zur Startseite"),
    paper: .german, look: .german)
}
