/// Labels tokens as parts of names: a linear chain whose weights were learnt from labelled German
/// sentences (see Documentation/Technotes/Names.md).
package struct NameModel: Sendable {
  /// Outside, and for each kind where it begins and goes on.
  package static let labels = 9
  package static let kinds: [Name.Kind] = [.person, .place, .organisation, .other]
  package typealias Scores = SIMD16<Float>

  static let german = NameModel(
    letters: EmbeddedFile.all.first { $0.path == "German/name-weights.txt" }?.text)

  /// Nine weights a bucket, in steps.
  private let rows: [SIMD16<Int8>]
  private let step: Float
  private let decoder: NameDecoder

  /// The first line holds the step and the transitions; then nine letters a bucket, `P` for zero.
  private init?(letters: StaticString?) {
    guard let letters else { return nil }
    let text = letters.withUTF8Buffer { Array($0) }
    guard let end = text.firstIndex(of: 10) else { return nil }
    let numbers = text[..<end].split(separator: UInt8(ascii: " ")).map {
      Int(String(decoding: $0, as: UTF8.self)) ?? 0
    }
    guard numbers.count == 82 else { return nil }
    var rows = Array(repeating: SIMD16<Int8>(repeating: 0), count: 1 << NameFeatures.bits)
    var place = 0
    for byte in text[(end + 1)...] where byte > 32 {
      guard place < rows.count * Self.labels else { return nil }
      rows[place / Self.labels][place % Self.labels] = Int8(truncatingIfNeeded: Int(byte) - 80)
      place += 1
    }
    guard place == rows.count * Self.labels else { return nil }
    self.rows = rows
    step = Float(numbers[0]) / 10000
    decoder = NameDecoder(transitions: numbers.dropFirst().map { Float($0) / 1000 })
  }

  /// The names of a sentence.
  func names(
    _ words: Words, _ sentence: Range<Int>, hints: [NameHints], tendencies: WordTendencies
  ) -> [FoundName] {
    let features = NameFeatures(
      words: words, hints: hints, sentence: sentence, tendencies: tendencies)
    let labels = decoder.labels(words, sentence, hints: hints, tendencies: tendencies) {
      index, isQuoted in
      Scores(features.sum(index, isQuoted: isQuoted, of: rows)) * step
    }
    return NameDecoder.spans(labels).map { span in
      FoundName(
        tokens: span.tokens.lowerBound + sentence.lowerBound..<span.tokens.upperBound
          + sentence.lowerBound,
        kind: Self.kinds[span.kind])
    }
  }
}
