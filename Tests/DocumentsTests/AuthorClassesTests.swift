import Testing

@testable import Documents

struct AuthorClassesTests {
  private func strength(_ value: String) -> Int8 {
    AuthorClasses.strength(of: Array(value.utf8)[...])
  }

  @Test(arguments: [
    ("author-name", 5), ("Byline__Name", 4), ("story__byline", 2), ("box autor", 3),
    ("artikelautor", 2), ("comment-author", 0), ("bypostauthor author", 3), ("headline", 0),
  ])
  func wordsSayHowSurelyTheyNameAnAuthor(_ value: String, _ expected: Int8) {
    #expect(strength(value) == expected)
  }

  @Test func everyWordOfTheListIsLookedAt() {
    for value in ["author", "byline", "autor", "fn", "writer", "authorname"] {
      #expect(AuthorClasses.mayNameAuthor(Array(value.utf8)[...]))
      #expect(strength(value) > 0)
    }
  }
}
