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
