/// The numbers of a saga's articles in ascending order, in pieces: putting one in, taking one out
/// and laying a small saga to a large one cost little however large it is.
struct OldestFirst: Sendable {
  /// None is empty.
  private var pieces: [[UInt32]] = []
  /// Numbers of each piece: to go past the pieces without a look at each.
  private var sizes: [Int] = []
  private(set) var count = 0

  /// Numbers of a piece at most; one that is full becomes two.
  private static let widest = 256

  init() {}

  init(_ numbers: some Sequence<Int>) {
    for number in numbers { insert(number) }
  }

  var isEmpty: Bool { count == 0 }

  mutating func insert(_ number: Int) {
    let number = UInt32(truncatingIfNeeded: number)
    count += 1
    guard !pieces.isEmpty else {
      pieces.append([number])
      sizes.append(1)
      return
    }
    let piece = piece(of: number)
    let place = Self.place(of: number, in: pieces[piece])
    pieces[piece].insert(number, at: place)
    sizes[piece] += 1
    guard pieces[piece].count >= Self.widest else { return }
    // Most come last: a piece that is full stays nearly so.
    let kept = piece == pieces.count - 1 ? Self.widest * 7 / 8 : Self.widest / 2
    let late = Array(pieces[piece][kept...])
    pieces[piece].removeLast(late.count)
    pieces.insert(late, at: piece + 1)
    sizes[piece] = kept
    sizes.insert(late.count, at: piece + 1)
  }

  /// Takes a number out, if it is there.
  mutating func remove(_ number: Int) {
    let number = UInt32(truncatingIfNeeded: number)
    guard !pieces.isEmpty else { return }
    let piece = piece(of: number)
    let place = Self.place(of: number, in: pieces[piece])
    guard place < pieces[piece].count, pieces[piece][place] == number else { return }
    pieces[piece].remove(at: place)
    sizes[piece] -= 1
    if sizes[piece] == 0 {
      pieces.remove(at: piece)
      sizes.remove(at: piece)
    }
    count -= 1
  }

  mutating func merge(_ others: some Sequence<Int>) {
    for number in others { insert(number) }
  }

  /// The piece a number is in or belongs to.
  private func piece(of number: UInt32) -> Int {
    var low = 0
    var high = pieces.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if pieces[middle][0] <= number { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The place of the first that is not less.
  private static func place(of number: UInt32, in piece: [UInt32]) -> Int {
    guard let last = piece.last, last >= number else { return piece.count }
    var low = 0
    var high = piece.count - 1
    while low < high {
      let middle = (low + high) / 2
      if piece[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The latest numbers, and before them some of the others, evenly spread: at most `half` of both.
  func spreadAndLatest(_ half: Int) -> [Int] {
    let early = count > half ? count - half : 0
    return numbers(at: Self.spread(early, half) + Array(early..<count))
  }

  /// At most so many numbers, evenly spread.
  func spread(_ most: Int) -> [Int] { numbers(at: Self.spread(count, most)) }

  /// At most so many places of so many, evenly spread.
  static func spread(_ count: Int, _ most: Int) -> [Int] {
    count > most ? (0..<most).map { $0 * count / most } : Array(0..<count)
  }

  /// The numbers at ascending places.
  private func numbers(at places: [Int]) -> [Int] {
    var found: [Int] = []
    found.reserveCapacity(places.count)
    var piece = 0
    var start = 0
    for place in places {
      while place - start >= sizes[piece] {
        start += sizes[piece]
        piece += 1
      }
      found.append(Int(pieces[piece][place - start]))
    }
    return found
  }
}

extension OldestFirst: Sequence {
  func makeIterator() -> LazyMapSequence<FlattenSequence<[[UInt32]]>, Int>.Iterator {
    pieces.joined().lazy.map(Int.init).makeIterator()
  }
}
