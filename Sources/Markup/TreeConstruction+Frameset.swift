/// Framesets (13.2.6.4.20, 21, 23).
extension TreeConstruction {
  mutating func startInFrameset(_ source: Span<UInt8>) -> Bool {
    switch tokenizer.tag {
    case .html: return startInBody(source)
    case .frameset: insertElement()
    case .frame: insertVoid()
    case .noframes: _ = startOfHead(source)
    default: tokenizer.dropAttributes()
    }
    return false
  }

  mutating func endInFrameset() -> Bool {
    guard tokenizer.tag == .frameset, open.count > 1 else { return false }
    pop()
    if context == nil, !isCurrent(.frameset) { mode = .afterFrameset }
    return false
  }

  mutating func startAfterFrameset(_ source: Span<UInt8>) -> Bool {
    switch tokenizer.tag {
    case .html: return startInBody(source)
    case .noframes: _ = startOfHead(source)
    default: tokenizer.dropAttributes()
    }
    return false
  }

  mutating func endAfterFrameset() -> Bool {
    if tokenizer.tag == .html { mode = .afterAfterFrameset }
    return false
  }
}
