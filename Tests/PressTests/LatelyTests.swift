import Testing

@testable import Press

struct LatelyTests {
  @Test func whatIsNotAskedForIsForgotten() {
    var lately = Lately<Int, String>(limit: 8)
    for number in 0..<3 { lately.keep("\(number)", for: number, weight: 1) }
    for number in 10..<40 {
      lately.keep("\(number)", for: number, weight: 1)
      #expect(lately.value(for: 0) == "0")
    }
    #expect(lately.value(for: 1) == nil)
    #expect(lately.value(for: 39) == "39")
  }

  @Test func theBoundHolds() {
    var lately = Lately<Int, Int>(limit: 100)
    for number in 0..<1_000 { lately.keep(number, for: number, weight: 10) }
    #expect((0..<1_000).count { lately.value(for: $0) != nil } <= 10)
  }

  @Test func aHeavyValueIsKeptUntilTheNextComes() {
    var lately = Lately<String, Int>(limit: 10)
    lately.keep(1, for: "heavy", weight: 500)
    #expect(lately.value(for: "heavy") == 1)
    lately.keep(2, for: "light", weight: 1)
    #expect(lately.value(for: "light") == 2)
  }

  @Test func whatIsTakenIsGoneAndWeighsNothing() {
    var lately = Lately<String, [Int]>(limit: 10)
    for round in 0..<20 {
      var list = lately.take(for: "a") ?? []
      #expect(list.count == round)
      list.append(round)
      lately.keep(list, for: "a", weight: 5)
    }
    #expect(lately.take(for: "a")?.count == 20)
    #expect(lately.value(for: "a") == nil)
  }

  @Test func aNewValueTakesThePlaceOfTheOld() {
    var lately = Lately<String, Int>(limit: 4)
    for number in 0..<9 { lately.keep(number, for: "a", weight: 2) }
    #expect(lately.value(for: "a") == 8)
  }
}
