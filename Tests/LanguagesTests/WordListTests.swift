import Testing

@testable import Languages

@Test func aListHasOneEntryALine() {
  let list = WordList(
    text: "# A list.\nHaus\tplace\t 2 \n\n  Hof  # not a field\t3\nalt~\tfirst\n\t\nOtto^")
  #expect(
    list.entries.map(\.phrase) == [
      "Haus", "Hof", "alt", "alte", "alter", "alten", "altem", "altes", "Otto", "Ottos",
    ])
  #expect(list.entries[0].attributes == ["place", "2"])
  #expect(list.entries[1].attributes.isEmpty)
  #expect(list.entries[3].attributes == ["first"])
  #expect(WordList(text: "").entries.isEmpty)
}

@Test func aListOfNamesIsCutInOnePass() {
  let list = NameList(
    Array("# Namen\nMAN\nOstrau\tostrau # Stadt\nBad Halm\nSat.1\n".utf8), isGerman: true)
  let lexicon = Lexicon(names: list)
  func match(_ text: String) -> Lexicon.Match? {
    let words = Words(text)
    return lexicon.match(words, at: 0, end: words.count)
  }
  #expect(match("Ostraus").map { lexicon.attributes(of: $0) } == ["ostrau"])
  #expect(match("MAN").map { lexicon.attributes(of: $0) } == ["", "caps"])
  #expect(match("Bad Halms")?.length == 2)
  #expect(match("Sat.1")?.length == 3)
  #expect(match("Namen") == nil)
}
