extension TreeConstruction {
  // MARK: The stack of open elements

  /// What the current node is; a document root where nothing is open.
  @inline(__always)
  var current: NodeCode { open.last?.code ?? NodeCode(kind: .document) }

  @inline(__always)
  func isCurrent(_ tag: KnownTag) -> Bool { current == tag }

  @inline(__always)
  mutating func push(_ node: Int32, _ code: NodeCode) {
    open.append(Open(node: node, code: code))
    if code.isHTML { openCounts[code.place] &+= 1 }
  }

  @inline(__always)
  mutating func forget(_ code: NodeCode) {
    guard code.isHTML else { return }
    let tag = code.place
    openCounts[tag] &-= 1
    if traits[tag].contains(.formatting) { mayReconstruct = true }
  }

  /// Closes the current node; the root of the tree stays open.
  @inline(__always)
  mutating func pop() {
    guard open.count > 1 else { return }
    forget(open.removeLast().code)
  }

  /// Closes all down to and with the stack's place `place`.
  mutating func pop(to place: Int) {
    while open.count > max(place, 1) { pop() }
  }

  /// Closes all down to and with the first HTML element of this tag.
  mutating func pop(until tag: KnownTag) {
    while open.count > 1 {
      let found = isCurrent(tag)
      pop()
      if found { return }
    }
  }

  mutating func removeOpen(at place: Int) {
    forget(open.remove(at: place).code)
  }

  mutating func place(ofOpen node: Int32) -> Int? { open.lastIndex { $0.node == node } }

  @inline(__always)
  func isOpen(_ tag: KnownTag) -> Bool { openCounts[Int(tag.rawValue)] > 0 }

  // MARK: Scopes (13.2.4.2)

  /// Elements beyond those of the plain scope that end a scope.
  enum Scope { case plain, button, list, table }

  private mutating func ends(_ scope: Scope, _ code: NodeCode) -> Bool {
    guard code.isHTML else {
      guard scope != .table else { return false }
      switch (code.namespace, code.known) {
      case (.mathML, .mi), (.mathML, .mo), (.mathML, .mn), (.mathML, .ms), (.mathML, .mtext),
        (.mathML, .annotationXML), (.svg, .foreignobject), (.svg, .desc), (.svg, .title):
        return true
      default: return false
      }
    }
    let traits = traits[code.place]
    switch scope {
    case .table: return traits.contains(.tableScope)
    case .button: return traits.contains(.scope) || code == .button
    case .list: return traits.contains(.scope) || code == .ol || code == .ul
    case .plain: return traits.contains(.scope)
    }
  }

  /// Whether an HTML element of this tag is open and nothing that ends the scope lies above it.
  @inline(__always)
  mutating func inScope(_ tag: KnownTag, _ scope: Scope = .plain) -> Bool {
    isOpen(tag) && finds(tag, in: scope)
  }

  private mutating func finds(_ tag: KnownTag, in scope: Scope) -> Bool {
    var place = open.count
    while place > 0 {
      place &-= 1
      let code = open[place].code
      if code == tag { return true }
      if ends(scope, code) { return false }
    }
    return false
  }

  /// Whether this very element is in scope.
  mutating func inScope(node: Int32) -> Bool {
    for element in open.reversed() {
      if element.node == node { return true }
      if ends(.plain, element.code) { return false }
    }
    return false
  }

  func isHeading(_ code: NodeCode) -> Bool {
    switch code.known {
    case .h1, .h2, .h3, .h4, .h5, .h6: code.isHTML
    default: false
    }
  }

  mutating func headingIsInScope() -> Bool {
    for element in open.reversed() {
      if isHeading(element.code) { return true }
      if ends(.plain, element.code) { return false }
    }
    return false
  }

  // MARK: Closing by implication

  /// Closes elements whose end tags may be left out, but one.
  mutating func generateImpliedEndTags(except tag: KnownTag = .unknown) {
    while true {
      let code = current
      guard code.isHTML, traits[code.place].contains(.implied), code != tag
      else { return }
      pop()
    }
  }

  mutating func generateAllImpliedEndTags() {
    while true {
      let code = current
      guard code.isHTML,
        !traits[code.place].isDisjoint(with: [.implied, .impliedThoroughly])
      else { return }
      pop()
    }
  }

  @inline(__always)
  mutating func closeParagraphInScope() {
    if isOpen(.p) {
      if isCurrent(.p) { pop() } else if inScope(.p, .button) { closeParagraph() }
    }
  }

  mutating func closeParagraph() {
    generateImpliedEndTags(except: .p)
    pop(until: .p)
  }

  // MARK: The insertion mode

  /// Finds the mode the open elements ask for (13.2.4.1, "reset the insertion mode appropriately").
  mutating func resetMode() {
    for place in open.indices.reversed() {
      let isLast = place == 0
      let code = isLast ? context ?? open[place].code : open[place].code
      if let found = mode(for: code, isLast: isLast) {
        mode = found
        return
      }
    }
    mode = .inBody
  }

  private func mode(for code: NodeCode, isLast: Bool) -> Mode? {
    guard code.isHTML else { return isLast ? .inBody : nil }
    switch code.known {
    case .td, .th: return isLast ? .inBody : .inCell
    case .tr: return .inRow
    case .tbody, .thead, .tfoot: return .inTableBody
    case .caption: return .inCaption
    case .colgroup: return .inColumnGroup
    case .table: return .inTable
    case .template: return templateModes.last ?? .inTemplate
    case .head: return isLast ? .inBody : .inHead
    case .body: return .inBody
    case .frameset: return .inFrameset
    case .html: return head < 0 ? .beforeHead : .afterHead
    default: return isLast ? .inBody : nil
    }
  }
}
