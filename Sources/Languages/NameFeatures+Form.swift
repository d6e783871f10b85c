extension NameFeatures {
  /// The form of small letters, and of such behind a capital.
  private static let smallForm: UInt64 = (3 * 131 + 2) * 131 + 2
  private static let capitalForm: UInt64 = ((3 * 131 + 1) * 131 + 2) * 131 + 2

  /// The classes of its letters in their order, no more than two of a kind in a row.
  static func form(of word: Word, in utf8: [UInt8]) -> UInt64 {
    let letters = utf8.span.extracting(word.range)
    // Most words are small letters, but for the first.
    var plain = 1
    while plain < letters.count, letters[plain] &- 0x61 < 26 { plain &+= 1 }
    if plain == letters.count, plain >= 3 {
      if letters[0] &- 0x61 < 26 { return Self.smallForm }
      if letters[0] &- 0x41 < 26 { return Self.capitalForm }
    }
    var form: UInt64 = 3
    var last: UInt64 = 0
    var count = 0
    for at in letters.indices {
      let byte = letters[at]
      let kind: UInt64 =
        byte &- 0x61 < 26
        ? 2
        : byte &- 0x41 < 26
          ? 1
          : byte >= 0x80
            ? 4
            : byte &- 0x30 < 10
              ? 3 : UInt64(byte)
      count = kind == last ? count &+ 1 : 1
      last = kind
      if count <= 2 { form = form &* 131 &+ kind }
    }
    return form
  }
}
