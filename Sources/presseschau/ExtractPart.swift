import Documents
import Press

/// What reading one input gave.
enum ExtractPart: Sendable {
  /// Ready to be written.
  case bytes([UInt8])
  /// A chapter of the book.
  case article(Article)
  case failure(FailureRow)
}

/// The row of an input that could not be read.
struct FailureRow: Sendable, Equatable {
  var id: String
  /// What, where, and what can be done.
  var error: String

  /// One JSON object; the id comes first, as in every row.
  var json: [UInt8] {
    var out = JSONText()
    out.raw("{\"id\":")
    out.string(id)
    out.raw(",\"error\":")
    out.string(error)
    out.raw("}")
    return out.bytes
  }
}
