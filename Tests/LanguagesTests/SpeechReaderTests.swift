import Press
import Testing

@testable import Languages

/// What a test sees of something said.
struct Heard: Equatable, CustomStringConvertible {
  var kind: Speech.Kind
  var words: [String]
  var speaker: String?
  var status: Speech.Status
  var relay: String?

  var description: String { "\(kind.rawValue) \(words) by \(speaker ?? "–") \(status.rawValue)" }

  static func all(_ text: String, _ language: Language = .german) -> [Heard] {
    let body = ArticleText(plain: text)
    return Reading.findings(in: body, language: language).speech.map { speech in
      Heard(
        kind: speech.kind, words: speech.stretches.map { body[$0.range] },
        speaker: speech.speaker.first.map { body[$0.range] }, status: speech.status,
        relay: speech.relay.map { body[$0.range] })
    }
  }

  static func only(_ text: String, _ language: Language = .german) -> Heard? {
    let all = all(text, language)
    return all.count == 1 ? all.first : nil
  }
}

struct SpeechReaderTests {
  @Test func whatWentBeforeTheNewsIsNoReport() {
    #expect(Heard.all("Die Opposition hatte das Vorgehen kritisiert.").isEmpty)
    #expect(Heard.only("Die Opposition hat das Vorgehen kritisiert.")?.kind == .reported)
    #expect(Heard.only("Das Land hatte 109 Millionen Euro zugesagt.")?.status == .announced)
  }

  @Test func aVerbAtTheEndOfAnotherTaleReportsNothing() {
    let tale = "In Kupang zogen am Abend Hunderte mit Fackeln vor den Sitz der Regierung"
    #expect(Heard.all("\(tale) und forderten Geld.").isEmpty)
    #expect(Heard.only("Hunderte forderten in Kupang Geld von der Regierung.")?.kind == .reported)
    #expect(Heard.only("Der Netzbetreiber Auental Netz widerspricht.")?.status == .denied)
  }

  @Test func anOutletThatSpeaksForItselfRelaysNothing() {
    #expect(Heard.only("Laut der Zeitung „Bote“ ist der Damm gebrochen.")?.relay != nil)
    #expect(Heard.only("Die Zeitung erklärte, sie werde Stellen streichen.")?.relay == nil)
    #expect(Heard.only("Laut der Agentur für Arbeit fehlen Lehrlinge.")?.relay == nil)
    #expect(Heard.only("Laut dem Bericht der Prüfer war der Kessel undicht.")?.relay == nil)
    #expect(
      Heard.only("The stream is clean, according to the Environment Agency.", .english)?.relay
        == nil)
  }

  @Test func aMachinesClosingMarkKeepsItsAttribution() {
    let heard = Heard.only("„Der Satz geht so„, erzählte Thalheim.")
    #expect(heard?.kind == .direct)
    #expect(heard?.speaker == "Thalheim")
    #expect(heard?.words == ["„Der Satz geht so„"])
  }

  @Test func whatNobodySaysIsNoSpeech() {
    #expect(Heard.all("Das Hochwasser hat mindestens 35 Todesopfer gefordert.").isEmpty)
    #expect(
      Heard.all("Die Firma bietet Schlösser an, um das Lesen zu verhindern.")
        .allSatisfy { $0.kind != .indirect })
  }

  @Test func whatBelongsToTheSourceIsNotSaid() {
    #expect(
      Heard.only("Nach Angaben des Direktors, Jens Auer, sei das Flugzeug gut gewesen.")?.words
        == ["sei das Flugzeug gut gewesen"])
    #expect(
      Heard.only("Nach Angaben der Behörden in Kleinburg beläuft sich der Schaden auf 3 Euro.")?
        .words == ["beläuft sich der Schaden auf 3 Euro"])
  }

  @Test(arguments: [
    ("„Wir bleiben hier am Fluss“, sagte die Bürgermeisterin.", "die Bürgermeisterin"),
    ("Die Bürgermeisterin sagte: „Wir bleiben hier am Fluss.“", "Die Bürgermeisterin"),
    ("„Wir bleiben hier am Fluss“, so die Bürgermeisterin.", "die Bürgermeisterin"),
    ("»Wir bleiben hier am Fluss«, erklärte Anna Weber am Montag.", "Anna Weber"),
    ("\"Wir bleiben hier am Fluss\", betonte der Sprecher der Stadt.", "der Sprecher der Stadt"),
    ("«Wir bleiben hier am Fluss», teilte das Amt mit.", "das Amt"),
  ])
  func quotationsFindTheirSpeaker(text: String, speaker: String) {
    let heard = Heard.only(text)
    #expect(heard?.kind == .direct)
    #expect(heard?.speaker == speaker)
    #expect(heard?.status == .stated)
  }

  @Test func aCueInsidePartsTheQuotation() {
    let heard = Heard.all("„Wir bleiben hier“, sagte Anna Weber, „und wir bauen die Brücke neu.“")
    #expect(heard.first?.words == ["„Wir bleiben hier“", "„und wir bauen die Brücke neu.“"])
    #expect(heard.first?.speaker == "Anna Weber")
  }

  @Test(arguments: [
    ("Der Minister sagte, die Brücke sei sicher.", "die Brücke sei sicher", "Der Minister"),
    ("Das Amt teilte mit, dass die Brücke sicher ist.", "dass die Brücke sicher ist", "Das Amt"),
    (
      "Das Amt hat am Montag bekannt gegeben, dass die Brücke sicher ist.",
      "dass die Brücke sicher ist", "Das Amt"
    ),
    (
      "Nach Angaben der Polizei wurde niemand verletzt.", "wurde niemand verletzt",
      "Angaben der Polizei"
    ),
    ("Laut Stadtrat bleibt die Brücke gesperrt.", "bleibt die Brücke gesperrt", "Stadtrat"),
    ("Die Brücke bleibt gesperrt, so das Bauamt.", "Die Brücke bleibt gesperrt", "das Bauamt"),
    (
      "Die Brücke bleibt gesperrt, teilte das Bauamt mit.", "Die Brücke bleibt gesperrt",
      "das Bauamt"
    ),
    (
      "Wie die Polizei mitteilte, blieb die Brücke gesperrt.", "blieb die Brücke gesperrt",
      "die Polizei"
    ),
    (
      "US-Beamte behaupten, das Schiff habe Waffen geladen.", "das Schiff habe Waffen geladen",
      "US-Beamte"
    ),
    (
      "Am Montag erklärte der Kremlsprecher, es gebe keinen Vertrag.", "es gebe keinen Vertrag",
      "der Kremlsprecher"
    ),
    (
      "Die Firma versprach, die Brücke bald zu reparieren.", "die Brücke bald zu reparieren",
      "Die Firma"
    ),
    (
      "Anna Weber, die Chefin der Werft, sagte, das Schiff sei verkauft.",
      "das Schiff sei verkauft", "Anna Weber"
    ),
  ])
  func indirectSpeechHasItsWordsAndSpeaker(text: String, words: String, speaker: String) {
    let heard = Heard.all(text).first
    #expect(heard?.kind == .indirect)
    #expect(heard?.words == [words])
    #expect(heard?.speaker == speaker)
  }

  @Test func anAttributionInsideLeavesTheWordsAroundIt() {
    let heard = Heard.only("Die Brücke bleibt nach Angaben der Stadt bis Mai gesperrt.")
    #expect(heard?.words == ["Die Brücke bleibt", "bis Mai gesperrt"])
  }

  @Test func sourcesBehindTheirWordsAreFound() {
    let heard = Heard.only("Medienberichten zufolge wurde die Brücke gesperrt.")
    #expect(heard?.speaker == "Medienberichten")
    #expect(heard?.relay == "Medienberichten")
  }

  @Test func theOneSpokenToIsNoPartOfTheSpeaker() {
    let heard = Heard.all(
      "„Wir haben gerechnet“, sagte Vorstandschef Ruben Weber der Wirtschaftslage. Ein Ersatz sei „nicht geplant“."
    )
    #expect(heard.first?.speaker == "Vorstandschef Ruben Weber")
    #expect(heard.last?.speaker == "Vorstandschef Ruben Weber")
  }

  @Test func aSourceBehindAusIsTheSpeaker() {
    let heard = Heard.only("Nach Angaben aus der Fraktion fehlten der Regierung fünf Stimmen.")
    #expect(heard?.speaker == "der Fraktion")
  }

  @Test func aPronounIsThePersonOfTheSentenceBefore() {
    let body = ArticleText(
      plain: """
        Direktorin Anna Weber rechnet mit einem Schaden.

        Ministerin Eva Schmidt hält am Gesetz fest. Sie bestreitet, dass Stellen gestrichen werden sollen.
        """)
    let speech = Reading.findings(in: body, language: .german).speech
    #expect(speech.last?.speaker.map { body[$0.range] } == ["Sie", "Ministerin Eva Schmidt"])
  }

  @Test func outletsOnlyRelay() {
    let heard = Heard.only("Laut der Zeitung Seeblatt ist die Brücke gesperrt.")
    #expect(heard?.relay == "der Zeitung Seeblatt")
    #expect(Heard.only("Laut Stadtrat ist die Brücke gesperrt.")?.relay == nil)
  }

  @Test func theSubjunctiveGoesOnAsFreeIndirectSpeech() {
    let heard = Heard.all(
      "Der Minister sagte, die Brücke sei sicher. Sie werde jedes Jahr geprüft. Die Fähre fährt wieder."
    )
    #expect(heard.map(\.kind) == [.indirect, .indirectFreeIndirect])
    #expect(heard.last?.words == ["Sie werde jedes Jahr geprüft"])
    #expect(heard.last?.speaker == "Der Minister")
  }

  @Test func sollWithThePerfectIsHearsay() {
    let heard = Heard.only("Das Schiff soll am Morgen gesunken sein.")
    #expect(heard?.kind == .freeIndirect)
    #expect(heard?.status == .hearsay)
    #expect(Heard.all("Das Geld soll in Schulen fließen.").isEmpty)
  }

  @Test func thatSentenceIsWhatWasSaid() {
    let heard = Heard.all("Die Brücke ist gesperrt. Das teilte das Bauamt mit.")
    #expect(heard.first?.words == ["Die Brücke ist gesperrt", "Das"])
    #expect(heard.first?.speaker == "das Bauamt")
  }

  @Test func verbsWithTheirObjectReport() {
    let heard = Heard.only("Die Firma dementierte den Bericht über die Brücke.")
    #expect(heard?.kind == .reported)
    #expect(heard?.status == .denied)
    #expect(heard?.speaker == "Die Firma")
  }

  @Test func namesAndTitlesInQuotationMarksAreNoSpeech() {
    #expect(Heard.all("Das Schiff „Seestern“ liegt im Hafen.").isEmpty)
    #expect(Heard.all("Er las den Roman „Die lange Reise“ im Zug.").isEmpty)
    #expect(Heard.all("Die „Experten“ kamen zu spät.").isEmpty)
  }

  @Test func pronounsStandForTheLastWhoSpoke() throws {
    let body = ArticleText(
      plain: "Anna Weber sagte, die Brücke sei sicher. Er sei stolz darauf, sagte sie.")
    let last = try #require(Reading.findings(in: body, language: .german).speech.last)
    #expect(last.speaker.map { body[$0.range] } == ["sie", "Anna Weber"])
  }

  @Test(arguments: [
    (
      "The minister said the bridge was safe.", "the bridge was safe", "The minister",
      Speech.Status.claimed
    ),
    (
      "According to the harbour office, the bridge is closed.", "the bridge is closed",
      "the harbour office", .claimed
    ),
    (
      "The company denied delivering weapons to the port.", "delivering weapons to the port",
      "The company", .denied
    ),
    (
      "The bridge will stay closed, the mayor said.", "The bridge will stay closed", "the mayor",
      .claimed
    ),
    (
      "“We will stay here by the river,” said Anna Weber.", "“We will stay here by the river,”",
      "Anna Weber", .stated
    ),
  ])
  func englishIsReadWithItsOwnLists(
    text: String, words: String, speaker: String, status: Speech.Status
  ) {
    let heard = Heard.all(text, .english).first
    #expect(heard?.words == [words])
    #expect(heard?.speaker == speaker)
    #expect(heard?.status == status)
  }
}

extension SpeechReaderTests {
  @Test func theSubjunctiveOfThePastBelongsToWhatFollows() {
    let text =
      "Es gibt eine Warnung. Oberhalb könnten Böen auftreten. Der Westen sei betroffen. Er ging."
    let heard = Heard.only(text)
    #expect(heard?.words == ["Oberhalb könnten Böen auftreten. Der Westen sei betroffen"])
    #expect(Heard.all("Ich fühle mich wohl. Ich habe Zeit.").isEmpty)
  }

  @Test func anInfinitiveKeepsItsCondition() {
    #expect(
      Heard.only("Die Regierung hat angekündigt, den Notstand auszurufen, wenn nichts geschieht.")?
        .words == ["den Notstand auszurufen, wenn nichts geschieht"])
  }

  @Test func thePassiveTellsADeed() {
    #expect(Heard.all("Das Vorgehen wurde von der Opposition kritisiert.").isEmpty)
    #expect(Heard.only("Die Opposition kritisierte das Vorgehen.")?.kind == .reported)
  }
}
