import Testing

@testable import Documents

struct PlaceTableTests {
  @Test func placesAreFoundAndReplaced() {
    var table = PlaceTable(capacity: 1000)
    for key in 0..<1000 { table.enter(UInt64(key) &* 1 << 40, key) { _ in true } }
    #expect((0..<1000).allSatisfy { table[UInt64($0) &* 1 << 40] == $0 })
    table.enter(0, 7) { $0 > 7 }
    #expect(table[0] == 0)
    table.enter(0, 7) { $0 < 7 }
    #expect(table[0] == 7)
    #expect(table[5] == nil)
  }

  @Test func aFullTableStillAnswers() {
    var table = PlaceTable(capacity: 1)
    for key in 0..<500 { table.enter(UInt64(key), key) { _ in false } }
    #expect(table[1] == 1)
    #expect(table[499] == nil)
    #expect(PlaceTable()[3] == nil)
  }
}
