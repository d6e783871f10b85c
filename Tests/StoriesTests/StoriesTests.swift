import Press

@testable import Stories

/// Small reports of invented events, for the tests of this room.
enum Wire {
  static let start: Int64 = 1_767_600_000

  static func report(
    _ id: String, _ headline: String, _ text: String = "", outlet: String = "a.example",
    hours: Double? = 0, url: String? = nil, kind: PageKind = .article
  ) -> Arrival {
    let at = start + Int64((hours ?? 0) * 3600)
    return Arrival(
      id: id, outlet: outlet, language: .german,
      published: hours == nil ? nil : PressDate(instant: at), arrived: at, headline: headline,
      body: ArticleText(plain: text), url: url, kind: kind)
  }

  /// A fire at an invented port, told at length.
  static let fire = """
    In der Lagerhalle Elf des Hafens von Ostmünde ist am Abend ein Großbrand ausgebrochen. Nach Angaben der Feuerwehr standen 340 Paletten Düngemittel in Flammen. Die Hafenmeisterin Tilda Rehwinkel ließ zwei Kaianlagen räumen. Verletzt wurde niemand, drei Kräne sind zerstört. Die Rauchwolke zog über das Stadtviertel Kranich bis nach Lüttenfehn. Anwohner sollten Fenster und Türen geschlossen halten. Zur Ursache ermittelt die Wasserschutzpolizei, die eine defekte Förderanlage vermutet. Der Schaden liegt laut Reederei Brinkmann bei sieben Millionen Kronen.
    """

  /// The same fire by another hand.
  static let fireElsewhere = """
    Die Hafenfeuerwehr von Ostmünde kämpft seit Stunden gegen ein Feuer in der Lagerhalle Elf. „So etwas habe ich in dreißig Dienstjahren nicht gesehen“, sagte Einsatzleiter Benno Maschke. Schiffe müssen vor Reede warten, der Fährverkehr nach Lüttenfehn ruht. In den Schulen von Ostmünde fällt der Unterricht aus. Tilda Rehwinkel, die Hafenmeisterin, rechnet mit Sperrungen bis Freitag. Umweltschützer warnen vor Löschwasser, das in die Bucht fließt; das Amt hat Proben genommen und Badestellen geschlossen.
    """

  /// Another event at the same port, with the same people.
  static let race = """
    Die Ruderregatta von Ostmünde endet in diesem Jahr mit einem Rekord. Das Achterboot aus Fahlenbek siegte vor 12.000 Zuschauern in knapp sechs Minuten. Hafenmeisterin Tilda Rehwinkel überreichte den silbernen Anker. Steuermann Ole Bantje widmete den Sieg seiner Großmutter, die ihn das Rudern gelehrt hatte. Im kommenden Sommer wird auf einer längeren Strecke gefahren.
    """
}
