/// The article's text as the page's metadata give it, to compare pieces with: evidence, not truth.
struct Attestation: Sendable {
  private var triples = PlaceTable()
  private(set) var words = 0

  init(_ body: String?) {
    guard let body, body.utf8.count > 300 else { return }
    var hashes: [UInt64] = []
    // The whole is copied at once; a prefix of a view is copied byte by byte.
    WordWalk.append(hashesOf: Array(body.utf8).prefix(400_000), to: &hashes)
    words = hashes.count
    guard words >= 50 else { return }
    triples = PlaceTable(capacity: words)
    for index in 0..<(words - 2) {
      triples.enter(Self.join(hashes[...], index), index) { _ in false }
    }
  }

  var isEmpty: Bool { words < 50 }

  /// How much of a line stands in the text, 0…1, counted in runs of three words.
  ///
  /// - Parameter hashes: those of the line's words.
  func share(of hashes: ArraySlice<UInt64>) -> Double {
    guard hashes.count >= 3 else { return -1 }
    var same = 0
    for index in hashes.indices.dropLast(2) where triples[Self.join(hashes, index)] != nil {
      same += 1
    }
    return Double(same) / Double(hashes.count - 2)
  }

  private static func join(_ hashes: ArraySlice<UInt64>, _ index: Int) -> UInt64 {
    WordWalk.join(WordWalk.join(hashes[index], hashes[index + 1]), hashes[index + 2])
  }
}
