import Testing

@testable import Stories

@Suite struct TraceIndexTests {
  /// A trace of so many words, the first of which all have.
  private static func trace(_ number: Int, width: Int) -> Trace {
    let hashes = (0..<width).map { UInt32($0 == 0 ? 1 : number * 64 + $0) }
    let weight = 1 / Float(max(1, width)).squareRoot()
    let weights = Array(repeating: weight, count: width)
    return Trace(hashes: hashes, weights: weights, sagaWeights: weights)
  }

  /// Widths that leap, so that the ring is widened and walked round many times.
  private static func width(_ number: Int) -> Int { number * 31 % 49 }

  @Test func theRingKeepsWhatIsInTheWindow() {
    var index = TraceIndex()
    for number in 1...6_000 {
      #expect(index.add(Self.trace(number, width: Self.width(number))) == number)
      if index.count > 700 + number % 900 { index.dropOldest() }
      if index.count > 700 + number % 900 { index.dropOldest() }
    }
    for number in index.oldest..<index.next - 1 {
      let (one, other) = (Self.width(number), Self.width(number + 1))
      let expected = one > 0 && other > 0 ? 1 / Float(one * other).squareRoot() : 0
      #expect(abs(index.cosines(number, number + 1).event - expected) < 0.001)
      let itself: Float = one > 0 ? 1 : 0
      #expect(abs(index.cosines(number, number).saga - itself) < 0.002)
    }
  }

  @Test func anIndexFromBytesIsTheSame() throws {
    var index = TraceIndex()
    for number in 1...1_500 {
      _ = index.add(Self.trace(number, width: Self.width(number)))
      if index.count > 600 { index.dropOldest() }
    }
    var writer = DeskWriter()
    index.write(to: &writer)
    var reader = DeskReader(writer.bytes, from: 0)
    let read = try #require(TraceIndex(from: &reader))
    var again = DeskWriter()
    read.write(to: &again)
    #expect(again.bytes == writer.bytes)
    #expect(read.oldest == index.oldest && read.next == index.next)
  }

  @Test func likenessByNamesOfPlacesIsToldApart() {
    var index = TraceIndex()
    var one = Self.trace(1, width: 4)
    one.kinds = [.place, .number, .other, .other]
    _ = index.add(one)
    _ = index.add(Self.trace(2, width: 4))
    #expect(index.cosines(1, 2).places == index.cosines(1, 2).saga)
    #expect(index.cosines(1, 2).saga > 0.2)
    // The number counts with the place it stands beside.
    #expect(abs(index.cosines(1, 1).places - 0.5) < 0.01)
    #expect(index.cosines(2, 2).places == 0)
  }

  @Test func aNumberAloneIsNoAside() {
    var index = TraceIndex()
    var one = Self.trace(1, width: 4)
    one.kinds = [.number, .other, .other, .other]
    _ = index.add(one)
    #expect(index.cosines(1, 1).places == 0)
  }
}

extension TraceIndex {
  /// How alike two articles are.
  fileprivate func cosines(_ left: Int, _ right: Int) -> Cosines {
    var found = Cosines()
    compare([left], [right]) { found = $2 }
    return found
  }
}
