/// How a line reads, counted in one walk over its bytes.
struct Measure: Sendable, Hashable {
  @Narrow var words = 0
  /// Words that begin with a lower-case letter: running text has many.
  @Narrow var lowerWords = 0
  @Narrow var commas = 0
  /// Full stops, question and exclamation marks with a space and more text behind them.
  @Narrow var innerStops = 0
  /// Whether the line ends as a sentence does, closing quotation marks aside.
  var endsSentence = false
  @Narrow var digits = 0
  @Narrow var bytes = 0

  init(_ line: ArraySlice<UInt8>) {
    bytes = line.count
    line.withUnsafeBufferPointer { count($0) }
    endsSentence = Self.endsSentence(line)
  }

  private mutating func count(_ line: UnsafeBufferPointer<UInt8>) {
    var inWord = false
    var thirds = 0
    var index = 0
    while index < line.count {
      let byte = line[index]
      if (byte | 0x20) &- 0x61 < 26 {
        if !inWord {
          words += 1
          if byte >= 0x61 { lowerWords += 1 }
          inWord = true
        }
        index += 1
        while index < line.count, (line[index] | 0x20) &- 0x61 < 26 { index += 1 }
        continue
      }
      if byte == 0x20 {
        inWord = false
        index += 1
        continue
      }
      let isWord = byte &- 0x30 < 10 || byte >= 0x80 && !isPunctuation(line, index)
      if isWord {
        if !inWord {
          words += 1
          if byte == 0xC3 || byte >= 0xD7 { lowerWords += 1 }
        }
        // Han and kana are written without spaces: about two signs make a word.
        if (0xE3...0xE9).contains(byte) { thirds += 1 }
        if (0x30...0x39).contains(byte) { digits += 1 }
      } else if byte == 0xE3, index + 2 < line.count, line[index + 2] == 0x82 {
        innerStops += 1
      } else if byte == UInt8(ascii: ",") {
        commas += 1
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
      {
        if index + 2 < line.count, line[index + 1] == 0x20,
          !(0x61...0x7A).contains(line[index + 2])
        {
          innerStops += 1
        }
      }
      inWord = isWord
      index += byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    words += thirds / 2
    lowerWords += thirds / 2
  }

  /// Running text: long enough, mostly lower-case words, and built of sentences.
  var isProse: Bool {
    words >= 12 && lowerWords * 3 >= words && (endsSentence || innerStops > 0 || commas > 1)
  }

  /// A sentence on its own.
  var isSentence: Bool { words >= 5 && endsSentence && lowerWords * 4 >= words }

  private func isPunctuation(_ line: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let next = index + 1 < line.count ? line[index + 1] : 0
    switch line[index] {
    case 0xC2: return next != 0xAD && next != 0xAA && next != 0xBA
    case 0xE2: return next == 0x80 || next == 0x81
    case 0xE3: return next == 0x80
    default: return false
    }
  }

  private static func endsSentence(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line
    for _ in 0..<4 {
      guard let last = rest.last else { return false }
      switch last {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
      case UInt8(ascii: "\""), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "'"), 0x20:
        rest = rest.dropLast()
      default:
        guard last >= 0x80, rest.count >= 2 else { return false }
        // “ ” ’ ‘ … as E2 80 xx, « » as C2 xx
        let second = rest[rest.endIndex - 2]
        let first = rest.count >= 3 ? rest[rest.endIndex - 3] : 0
        switch (first, second, last) {
        case (0xE3, 0x80, 0x82), (0xE0, 0xA5, 0xA4), (0xE2, 0x80, 0xA6): return true
        case (0xE3, 0x80, _), (0xE2, 0x80, _): rest = rest.dropLast(3)
        case (_, 0xC2, _): rest = rest.dropLast(2)
        default: return false
        }
      }
    }
    return false
  }
}
