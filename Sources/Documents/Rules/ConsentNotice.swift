/// A cookie or consent notice.
struct ConsentNotice: Removal {
  let name = "consent"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    let measure = piece.measure
    if piece.traits.contains(.consent) { return true }
    if measure.words <= 160, cookies(page.words(piece)) >= 2 { return true }
    guard measure.words <= 80 else { return false }
    if piece.phrases.whole.contains(.consent) { return piece.isLabel }
    return piece.phrases.opening.contains(.consent) && (piece.links > 0 || measure.words <= 30)
      && piece.kind != .heading
  }

  /// How often a line speaks of cookies.
  private func cookies(_ line: ArraySlice<UInt8>) -> Int {
    guard Self.mayNameCookies(line) else { return 0 }
    var count = 0
    var walk = WordWalk(line)
    while let word = walk.next() {
      if word.hash == Self.cookie || word.hash == Self.cookiesWord { count += 1 }
    }
    return count
  }

  /// Whether `oki` stands in the line.
  private static func mayNameCookies(_ line: ArraySlice<UInt8>) -> Bool {
    var last: UInt32 = 0
    for byte in line {
      last = (last << 8 | UInt32(byte | 0x20)) & 0xFF_FFFF
      if last == 0x6F_6B69 { return true }
    }
    return false
  }

  private static let cookie = hash("cookie")
  private static let cookiesWord = hash("cookies")

  private static func hash(_ word: String) -> UInt64 {
    var walk = WordWalk(Array(word.utf8)[...])
    return walk.next()?.hash ?? 0
  }
}
