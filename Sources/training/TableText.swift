/// A table of letters as text, 1,024 letters a line.
struct TableText: CustomStringConvertible {
  let letters: [UInt8]

  init(_ letters: [UInt8]) { self.letters = letters }

  var description: String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: letters.count, by: 1_024) {
      text += letters[start..<min(start + 1_024, letters.count)]
      text.append(10)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
