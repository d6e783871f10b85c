import Testing

@testable import Stories

@Suite struct OldestFirstTests {
  @Test func theOldestGoAndTheOthersKeepTheirOrder() {
    var numbers = OldestFirst(Array(1...200))
    for number in 1...150 { numbers.remove(number) }
    numbers.remove(170)
    numbers.remove(9_999)
    #expect(Array(numbers) == Array(151...169) + Array(171...200))
    for number in Array(numbers) { numbers.remove(number) }
    #expect(numbers.isEmpty)
    numbers.insert(7)
    #expect(Array(numbers) == [7])
  }

  @Test func merged() {
    var numbers = OldestFirst([2, 4, 8])
    numbers.remove(2)
    numbers.merge([1, 6, 9])
    #expect(Array(numbers) == [1, 4, 6, 8, 9])
    numbers.insert(3)
    numbers.merge([5])
    #expect(Array(numbers) == [1, 3, 4, 5, 6, 8, 9])
    numbers.merge(Array(10...40))
    #expect(numbers.count == 38)
    #expect(Array(numbers) == numbers.sorted())
  }

  @Test func manyInAnyOrderStandAscending() {
    var numbers = OldestFirst()
    var expected: Set<Int> = []
    for step in 0..<5_000 {
      let number = step * 7_919 % 5_003
      numbers.insert(number)
      expected.insert(number)
    }
    for number in stride(from: 0, to: 5_003, by: 3) {
      numbers.remove(number)
      expected.remove(number)
    }
    #expect(numbers.count == expected.count)
    #expect(Array(numbers) == expected.sorted())
  }

  @Test func someAreTakenEvenlyAndTheLatest() {
    let few = OldestFirst(1...5)
    #expect(few.spread(12) == [1, 2, 3, 4, 5])
    #expect(few.spreadAndLatest(3) == [1, 2, 3, 4, 5])
    let many = OldestFirst(0..<10_000)
    #expect(many.spread(4) == [0, 2_500, 5_000, 7_500])
    #expect(many.spreadAndLatest(2) == [0, 4_999, 9_998, 9_999])
  }
}
