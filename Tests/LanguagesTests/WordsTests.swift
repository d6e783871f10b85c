import Testing

@testable import Languages

private func tokens(_ text: String) -> [String] {
  let words = Words(text)
  return words.indices.map { words.text($0) }
}

@Test func hyphenatedWordsAreOneToken() {
  #expect(
    tokens("Kim Jong-un, US-Dollar und A380") == [
      "Kim", "Jong-un", ",", "US-Dollar", "und", "A380",
    ])
}

@Test func numbersKeepTheirGroupMarks() {
  #expect(
    tokens("11.000, 3,5 und 1\u{202F}234\u{202F}567.") == [
      "11.000", ",", "3,5", "und", "1\u{202F}234\u{202F}567", ".",
    ])
  #expect(tokens("Am 19. Juni") == ["Am", "19", ".", "Juni"])
}

@Test func aGenitiveAfterAnApostropheIsCutOff() {
  #expect(tokens("Biden's plan don't") == ["Biden", "'", "s", "plan", "don't"])
}

@Test func spellingsOfUmlautsHaveOneHash() {
  #expect(Words("Grüße")[0].hash == Words("gruesse")[0].hash)
  #expect(Words("Gru\u{308}ße")[0].hash == Words("GRÜSSE")[0].hash)
  #expect(Words("МОСКВА")[0].hash == Words("москва")[0].hash)
  #expect(Words("Grüße")[0].hash == Folding.hash("Grüße".utf8))
  #expect(Words("schön")[0].hash != Words("schon")[0].hash)
}

@Test func marksTellHowAWordLooks() {
  let words = Words("NATO iPhone\n\nHaus")
  #expect(words[0].marks.contains(.allCapitals))
  #expect(words[1].marks.contains(.innerCapital) && !words[1].isCapitalised)
  #expect(words[2].marks.contains(.afterParagraph))
  #expect(!words[1].marks.contains(.afterLine))
}

@Test func brokenBytesAreTokensAndNoTrap() {
  let bytes: [UInt8] = [0xC3, 0x28, 0xFF, 0x41, 0xE2, 0x80, 0xF0, 0x9F, 0x98]
  let words = Words(bytes)
  #expect(words.all.last?.end == bytes.count)
}

@Test func theLongestEntryOfALexiconIsFound() {
  let lexicon = Lexicon([("mehr", ["a"]), ("mehr als", ["b"]), ("mehr als genug Geld", ["c"])])
  let words = Words("Mehr als genug")
  let match = lexicon.match(words, at: 0, end: 3)
  #expect(match?.length == 2)
  #expect(match.map { lexicon.attributes(of: $0) } == ["b"])
  #expect(lexicon.match(words, at: 1, end: 3) == nil)
}
