import Editions
import Press
import Storage

extension Site {
  /// Marks what shows something that changed in the library.
  package func followChanges() throws {
    while true {
      let changes = try library.changes(after: shelf.seen)
      guard !changes.isEmpty else { return }
      var touched: Set<Shelf.Subject> = [.everything]
      let stories = Set(changes.filter { $0.kind == .story }.map(\.id))
      var allSections = false
      if !stories.isEmpty {
        touched.insert(.stories)
        let (sections, areAllKnown) = try library.sections(ofStories: stories)
        touched.formUnion(sections.map(Shelf.Subject.section))
        allSections = !areAllKnown
      }
      shelf.note(changes, touching: touched, allSections: allSections, now: clock())
    }
  }

  /// Lays out fronts nobody has asked for yet and what readers asked for and is old.
  ///
  /// - Parameter patience: after this time the rest waits for the next turn.
  func prepareShelf(patience: Duration = .milliseconds(150)) throws {
    let start = ContinuousClock.now
    let now = clock()
    // Where news arrives all the time, fronts nobody reads need not follow every article.
    let fronts = shelf.fill.answers == 0 || now % 4 == 0 ? shelf.missing(try frontKeys()) : []
    for key in shelf.due(now: now, limit: 200) + fronts {
      try prepare(key)
      if ContinuousClock.now - start > patience { return }
    }
  }

  /// The shelf's key for a page: its path, and behind a space, which no path has, the taste of the
  /// readers it was made for.
  static func shelfKey(_ address: Address, _ look: ReaderLook) -> String {
    look.isStandard || !address.isPage ? address.path : "\(address.path) \(look.code)"
  }

  /// Puts the page of a key on the shelf.
  func prepare(_ key: String) throws {
    let now = clock()
    if key.hasPrefix(APIRoute.root) {
      return try shelf.prepare(key, now: now) { before in
        try api.page(at: key, now: now, before: before)
      }
    }
    let parts = key.split(separator: " ", maxSplits: 1)
    guard let address = parts.first.flatMap({ Address(String($0)) }) else { return }
    let look = parts.count > 1 ? ReaderLook(code: String(parts[1])) : ReaderLook()
    try shelf.prepare(key, now: now) { before in
      try renderer.page(at: address, now: now, look: look, before: before)
    }
  }

  /// The fronts readers begin with.
  private func frontKeys() throws -> [String] {
    let sections = try library.sectionsWithStories().sorted { $0.rawValue < $1.rawValue }
    let fronts = EditionLanguage.allCases.map { Address(.front, in: $0) }
    return (fronts + sections.map { Address(.section($0)) }).map(\.path)
  }
}
