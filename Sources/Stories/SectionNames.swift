import Languages
import Press

/// What outlets call their sections, in addresses and categories: from the lists `page-sections`.
enum SectionNames {
  /// The section a part of a path or a category names.
  static func section(_ name: [UInt8]) -> Section? { section(name, 0..<name.count) }

  private static func section(_ bytes: [UInt8], _ name: Range<Int>) -> Section? {
    name.isEmpty ? nil : names[hash(bytes, name)]
  }

  /// A hash of a name without regard to case; the same for a space, a hyphen and a low line.
  private static func hash(_ bytes: [UInt8], _ name: Range<Int>) -> UInt64 {
    var hash = FNV1a()
    for index in name.prefix(40) {
      var byte = bytes[index]
      switch byte {
      case 65...90: byte |= 0x20
      case 0x20, 0x5F: byte = UInt8(ascii: "-")
      default: break
      }
      hash.mix(byte)
    }
    return hash.value
  }

  /// The section an address names: its first part that does, the last one left out.
  static func section(address: String) -> Section? {
    let bytes = Array(address.utf8)
    guard let scheme = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    var start = scheme + 1
    var host: Range<Int>?
    var before: Range<Int>?
    var asked = 0
    // "/politik/ausland/…", but "/magazine/unterhaltung/…" and "/news/wirtschaft/…" too.
    while let part = part(of: bytes, from: start), asked < 5 {
      start = part.upperBound
      if let before {
        // The first label of the host counts only where there are parts behind the host.
        if asked == 0, let host, let section = section(bytes, label(of: bytes, host)) {
          return section
        }
        if let section = section(bytes, before) { return section }
        asked += 1
        if asked == 4 { break }
      }
      if host == nil { host = part } else { before = part }
    }
    return nil
  }

  /// The next part of an address that is not empty.
  private static func part(of bytes: [UInt8], from start: Int) -> Range<Int>? {
    var first = start
    while first < bytes.count, bytes[first] == UInt8(ascii: "/") { first += 1 }
    var end = first
    while end < bytes.count, bytes[end] != UInt8(ascii: "/") { end += 1 }
    return end > first ? first..<end : nil
  }

  /// The first label of a host's name.
  private static func label(of bytes: [UInt8], _ host: Range<Int>) -> Range<Int> {
    var first = host.lowerBound
    while first < host.upperBound, bytes[first] == UInt8(ascii: ".") { first += 1 }
    var end = first
    while end < host.upperBound, bytes[end] != UInt8(ascii: ".") { end += 1 }
    return first..<end
  }

  private static let names: [UInt64: Section] = {
    var found: [UInt64: Section] = [:]
    for entry in PageWords.text(of: "page-sections").split(separator: 10) {
      guard let space = entry.firstIndex(of: 0x20),
        let section = Section(rawValue: String(decoding: entry[..<space], as: UTF8.self))
      else { continue }
      let name = Array(entry[(space + 1)...])
      found[hash(name, name.indices)] = section
    }
    return found
  }()
}
