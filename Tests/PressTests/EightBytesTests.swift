import Testing

@testable import Press

struct EightBytesTests {
  private func bytes(_ count: Int, _ seed: UInt64) -> [UInt8] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // Letters mostly, so that runs are met.
      let roll = UInt8(truncatingIfNeeded: state >> 33)
      return roll < 90 ? UInt8(truncatingIfNeeded: state >> 45) : 0x41 + roll % 58
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  @Test func lettersAreCountedFromTheFirst() {
    for seed in 0..<3_000 as Range<UInt64> {
      let some = bytes(8, seed)
      let run = some.prefix { isLetter($0) }.count
      #expect(EightBytes.letters(EightBytes.load(some.span, 0)) == run)
    }
    for byte in 0...255 as ClosedRange<UInt8> {
      let run = EightBytes.letters(EightBytes.load(Array(repeating: byte, count: 8).span, 0))
      #expect(run == (isLetter(byte) ? 8 : 0))
    }
  }

  @Test func codePointsAreCounted() {
    for seed in 0..<2_000 as Range<UInt64> {
      let some = bytes(8, seed)
      let eight = EightBytes.load(some.span, 0)
      #expect(EightBytes.codePoints(eight) == some.filter { $0 & 0xC0 != 0x80 }.count)
      for count in 0..<8 {
        let begun = some.prefix(count).filter { $0 & 0xC0 != 0x80 }.count
        #expect(EightBytes.codePoints(eight, of: count) == begun)
      }
    }
  }

  @Test func bytesAreFound() {
    for seed in 0..<500 as Range<UInt64> {
      let some = bytes(Int(seed % 40), seed)
      for start in 0...some.count {
        let rest = some[start...]
        #expect(
          EightBytes.find(0x4A, in: some.span, from: start)
            == rest.firstIndex(of: 0x4A) ?? some.count)
        #expect(
          EightBytes.find(0x4A, or: 0xC3, in: some.span, from: start)
            == rest.firstIndex { $0 == 0x4A || $0 == 0xC3 } ?? some.count)
      }
    }
  }

  @Test func fewBytesAreLoadedAtTheEndToo() {
    let some = bytes(11, 3)
    for start in 0..<11 {
      for end in start...min(11, start + 8) {
        var eight: UInt64 = 0
        for place in start..<end { eight |= UInt64(some[place]) << UInt64(8 * (place - start)) }
        #expect(EightBytes.load(some.span, start, upTo: end) == eight)
      }
    }
  }
}
