/// What the name model looks at in a token and beside it, as buckets of hashes.
package struct NameFeatures {
  package static let bits = 17

  private let words: Words
  private let hints: [NameHints]
  /// Beyond it nothing is looked at.
  package var sentence: Range<Int> {
    didSet {
      at = -2
      run = 0..<0
    }
  }
  private let tendencies: WordTendencies
  private let bitBuckets = Self.bitBuckets
  /// The token looked at last, and what it and its neighbours look like.
  private var at = -2
  /// The run of capitalised words met last.
  private var run = 0..<0
  private var before = Look()
  private var here = Look()
  private var after = Look()
  /// What tokens are worth by their spelling alone; empty in training.
  private(set) var worths: NameWorths

  /// - Parameter hints: those of all words.
  package init(words: Words, hints: [NameHints], tendencies: WordTendencies) {
    self.init(words: words, hints: hints, tendencies: tendencies, worths: NameWorths())
  }

  init(
    words: Words, hints: [NameHints], tendencies: WordTendencies,
    worths: consuming NameWorths
  ) {
    self.words = words
    self.hints = hints
    sentence = words.indices
    self.tendencies = tendencies
    self.worths = worths
  }

  /// The buckets of a token, each of another template.
  package mutating func add(_ index: Int, isQuoted: Bool, to buckets: inout [Int32]) {
    var sink = BucketList(buckets: buckets)
    buckets = []
    before = look(index - 1)
    here = look(index)
    after = look(index + 1)
    addHere(index, here, &sink)
    Self.addBefore(before, &sink)
    Self.addAfter(after, &sink)
    addTogether(index, isQuoted, &sink)
    for (template, hints) in [
      (20, here.hint), (21, before.hint), (22, after.hint), (23, hint(index - 2)),
      (24, hint(index + 2)),
    ] {
      Self.addBits(template, hints, bitBuckets, &sink)
    }
    buckets = sink.buckets
  }

  /// The sum of the rows of a token's buckets, and of what it and its neighbours are worth by themselves.
  mutating func sum(_ index: Int, isQuoted: Bool, of model: NameModel) -> SIMD8<Int16> {
    if index == at + 1 {
      (before, here) = (here, after)
    } else {
      before = look(index - 1, model)
      here = look(index, model)
    }
    after = look(index + 1, model)
    at = index
    var sink = RowSum(rows: model.rows)
    addTogether(index, isQuoted, &sink)
    return sink.sum &+ worths[here.place].here &+ worths[before.place].before
      &+ worths[after.place].after &+ hintSum(index, model)
  }

  /// What the bits of the hints around a token are worth.
  @inline(__always) private mutating func hintSum(
    _ index: Int, _ model: NameModel
  ) -> SIMD8<Int16> {
    var sum = worth(ofHints: here.hint, model).here
    sum &+= worth(ofHints: before.hint, model).before
    sum &+= worth(ofHints: after.hint, model).after
    sum &+= worth(ofHints: hint(index - 2), model).twoBefore
    return sum &+ worth(ofHints: hint(index + 2), model).twoBehind
  }

  @inline(__always) private mutating func worth(
    ofHints set: UInt64, _ model: NameModel
  ) -> HintWorth {
    let buckets = bitBuckets
    let place = worths.worth(of: set & Self.hintBits) { set in
      func sum(_ template: Int) -> SIMD8<Int16> {
        var sink = RowSum(rows: model.rows)
        Self.addBits(template, set, buckets, &sink)
        return sink.sum
      }
      return HintWorth(
        set: set, here: sum(20), before: sum(21), after: sum(22), twoBefore: sum(23),
        twoBehind: sum(24))
    }
    return worths.hint(place)
  }

  /// What a token looks like, and what it is worth by its spelling, which is reckoned once.
  @inline(__always) private mutating func look(_ index: Int, _ model: NameModel) -> Look {
    guard sentence.contains(index) else { return Look() }
    let place = Int(words.all[index].spelling) + 1
    if !worths[place].isKnown { worths[place] = worth(index, model) }
    let known = worths[place]
    return Look(
      hash: words.all[index].hash, hint: UInt64(hints[index].rawValue), shape: UInt64(known.shape),
      use: UInt64(known.use), form: known.form, place: place)
  }

  private func worth(_ index: Int, _ model: NameModel) -> NameWorth {
    let look = look(index)
    var here = RowSum(rows: model.rows)
    addHere(index, look, &here)
    var worth = Self.worth(around: look, model)
    worth.here = here.sum
    let near = model.nearby.place(of: NearbyWords.key(of: words[index]))
    worth.here &+= model.nearby.sum(-1, near, -1)
    worth.before &+= model.nearby.sum(near, -1, -1)
    worth.after &+= model.nearby.sum(-1, -1, near)
    worth.shape = UInt16(truncatingIfNeeded: look.shape)
    worth.use = UInt8(truncatingIfNeeded: look.use)
    worth.form = look.form
    return worth
  }

  /// What is beyond the sentence.
  static func beyond(_ model: NameModel) -> NameWorth { worth(around: Look(), model) }

  private static func worth(around look: Look, _ model: NameModel) -> NameWorth {
    var worth = NameWorth()
    worth.isKnown = true
    var before = RowSum(rows: model.rows)
    addBefore(look, &before)
    worth.before = before.sum
    var after = RowSum(rows: model.rows)
    addAfter(look, &after)
    worth.after = after.sum
    return worth
  }

  /// The bucket of a template's value.
  @inline(__always) static func bucket(_ template: UInt64, _ value: UInt64) -> Int {
    var hash = (value ^ template &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
    hash ^= hash >> 32
    hash = hash &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: (hash >> 33) & ((1 << UInt64(bits)) - 1))
  }

  // MARK: Templates
  // They change nothing; but a function that could not would be given a copy of all of this.

  /// Of a token by itself.
  private func addHere(_ index: Int, _ look: Look, _ sink: inout some FeatureSink) {
    sink.add(0, 0)
    sink.add(1, look.hash)
    addLetters(index, &sink)
    if words[index].marks.contains(.hasHyphen) { addParts(words[index], &sink) }
    sink.add(50, look.use)
  }

  /// Of a token before the one that is looked at.
  private static func addBefore(_ look: Look, _ sink: inout some FeatureSink) {
    sink.add(2, look.hash)
    sink.add(45, look.ending)
  }

  /// Of a token behind it.
  private static func addAfter(_ look: Look, _ sink: inout some FeatureSink) {
    sink.add(3, look.hash)
    sink.add(46, look.ending)
  }

  /// Of several tokens, and of where they stand.
  private mutating func addTogether(
    _ index: Int, _ isQuoted: Bool, _ sink: inout some FeatureSink
  ) {
    addWords(index, &sink)
    addShapes(index, isQuoted, &sink)
    addHints(index, &sink)
    addUse(&sink)
  }

  private mutating func addWords(_ index: Int, _ sink: inout some FeatureSink) {
    sink.add(6, before.hash &* 31 &+ here.hash)
    sink.add(7, here.hash &* 31 &+ after.hash)
    let capitals = capitals(around: index - 1)
    let left = capitals.isEmpty ? index - 1 : capitals.lowerBound - 1
    let right = self.capitals(around: index + 1).upperBound
    sink.add(56, hash(left) &* 8 &+ UInt64(Swift.min(index - left, 5)))
    sink.add(57, hash(right) &* 8 &+ UInt64(Swift.min(right - index, 5)))
  }

  /// The run of capitalised words around a token of the sentence; beside it, nothing. Kept, since a text
  /// may be one long run.
  private mutating func capitals(around index: Int) -> Range<Int> {
    if run.contains(index) { return run }
    guard sentence.contains(index), words[index].isCapitalised else {
      return index..<index
    }
    var lower = index
    while lower > sentence.lowerBound, words[lower - 1].isCapitalised { lower -= 1 }
    var upper = index + 1
    while upper < sentence.upperBound, words[upper].isCapitalised { upper += 1 }
    run = lower..<upper
    return run
  }

  private mutating func addShapes(_ index: Int, _ isQuoted: Bool, _ sink: inout some FeatureSink) {
    let isFirst: UInt64 = index == sentence.lowerBound ? 1 : 0
    let shape = here.shape
    sink.add(8, shape &* 2 &+ isFirst)
    sink.add(9, before.shape &* 1000 &+ shape)
    sink.add(10, shape &* 1000 &+ after.shape)
    let three = (before.shape &* 1000 &+ shape) &* 1000 &+ after.shape
    sink.add(11, three)
    sink.add(25, (isQuoted ? 1 : 0) &+ shape &* 2)
    sink.add(17, here.hint &* 1_000_003 &+ shape &* 2 &+ isFirst)
    sink.add(70, three &* 1000 &+ self.shape(index + 2))
    sink.add(71, self.shape(index - 2) &* 1_000_000_000 &+ three)
    sink.add(72, here.form &* 2 &+ isFirst)
    sink.add(73, before.form &* 31 &+ here.form)
    sink.add(74, here.form &* 31 &+ after.form)
  }

  private mutating func addHints(_ index: Int, _ sink: inout some FeatureSink) {
    sink.add(12, here.hint)
    sink.add(13, before.hint)
    sink.add(14, after.hint)
    sink.add(15, before.hint &* 1_000_003 &+ here.hint)
    sink.add(16, here.hint &* 1_000_003 &+ after.hint)
  }

  /// The bits of hints; what lies beyond the sentence has one of its own.
  private static let hintBits: UInt64 = 0x1FF_FFFF

  /// A bucket for each hint.
  @inline(__always) private static func addBits(
    _ template: Int, _ hints: UInt64, _ buckets: [Int32], _ sink: inout some FeatureSink
  ) {
    var rest = hints & hintBits
    while rest != 0 {
      sink.take(Int(buckets[(template &- 20) &* 32 &+ rest.trailingZeroBitCount]))
      rest &= rest &- 1
    }
  }

  /// The buckets of templates 20 to 24, 32 for the bits of each.
  private static let bitBuckets: [Int32] = (0..<160).map {
    Int32(truncatingIfNeeded: bucket(20 + UInt64($0 / 32), UInt64($0 % 32)))
  }

  private func addLetters(_ index: Int, _ sink: inout some FeatureSink) {
    let word = words[index]
    let letters = words.utf8.span.extracting(word.range)
    var run: UInt64 = 5
    var at = 0
    while at < 4, at < letters.count {
      run = run &* 257 &+ UInt64(letters[at])
      if at >= 1 { sink.add(31 &+ UInt64(at), run) }
      at &+= 1
    }
    let capital: UInt64 = word.isCapitalised ? 1 : 0
    run = 5
    at = 0
    while at < 5, at < letters.count {
      run = run &* 257 &+ UInt64(letters[letters.count &- 1 &- at])
      if at >= 1 { sink.add(36 &+ UInt64(at), run &* 2 &+ capital) }
      at &+= 1
    }
    if word.kind == .word, letters.count >= 5 { Self.addRuns(letters, &sink) }
  }

  /// Runs of four letters; each is the one before without its first letter and with one more.
  @inline(__always) private static func addRuns(
    _ letters: Span<UInt8>, _ sink: inout some FeatureSink
  ) {
    let cube: UInt64 = 257 * 257 * 257
    var run: UInt64 = 0
    var at = 0
    while at < letters.count {
      if at >= 4 { run = run &- UInt64(letters[at &- 4] | 0x20) &* cube }
      run = run &* 257 &+ UInt64(letters[at] | 0x20)
      if at >= 3 { sink.add(77, run &+ 9 &* 257 &* cube) }
      at &+= 1
    }
  }

  /// The parts around a hyphen.
  private func addParts(_ word: Word, _ sink: inout some FeatureSink) {
    let letters = words.utf8[word.range]
    guard let cut = letters.lastIndex(of: UInt8(ascii: "-"))
    else { return }
    sink.add(47, letters[(cut + 1)...].reduce(5) { $0 &* 257 &+ UInt64($1 | 0x20) })
    sink.add(48, letters[..<cut].reduce(5) { $0 &* 257 &+ UInt64($1) })
  }

  private mutating func addUse(_ sink: inout some FeatureSink) {
    sink.add(51, before.use &* 256 &+ here.use)
    sink.add(52, here.use &* 256 &+ after.use)
    sink.add(53, here.use &* 1_000_003 &+ here.hint)
    sink.add(54, before.hash &* 512 &+ here.use)
    sink.add(55, after.hash &* 512 &+ here.use)
  }

  // MARK: Looks

  /// What a token looks like, for itself and its neighbours; as it stands, what lies beyond the sentence.
  private struct Look {
    var hash: UInt64 = 7
    var hint: UInt64 = 1 << 40
    var shape: UInt64 = 0
    var use: UInt64 = 255
    var ending: UInt64 = 3
    var form: UInt64 = 1
    /// Its place in `NameWorths`.
    var place = 0
  }

  private func look(_ index: Int) -> Look {
    guard sentence.contains(index) else { return Look() }
    let word = words[index]
    return Look(
      hash: word.hash, hint: UInt64(hints[index].rawValue), shape: shape(word),
      use: word.kind == .word ? UInt64(tendencies.code(of: word.hash)) : 255,
      ending: ending(word), form: Self.form(of: word, in: words.utf8))
  }

  private func hash(_ index: Int) -> UInt64 {
    sentence.contains(index) ? words[index].hash : 7
  }

  private func hint(_ index: Int) -> UInt64 {
    sentence.contains(index) ? UInt64(hints[index].rawValue) : 1 << 40
  }

  /// The last three letters.
  private func ending(_ word: Word) -> UInt64 {
    var run: UInt64 = 5
    for at in Swift.max(word.start, word.end - 3)..<word.end {
      run = run &* 257 &+ UInt64(words.utf8[at])
    }
    return run
  }

  private func shape(_ index: Int) -> UInt64 {
    sentence.contains(index) ? shape(words[index]) : 0
  }

  /// What a token looks like from afar.
  private func shape(_ word: Word) -> UInt64 {
    switch word.kind {
    case .number: return word.length == 4 ? 1 : word.length < 3 ? 2 : 3
    case .punctuation:
      let byte = words.utf8[word.start]
      return byte < 0x80 ? 64 + UInt64(byte) : 5
    case .word:
      let marks = word.marks.intersection([
        .capitalised, .allCapitals, .innerCapital, .hasDigit, .hasHyphen,
      ])
      return 256 + UInt64(marks.rawValue) + (word.length == 1 ? 128 : 0)
    }
  }
}
