/// A content coding of HTTP (RFC 9110, 8.4.1; RFC 7932; RFC 8878).
///
/// This room packs and unpacks bytes: `Packing.gzip(_:)`, `gunzip(_:limit:)`, `inflate(_:limit:)`,
/// `brotli(_:quality:)`, `unbrotli(_:limit:)`, `zstd(_:level:)`, `unzstd(_:limit:)`, and
/// `GunzipStream` for archives. Every unpacking has a limit in bytes for what may come out, so
/// that a small bomb cannot become a large one.
package enum ContentCoding: String, Sendable, Hashable, CaseIterable {
  case gzip, deflate
  case brotli = "br"
  case zstd

  /// The coding a header names, in any case and with the old `x-` spelling; nil if we have none.
  package init?(header name: String) {
    let name = name.lowercased()
    self.init(rawValue: name == "x-gzip" ? "gzip" : name)
  }
}

/// Unpacks one layer of a coding to at most `limit` bytes.
package func unpack(
  _ bytes: [UInt8], as coding: ContentCoding, limit: Int
) throws(PackingError) -> [UInt8] {
  switch coding {
  case .gzip: try gunzip(bytes, limit: limit)
  case .deflate: try inflate(bytes, limit: limit)
  case .brotli: try unbrotli(bytes, limit: limit)
  case .zstd: try unzstd(bytes, limit: limit)
  }
}

/// Why packed bytes could not be read.
package enum PackingError: Error, Equatable, CustomStringConvertible {
  /// More than `limit` bytes would come out.
  case tooLarge(limit: Int)
  /// The packed bytes end before their end mark.
  case truncated(ContentCoding)
  /// The packed bytes break their format, or a checksum differs; the offset is that of the member
  /// or frame in which that happened.
  case damaged(ContentCoding, offset: Int)
  /// The C library could not be set up: memory is short.
  case unavailable(ContentCoding)

  package var description: String {
    switch self {
    case .tooLarge(let limit):
      "the packed bytes hold more than \(limit) bytes; raise the limit if the source is trusted"
    case .truncated(let coding):
      "the \(coding.rawValue) data end too early; fetch them again"
    case .damaged(let coding, let offset):
      "the \(coding.rawValue) data are damaged in the part that begins at byte \(offset);"
        + " fetch them again"
    case .unavailable(let coding):
      "no memory for the \(coding.rawValue) decoder; free some and try again"
    }
  }
}
