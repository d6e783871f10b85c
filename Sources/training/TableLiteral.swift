/// A table of letters as the literal of a `StaticString`, 92 letters a line.
struct TableLiteral: CustomStringConvertible {
  let letters: [UInt8]

  init(_ letters: [UInt8]) { self.letters = letters }

  var description: String {
    var lines = "\"\"\"\n"
    for start in stride(from: 0, to: letters.count, by: 92) {
      let line = letters[start..<min(start + 92, letters.count)]
      lines += "    \(String(decoding: line, as: UTF8.self))\\\n"
    }
    return lines + "\n    \"\"\""
  }
}
