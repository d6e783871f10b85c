/// Header fields as HTTP, mail and WARC write them: `Name: value`, folded lines beginning with
/// white space.
enum HeaderLines {
  /// Adds a line to the fields; what has no colon is left out.
  static func add(_ line: ArraySlice<UInt8>, to headers: inout [(name: String, value: String)]) {
    if line.first == 32 || line.first == 9 {
      guard let last = headers.indices.last else { return }
      headers[last].value += " " + text(line)
      return
    }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else {
      return
    }
    headers.append((text(line[..<colon]), text(line[(colon + 1)...])))
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while let first = bytes.first, first <= 32 { bytes = bytes.dropFirst() }
    while let last = bytes.last, last <= 32 { bytes = bytes.dropLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
