import Press
import Testing

@testable import Languages

struct SpeechQuotationsTests {
  private func quotations(_ text: String) -> [String] {
    let body = ArticleText(plain: text)
    let words = Words(body.utf8)
    return SpeechQuotations(MarkedWords(words, language: .german), in: body).all.map { quotation in
      quotation.parts.map { body[words.stretch($0)] }.joined(separator: " … ")
    }
  }

  @Test(arguments: [
    "„Das ist gut“", "„Das ist gut”", "„Das ist gut\"", "“Das ist gut”", "\"Das ist gut\"",
    "»Das ist gut«", "«Das ist gut»", "‚Das ist gut‘", "'Das ist gut'",
  ])
  func everyPairOfMarksIsRead(marked: String) {
    #expect(quotations("Er sagte: \(marked), dann ging er.") == [marked])
  }

  @Test func singleMarksInsideDoubleOnesBelongToThem() {
    #expect(
      quotations("Sie sagte: „Er nennt es ‚Großmacht‘ und lacht.“") == [
        "„Er nennt es ‚Großmacht‘ und lacht.“"
      ])
  }

  @Test func anOpeningMarkBehindAWordCloses() {
    #expect(
      quotations("„Der Satz geht so„, erzählte Thalheim. „Und so weiter“, sagte er.")
        == ["„Der Satz geht so„", "„Und so weiter“"])
    #expect(
      quotations("„Er rief: „Komm!“ und ging.“ Dann („Nein“) war Ruhe.").contains("„Nein“"))
  }

  @Test func aStrayClosingMarkDoesNotCutTheQuotation() {
    #expect(
      quotations("„Er lernt jeden Tag. Aber.“ Es ist gut. Und morgen auch.“ Dann ging er.")
        == ["„Er lernt jeden Tag. Aber.“ Es ist gut. Und morgen auch.“"])
  }

  @Test func aQuotationRunsOverParagraphsThatBeginWithAMark() {
    #expect(
      quotations("„Die Frage ist alt und schwer.\n\n„Aber wir stellen sie neu.“")
        == ["„Die Frage ist alt und schwer. … „Aber wir stellen sie neu.“"])
  }

  @Test func apostrophesAndInchesOpenNothing() {
    #expect(quotations("Wir haben's gesehen, Andreas' Boot war 12\" lang.").isEmpty)
  }
}
