/// One record of an archive (ISO 28500, WARC 1.0 and 1.1).
package struct WARCRecord: Sendable {
  /// `WARC-Record-ID` without its angle brackets.
  package var id: String
  /// `response`, `request`, `warcinfo`, `resource`, `conversion`, `revisit` …
  package var type: String
  package var url: String?
  /// `WARC-Date` as it stands.
  package var date: String?
  /// Where the record begins: a byte of the file; in a packed archive where its gzip member does.
  package var offset: Int64
  package var headers: [(name: String, value: String)]
  /// What the record holds; empty if `isCut`.
  package var block: [UInt8]
  /// Whether the block was longer than the limit and was passed over.
  package var isCut: Bool

  package func header(_ name: String) -> String? {
    let name = name.lowercased()
    return headers.first { $0.name.lowercased() == name }?.value
  }

  /// A URI without the angle brackets some writers put around it.
  static func bare(_ text: String) -> String {
    text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
  }

  /// The answer in a `response` record, its chunks joined and its content coding taken off; the
  /// block itself for a `resource` or `conversion`. nil for all others and for what is broken.
  package func page(limit: Int = 10 << 20) -> HTTPMessage? {
    switch type {
    case "response": HTTPMessage(block, limit: limit)
    case "resource", "conversion":
      HTTPMessage(
        status: 200, headers: [("Content-Type", header("content-type") ?? "")], body: block)
    default: nil
    }
  }
}
