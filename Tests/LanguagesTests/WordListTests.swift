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
