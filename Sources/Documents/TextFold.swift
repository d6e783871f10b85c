/// Folds white space as a browser shows it, and leaves out what is not meant to be seen: soft
/// hyphens, zero-width and bidirectional control characters.
enum TextFold {
  /// Appends text to a buffer; `isAtSpace` says whether the buffer ends in white space or is empty.
  static func append(
    _ text: ArraySlice<UInt8>, to out: inout [UInt8], isAtSpace: inout Bool
  ) {
    text.withUnsafeBufferPointer { append($0, to: &out, isAtSpace: &isAtSpace) }
  }

  private static func append(
    _ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8], isAtSpace: inout Bool
  ) {
    var index = 0
    let end = text.count
    while index < end {
      let byte = text[index]
      if isPlain(byte) {
        let start = index
        index = runEnd(text, index + 1)
        out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        isAtSpace = false
        continue
      }
      if isBlank(byte) {
        index = blankEnd(text, index + 1)
        if !isAtSpace { out.append(0x20) }
        isAtSpace = true
        continue
      }
      let width = byte < 0x80 ? 1 : byte == 0xC2 ? 2 : 3
      switch kind(text, index, width) {
      case .space:
        if !isAtSpace { out.append(0x20) }
        isAtSpace = true
      case .nothing: break
      case .letter:
        out.append(contentsOf: UnsafeBufferPointer(rebasing: text[index..<min(index + width, end)]))
        isAtSpace = false
      }
      index += width
    }
  }

  @inline(__always)
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }

  /// Where white space ends: indentation is long.
  private static func blankEnd(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    var index = index
    while index < text.count {
      while index &+ 8 <= text.count,
        UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self)
          == 0x2020_2020_2020_2020
      {
        index &+= 8
      }
      guard index < text.count, isBlank(text[index]) else { break }
      index &+= 1
    }
    return index
  }

  /// Where words with one space between them end that began before `index`: they go on as they are.
  private static func runEnd(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    var index = index
    let end = text.count
    while index < end {
      // Eight bytes of ASCII without control characters and without two spaces in a row.
      while index &+ 8 <= end {
        let word = UnsafeRawBufferPointer(text).loadUnaligned(
          fromByteOffset: index, as: UInt64.self)
        guard isPlainASCII(word) else { break }
        let spaces = blanks(word)
        if spaces & (spaces << 8) != 0 { break }
        // A last space is looked at again with what comes behind it.
        index &+= spaces >> 63 == 0 ? 8 : 7
      }
      guard index < end else { break }
      if isPlain(text[index]) {
        index &+= 1
      } else if text[index] == 0x20, index &+ 1 < end, isPlain(text[index &+ 1]) {
        index &+= 2
      } else {
        break
      }
    }
    return index
  }

  /// Whether all eight bytes are from 0x20 to 0x7E.
  @inline(__always)
  private static func isPlainASCII(_ word: UInt64) -> Bool {
    let high: UInt64 = 0x8080_8080_8080_8080
    guard word & high == 0 else { return false }
    return (word &+ 0x6060_6060_6060_6060)
      & ((word ^ 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F)
      & high == high
  }

  /// The high bit of each byte that is a space; all bytes must be ASCII.
  @inline(__always)
  private static func blanks(_ word: UInt64) -> UInt64 {
    ~((word ^ 0x2020_2020_2020_2020) &+ 0x7F7F_7F7F_7F7F_7F7F) & 0x8080_8080_8080_8080
  }

  /// A byte that no character which is folded or left out begins with.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte &- 0x21 < 0x5E || byte >= 0x80 && byte != 0xC2 && byte != 0xE2 && byte != 0xEF
  }

  private enum Kind { case space, nothing, letter }

  private static func kind(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ width: Int) -> Kind {
    let byte = text[index]
    if byte <= 0x20 { return byte == 0x20 || (9...13).contains(byte) ? .space : .nothing }
    if byte == 0x7F { return .nothing }
    guard index + width <= text.count else { return .letter }
    let second = text[index + 1]
    if byte == 0xC2 {
      return second == 0xA0 ? .space : second == 0xAD || second < 0xA0 ? .nothing : .letter
    }
    let third = text[index + 2]
    if byte == 0xE2, second == 0x80 {
      switch third {
      case 0x80...0x8A, 0xA8, 0xA9, 0xAF: return .space
      case 0x8B...0x8F, 0xAA...0xAE: return .nothing
      default: return .letter
      }
    }
    if byte == 0xE2, second == 0x81 {
      return third == 0x9F ? .space : (0xA0...0xAF).contains(third) ? .nothing : .letter
    }
    if byte == 0xEF, second == 0xBB, third == 0xBF { return .nothing }
    return .letter
  }

  /// A whole text folded, without white space at its ends.
  static func folded(_ text: some Sequence<UInt8>) -> String {
    var out: [UInt8] = []
    var isAtSpace = true
    append(Array(text)[...], to: &out, isAtSpace: &isAtSpace)
    if out.last == 0x20 { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }

  static func folded(_ text: String) -> String { folded(text.utf8) }
}
