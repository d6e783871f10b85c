import Testing

@testable import Stories

@Suite struct StatementScoreTests {
  private let said = "Der Stadtrat von Seeburg beschließt den Bau der neuen Hafenbrücke."

  @Test func theSameWordsSayTheSame() {
    #expect(StatementScore.score(said, said) > 0.99)
  }

  @Test func compoundsAndInflectedWordsMeet() {
    let other = "Seeburgs Stadträte beschlossen den Brückenbau im Hafen."
    let apart = "Ein Verein sammelt Spenden für das Tierheim am Waldrand."
    #expect(StatementScore.score(said, other) > 0.5)
    #expect(StatementScore.score(said, apart) < 0.3)
  }

  @Test func theOrderOfTheTwoDoesNotMatter() {
    let other = "Seeburgs Stadträte beschlossen den Brückenbau im Hafen."
    #expect(StatementScore.score(said, other) == StatementScore.score(other, said))
  }

  @Test func nothingSaysNothing() {
    #expect(StatementScore.score("", said) == 0)
  }
}
