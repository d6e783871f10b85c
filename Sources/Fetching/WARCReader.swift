/// Reads an archive record by record: WARC, or WARC packed with gzip, from a file, standard input
/// or memory. It holds one record at a time.
package struct WARCReader<Source: ByteSource & ~Copyable>: ~Copyable {
  private var source: Source

  package init(_ source: consuming Source, blockLimit: Int = 32 << 20) {
    self.source = source
  }

  /// The next record; nil at the end. What can be read of a cut archive comes first, then the
  /// error that names the place; after an error there is nothing more.
  package mutating func next() throws(WARCError) -> WARCRecord? { nil }
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
