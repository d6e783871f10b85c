import Press

/// Labels tokens as parts of names: a linear chain whose weights were learnt from labelled German
/// sentences (see Documentation/Technotes/Names.md).
package final class NameModel: Sendable {
  /// Outside, and for each kind where it begins and goes on.
  package static let labels = 9
  package static let kinds: [Name.Kind] = [.person, .place, .organisation, .other]
  package typealias Scores = SIMD16<Float>

  static let german = NameModel(letters: WordList.file(.german, "name-weights"))

  /// Eight weights a bucket, in steps: what each part of a name is worth above no name.
  let rows: [SIMD8<Int8>]
  let nearby: NearbyWords
  private let step: Float
  private let decoder: NameDecoder

  /// The first line holds the step and the transitions; then come nine letters a bucket, `P` for zero,
  /// and then the words of `NearbyWords`.
  private init?(letters text: [UInt8]) {
    guard let end = text.firstIndex(of: 10) else { return nil }
    let numbers = text[..<end].split(separator: UInt8(ascii: " ")).map {
      Int(String(decoding: $0, as: UTF8.self)) ?? 0
    }
    guard numbers.count == 82 else { return nil }
    // Letters lie within 44 of each other on either side, so that a difference has room.
    var letters = LetterReader(text, from: end + 1)
    var rows: [SIMD8<Int8>] = []
    rows.reserveCapacity(1 << NameFeatures.bits)
    for _ in 0..<1 << NameFeatures.bits {
      guard let none = letters.next() else { return nil }
      var row = SIMD8<Int8>(repeating: 0)
      for label in 0..<8 {
        guard let letter = letters.next() else { return nil }
        row[label] = Int8(truncatingIfNeeded: Int(letter) - Int(none))
      }
      rows.append(row)
    }
    guard let nearby = NearbyWords(letters: &letters) else { return nil }
    self.nearby = nearby
    self.rows = rows
    step = Float(numbers[0]) / 10000
    decoder = NameDecoder(transitions: numbers.dropFirst().map { Float($0) / 1000 })
  }

  /// The names of some sentences, given the hints of all words and how each is written.
  func names(
    _ words: Words, _ sentences: [Range<Int>], hints: [NameHints], tendencies: WordTendencies,
    by known: inout Spellings
  ) -> [FoundName] {
    var found: [FoundName] = []
    var features = NameFeatures(
      words: words, hints: hints, tendencies: tendencies,
      worths: known.takeWorths(self))
    defer { known.giveBack(features.worths) }
    var run = NameDecoder.Run()
    for sentence in sentences {
      features.sentence = sentence
      decoder.read(words, sentence, hints: hints, tendencies: tendencies, by: &run) {
        index, isQuoted in
        SIMD8<Float>(features.sum(index, isQuoted: isQuoted, of: self)) * step
      } _: { tokens, kind in
        let start = tokens.lowerBound
        var end = tokens.upperBound
        // "laut WSJ.": the stop ends the sentence; that of "Inc." belongs to the name.
        if end == sentence.upperBound, end - 1 > start,
          words.firstByte(end - 1) == UInt8(ascii: "."),
          words[end - 2].marks.contains(.allCapitals)
        {
          end -= 1
        }
        found.append(FoundName(tokens: start..<end, kind: Self.kinds[kind]))
      }
    }
    return found
  }
}
