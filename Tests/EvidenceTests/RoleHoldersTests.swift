import Languages
import Press
import Testing

@testable import Evidence

private func key(_ words: String, _ text: String) -> String? {
  let body = PlainText(text).body
  let findings = Reading.findings(in: body, language: .german)
  var speakers = SpeakerKeys(findings, body)
  return Sample.stretch(of: words, in: body).flatMap { speakers.key(of: $0.range) }
}

@Test func aRoleAloneIsItsOnlyHolder() {
  let text = "Am Montag kam Ministerin Anna Lindqvist. Die Ministerin sagte, es regne."
  #expect(key("Die Ministerin", text) == "anna lindqvist")
  let behind = "Es reiste Anna Lindqvist als erste Ministerin an. Die Ministerin sagte, es regne."
  #expect(key("Die Ministerin", behind) == "anna lindqvist")
}

@Test func aRoleOfTwoOrAnothersBelongsToNobody() {
  let two =
    "Ministerin Anna Lindqvist traf Ministerin Jana Oster. Die Ministerin sagte, es regne."
  #expect(key("Die Ministerin", two) == "ministerin")
  let other =
    "Am Montag kam Ministerin Anna Lindqvist. Die dänische Ministerin sagte, es regne."
  #expect(key("Die dänische Ministerin", other) == "ministerin")
}

private func cast(_ texts: String...) -> [CastMember] {
  let exhibits = texts.enumerated().map { number, text in
    let plain = PlainText(text)
    let article = Article(
      id: "\(number)", outlet: Outlet(id: "\(number).example", name: "\(number)"), headline: "",
      language: .german, blocks: plain.blocks)
    let findings = Reading.findings(in: plain.body, language: .german)
    return Exhibit(article: article, findings: findings, arrived: 0)
  }
  return Dossier(of: exhibits).cast
}

@Test func timesAndAbstractNounsAreNoRoles() {
  for words in ["im Juni", "als Gegenleistung", "nach der Sitzung"] {
    let member = cast("Das bekam \(words) Anna Lindqvist. Anna Lindqvist schwieg.").first {
      $0.name == "Anna Lindqvist"
    }
    #expect(member != nil && member?.role == nil, "\(words)")
  }
  let minister = cast("Es kam Ministerin Anna Lindqvist.").first { $0.name == "Anna Lindqvist" }
  #expect(minister?.role?.words == "Ministerin")
}

@Test func placesAreShownAsTheirKeySpellsThem() {
  let names = cast(
    "Russia dankte. Moskau und Russia liefern an Russland.", "Putin kam nach Russia und Moskau."
  ).map(\.name)
  #expect(names.contains("Russland") && !names.contains("Russia"))
}
