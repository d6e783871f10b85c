/// The way between UTF-8 bytes, as we count inside, and Unicode code points, as the command line
/// and the API count.
package struct CodePoints: Sendable {
  /// The code points before each 16th byte.
  private let marks: [Int]
  private let utf8: [UInt8]

  package init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    var marks: [Int] = []
    var count = 0
    marks.reserveCapacity(utf8.count / 16 + 2)
    let bytes = utf8.span
    var start = 0
    while start &+ 16 <= bytes.count {
      marks.append(count)
      count &+= EightBytes.codePoints(EightBytes.load(bytes, start))
      count &+= EightBytes.codePoints(EightBytes.load(bytes, start &+ 8))
      start &+= 16
    }
    if start < bytes.count {
      marks.append(count)
      while start < bytes.count {
        count &+= bytes[start] & 0xC0 != 0x80 ? 1 : 0
        start &+= 1
      }
    }
    marks.append(count)
    self.marks = marks
  }

  /// Code points before a byte; bytes past the end count as the end.
  package func offset(ofByte byte: Int) -> Int {
    let byte = Swift.min(Swift.max(byte, 0), utf8.count)
    let mark = byte / 16
    var count = mark < marks.count ? marks[mark] : marks[marks.count - 1]
    var start = mark &* 16
    let bytes = utf8.span
    if start &+ 16 <= bytes.count {
      let rest = byte &- start
      let first = EightBytes.load(bytes, start)
      guard rest >= 8 else { return count &+ EightBytes.codePoints(first, of: rest) }
      let second = EightBytes.load(bytes, start &+ 8)
      return count &+ EightBytes.codePoints(first)
        &+ EightBytes.codePoints(second, of: rest &- 8)
    }
    while start < byte {
      count &+= bytes[start] & 0xC0 != 0x80 ? 1 : 0
      start &+= 1
    }
    return count
  }

  /// The byte at which a code point begins; the end for code points past it.
  package func byte(ofCodePoint offset: Int) -> Int {
    var low = 0
    var high = utf8.count
    while low < high {
      let middle = (low + high) / 2
      if self.offset(ofByte: middle) < offset { low = middle + 1 } else { high = middle }
    }
    while low < utf8.count && utf8[low] & 0xC0 == 0x80 { low += 1 }
    return low
  }
}
