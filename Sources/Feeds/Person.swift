/// Someone who is named in a feed, taken apart: `Anna Amsel <anna@bote.example>`,
/// `anna@bote.example (Anna Amsel)`.
struct Person: Sendable, Hashable {
  var name = ""
  var email: String?
  var url: String?

  init() {}

  /// Takes apart a person written as one text.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    guard let at = bytes.firstIndex(of: UInt8(ascii: "@")) else {
      name = PlainText.ofText(bytes)
      return
    }
    var lower = at
    var upper = at + 1
    while lower > 0, Self.isAddress(bytes[lower - 1]) { lower -= 1 }
    while upper < bytes.count, Self.isAddress(bytes[upper]) { upper += 1 }
    while upper > at + 1, bytes[upper - 1] == UInt8(ascii: ".") { upper -= 1 }
    guard lower < at, upper > at + 1 else {
      name = PlainText.ofText(bytes)
      return
    }
    email = String(decoding: bytes[lower..<upper], as: UTF8.self)
    var before = bytes[..<lower]
    var after = bytes[upper...]
    let pairs: [(UInt8, UInt8)] = [(40, 41), (60, 62), (91, 93)]
    if let open = before.last, let close = after.first,
      pairs.contains(where: { $0 == open && $1 == close })
    {
      before.removeLast()
      after.removeFirst()
    }
    var rest = Array(before) + [32] + Array(after)
    // The mail address may come with `mailto:`, `?subject=`, brackets and empty parentheses.
    if let query = rest.firstIndex(of: UInt8(ascii: "?")), after.first == UInt8(ascii: "?") {
      let end = rest[query...].firstIndex { $0 == 32 || $0 == 41 || $0 == 62 } ?? rest.endIndex
      rest.removeSubrange(query..<end)
    }
    var words = rest[...]
    if words.starts(with: "mailto:".utf8) { words = words.dropFirst(7) }
    let isEdge = { (byte: UInt8) in
      byte <= 32 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
        || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "[")
        || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",")
        || byte == UInt8(ascii: ";")
    }
    while let first = words.first, isEdge(first) { words.removeFirst() }
    while let last = words.last, isEdge(last), last != UInt8(ascii: ")") || !words.contains(40) {
      words.removeLast()
    }
    name = PlainText.ofText(Array(words))
  }

  private static func isAddress(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- 48 < 10 || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "%")
  }
}
