import Packing

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

  /// Reads an answer as it was kept (RFC 9112), its chunks joined and its content coding taken off;
  /// nil where it does not begin as HTTP, or would be longer than `limit` or cannot be unpacked.
  ///
  /// Archives often keep the header fields of a coding they took off, so a body that does not look
  /// like its coding is taken as it is.
  package init?(_ bytes: [UInt8], limit: Int) {
    var rest = bytes[...]
    guard let first = Self.line(&rest), first.starts(with: Array("HTTP/".utf8)),
      let space = first.firstIndex(of: 32),
      let status = Int(decimal: first[(space + 1)...].prefix { $0 != 32 }),
      (100...999).contains(status)
    else { return nil }
    var headers: [(name: String, value: String)] = []
    while let line = Self.line(&rest), !line.isEmpty {
      guard headers.count < 1000 else { return nil }
      HeaderLines.add(line, to: &headers)
    }
    self.init(status: status, headers: headers, body: [])
    var body = Array(rest)
    if header("transfer-encoding")?.lowercased().contains("chunked") == true {
      body = Self.unchunked(body) ?? body
    }
    guard let plain = unpacked(body, limit: limit) else { return nil }
    self.body = plain
  }

  package func header(_ name: String) -> String? {
    let name = name.lowercased()
    return headers.first { $0.name.lowercased() == name }?.value
  }

  private func unpacked(_ body: [UInt8], limit: Int) -> [UInt8]? {
    let names = (header("content-encoding") ?? "").split { $0 == "," || $0 == " " }
    guard names.count <= 1 else { return nil }
    guard let name = names.first, let coding = ContentCoding(header: String(name)), !body.isEmpty
    else { return body.count <= limit ? body : nil }
    let isPacked =
      switch coding {
      case .gzip: body.starts(with: [0x1F, 0x8B])
      case .zstd: body.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
      case .deflate, .brotli: true
      }
    do {
      if isPacked { return try unpack(body, as: coding, limit: limit) }
    } catch .tooLarge { return nil } catch {
      // Only bytes that could be text are worth showing: markup begins with one of these.
      guard let first = body.first(where: { $0 > 32 }), first == UInt8(ascii: "<") else {
        return nil
      }
    }
    return body.count <= limit ? body : nil
  }

  /// The line at the beginning, which is taken off; nil at the end.
  private static func line(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard !rest.isEmpty else { return nil }
    let end = rest.firstIndex(of: 10) ?? rest.endIndex
    var line = rest[..<end]
    rest = rest[min(end + 1, rest.endIndex)...]
    if line.last == 13 { line.removeLast() }
    return line
  }

  /// The chunks (RFC 9112, 7.1) as one body; what stops short gives what was there, and nil says
  /// that the first chunk is none.
  private static func unchunked(_ body: [UInt8]) -> [UInt8]? {
    var rest = body[...]
    var out: [UInt8] = []
    var isFirst = true
    while let line = line(&rest) {
      let digits = line.prefix { HexDigit.value(of: $0) != nil }
      let after = line.dropFirst(digits.count).first
      guard (1...15).contains(digits.count),
        after == nil || after == 32 || after == UInt8(ascii: ";")
      else { return isFirst ? nil : out }
      let size = digits.reduce(0) { $0 << 4 | Int(HexDigit.value(of: $1) ?? 0) }
      if size == 0 { return out }
      if isFirst, size > rest.count, rest.count < 16 { return nil }
      out += rest.prefix(size)
      rest = rest.dropFirst(size)
      _ = Self.line(&rest)
      isFirst = false
    }
    return isFirst ? nil : out
  }
}
