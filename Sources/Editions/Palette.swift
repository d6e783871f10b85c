import Press

/// Colours of the outlets on one page.
///
/// An outlet's colour comes from its name, so that it is mostly the same on all pages; where two of
/// a page would share one, the later takes the next that is free.
struct Palette: Sendable {
  private var classes: [Outlet.ID: String] = [:]

  static let names = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"]

  init(_ outlets: some Sequence<Outlet>) {
    var isTaken = [Bool](repeating: false, count: Self.names.count)
    for id in Set(outlets.map(\.id)).sorted() {
      var slot = Self.slot(of: id)
      var steps = 0
      while isTaken[slot], steps < Self.names.count {
        slot = (slot + 1) % Self.names.count
        steps += 1
      }
      isTaken[slot] = true
      classes[id] = Self.names[slot]
    }
  }

  /// The class of an outlet's colour.
  subscript(id: Outlet.ID) -> String { classes[id] ?? Self.names[Self.slot(of: id)] }

  private static func slot(of id: Outlet.ID) -> Int {
    Int(SentenceHash.of(id.utf8) % UInt64(names.count))
  }
}
