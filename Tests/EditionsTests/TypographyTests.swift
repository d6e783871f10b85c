import Hypertext
import Press
import Testing

@testable import Editions

@Suite struct TypographyTests {
  @Test(arguments: [
    ("\"Ja\", sagte sie, \"und nein.\"", "„Ja“, sagte sie, „und nein.“"),
    ("“Ja”, sagte sie", "„Ja“, sagte sie"), ("«Ja» und »Nein«", "„Ja“ und „Nein“"),
    ("(\"Ja\")", "(„Ja“)"), ("Er – \"nein\" – ging", "Er – „nein“ – ging"),
    ("am 19. Juni 2024", "am 19.\u{A0}Juni 2024"), ("11.000 Container", "11.000\u{A0}Container"),
    ("im Jahr 2013. Es", "im Jahr 2013. Es"), ("z. B. hier", "z.\u{A0}B. hier"),
    ("5 % mehr, 3 € und 5 Uhr", "5\u{A0}% mehr, 3\u{A0}€ und 5\u{A0}Uhr"),
    ("nichts zu tun", "nichts zu tun"), ("das 'kleine' Wort", "das 'kleine' Wort"),
  ])
  func germanIsSetUniformly(source: String, set: String) {
    #expect(Typography.set(source, in: .german) == set)
  }

  @Test(arguments: [
    ("\"Ein Wort\"", "Ein Wort"), ("„Ein Wort“", "Ein Wort"),
    ("Sie sagte \"Ja\".", "Sie sagte ‚Ja‘."),
    ("\"Ja\", sagte er, \"nein\"", "‚Ja‘, sagte er, ‚nein‘"), ("„offen", "offen"),
  ])
  func quotationsLoseTheirOuterMarks(source: String, set: String) {
    #expect(Typography.setQuoted(source, in: .german) == set)
  }

  @Test func otherLanguagesKeepTheirMarks() {
    #expect(Typography.set("“Yes”, she said", in: .english) == "“Yes”, she said")
  }

  @Test func marksThatTurnTheDirectionAreLeftOut() {
    #expect(Typography.set("a\u{202E}b\u{2066}c\u{2069}d\u{200F}e", in: .german) == "abcd\u{200F}e")
  }

  @Test(arguments: HostileSample.texts)
  func noLetterIsLost(text: String) {
    func letters(_ text: String) -> [Character] { text.filter { $0.isLetter || $0.isNumber } }
    #expect(letters(Typography.set(text, in: .german)) == letters(text))
    #expect(letters(Typography.setQuoted(text, in: .german)) == letters(text))
  }

  @Test func wordsAreShortenedAtSpaces() {
    #expect("eins zwei drei".shortened(to: 8) == "eins […]")
    #expect("eins".shortened(to: 9) == "eins")
    #expect("ääääää".shortened(to: 5) == "ää […]")
  }
}
