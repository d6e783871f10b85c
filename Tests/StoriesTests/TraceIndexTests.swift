import Testing

@testable import Stories

@Suite struct TraceIndexTests {
  /// A trace of so many words, the first of which all have.
  private static func trace(_ number: Int, width: Int) -> Trace {
    let weight = 1 / Float(max(1, width)).squareRoot()
    return Trace(
      words: (0..<width).map {
        Trace.Word(hash: UInt32($0 == 0 ? 1 : number * 64 + $0), event: weight, saga: weight)
      })
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

  @Test(arguments: [(3, 7), (7, 3), (1, 5), (4, 0)])
  func manyAreComparedAsOneByOne(left: Int, right: Int) {
    var index = TraceIndex()
    for number in 1...10 {
      var trace = Self.trace(number / 2, width: 9 + number)
      trace.words[number % 9].kind = .place
      trace.words[4].kind = .number
      _ = index.add(trace)
    }
    let (one, other) = (Array(1..<1 + left), Array((4..<4 + right).map { $0 % 10 + 1 }))
    var pairs = 0
    index.compare(one[...], other[...]) { x, y, cosines in
      let alone = index.cosines(x, y)
      #expect(cosines.both == alone.both)
      #expect(cosines.places == alone.places)
      pairs += 1
    }
    #expect(pairs == left * right)
  }

  /// Every word in as many articles as it is given, the newest of which are found, the newest first.
  @Test func theNewestArticlesWithAWordAreFound() {
    var index = TraceIndex()
    for number in 1...2_000 {
      var trace = Trace()
      // Word n stands in every n-th article.
      for hash in 1...40 where number % hash == 0 {
        trace.words.append(Trace.Word(hash: UInt32(hash), event: 0.5, saga: 0.5))
      }
      _ = index.add(trace)
      if number % 3 > 0 { index.dropOldest() }
    }
    var sums = TraceIndex.Sums()
    var work = 0
    for hash in 1...40 {
      let asked = Trace(words: [Trace.Word(hash: UInt32(hash), event: 1, saga: 1)])
      index.findNear(asked, sums: &sums, work: &work)
      let found = sums.near.map(\.article)
      let expected = (index.oldest..<index.next).reversed().filter { $0 % hash == 0 }
      #expect(found == Array(expected.prefix(TraceIndex.longestWalk)))
    }
  }

  /// The sums for event and saga stand side by side: neither runs over into the other.
  @Test(arguments: [1, 2, 7, Trace.width])
  func aTraceIsFoundToBeLikeItself(width: Int) {
    var index = TraceIndex()
    let trace = Self.trace(1, width: width)
    for _ in 0..<3 { _ = index.add(trace) }
    var eventOnly = trace
    for place in eventOnly.words.indices { eventOnly.words[place].saga = 0 }
    _ = index.add(eventOnly)
    var sums = TraceIndex.Sums()
    var work = 0
    for _ in 0..<2 {
      index.findNear(trace, sums: &sums, work: &work)
      #expect(sums.near.map(\.article) == [4, 3, 2, 1])
      #expect(sums.near.allSatisfy { abs($0.event - 1) < 0.001 })
      #expect(sums.near.map { ($0.saga * 100).rounded() } == [0, 100, 100, 100])
    }
    #expect(work == width * 8)
  }

  /// Words that have faded go from a table that is never set anew, and the others are found still.
  @Test func wordsStayWhenOthersFade() {
    var index = TraceIndex()
    let articles = 2 * WordTable.lifetime + 3_000
    for number in 1...articles {
      let once = Trace.Word(hash: UInt32(number) &* 0x9e37_79b9 | 1, event: 0.5, saga: 0.5)
      let often = Trace.Word(hash: UInt32(number % 97 + 1) * 2, event: 0.5, saga: 0.5)
      _ = index.add(Trace(words: [once, often]))
      if index.count > 1_000 { index.dropOldest() }
    }
    #expect(index.words.used < 6_000)
    var sums = TraceIndex.Sums()
    var work = 0
    for word in 1...97 {
      let asked = Trace(words: [Trace.Word(hash: UInt32(word) * 2, event: 1, saga: 1)])
      index.findNear(asked, sums: &sums, work: &work)
      let expected = (index.oldest..<index.next).reversed().filter { $0 % 97 + 1 == word }
      #expect(sums.near.map(\.article) == expected)
    }
  }

  @Test func likenessByNamesOfPlacesIsToldApart() {
    var index = TraceIndex()
    var one = Self.trace(1, width: 4)
    one.words[0].kind = .place
    one.words[1].kind = .number
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
    one.words[0].kind = .number
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
