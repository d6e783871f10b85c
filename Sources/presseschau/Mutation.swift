/// Damages inputs in ways that readers stumble over; the same number gives the same damage.
struct Mutation: Sendable {
  private var state: UInt64
  private let tokens: [[UInt8]]

  init(number: UInt64, tokens: [String]) {
    state = number &* 0x9E37_79B9_7F4A_7C15 | 1
    self.tokens = tokens.map { Array($0.utf8) }
  }

  /// A number below a bound (SplitMix64).
  mutating func roll(_ bound: Int) -> Int {
    state = state &+ 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: (value ^ (value >> 31)) >> 2) % max(1, bound)
  }

  /// One of the seeds, damaged one to eight times, at most 256 KiB.
  mutating func input(from seeds: [[UInt8]]) -> [UInt8] {
    var bytes = seeds[roll(seeds.count)]
    for _ in 0...roll(8) { damage(&bytes, seeds) }
    return Array(bytes.prefix(256 << 10))
  }

  private mutating func damage(_ bytes: inout [UInt8], _ seeds: [[UInt8]]) {
    guard !bytes.isEmpty else {
      bytes = tokens.isEmpty ? [0] : tokens[roll(tokens.count)]
      return
    }
    let at = roll(bytes.count)
    let length = min(bytes.count - at, 1 + roll(roll(4) == 0 ? 400 : 12))
    switch roll(11) {
    case 0: bytes[at] = UInt8(roll(256))
    case 1: bytes[at] ^= UInt8(1 << roll(8))
    case 2: bytes.removeSubrange(at..<(at + length))
    case 3: bytes.insert(contentsOf: bytes[at..<(at + length)], at: at)
    case 4, 5: if !tokens.isEmpty { bytes.insert(contentsOf: tokens[roll(tokens.count)], at: at) }
    case 6: bytes.removeSubrange(at...)
    case 7: splice(&bytes, at, seeds)
    case 8: number(&bytes, at)
    case 9: again(&bytes, at, length)
    default:
      let other = roll(bytes.count)
      bytes.swapAt(at, other)
    }
  }

  /// The beginning of one with the end of another.
  private mutating func splice(_ bytes: inout [UInt8], _ at: Int, _ seeds: [[UInt8]]) {
    let other = seeds[roll(seeds.count)]
    guard !other.isEmpty else { return }
    bytes.replaceSubrange(at..., with: other[roll(other.count)...])
  }

  /// A number in place of the digits at or after a place.
  private mutating func number(_ bytes: inout [UInt8], _ at: Int) {
    let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) }
    guard let start = bytes[at...].firstIndex(where: isDigit) else { return }
    let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.endIndex
    let numbers = [
      "0", "-1", "9223372036854775807", "9223372036854775808", "18446744073709551616", "4294967296",
      "2147483648", "99999999999999999999999", "00000000000000000000001", "1e999", "65536",
    ]
    bytes.replaceSubrange(start..<end, with: Array(numbers[roll(numbers.count)].utf8))
  }

  /// A piece many times over: depth and length.
  private mutating func again(_ bytes: inout [UInt8], _ at: Int, _ length: Int) {
    let piece = Array(bytes[at..<(at + length)])
    let times = roll(roll(8) == 0 ? 4_000 : 60)
    guard piece.count * times < 200 << 10 else { return }
    bytes.insert(contentsOf: (0..<times).flatMap { _ in piece }, at: at)
  }
}
