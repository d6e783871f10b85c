/// A zip archive (PKWARE APPNOTE 6.3.3) of files that are small enough to lie in memory.
///
/// It holds no times, so that the same files give the same bytes.
package struct ZipArchive: Sendable {
  private struct Entry {
    var name: [UInt8]
    var method: UInt16
    var crc: UInt32
    var packed: Int
    var size: Int
    var offset: Int
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []

  package init() {}

  /// Adds a file; one that is `stored` lies in the archive as it is, as the first of an EPUB must.
  package mutating func add(_ name: String, _ content: [UInt8], isStored: Bool = false) {
    let packed = gzip(content, level: 9)
    // A gzip member is ten bytes of head, the deflated content, its CRC-32 and its length.
    let tail = Array(packed.suffix(8))
    let crc = tail.prefix(4).enumerated().reduce(UInt32(0)) {
      $0 | UInt32($1.element) << UInt32(8 * $1.offset)
    }
    let body = isStored ? content[...] : packed.dropFirst(10).dropLast(8)
    let entry = Entry(
      name: Array(name.utf8), method: isStored ? 0 : 8, crc: crc, packed: body.count,
      size: content.count, offset: bytes.count)
    entries.append(entry)
    append(0x0403_4b50 as UInt32)
    append(20 as UInt16)
    describe(entry)
    bytes += entry.name
    bytes += body
  }

  /// The archive with its directory.
  package var finished: [UInt8] {
    var whole = self
    let start = bytes.count
    for entry in entries { whole.list(entry) }
    let size = whole.bytes.count - start
    whole.append(0x0605_4b50 as UInt32)
    whole.append(0 as UInt32)
    whole.append(UInt16(truncatingIfNeeded: entries.count))
    whole.append(UInt16(truncatingIfNeeded: entries.count))
    whole.append(UInt32(truncatingIfNeeded: size))
    whole.append(UInt32(truncatingIfNeeded: start))
    whole.append(0 as UInt16)
    return whole.bytes
  }

  private mutating func list(_ entry: Entry) {
    append(0x0201_4b50 as UInt32)
    append(20 as UInt16)
    append(20 as UInt16)
    describe(entry)
    for _ in 0..<3 { append(0 as UInt16) }
    append(0 as UInt32)
    append(UInt32(truncatingIfNeeded: entry.offset))
    bytes += entry.name
  }

  /// What the local header and the directory have in common. Names are UTF-8 (bit 11), the date is
  /// 1 January 1980.
  private mutating func describe(_ entry: Entry) {
    append(0x0800 as UInt16)
    append(entry.method)
    append(0 as UInt16)
    append(0x0021 as UInt16)
    append(entry.crc)
    append(UInt32(truncatingIfNeeded: entry.packed))
    append(UInt32(truncatingIfNeeded: entry.size))
    append(UInt16(truncatingIfNeeded: entry.name.count))
    append(0 as UInt16)
  }

  private mutating func append(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
