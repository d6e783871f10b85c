/// Labels tokens as parts of names: a linear chain whose weights were learnt from labelled German
/// sentences (see Documentation/Technotes/Names.md).
package struct NameModel: Sendable {
  /// Outside, and for each kind where it begins and goes on.
  package static let labels = 9
  package static let kinds: [Name.Kind] = [.person, .place, .organisation, .other]
  package typealias Scores = SIMD16<Float>

  static let german = NameModel(
    letters: EmbeddedFile.all.first { $0.path == "German/name-weights.txt" }?.text)

  /// Eight weights a bucket, in steps: what each part of a name is worth above no name.
  private let rows: [SIMD8<Int16>]
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
    var rows = Array(repeating: SIMD8<Int16>(repeating: 0), count: 1 << NameFeatures.bits)
    var bucket = 0
    var label = 0
    var none: Int16 = 0
    for byte in text[(end + 1)...] where byte > 32 {
      guard bucket < rows.count else { return nil }
      if label == 0 { none = Int16(byte) } else { rows[bucket][label - 1] = Int16(byte) - none }
      label += 1
      if label == Self.labels { (bucket, label) = (bucket + 1, 0) }
    }
    guard bucket == rows.count, label == 0 else { return nil }
    self.rows = rows
    step = Float(numbers[0]) / 10000
    decoder = NameDecoder(transitions: numbers.dropFirst().map { Float($0) / 1000 })
  }

  /// The names of some sentences, given the hints of all words.
  func names(
    _ words: Words, _ sentences: [Range<Int>], hints: [NameHints], tendencies: WordTendencies
  ) -> [FoundName] {
    var found: [FoundName] = []
    var features = NameFeatures(words: words, hints: hints, tendencies: tendencies)
    for sentence in sentences {
      features.sentence = sentence
      let labels = decoder.labels(words, sentence, hints: hints, tendencies: tendencies) {
        index, isQuoted in
        SIMD8<Float>(features.sum(index, isQuoted: isQuoted, of: rows)) * step
      }
      NameDecoder.eachSpan(labels) { tokens, kind in
        found.append(
          FoundName(
            tokens: tokens.lowerBound + sentence.lowerBound..<tokens.upperBound
              + sentence.lowerBound,
            kind: Self.kinds[kind]))
      }
    }
    return found
  }
}
