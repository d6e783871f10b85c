import Press

/// One sentence as the finders see it: its tokens, their tags and the language's words.
///
/// A class, since finders hold it and are made anew at every token.
final class SentenceView: Sendable {
  let words: Words
  let tags: [Tags]
  let vocabulary: Vocabulary
  /// The sentence's tokens.
  let range: Range<Int>
  let isHeading: Bool

  init(
    words: Words, tags: [Tags], vocabulary: Vocabulary, range: Range<Int>, isHeading: Bool
  ) {
    self.words = words
    self.tags = tags
    self.vocabulary = vocabulary
    self.range = range
    self.isHeading = isHeading
  }

  var isGerman: Bool { vocabulary.isGerman }
  var start: Int { range.lowerBound }
  var end: Int { range.upperBound }

  @inline(__always) subscript(index: Int) -> Word {
    range.contains(index) ? words[index] : words[-1]
  }

  @inline(__always) func has(_ tag: Tags, _ index: Int) -> Bool {
    range.contains(index) && tags[index].contains(tag)
  }

  /// A mark of punctuation of one ASCII byte.
  @inline(__always) func isMark(_ index: Int, _ mark: UInt8) -> Bool {
    range.contains(index) && words[index].kind == .punctuation && words[index].length == 1
      && words.firstByte(index) == mark
  }

  func isWord(_ index: Int, _ hash: UInt64) -> Bool {
    range.contains(index) && words[index].hash == hash && words[index].kind == .word
  }

  /// An en or em dash, or a hyphen.
  func isDash(_ index: Int) -> Bool {
    guard range.contains(index), words[index].kind == .punctuation else { return false }
    let word = words[index]
    if word.length == 1 { return words.firstByte(index) == UInt8(ascii: "-") }
    guard word.length == 3, words.firstByte(index) == 0xE2 else { return false }
    let last = words.utf8[word.start + 2]
    return words.utf8[word.start + 1] == 0x80 && (last >= 0x90 && last <= 0x95)
  }

  func folded(_ index: Int) -> [UInt8] { Folding.fold(words.utf8[self[index].range]) }

  /// Whether a folded word ends in one of the endings.
  func ends(_ index: Int, in endings: [[UInt8]]) -> Bool {
    let folded = folded(index)
    return endings.contains { folded.count > $0.count && folded.suffix($0.count) == $0[...] }
  }
}
