import Testing

@testable import Languages

struct FoldingTests {
  @Test func aWordBeginsWithAllBeginningsOfItsFoldedForm() {
    for word in [
      "Ärger", "über", "Straße", "Weiß", "Łódź", "Ⅷ", "naïve", "ö\u{AD}l", "A\u{308}rzte",
    ] {
      let utf8 = Array(word.utf8)
      let folded = Folding.fold(utf8)
      for length in 0...folded.count {
        #expect(Folding.begins(utf8, utf8.indices, with: Array(folded.prefix(length))), "\(word)")
      }
      #expect(!Folding.begins(utf8, utf8.indices, with: folded + [0x61]), "\(word)")
      #expect(!Folding.begins(utf8, utf8.indices, with: [0x71, 0x71]), "\(word)")
    }
  }
}
