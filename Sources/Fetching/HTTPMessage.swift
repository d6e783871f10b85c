/// A kept HTTP answer: status, header fields, decoded body.
package struct HTTPMessage: Sendable {
  package var status: Int
  package var headers: [(name: String, value: String)]
  package var body: [UInt8]

  package init(status: Int, headers: [(name: String, value: String)], body: [UInt8]) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// Reads an answer as it was kept; nil where it does not begin as HTTP or cannot be unpacked.
  package init?(_ bytes: [UInt8], limit: Int) { return nil }

  package func header(_ name: String) -> String? {
    let name = name.lowercased()
    return headers.first { $0.name.lowercased() == name }?.value
  }
}
