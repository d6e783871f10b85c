/// How one reader wants the paper to look, as kept in a cookie of the reader's own; nothing of it is
/// known to the house. Readers without a choice all get the same bytes.
package struct ReaderLook: Sendable, Hashable {
  /// The choices of a row, counted from 1; the standard has no class of its own.
  package enum Row: String, Sendable, CaseIterable {
    /// Small, middle, large.
    case size = "z"
    /// With or without serifs.
    case face = "f"
    /// As the system says, light, dark.
    case colours = "t"

    package var choices: Int { self == .face ? 2 : 3 }
    package var standard: Int { self == .size ? 2 : 1 }
  }

  private var chosen: [Row: Int] = [:]
  /// Whether pages carry the script with keys and pages for the way.
  package var hasScript = false

  package init() {}

  /// Reads what a cookie says: `z3t2k`. What is not understood counts for nothing.
  package init(code: String) {
    var bytes = Array(code.utf8.prefix(16))[...]
    while let letter = bytes.popFirst() {
      if letter == UInt8(ascii: "k") { hasScript = true }
      guard let row = Row(rawValue: String(decoding: [letter], as: UTF8.self)),
        let digit = bytes.first, (0x30...0x39).contains(digit)
      else { continue }
      bytes.removeFirst()
      self[row] = Int(digit) - 0x30
    }
  }

  /// The choice in a row; one there is not leaves the standard.
  package subscript(row: Row) -> Int {
    get { chosen[row] ?? row.standard }
    set {
      chosen[row] =
        (1...row.choices).contains(newValue) && newValue != row.standard ? newValue : nil
    }
  }

  package var code: String {
    classes.joined() + (hasScript ? "k" : "")
  }

  package var isStandard: Bool { code.isEmpty }

  /// The classes of the page.
  var classes: [String] {
    Row.allCases.compactMap { row in chosen[row].map { "\(row.rawValue)\($0)" } }
  }
}
