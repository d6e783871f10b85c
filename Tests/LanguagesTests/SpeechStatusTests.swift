import Press
import Testing

@testable import Languages

struct SpeechStatusTests {
  @Test(arguments: [
    ("Die Firma bestreitet, die Brücke verkauft zu haben.", Speech.Status.denied),
    ("Das sei aus der Luft gegriffen, sagte der Sprecher.", .denied),
    ("Der Bericht ließ sich nicht unabhängig überprüfen.", .unconfirmed),
    ("Belege dafür legte die Firma nicht vor.", .unconfirmed),
    ("Angeblich wurde die Brücke verkauft.", .hearsay),
    ("Die Brücke soll schon verkauft worden sein.", .hearsay),
    ("Vermutlich wird die Brücke verkauft.", .hedged),
    ("Die Stadt schätzt, dass die Brücke neun Millionen Euro kostet.", .estimated),
    ("Die Stadt kündigte den Verkauf der Brücke an.", .announced),
    ("Die Stadt will die Brücke im Herbst verkaufen.", .announced),
    ("Das Bauamt bestätigte den Verkauf der Brücke.", .confirmed),
    ("Die Opposition behauptet, es habe Fehler gegeben.", .claimed),
    ("Die Stadt verkaufte die Brücke am Mittwoch.", .stated),
    ("Sollte es regnen, bleibt die Brücke zu.", .stated),
  ])
  func aSentenceHasItsStatus(text: String, status: Speech.Status) {
    #expect(SpeechReader.status(ofSentence: text, language: .german) == status)
  }

  @Test func hedgesAreFoundWhereTheyStand() {
    let body = ArticleText(plain: "Die Brücke könnte offenbar schließen. Sie ist alt.")
    let found = HedgeWords.stretches(in: Words(body.utf8), language: .german).map { body[$0.range] }
    #expect(found == ["könnte", "offenbar"])
  }
}
