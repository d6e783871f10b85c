import Press

/// A list of names cut into words in one pass: one name a line, its key behind a tab, `#` begins a remark.
struct NameList {
  private let isGerman: Bool
  private let words: Words

  /// The list with a name in a language's folder; empty if there is none.
  init(_ language: Language, _ name: String) {
    self.init(WordList.file(language, name), isGerman: language == .german)
  }

  init(_ bytes: [UInt8], isGerman: Bool) {
    self.isGerman = isGerman
    words = Words(bytes)
  }

  /// At least as many words as all names and their genitives have.
  var wordCount: Int { words.count * (isGerman ? 3 : 1) }

  /// Calls a body with the words of each name, and of its genitive, and what a `Lexicon` keeps of it: its
  /// key, or nothing, and "caps" where the text too must have it in capitals: MAN, not Man.
  func each(_ body: (ArraySlice<UInt64>, [String]) -> Void) {
    var hashes: [UInt64] = []
    var at = 0
    while at < words.count {
      let first = at
      at += 1
      while at < words.count, !words[at].marks.contains(.afterLine) { at += 1 }
      let end = endOfName(words[first].start)
      hashes.removeAll(keepingCapacity: true)
      var next = first
      while next < at, words[next].start < end {
        hashes.append(words[next].hash)
        next += 1
      }
      guard next > first else { continue }
      let attributes = attributes(words[first].start..<end)
      body(hashes[...], attributes)
      guard isGerman, !Self.sibilants.contains(words.utf8[end - 1]) else { continue }
      if words[next - 1].kind == .word {
        hashes[hashes.count - 1] = WordHash.mix(words[next - 1].hash, UInt8(ascii: "s"))
      } else {
        hashes.append(WordHash.mix(WordHash.seed, UInt8(ascii: "s")))
      }
      body(hashes[...], attributes)
    }
  }

  private static let sibilants = Array("sxz.".utf8)

  /// Where the name on a line ends: before its tab, remark or end, without blanks.
  private func endOfName(_ start: Int) -> Int {
    var at = start
    while at < words.utf8.count, !Self.ends(words.utf8[at]) { at += 1 }
    while at > start, words.utf8[at - 1] == 32 { at -= 1 }
    return at
  }

  private static func ends(_ byte: UInt8) -> Bool {
    byte == 9 || byte == 10 || byte == UInt8(ascii: "#")
  }

  private func attributes(_ name: Range<Int>) -> [String] {
    let isAcronym = words.utf8[name].allSatisfy { (0x41...0x5A).contains($0) }
    var start = name.upperBound
    while start < words.utf8.count, words.utf8[start] == 9 || words.utf8[start] == 32 { start += 1 }
    let end = endOfName(start)
    if start == end { return isAcronym ? Self.acronym : Self.plain }
    return [String(decoding: words.utf8[start..<end], as: UTF8.self)] + (isAcronym ? ["caps"] : [])
  }

  private static let plain = [""]
  private static let acronym = ["", "caps"]
}
