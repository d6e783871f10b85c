import Press

extension DenialTests {
  static let cases: [Case] = bare + byNoun + withObject + nearMisses + english

  /// Denials without an object of their own.
  private static let bare: [Case] = [
    .init(
      "Die Gewerkschaft befürchtet den Verlust von rund 90 Stellen in der Gießerei. Das Ministerium wies diese Zahl zurück: Es gebe keine Pläne für einen Abbau.",
      denies: "den Verlust von rund 90 Stellen"),
    .init(
      "Die Bürgerinitiative behauptet, das Klärwerk leite seit Jahren Abwasser in den Bach. Der Betreiber dementierte.",
      denies: "Abwasser in den Bach"),
    .init(
      "Der Verein warf der Stadt vor, die Turnhalle absichtlich verfallen zu lassen. Die Stadt wies das zurück.",
      denies: "Turnhalle"),
    .init(
      "Der Trainer sagte, er habe aus dem Radio von seiner Entlassung erfahren. Der Vorstand widerspricht: Man habe am Vorabend lange telefoniert.",
      denies: "aus dem Radio"),
    .init(
      "Nach Angaben der Opposition fehlen im Haushalt der Schulen drei Millionen Euro. Die Stadtkämmerin bestreitet das.",
      denies: "Haushalt"),
    .init(
      "Die Fähre werde im Frühjahr verkauft, heißt es aus der Werft. Bestätigt ist das nicht.\n\nDie Reederei dementierte am Abend.",
      denies: "Die Fähre werde im Frühjahr verkauft"),
    .init(
      "Die Anwohner klagen, der Steinbruch sprenge auch nachts. Der Betreiber wies die Vorwürfe der Anwohner zurück.",
      denies: "Steinbruch"),
    .init(
      "Laut der Ärztekammer warten Patienten im Schnitt elf Wochen auf eine Herzuntersuchung. Die Klinik wies diese Darstellung entschieden zurück.",
      denies: "Herzuntersuchung"),
    .init(
      "Ein Gutachter erklärte, das Dach der Eishalle sei nie geprüft worden. Der Bürgermeister widersprach.",
      denies: "das Dach der Eishalle"),
    .init(
      "Der Umweltverband behauptet, die Deponie sei undicht. Der Landkreis bestritt dies am Dienstag.",
      denies: "Deponie"),
  ]

  /// Denials by a noun or in the passive.
  private static let byNoun: [Case] = [
    .init(
      "Der Händler wirft dem Amt vor, Akten über das Gelände vernichtet zu haben. Das Amt wies die Vorwürfe zurück.",
      denies: "Akten über das Gelände"),
    .init(
      "Augenzeugen berichteten von mindestens drei verletzten Demonstranten am Rathaus. Das wurde von der Polizei jedoch bestritten.",
      denies: "Demonstranten"),
  ]

  /// Denials that say what they deny.
  private static let withObject: [Case] = [
    .init(
      "Die Zeitung berichtet, die Brauerei verlege ihre Abfüllung nach Tannberg. Am Markt wurde darüber gesprochen. Viele Leute waren dort. Die Brauerei bestreitet, dass die Abfüllung nach Tannberg verlegt wird.",
      denies: "Abfüllung nach Tannberg"),
    .init(
      "Der Mieterbund sagte, der Konzern habe die Heizungen in Lauenhof abgeschaltet.|Es war kalt in der Stadt. Der Konzern bestreitet, Heizungen in Lauenhof abgeschaltet zu haben.",
      denies: "Heizungen in Lauenhof"),
    .init(
      "Ortsvorsteherin Gesa Pohl sagte, das Land habe die Sanierung der Schleuse verschoben.|Es regnet seit Tagen. Das Ministerium bestreitet, die Sanierung der Schleuse verschoben zu haben.",
      denies: "Sanierung der Schleuse"),
    .init(
      "Die Gewerkschaft erklärte, die Reederei habe Löhne in bar bezahlt.|Die Reederei dementierte, Löhne in bar bezahlt zu haben.",
      denies: "Löhne in bar"),
    .init(
      "Der Imkerverein teilte mit, das Gift stamme aus der Gärtnerei.|Viele Bienen sind tot. Die Gärtnerei bestreitet, dass das Gift aus der Gärtnerei stammt.",
      denies: "das Gift"),
  ]

  /// Cases where nothing may be pointed at.
  private static let nearMisses: [Case] = [
    .init(
      "Die Hafenverwaltung erklärte, 14 Schiffe lägen auf Reede. Direktorin Ilse Sand rechnet mit einem Schaden von mindestens zwei Millionen Euro am Tag.\n\nVerkehrsministerin Rita Klamm hält am Gesetz fest. Sie bestreitet, dass Stellen gestrichen werden sollen.",
      denies: nil),
    .init(
      "„Das Wehr hält, aber es ist durchweicht“, sagte Einsatzleiter Bert Kolm. Das Umweltministerium wies Vorwürfe zurück, die Sanierung des Wehrs verschleppt zu haben.",
      denies: nil),
    .init(
      "Der Chef sagte, ein Ersatz an anderer Stelle sei nicht geplant.\n\nStreit um die Leitung\n\nDer Netzbetreiber widerspricht. Der Anschluss hätte nach seinen Angaben höchstens neun Millionen Euro gekostet.",
      denies: nil),
    .init(
      "Das Werk rechnet mit Kosten von mindestens 30 Millionen Euro. Wirtschaftsminister Karl Evers bestreitet, vorab von der Absage gewusst zu haben.",
      denies: nil),
    .init(
      "Die Polizei teilte mit, die Brücke werde am Montag gesperrt. Der Minister wies den Vorwurf der Untätigkeit zurück.",
      denies: nil),
    .init(
      "Der Konzern sagte, das Werk in Tannberg laufe weiter. Der Konzern bestreitet, dass das Werk in Tannberg schließt.",
      denies: nil),
    .init(
      "Der Betriebsrat sagte, die Halle sei nie geprüft worden.|Der Betreiber bestreitet, dass die Halle geprüft worden sei.",
      denies: nil),
    .init(
      "Die Kammer behauptet, 300 Betriebe hätten ihre Lehrlinge entlassen.|Das Amt bestreitet, dass 700 Betriebe ihre Lehrlinge entlassen haben.",
      denies: nil),
    .init(
      "Der Verein sagte, das Fest im Stadtpark falle aus. Das Wetter ist schlecht. Der Wirt hat sein Zelt längst abgebaut. Die Stadt dementierte am Abend.",
      denies: nil),
    .init(
      "Die Feuerwehr sagte, der Brand sei gelöscht. Die Firma wollte einen Chlorunfall nicht dementieren.",
      denies: nil),
    .init(
      "Die Bank erklärte, die Filiale in Auhausen bleibe offen. Der Sprecher wollte das nicht dementieren.",
      denies: nil),
    .init(
      "Der Händler nennt 400 Geräte, die Behörde spricht von 900 Geräten. Der Hersteller widersprach.",
      denies: nil),
    .init(
      "Die Bahn teilte mit, der Tunnel sei im Herbst fertig.|Die Bahn bestreitet, dass der Zug im Herbst teurer wird.",
      denies: nil),
    .init(
      "Der Wirt sagte, das Hafengesetz bringe den Hafen Arbeit.|Der Minister bestreitet, dass das Hafengesetz die Fischer im Hafen vertreibt und Gebühren erhöht.",
      denies: nil),
    .init(
      "Jürgens begründete den Schritt damit, Schaden von der Partei fernhalten zu wollen. Lenz bestreitet die Vorwürfe gegen seine Person.",
      denies: nil),
    .init(
      "Die Partei droht damit, das Ergebnis der Wahl nicht anzuerkennen. Vertreter der Regierung wiesen die Vorwürfe zurück.",
      denies: nil),
    .init(
      "Der Verlag sagte, die Fähre nach Tannberg fahre wieder. Die Reederei dementierte Berichte.",
      denies: nil),
    .init(
      "Die Kammer sprach von Studien, nach denen Kräutertee den Tabletten oft ebenbürtig sei.\n\nHubert Prinz von der Stiftung wies den Vorwurf zurück.",
      denies: nil),
    .init(
      "Warum bricht der Damm? Das Amt bestreitet Versäumnisse bei der Wartung.", denies: nil),
    .init(
      "Der Landrat bestritt den Einsatz von Zivildetektiven. Der Anwalt widersprach.", denies: nil),
    .init(
      "Die Klinik sagte, zwei Ärzte seien krank. Der Minister wies Forderungen nach seinem Rücktritt zurück.",
      denies: nil),
    .init(
      "Die Stadt erwartet am Sonntag 4.000 Gäste. Der Bischof schloss eine Absage der Messe aus.",
      denies: nil),
  ]

  private static let english: [Case] = [
    .init(
      "The union said the mine would cut 300 posts. The ministry denied this.", denies: "300 posts",
      .english),
    .init(
      "Residents say the quarry blasts at night. The operator rejected the accusations.",
      denies: "quarry", .english),
    .init(
      "Director Paula Reed expects losses of at least two million euros a day. Transport minister Ruth Clay denied that the port act would cost jobs.",
      denies: nil, .english),
    .init(
      "\"The sums stopped working in October,\" Thorne told the Ledger. He denied that the company would move the project to Ostrau.",
      denies: nil, .english),
    .init(
      "The newspaper said the brewery would move its bottling line to Tannberg.|It rained all day. The brewery denied that it would move its bottling line to Tannberg.",
      denies: "bottling line", .english),
    .init(
      "Police said the bridge would close on Monday. The minister denied any wrongdoing in the tender.",
      denies: nil, .english),
    .init(
      "The institute said the locks open by radio. The company denied that any break-in had been linked to it.",
      denies: nil, .english),
  ]
}
