import Testing

@testable import Languages

struct GivenNamesTests {
  @Test func namesOfBothListsAreKnownInAnyCase() {
    #expect(GivenNames.contains("Stefan".utf8) && GivenNames.contains("STEFAN".utf8))
    #expect(!GivenNames.contains("Weitere".utf8))
  }
}
