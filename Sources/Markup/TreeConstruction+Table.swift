/// Tables from the outside: in table, in caption, in column group.
extension TreeConstruction {
  /// Closes all above the nearest element of the context, or above `html` or `template`.
  mutating func clear(toContext isContext: (KnownTag) -> Bool) {
    while open.count > 1 {
      let code = current
      if code.isHTML, isContext(code.known) || code.known == .html || code.known == .template {
        return
      }
      pop()
    }
  }

  mutating func clearToTable() { clear { $0 == .table } }

  // MARK: In table (13.2.6.4.9)

  mutating func startInTable(_ source: Span<UInt8>) -> Bool {
    switch tokenizer.tag {
    case .caption:
      clearToTable()
      insertMarker()
      insertElement()
      mode = .inCaption
    case .colgroup:
      clearToTable()
      insertElement()
      mode = .inColumnGroup
    case .col:
      clearToTable()
      insertElement(.colgroup)
      mode = .inColumnGroup
      return true
    case .tbody, .tfoot, .thead:
      clearToTable()
      insertElement()
      mode = .inTableBody
    case .td, .th, .tr:
      clearToTable()
      insertElement(.tbody)
      mode = .inTableBody
      return true
    case .table:
      if inScope(.table, .table) {
        pop(until: .table)
        resetMode()
        return true
      }
      tokenizer.dropAttributes()
    case .style, .script, .template: _ = startOfHead(source)
    case .input where isHidden(source): insertVoid()
    case .form:
      if isOpen(.template) || form != -1 {
        tokenizer.dropAttributes()
      } else {
        form = insertElement()
        pop()
      }
    default: startFostered(source)
    }
    return false
  }

  /// What is not at home in a table goes before it.
  private mutating func startFostered(_ source: Span<UInt8>) {
    fostersParents = true
    while startInBody(source) {}
    fostersParents = false
  }

  mutating func endInTable(_ source: Span<UInt8>) -> Bool {
    switch tokenizer.tag {
    case .table:
      if inScope(.table, .table) {
        pop(until: .table)
        resetMode()
      }
    case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: break
    case .template: closeTemplate()
    default:
      fostersParents = true
      let again = endInBody(source)
      fostersParents = false
      return again
    }
    return false
  }

  // MARK: In caption

  mutating func startInCaption(_ source: Span<UInt8>) -> Bool {
    switch tokenizer.tag {
    case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr:
      if closeCaption() { return true }
      tokenizer.dropAttributes()
      return false
    default: return startInBody(source)
    }
  }

  private mutating func closeCaption() -> Bool {
    guard inScope(.caption, .table) else { return false }
    generateImpliedEndTags()
    pop(until: .caption)
    clearToMarker()
    mode = .inTable
    return true
  }

  mutating func endInCaption(_ source: Span<UInt8>) -> Bool {
    switch tokenizer.tag {
    case .caption: _ = closeCaption()
    case .table: return closeCaption()
    case .body, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: break
    default: return endInBody(source)
    }
    return false
  }

  // MARK: In column group

  mutating func startInColumnGroup(_ source: Span<UInt8>) -> Bool {
    switch tokenizer.tag {
    case .html: return startInBody(source)
    case .col: insertVoid()
    case .template: _ = startOfHead(source)
    default:
      if leaveColumnGroup() { return true }
      tokenizer.dropAttributes()
    }
    return false
  }

  mutating func endInColumnGroup() -> Bool {
    switch tokenizer.tag {
    case .colgroup: _ = leaveColumnGroup()
    case .col: break
    case .template: closeTemplate()
    default: return leaveColumnGroup()
    }
    return false
  }

  mutating func leaveColumnGroup() -> Bool {
    guard isCurrent(.colgroup) else { return false }
    pop()
    mode = .inTable
    return true
  }

  // MARK: In template (13.2.6.4.18)

  mutating func startInTemplate(_ source: Span<UInt8>) -> Bool {
    switch tokenizer.tag {
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      _ = startOfHead(source)
      return false
    case .caption, .colgroup, .tbody, .tfoot, .thead: mode = .inTable
    case .col: mode = .inColumnGroup
    case .tr: mode = .inTableBody
    case .td, .th: mode = .inRow
    default: mode = .inBody
    }
    if !templateModes.isEmpty { templateModes[templateModes.count - 1] = mode }
    return true
  }
}
