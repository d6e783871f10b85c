/// What the name model looks at in a token and beside it, as buckets of hashes.
package struct NameFeatures {
  package static let bits = 16

  private let words: Words
  private let hints: [NameHints]
  /// Beyond it nothing is looked at.
  package var sentence: Range<Int>
  private let tendencies: WordTendencies

  /// - Parameter hints: those of all words.
  package init(words: Words, hints: [NameHints], tendencies: WordTendencies) {
    self.words = words
    self.hints = hints
    sentence = words.indices
    self.tendencies = tendencies
  }

  /// The buckets of a token, each of another template.
  package func add(_ index: Int, isQuoted: Bool, to buckets: inout [Int32]) {
    var sink = BucketList(buckets: buckets)
    buckets = []
    addAll(index, isQuoted, &sink)
    buckets = sink.buckets
  }

  /// The sum of the rows of a token's buckets.
  func sum(_ index: Int, isQuoted: Bool, of rows: [SIMD8<Int16>]) -> SIMD8<Int16> {
    var sink = RowSum(rows: rows)
    addAll(index, isQuoted, &sink)
    return sink.sum
  }

  private func addAll(_ index: Int, _ isQuoted: Bool, _ sink: inout some FeatureSink) {
    addWords(index, &sink)
    addShapes(index, isQuoted, &sink)
    addHints(index, &sink)
    addLetters(index, &sink)
    addUse(index, &sink)
  }

  // MARK: Templates

  private func addWords(_ index: Int, _ sink: inout some FeatureSink) {
    let (before, here, after) = (hash(index - 1), hash(index), hash(index + 1))
    sink.add(0, 0)
    sink.add(1, here)
    sink.add(2, before)
    sink.add(3, after)
    sink.add(6, before &* 31 &+ here)
    sink.add(7, here &* 31 &+ after)
    var left = index - 1
    while left >= sentence.lowerBound, words[left].isCapitalised { left -= 1 }
    var right = index + 1
    while right < sentence.upperBound, words[right].isCapitalised { right += 1 }
    sink.add(56, hash(left) &* 8 &+ UInt64(Swift.min(index - left, 5)))
    sink.add(57, hash(right) &* 8 &+ UInt64(Swift.min(right - index, 5)))
  }

  private func addShapes(_ index: Int, _ isQuoted: Bool, _ sink: inout some FeatureSink) {
    let (before, here, after) = (shape(index - 1), shape(index), shape(index + 1))
    sink.add(8, here &* 2 &+ isFirst(index))
    sink.add(9, before &* 1000 &+ here)
    sink.add(10, here &* 1000 &+ after)
    sink.add(11, (before &* 1000 &+ here) &* 1000 &+ after)
    sink.add(25, (isQuoted ? 1 : 0) &+ here &* 2)
  }

  private func addHints(_ index: Int, _ sink: inout some FeatureSink) {
    let (before, here, after) = (hint(index - 1), hint(index), hint(index + 1))
    sink.add(12, here)
    sink.add(13, before)
    sink.add(14, after)
    sink.add(15, before &* 1_000_003 &+ here)
    sink.add(16, here &* 1_000_003 &+ after)
    sink.add(17, here &* 1_000_003 &+ shape(index) &* 2 &+ isFirst(index))
    addBits(20, here, &sink)
    addBits(21, before, &sink)
    addBits(22, after, &sink)
    addBits(23, hint(index - 2), &sink)
    addBits(24, hint(index + 2), &sink)
  }

  @inline(__always) private func addBits(
    _ template: UInt64, _ hints: UInt64, _ sink: inout some FeatureSink
  ) {
    var rest = hints & 0x1FF_FFFF
    while rest != 0 {
      sink.add(template, UInt64(rest.trailingZeroBitCount))
      rest &= rest &- 1
    }
  }

  private func addLetters(_ index: Int, _ sink: inout some FeatureSink) {
    let word = words[index]
    var run: UInt64 = 5
    for length in 0..<Swift.min(4, word.length) {
      run = run &* 257 &+ UInt64(words.utf8[word.start &+ length])
      if length >= 1 { sink.add(31 + UInt64(length), run) }
    }
    run = 5
    for length in 0..<Swift.min(5, word.length) {
      run = run &* 257 &+ UInt64(words.utf8[word.end &- 1 &- length])
      if length >= 1 { sink.add(36 + UInt64(length), run &* 2 &+ (word.isCapitalised ? 1 : 0)) }
    }
    sink.add(45, ending(index - 1))
    sink.add(46, ending(index + 1))
    guard word.marks.contains(.hasHyphen) else { return }
    let letters = words.utf8[word.range]
    guard let cut = letters.lastIndex(of: UInt8(ascii: "-"))
    else { return }
    sink.add(47, letters[(cut + 1)...].reduce(5) { $0 &* 257 &+ UInt64($1 | 0x20) })
    sink.add(48, letters[..<cut].reduce(5) { $0 &* 257 &+ UInt64($1) })
  }

  private func addUse(_ index: Int, _ sink: inout some FeatureSink) {
    let (before, here, after) = (use(index - 1), use(index), use(index + 1))
    sink.add(50, here)
    sink.add(51, before &* 256 &+ here)
    sink.add(52, here &* 256 &+ after)
    sink.add(53, here &* 1_000_003 &+ hint(index))
    sink.add(54, hash(index - 1) &* 512 &+ here)
    sink.add(55, hash(index + 1) &* 512 &+ here)
  }

  // MARK: Looks

  private func isFirst(_ index: Int) -> UInt64 { index == sentence.lowerBound ? 1 : 0 }

  private func hash(_ index: Int) -> UInt64 {
    sentence.contains(index) ? words[index].hash : 7
  }

  private func hint(_ index: Int) -> UInt64 {
    sentence.contains(index) ? UInt64(hints[index].rawValue) : 1 << 40
  }

  private func use(_ index: Int) -> UInt64 {
    guard sentence.contains(index), words[index].kind == .word else { return 255 }
    return UInt64(tendencies.code(of: words[index].hash))
  }

  /// The last three letters.
  private func ending(_ index: Int) -> UInt64 {
    guard sentence.contains(index) else { return 3 }
    let word = words[index]
    var run: UInt64 = 5
    for at in Swift.max(word.start, word.end - 3)..<word.end {
      run = run &* 257 &+ UInt64(words.utf8[at])
    }
    return run
  }

  /// What a token looks like from afar.
  private func shape(_ index: Int) -> UInt64 {
    guard sentence.contains(index) else { return 0 }
    let word = words[index]
    switch word.kind {
    case .number: return word.length == 4 ? 1 : word.length < 3 ? 2 : 3
    case .punctuation:
      let byte = words.firstByte(index)
      return byte < 0x80 ? 64 + UInt64(byte) : 5
    case .word:
      let marks = word.marks.intersection([
        .capitalised, .allCapitals, .innerCapital, .hasDigit, .hasHyphen,
      ])
      return 256 + UInt64(marks.rawValue) + (word.length == 1 ? 128 : 0)
    }
  }
}

/// Takes hashed features in.
private protocol FeatureSink {
  mutating func take(_ bucket: Int)
}

extension FeatureSink {
  @inline(__always) mutating func add(_ template: UInt64, _ value: UInt64) {
    var hash = (value ^ template &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
    hash ^= hash >> 32
    hash = hash &* 0x94D0_49BB_1331_11EB
    take(Int(truncatingIfNeeded: (hash >> 33) & ((1 << UInt64(NameFeatures.bits)) - 1)))
  }
}

private struct BucketList: FeatureSink {
  var buckets: [Int32]

  @inline(__always) mutating func take(_ bucket: Int) {
    buckets.append(Int32(truncatingIfNeeded: bucket))
  }
}

private struct RowSum: FeatureSink {
  let rows: [SIMD8<Int16>]
  var sum = SIMD8<Int16>(repeating: 0)

  @inline(__always) mutating func take(_ bucket: Int) { sum &+= rows[bucket] }
}
