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
    numbers.append(7)
    #expect(Array(numbers) == [7])
  }

  @Test func merged() {
    var numbers = OldestFirst([2, 4, 8])
    numbers.remove(2)
    numbers.merge([1, 6, 9])
    #expect(Array(numbers) == [1, 4, 6, 8, 9])
    numbers.append(3)
    numbers.merge([5])
    #expect(Array(numbers) == [1, 3, 4, 5, 6, 8, 9])
    numbers.merge(Array(10...40))
    #expect(numbers.count == 38)
    #expect(Array(numbers) == numbers.sorted())
  }

  @Test func membersOfAStoryLeave() {
    var numbers = OldestFirst(Array(1...9))
    numbers.remove(1)
    numbers.removeAll(in: [1, 3, 9])
    #expect(Array(numbers) == [2, 4, 5, 6, 7, 8])
  }
}
