import Testing

@testable import Languages

@Test func aHashTableKeepsAllItsEntriesAsItGrows() {
  var table = HashTable<Int>()
  #expect(table[7] == nil)
  for number in 0..<1000 { table[UInt64(number) &* 0x1_0000_0001, default: 0] += number }
  for number in 0..<1000 where number % 2 == 0 {
    table[UInt64(number) &* 0x1_0000_0001, default: 0] += 1
  }
  #expect(
    (0..<1000).allSatisfy { table[UInt64($0) &* 0x1_0000_0001] == $0 + ($0 % 2 == 0 ? 1 : 0) })
  #expect(!table.contains(3))
}

@Test func endingsAreFoundFromTheLastLetterOn() {
  var endings = WordEndings()
  endings.add(Array("haus".utf8), .place)
  endings.add(Array("us".utf8), .noun)
  #expect(endings.tags(of: Array("rathaus".utf8), leaving: 0) == [.place, .noun])
  #expect(endings.tags(of: Array("maus".utf8), leaving: 0) == .noun)
  #expect(endings.tags(of: Array("haus".utf8), leaving: 1) == .noun)
  #expect(endings.longest(.place, of: Array("rathaus".utf8), leaving: 0) == 4)
  #expect(endings.longest(.place, of: Array("aus".utf8), leaving: 0) == nil)
}
