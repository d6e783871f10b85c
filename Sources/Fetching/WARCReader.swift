import Packing

/// Reads an archive record by record: WARC, or WARC packed with gzip, from a file, standard input
/// or memory. It holds one record at a time.
package struct WARCReader<Source: ByteSource & ~Copyable>: ~Copyable {
  private var pieces: ArchiveBytes<Source>
  private let blockLimit: Int
  private var isOver = false

  /// Records whose block is longer than `blockLimit` bytes come without it.
  package init(_ source: consuming Source, blockLimit: Int = 32 << 20) {
    pieces = ArchiveBytes(source)
    self.blockLimit = blockLimit
  }

  /// The next record; nil at the end. What can be read of a cut archive comes first, then the
  /// error that names the place; after an error there is nothing more.
  package mutating func next() throws(WARCError) -> WARCRecord? {
    guard !isOver else { return nil }
    do {
      let record = try read()
      isOver = record == nil
      return record
    } catch {
      isOver = true
      throw error
    }
  }

  private mutating func read() throws(WARCError) -> WARCRecord? {
    repeat {
      guard let byte = try pieces.first() else { return nil }
      guard byte == 13 || byte == 10 else { break }
      pieces.drop(1)
    } while true
    let offset = pieces.offset
    guard let version = try pieces.line(), version.starts(with: Array("WARC/".utf8)) else {
      throw .notARecord(offset: offset)
    }
    var headers: [(name: String, value: String)] = []
    var size = 0
    while true {
      guard let line = try pieces.line() else { throw .truncated(offset: offset) }
      if line.isEmpty { break }
      size += line.count
      guard size <= 256 << 10 else { throw .notARecord(offset: offset) }
      HeaderLines.add(line[...], to: &headers)
    }
    var record = WARCRecord(
      id: "", type: "", url: nil, date: nil, offset: offset, headers: headers, block: [],
      isCut: false)
    record.id = WARCRecord.bare(record.header("warc-record-id") ?? "")
    record.type = (record.header("warc-type") ?? "").lowercased()
    record.url = record.header("warc-target-uri").map(WARCRecord.bare)
    record.date = record.header("warc-date")
    guard let text = record.header("content-length"), let length = Int64(decimal: text.utf8) else {
      throw .notARecord(offset: offset)
    }
    record.isCut = length > Int64(blockLimit)
    if record.isCut {
      try pieces.skip(length, recordStart: offset)
    } else {
      record.block = try pieces.take(Int(length), recordStart: offset)
    }
    return record
  }
}

/// Why an archive could not be read on.
package enum WARCError: Error, Equatable, CustomStringConvertible {
  case unreadable(String)
  /// It does not begin, or does not go on, as a WARC record does.
  case notARecord(offset: Int64)
  case truncated(offset: Int64)
  /// The packed bytes are damaged in the member that begins at a byte of the file.
  case damaged(offset: Int64)

  package var description: String {
    switch self {
    case .unreadable(let why): why
    case .notARecord(let offset):
      "no WARC record begins at byte \(offset); check that the file is an archive."
    case .truncated(let offset):
      "the archive ends within the record that begins at byte \(offset); fetch it again."
    case .damaged(let offset):
      "the gzip member that begins at byte \(offset) is damaged; fetch the archive again."
    }
  }
}
