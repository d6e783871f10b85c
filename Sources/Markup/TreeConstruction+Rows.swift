/// Tables from the inside: in table body, in row, in cell (13.2.6.4.13 to 15).
extension TreeConstruction {
  private mutating func clearToBody() { clear { $0 == .tbody || $0 == .tfoot || $0 == .thead } }

  private mutating func clearToRow() { clear { $0 == .tr } }

  // MARK: In table body

  mutating func startInTableBody(_ source: Span<UInt8>) -> Bool {
    switch tokenizer.tag {
    case .tr:
      clearToBody()
      insertElement()
      mode = .inRow
    case .th, .td:
      clearToBody()
      insertElement(.tr)
      mode = .inRow
      return true
    case .caption, .col, .colgroup, .tbody, .tfoot, .thead:
      if closeBody() { return true }
      tokenizer.dropAttributes()
    default: return startInTable(source)
    }
    return false
  }

  mutating func endInTableBody(_ source: Span<UInt8>) -> Bool {
    switch tokenizer.tag {
    case .tbody, .tfoot, .thead:
      if inScope(tokenizer.tag, .table) {
        clearToBody()
        pop()
        mode = .inTable
      }
    case .table: return closeBody()
    case .body, .caption, .col, .colgroup, .html, .td, .th, .tr: break
    default: return endInTable(source)
    }
    return false
  }

  private mutating func closeBody() -> Bool {
    guard inScope(.tbody, .table) || inScope(.thead, .table) || inScope(.tfoot, .table) else {
      return false
    }
    clearToBody()
    pop()
    mode = .inTable
    return true
  }

  // MARK: In row

  mutating func startInRow(_ source: Span<UInt8>) -> Bool {
    switch tokenizer.tag {
    case .th, .td:
      clearToRow()
      insertElement()
      mode = .inCell
      insertMarker()
    case .caption, .col, .colgroup, .tbody, .tfoot, .thead, .tr:
      if closeRow() { return true }
      tokenizer.dropAttributes()
    default: return startInTable(source)
    }
    return false
  }

  mutating func endInRow(_ source: Span<UInt8>) -> Bool {
    switch tokenizer.tag {
    case .tr: _ = closeRow()
    case .table: return closeRow()
    case .tbody, .tfoot, .thead: return inScope(tokenizer.tag, .table) && closeRow()
    case .body, .caption, .col, .colgroup, .html, .td, .th: break
    default: return endInTable(source)
    }
    return false
  }

  private mutating func closeRow() -> Bool {
    guard inScope(.tr, .table) else { return false }
    clearToRow()
    pop()
    mode = .inTableBody
    return true
  }

  // MARK: In cell

  mutating func startInCell(_ source: Span<UInt8>) -> Bool {
    switch tokenizer.tag {
    case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr:
      if closeCell() { return true }
      tokenizer.dropAttributes()
      return false
    default: return startInBody(source)
    }
  }

  mutating func endInCell(_ source: Span<UInt8>) -> Bool {
    switch tokenizer.tag {
    case .td, .th:
      if inScope(tokenizer.tag, .table) {
        generateImpliedEndTags()
        pop(until: tokenizer.tag)
        clearToMarker()
        mode = .inRow
      }
    case .body, .caption, .col, .colgroup, .html: break
    case .table, .tbody, .tfoot, .thead, .tr:
      return inScope(tokenizer.tag, .table) && closeCell()
    default: return endInBody(source)
    }
    return false
  }

  private mutating func closeCell() -> Bool {
    guard inScope(.td, .table) || inScope(.th, .table) else { return false }
    generateImpliedEndTags()
    while open.count > 1 {
      let found = isCurrent(.td) || isCurrent(.th)
      pop()
      if found { break }
    }
    clearToMarker()
    mode = .inRow
    return true
  }
}
