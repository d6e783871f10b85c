/// Brings units under one head: "Schiffscontainer" and "Container" count the same things.
struct UnitHeads: Sendable {
  private var heads: [String: String] = [:]
  /// Ends of units seen so far, each with the head of the unit it ends.
  private var ends: [String: String] = [:]

  /// The shortest head and the shortest rest of a compound.
  private static let shortestHead = 4
  private static let shortestRest = 3

  /// The head that stands for a unit from now on.
  mutating func head(of unit: String) -> String {
    if let known = heads[unit] { return known }
    let tails = Self.tails(of: unit)
    var head: String?
    for tail in tails {
      head = heads[tail]
      if head != nil { break }
    }
    let found = head ?? ends[unit] ?? unit
    heads[unit] = found
    for tail in tails where ends[tail] == nil { ends[tail] = found }
    return found
  }

  private static func tails(of unit: String) -> [String] {
    let bytes = Array(unit.utf8)
    guard bytes.count >= shortestHead + shortestRest, bytes.count <= 60 else { return [] }
    return (shortestRest...bytes.count - shortestHead).compactMap { start in
      // A tail must not begin inside a character.
      bytes[start] & 0xC0 == 0x80 ? nil : String(decoding: bytes[start...], as: UTF8.self)
    }
  }
}
