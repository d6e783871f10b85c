/// Writes a ZIP archive (PKWARE APPNOTE 6.3) in memory: stored or deflated members, no dates, so that
/// the same members give the same bytes. At most 65,535 members and 4 GiB in all.
package struct ZipArchive: Sendable {
  private var out: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  package init() {}

  /// Adds a member. Small ones, and those that must be readable in place, are best stored.
  package mutating func add(_ name: String, _ bytes: [UInt8], stored: Bool = false) {
    guard count < .max, out.count + bytes.count < Int(UInt32.max) - 1_000_000 else { return }
    let packed = gzip(bytes)
    // A gzip member is ten bytes of header, the deflated bytes, a checksum and the size.
    let checksum = packed.suffix(8).prefix(4)
    let deflated = packed.dropFirst(10).dropLast(8)
    let isStored = stored || deflated.count >= bytes.count
    let body = isStored ? bytes[...] : deflated
    var fields = Self.two(20) + Self.two(1 << 11) + Self.two(isStored ? 0 : 8)
    // 1 January 1980, midnight: the format has no "no date".
    fields += Self.two(0) + Self.two(1 << 5 | 1)
    fields += checksum + Self.four(body.count) + Self.four(bytes.count)
    let name = Array(name.utf8.prefix(Int(UInt16.max)))
    fields += Self.two(name.count) + Self.two(0)
    directory += Self.four(0x0201_4B50) + Self.two(20) + fields
    directory +=
      Self.two(0) + Self.two(0) + Self.two(0) + Self.four(0) + Self.four(out.count) + name
    out += Self.four(0x0403_4B50) + fields + name + body
    count += 1
  }

  /// The archive with its directory.
  package var bytes: [UInt8] {
    var end = Self.four(0x0605_4B50) + Self.two(0) + Self.two(0)
    end += Self.two(Int(count)) + Self.two(Int(count)) + Self.four(directory.count)
    end += Self.four(out.count) + Self.two(0)
    return out + directory + end
  }

  private static func two(_ value: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
  }

  private static func four(_ value: Int) -> [UInt8] { two(value) + two(value >> 16) }
}
