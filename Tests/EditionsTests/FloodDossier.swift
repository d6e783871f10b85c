import Editions
import Evidence
import Languages
import Press

extension FloodSample {
  /// The evidence of the flood's story; every citation is looked up in its article.
  static let dossier: Dossier = {
    var dossier = Dossier()
    dossier.keyPoints = keyPoints
    dossier.comparisons = comparisons
    dossier.claimGroups = claimGroups
    dossier.quotes = quotes
    dossier.timeline = timeline
    dossier.cast = cast
    return dossier
  }()

  private static let keyPoints = [
    KeyPoint(
      citation: cite("d4b8a7", "In der Nacht zum Samstag ließ die Stadt die Uferstraßen räumen."),
      support: [cite("eb2c47", "In der Nacht zum Samstag ließ die Stadt die Uferstraßen räumen.")]),
    KeyPoint(
      citation: cite(
        "a1f0c2",
        "Der Hochwasserdienst rechnet für Sonntag mit einem Scheitel zwischen 6,40 und 6,60 Metern."
      ),
      support: [
        cite("f60d55", "Am Pegel Alte Mühle wurden um 7 Uhr 6,19 Meter gemessen."),
        cite("b8f19c", "jeder Tropfen läuft ab"),
      ]),
    KeyPoint(
      citation: cite(
        "b27d90",
        "Das Umweltministerium bestreitet, dass die Sanierung des Damms verschoben wurde.")),
  ]

  private static func reading(
    _ id: String, _ words: String, _ value: Double, _ relation: Figure.Relation,
    claimant: String? = nil, asOf: PressDate? = at(11.5)
  ) -> Comparison.Reading {
    Comparison.Reading(
      citation: cite(id, words),
      figure: Figure(stretch: Stretch(0..<0), value: value, relation: relation),
      claimant: claimant, asOf: asOf)
  }

  private static let comparisons = [
    Comparison(
      unit: "Menschen", direction: "in Sicherheit gebracht", verdict: .differ,
      readings: [
        reading(
          "b27d90", "rund 2.400 Menschen", 2_400, .about, claimant: "Das Landratsamt Lonnetal"),
        reading("c3391e", "Bis zu 2.500 Menschen", 2_500, .atMost, claimant: "Landratsamts"),
        reading(
          "d4b8a7", "mehr als 3.000 Menschen", 3_000, .more, claimant: "Das Innenministerium"),
        reading("fc3d58", "About 2,400 people", 2_400, .about, claimant: "the district office"),
      ]),
    Comparison(
      unit: "Meter", direction: "am Pegel Alte Mühle", verdict: .compatible,
      readings: [
        reading("a1f0c2", "6,12 Metern", 6.12, .equal, asOf: at(4.5)),
        reading("f60d55", "6,19 Meter", 6.19, .equal, asOf: at(2.5)),
      ]),
    Comparison(
      unit: "Meter", direction: "Scheitel am Sonntag", verdict: .single,
      readings: [
        Comparison.Reading(
          citation: cite("a1f0c2", "zwischen 6,40 und 6,60 Metern"),
          figure: Figure(
            stretch: Stretch(0..<0), value: nil, low: 6.4, high: 6.6, relation: .range),
          claimant: "Der Hochwasserdienst", asOf: at(-27))
      ]),
    Comparison(
      unit: "Euro", direction: nil, verdict: .single,
      readings: [
        reading(
          "a7e42b", "mehr als 12 Millionen Euro", 12_000_000, .more,
          claimant: "Die Industriekammer", asOf: nil)
      ]),
  ]

  private static func claim(
    _ id: String, _ words: String, _ speaker: String?, _ status: Speech.Status,
    kind: Speech.Kind = .indirect, hours: Double = 4, denies: Int? = nil
  ) -> Claim {
    Claim(
      citation: cite(id, words), kind: kind, status: status, speaker: speaker, date: at(hours),
      denies: denies)
  }

  private static let claimGroups = [
    ClaimGroup(
      words: ["Damm", "Sanierung"],
      claims: [
        claim(
          "a1f0c2", "die Sanierung dreimal verschoben zu haben", "Ortsvorsteherin Irmgard Tessner",
          .claimed),
        claim(
          "b27d90", "dass die Sanierung des Damms verschoben wurde", "Das Umweltministerium",
          .denied, hours: 3.2, denies: 0),
        claim(
          "e5c013", "Das Land habe dreimal um Aufschub gebeten", "Onno Brakel", .stated, hours: 1.6),
        claim(
          "e5c013", "lag ein Antrag seit dem 3. März 2024 im Ministerium", "Onno Brakel", .stated,
          hours: 1.6),
        Claim(
          citation: cite(
            "e5c013", "Die Sanierung des Damms sollte 4,8 Millionen Euro kosten"),
          kind: .indirect, status: .hearsay, relay: "einem Gutachten vom Frühjahr 2025",
          date: PressDate(
            start: 1_740_787_200, end: 1_748_736_000, precision: .range, isInferred: true)),
      ]),
    ClaimGroup(
      words: ["Pumpenzüge"],
      claims: [
        claim(
          "d4b8a7", "zwei Pumpenzüge aus Ostrau zu schicken", "Innenminister Falk Ranstedt",
          .announced, hours: 9),
        claim("da1b36", "sie sollen am Nachmittag eintreffen", nil, .unconfirmed, hours: 4.5),
      ]),
    ClaimGroup(
      words: ["Regen", "Boden"],
      claims: [
        claim(
          "f60d55", "dass bis Sonntagabend etwa 35 Liter Regen auf den Quadratmeter fallen",
          "Der Wetterdienst", .estimated, hours: 2.4),
        claim(
          "b8f19c", "\"Der Boden ist voll, jeder Tropfen läuft ab\"", "Hydrologin Marit Eschenbach",
          .stated, kind: .direct, hours: 5.5),
      ]),
    ClaimGroup(
      words: ["Sirenen"],
      claims: [
        claim(
          "fc3d58", "the sirens went off shortly after midnight", "The mayor", .stated, hours: 4),
        claim(
          "a1f0c2", "\"Wir hatten zwanzig Minuten, und die haben gereicht\"",
          "Bürgermeisterin Hedda Vorwerk", .stated, kind: .direct, hours: 3.8),
      ]),
  ]

  private static let quotes = [
    claim(
      "a1f0c2", "\"Wir haben die Sandsäcke von 2013 gezählt. Es sind zu wenige.\"",
      "Irmgard Tessner", .stated, kind: .direct),
    claim(
      "b27d90", "\"Die Mittel standen bereit, ein Antrag lag nicht vor\"", "Ruben Kalde", .stated,
      kind: .direct),
    claim(
      "b8f19c", "\"Der Boden ist voll, jeder Tropfen läuft ab\"", "Marit Eschenbach", .stated,
      kind: .direct),
  ]

  private static let timeline = [
    Event(
      date: PressDate(start: 1_356_998_400, end: 1_388_534_400, precision: .year),
      citation: cite(
        "b27d90", "Im Jahr 2013 war die Lonne zuletzt über die Spundwand am Gerberufer getreten."),
      others: []),
    Event(
      date: PressDate(year: 2024, month: 3, day: 3) ?? at(0),
      citation: cite(
        "e5c013", "Nach seinen Worten lag ein Antrag seit dem 3. März 2024 im Ministerium."),
      others: []),
    Event(
      date: at(11.5),
      citation: cite(
        "b27d90",
        "Das Landratsamt Lonnetal sprach am Freitag um 22 Uhr von rund 2.400 Menschen, die ihre Wohnungen verlassen hätten."
      ), others: [cite("da1b36", "rund 2.400 Menschen")]),
    Event(
      date: at(9.4),
      citation: cite("a1f0c2", "Kurz nach Mitternacht gingen die Sirenen."),
      others: [
        cite("fc3d58", "The mayor said the sirens went off shortly after midnight."),
        cite("d4b8a7", "In der Nacht zum Samstag ließ die Stadt die Uferstraßen räumen."),
      ]),
    Event(
      date: PressDate(year: 2026, month: 11, day: 22) ?? at(0),
      citation: cite("a1f0c2", "Der Scheitel wird am Sonntagmittag erwartet."), others: [],
      isAnnounced: true),
  ]

  private static func member(
    _ name: String, _ kind: Name.Kind, _ id: String, role: String? = nil, articles: [String]
  ) -> CastMember {
    CastMember(
      name: name, kind: kind, key: name.lowercased(), role: role.map { cite(id, $0) },
      articles: articles, mention: cite(id, name))
  }

  private static let cast = [
    member(
      "Hedda Vorwerk", .person, "a1f0c2", role: "Bürgermeisterin", articles: ["a1f0c2", "fc3d58"]),
    member("Irmgard Tessner", .person, "a1f0c2", role: "Ortsvorsteherin", articles: ["a1f0c2"]),
    member("Ruben Kalde", .person, "b27d90", role: "Sprecher", articles: ["b27d90"]),
    member("Falk Ranstedt", .person, "d4b8a7", role: "Innenminister", articles: ["d4b8a7"]),
    member("Onno Brakel", .person, "e5c013", role: "der frühere Amtsleiter", articles: ["e5c013"]),
    member("Marit Eschenbach", .person, "b8f19c", role: "Hydrologin", articles: ["b8f19c"]),
    member("Harsbach", .place, "d4b8a7", articles: ["a1f0c2", "d4b8a7", "eb2c47", "da1b36"]),
    member("Oberwied", .place, "a1f0c2", articles: ["a1f0c2", "d4b8a7"]),
    member("Ostrau", .place, "d4b8a7", articles: ["d4b8a7", "da1b36"]),
  ]
}
