/// The numbers of a saga's articles or stories, of which the oldest mostly go first and the newest
/// come last: taking one from the front, and laying a small saga to a large one, cost little however
/// large it is.
struct OldestFirst: Sendable {
  /// With those that are gone at the front.
  private var all: [Int] = []
  private var start = 0
  private var isAscending = true

  init(_ numbers: [Int] = []) {
    for number in numbers { append(number) }
  }

  mutating func append(_ number: Int) {
    if let last, last > number { isAscending = false }
    all.append(number)
  }

  /// Takes a number out; the others keep their order.
  mutating func remove(_ number: Int) {
    guard var place = firstIndex(of: number) else { return }
    guard place - start < all.count / 2 else {
      all.remove(at: place)
      return
    }
    while place > start {
      all[place] = all[place - 1]
      place -= 1
    }
    start += 1
    if start == all.count {
      self = OldestFirst()
    } else if start >= 64, start * 2 >= all.count {
      all.removeFirst(start)
      start = 0
    }
  }

  mutating func removeAll(in gone: Set<Int>) {
    all.removeFirst(start)
    start = 0
    all.removeAll { gone.contains($0) }
  }

  /// Takes up others; all are in ascending order then.
  mutating func merge(_ others: some Collection<Int>) {
    guard isAscending, others.count <= Self.few else {
      all = (all[start...] + others).sorted()
      start = 0
      isAscending = true
      return
    }
    for number in others {
      var place = endIndex
      while place > start, all[place - 1] > number { place -= 1 }
      all.insert(number, at: place)
    }
  }

  /// From how many on sorting is faster than walking back for each.
  private static let few = 8
}

extension OldestFirst: RandomAccessCollection {
  var startIndex: Int { start }
  var endIndex: Int { all.count }
  subscript(place: Int) -> Int { all[place] }

  /// Where a number stands; most that are looked for are the oldest.
  func firstIndex(of number: Int) -> Int? {
    if start < all.count, all[start] == number { return start }
    return all[start...].firstIndex(of: number)
  }
}
