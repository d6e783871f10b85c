import Press
import Testing

@testable import Languages

/// The traces of machine translation.
struct TranslationSignsTests {
  private func weight(_ kind: TranslationSigns.Kind, _ text: String) -> Int {
    TranslationSigns(ArticleText(plain: text)).weight(kind)
  }

  @Test(arguments: [
    ("Wir haben noch sehr viel Zeit Keine Ahnung, was geschah.", TranslationSigns.Kind.capital),
    ("Die Brücke, die gebaut wurden Wir versorgen alle, steht.", .capital),
    ("«Das ist fair“, sagte er.", .marks),
    ("„Das ist fair„, sagte er.", .marks),
    ("„LDie Region ist still“, sagte er.", .stray),
    ("Sie kamen, während qWenn es regnet.", .stray),
    ("Die Sitzung endet on Friday, sagte er.", .english),
    ("Ein Satz.\n\nSee also Fünf Dinge", .furniture),
    ("Er sagte, dass der Vertrag ist der Schlüssel.", .order),
    ("Die Polizei hat veröffentlicht die Namen.", .order),
    ("Das kostet $5 Millionen.", .format),
    ("Das war in 2023 so.", .format),
    ("Ein Satz&nbsp;steht hier.", .tags),
  ])
  func aSignIsSeen(text: String, kind: TranslationSigns.Kind) {
    #expect(weight(kind, text) > 0, "\(text)")
  }

  @Test(arguments: [
    "Die Band Wir sind Helden spielte.", "Er sagt, dass er kommen wird und dann geht.",
    "Das Museum of Modern Art leiht zwölf Bilder.", "»Das ist fair«, sagte er.",
    "«Das ist fair», sagte er.", "„Das ist fair“, sagte er.", "Er hat gesehen, dass es regnet.",
    "Der Preis stieg auf 12,50 Euro.", "Die Angaben hat das Amt 2023 veröffentlicht.",
  ])
  func anyGermanTextHasNone(text: String) {
    for kind in TranslationSigns.Kind.allCases { #expect(weight(kind, text) == 0, "\(kind)") }
  }

  @Test func oneKindOfSignsIsNotEnough() {
    let capitals = "Viel Zeit Keine Ahnung, sagte er, als es regnete Wir gingen heim."
    #expect(!TranslationSigns(ArticleText(plain: capitals)).areEnough)
    #expect(
      TranslationSigns(ArticleText(plain: capitals + " «Das ist fair“, sagte sie.")).areEnough)
  }

  @Test(arguments: ["", "„", "«“„»", "A.", "$", "&", "<", "dass", "hat", "\u{0}\u{FFFD}"])
  func oddTextsHaveNone(text: String) {
    #expect(!TranslationSigns(ArticleText(plain: text)).areEnough)
  }
}
