import Press
import Testing

@testable import Languages

private func sentences(_ text: String, _ language: Language = .german) -> [String] {
  let body = ArticleText(plain: text)
  let words = Words(body.utf8)
  return Sentences.sentences(in: body, words: words, language: language).map {
    body[$0.stretch.range]
  }
}

@Test func abbreviationsAndOrdinalsDoNotEndASentence() {
  #expect(
    sentences("Am 19. Juni sprach Dr. Meyer z. B. mit rd. 30 Gästen. Danach fuhr er heim.") == [
      "Am 19. Juni sprach Dr. Meyer z. B. mit rd. 30 Gästen.", "Danach fuhr er heim.",
    ])
  #expect(sentences("Zum 70. Jahrestag kam J. F. Huber. Der Saal war voll.").count == 2)
}

@Test func aYearEndsASentence() {
  #expect(sentences("Das war 2019. Der Krieg begann später.").count == 2)
}

@Test func quotationMarksCloseBehindTheStop() {
  #expect(
    sentences("„Wir kommen.“ Er lachte. „Nie!“, rief sie.") == [
      "„Wir kommen.“", "Er lachte.", "„Nie!“, rief sie.",
    ])
}

@Test func englishTitlesAndInitialsDoNotEndASentence() {
  #expect(
    sentences("Mr. Brown met John F. Kennedy on Jan. 5. They spoke in the U.S. Senate.", .english)
      == ["Mr. Brown met John F. Kennedy on Jan. 5.", "They spoke in the U.S. Senate."])
}

@Test func sentencesStayInsideTheirParagraphs() {
  #expect(sentences("Überschrift ohne Punkt\n\nDer Text beginnt.").count == 2)
}

@Test func theQuickHashIsTheHouseHash() {
  for text in [
    "Er sagte: „Nein – nie!“ 100 €", "Ängste «so» no\u{A0}break a\u{AD}b ‰ © ½ …", "日本 😀 x", "",
  ] {
    let bytes = Array(text.utf8)
    #expect(SentenceLetters.hash(bytes.span) == SentenceHash.of(bytes))
  }
}
