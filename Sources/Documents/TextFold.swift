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
        index += 1
        // Words with one space between them go on as they are.
        while index < end,
          isPlain(text[index])
            || text[index] == 0x20 && index + 1 < end && isPlain(text[index + 1])
        {
          index += 1
        }
        out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        isAtSpace = false
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

  /// A byte that no character which is folded or left out begins with.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != 0xC2 && byte != 0xE2 && byte != 0xEF && byte != 0x7F
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
