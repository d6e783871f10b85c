import Languages
import Press
import Testing

@testable import Stories

@Suite struct StoryDeskTests {
  @Test func twoReportsOfOneEventAreOneStory() {
    var desk = StoryDesk()
    _ = desk.place(Wire.report("a", "Großbrand im Hafen von Ostmünde", Wire.fire))
    let second = desk.place(
      Wire.report(
        "b", "Ostmünde: Lagerhalle im Hafen abgebrannt", Wire.fireElsewhere, outlet: "b.example",
        hours: 5))
    #expect(second.story.members.map(\.article) == ["a", "b"])
    #expect(second.copyOf == nil)
    #expect(second.because.hasPrefix("cosine="))
  }

  @Test func sharedNamesDoNotMakeOneStoryOfTwoEvents() {
    var desk = StoryDesk()
    _ = desk.place(Wire.report("a", "Großbrand im Hafen von Ostmünde", Wire.fire))
    let race = desk.place(
      Wire.report("r", "Ruderregatta mit Rekord", Wire.race, outlet: "b.example", hours: 3))
    #expect(race.story.members.map(\.article) == ["r"])
  }

  @Test func theSameEventAYearLaterIsAnotherStory() {
    var desk = StoryDesk()
    let headline = "Kraniche rasten auf den Feldern von Lüttenfehn"
    _ = desk.place(Wire.report("a", headline))
    let later = desk.place(Wire.report("b", headline, outlet: "b.example", hours: 365 * 24))
    #expect(later.story.members.count == 1)
  }

  @Test func aStoryTakesNobodyOnAfterItsWeek() {
    var desk = StoryDesk()
    var stories: Set<String> = []
    for day in 0..<12 {
      let placement = desk.place(
        Wire.report(
          "d\(day)", "Streik der Fährleute von Ostmünde dauert an", outlet: "o\(day).example",
          hours: Double(day) * 24))
      stories.insert(placement.story.id)
    }
    #expect(stories.count >= 2)
  }

  @Test func anUndatedArticleNeedsMoreLikeness() {
    let first = Wire.report("a", "Deichverband Lüttenfehn erhöht Beitrag für Pächter")
    let alike = "Pächter klagen über Beitrag und Dürre, Wölfe, Preise, Bürokratie und Steuern"
    func size(_ hours: Double?) -> Int {
      var desk = StoryDesk()
      _ = desk.place(first)
      _ = desk.place(Wire.report("b", alike, outlet: "b.example", hours: hours))
      return Int(100 * (desk.story(of: "b")?.members.count ?? 0))
    }
    #expect(size(nil) <= size(0))
    #expect(Moment().eventShare(Moment()) < 1)
  }

  /// Two meetings of one pair of people and an essay between, none with a date; told in any order.
  @Test(arguments: [
    ["a", "b", "c", "d", "e"], ["e", "d", "c", "b", "a"], ["c", "a", "d", "b", "e"],
  ])
  func undatedTextsMeetByTheDaysTheyTell(order: [String]) {
    let headlines = [
      "a": "Altamira zu Besuch bei Maschke: Beistandspakt geplant",
      "b": "Ein Beistandspakt der Schwachen",
      "c": "Zwei Männer und eine Freundschaft", "d": "Gipfel am Askeltind endet ohne Erklärung",
      "e": "Munition gesucht vor dem Gipfel am Askeltind",
    ]
    let told = [
      "a": """
      Der Besuch begann heute, Dienstag, 18. Juni, mit einem Bankett. Jorun Altamira kam mit dem Zug nach \
      Ostmünde, Benno Maschke empfing ihn am Bahnhof. Beide wollen einen Beistandspakt unterzeichnen und über \
      Getreide verhandeln.
      """,
      "b": """
      Der Beistandspakt wurde gestern, am 19. Juni, besiegelt. Benno Maschke schenkte Jorun Altamira bei dessen \
      Besuch in Ostmünde eine Kutsche. Fachleute halten das Papier für ein Zeichen der Schwäche.
      """,
      "c": """
      Eine Betrachtung über Altamira und Maschke, die einander seit März brauchen. Seit September wächst der Handel, \
      Fischer klagen, Schulen lehren die Sprache des Nachbarn, und Touristen sehen Kalmarien.
      """,
      "d": """
      Bereits im Juli reiste Minister Velten nach Ostmünde, nun folgt der Gipfel am Askeltind. Maschke und Altamira \
      sprachen in der Sternwarte über Munition. Eine Erklärung gab es nach dem Gipfel nicht.
      """,
      "e": """
      Freunde in Not: Altamira und Maschke planen einen Gipfel am Askeltind. Minister Velten warb im Juli in \
      Ostmünde um Munition. Ob der Gipfel eine Erklärung bringt, ist ungewiss.
      """,
    ]
    var desk = StoryDesk()
    for id in order {
      _ = desk.place(
        Wire.report(
          id, headlines[id] ?? "", told[id] ?? "", outlet: id + ".example", hours: nil))
    }
    func story(_ id: String) -> Set<String> {
      Set(desk.story(of: id)?.members.map(\.article) ?? [])
    }
    #expect(story("a") == ["a", "b"])
    #expect(story("d") == ["d", "e"])
    #expect(story("c") == ["c"])
  }

  @Test func twoLargeStoriesAreOneAtLessLikeness() {
    let bars = JoinBars.dated
    let large = Bars.bothLargeFrom
    #expect(bars.merge(of: large, and: large) < bars.merge(of: 1, and: large))
    #expect(bars.merge(of: large * 5, and: large - 1) == bars.merge)
    // Still more than what one article needs for a large story.
    #expect(bars.mergeLarge > bars.joinLarge)
    // Without dates nothing tells two events of one affair apart.
    #expect(JoinBars.vague.merge(of: large, and: large) == JoinBars.vague.merge)
  }

  @Test func storiesOfOneSagaAreLaidTogether() {
    var desk = StoryDesk()
    let rest = """
      Der Präsident von Kalmarien, Jorun Altamira, sprach in der Hauptstadt Velsund über den Vulkan \
      Askeltind. Kalmarien leidet unter dem Ausbruch, Altamira versprach Velsund Hilfe.
      """
    let first = desk.place(
      Wire.report(
        "a", "Vulkan Askeltind in Kalmarien bricht aus",
        "Asche liegt über Velsund. Flüge fallen aus. " + rest))
    let second = desk.place(
      Wire.report(
        "b", "Kalmarien: Altamira ruft nach Ausbruch des Askeltind den Notstand aus",
        "Das Parlament tagt im Keller. Soldaten verteilen Masken. " + rest, outlet: "b.example",
        hours: 80))
    #expect(first.story.id != second.story.id)
    #expect(second.story.saga == first.story.saga)
    #expect(first.story.saga == first.story.id)
  }

  @Test func reportsOfOneEventMeetAcrossLanguages() {
    var desk = StoryDesk()
    _ = desk.place(
      Wire.report(
        "de", "Erdbeben in Kalmarien: 340 Verletzte in Velsund",
        "Ein Erdbeben hat die Hauptstadt Velsund erschüttert. Präsident Jorun Altamira rief Soldaten zu Hilfe."
      ))
    var english = Wire.report(
      "en", "Earthquake shakes Velsund, 340 injured",
      "An earthquake has struck Kalmarien's capital Velsund. President Jorun Altamira called in soldiers.",
      outlet: "b.example", hours: 2)
    english.language = .english
    #expect(desk.place(english).story.members.map(\.article) == ["de", "en"])
  }

  @Test func aPlaceAloneIsNoBridgeBetweenSagas() {
    var desk = StoryDesk()
    let fire = desk.place(Wire.report("a", "Berlin: Kita in Wedding brennt nach Kurzschluss"))
    let chess = desk.place(
      Wire.report("b", "Schachgroßmeisterin gewinnt Turnier in Berlin", outlet: "b.example"))
    #expect(fire.story.saga != chess.story.saga)
  }

  /// A town that no table knows, and a number, in two headlines and texts of the sample press; found
  /// as a place in one of them at least.
  @Test(arguments: [true, false]) func aSmallTownsNameIsNoBridge(isFoundInBoth: Bool) {
    var desk = StoryDesk()
    var heat = Wire.report(
      "a", "Rechenzentrum in Ostrau soll 9.000 Wohnungen heizen",
      """
      Die Stadtwerke Ostrau wollen die Abwärme eines Rechenzentrums nutzen. Die Leitung ist elf Kilometer \
      lang und kostet 48 Millionen Euro.

      Die Abwärme des Rechenzentrums am Ostrauer Hafen soll von 2028 an 9.000 Wohnungen heizen. Das haben \
      die Stadtwerke und der Betreiber Nordrechen am Freitag vereinbart.
      """)
    heat.url = "https://a.example/artikel/rechenzentrum-ostrau-heizt-wohnungen"
    var match = Wire.report(
      "b", "Brenningen schlägt Ostrau mit 3:2",
      """
      Der Tabellenletzte Brenningen hat Ostrau mit 3:2 geschlagen. Mehr als 9.000 Zuschauer kamen nach \
      Angaben der Polizei ins Stadion.

      Der Tabellenletzte Brenningen hat das Spiel gegen Ostrau mit 3:2 gewonnen. Mattis Oehlke traf in der \
      91. und in der 95. Minute. Ostrau kündigte einen Einspruch gegen die Wertung an.
      """, outlet: "b.example", hours: 11)
    match.url = "https://b.example/2026/11/20/brenningen-ostrau-drei-zu-zwei-8841311"
    heat.findings = Self.findings(in: heat.body, place: "Ostrau")
    if isFoundInBoth { match.findings = Self.findings(in: match.body, place: "Ostrau") }
    let first = desk.place(heat)
    #expect(desk.place(match).story.saga != first.story.saga)
  }

  private static func findings(in body: ArticleText, place: String) -> Findings {
    var findings = Findings(language: .german, sentences: [])
    if let range = body.utf8.firstRange(of: Array(place.utf8)) {
      findings.names = [Name(stretch: Stretch(range), kind: .place, key: place)]
    }
    return findings
  }

  @Test func aTickerDoesNotGlueWhatItTells() {
    var desk = StoryDesk()
    _ = desk.place(Wire.report("a", "Großbrand im Hafen von Ostmünde", Wire.fire))
    _ = desk.place(Wire.report("r", "Ruderregatta mit Rekord", Wire.race, hours: 1))
    _ = desk.place(
      Wire.report(
        "t", "Newsticker: Der Tag in Kürze", Wire.fire + "\n\n" + Wire.race, outlet: "t.example",
        hours: 2, kind: .liveBlog))
    #expect(desk.story(of: "a")?.id != desk.story(of: "r")?.id)
  }

  @Test func anArticlePlacedAgainStandsOnce() {
    var desk = StoryDesk()
    _ = desk.place(Wire.report("a", "Großbrand im Hafen von Ostmünde", Wire.fire))
    _ = desk.place(
      Wire.report("a", "Großbrand im Hafen von Ostmünde gelöscht", Wire.fire, hours: 2))
    #expect(desk.stories.flatMap(\.members).count == 1)
    #expect(desk.count == 1)
  }

  @Test func aRemovedArticleLeavesItsStory() {
    var desk = StoryDesk()
    _ = desk.place(Wire.report("a", "Großbrand im Hafen von Ostmünde", Wire.fire))
    _ = desk.place(Wire.report("b", "Brand in Ostmünde", Wire.fire, outlet: "b.example", hours: 1))
    desk.remove("a")
    #expect(desk.story(of: "a") == nil)
    #expect(desk.story(of: "b")?.members.map(\.article) == ["b"])
    #expect(desk.story(of: "b")?.members.first?.copyOf == nil)
    desk.remove("unknown")
  }
}
