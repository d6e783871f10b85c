/// What a text's section is told by, as hashes: its words and pairs of words, and apart
/// from them the runs of two to five characters inside its words, their ends, points and figures
/// with them.
package struct SectionSigns: Sendable {
  /// A word, a pair of words or a run by its hash, and how often the text holds it.
  package struct Sign: Sendable, Hashable {
    package var hash: UInt32
    package var times: UInt32

    package init(hash: UInt32, times: UInt32) {
      self.hash = hash
      self.times = times
    }

    package var bucket: Int { Int(hash >> 6) & (SectionModel.buckets - 1) }
    /// Tells most others of the bucket from it: 13…44.
    package var mark: Int8 { Int8(13 + hash & 31) }
  }

  /// In order of appearance, each once.
  package private(set) var words: [Sign]
  package private(set) var runs: [Sign]

  /// The signs of a text in UTF-8.
  package init(_ text: some Collection<UInt8>) {
    var reader = SignReader()
    reader.open(text)
    let count = reader.readWords()
    words = Array(reader.signs[..<count])
    let more = reader.readRuns { _ in true }
    runs = Array(reader.signs[..<more])
  }
}
