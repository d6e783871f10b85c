/// Finds the names of a sentence by the probabilities of its labels.
///
/// A token is looked at only where a name may stand: words with a capital or a digit that are no
/// common nouns, and what follows a word that may be in a name. Runs of such tokens stand alone, since no
/// name goes beyond them: what each name in one is worth is summed over all ways to label the run.
package struct NameDecoder: Sendable {
  /// What it is worth that each kind begins, no name follows, or the same name goes on: behind no
  /// name, behind the beginning of each kind, and inside of each kind.
  private let beginsBehindNone: SIMD4<Float>
  private let beginsBehindBegin: [SIMD4<Float>]
  private let beginsBehindInside: [SIMD4<Float>]
  private let endsBehindNone: Float
  private let endsBehindBegin: SIMD4<Float>
  private let endsBehindInside: SIMD4<Float>
  private let goesOnBehindBegin: SIMD4<Float>
  private let goesOnBehindInside: SIMD4<Float>
  /// The least probability of a name that is found: names are rather found than missed.
  package static let least: Float = 0.3
  /// How probable a name before a token is, beside none, if the token is still to be looked at.
  private static let reach: Float = 0.027
  /// Names have no more tokens than this.
  private static let longest = 12

  /// - Parameter transitions: from label to label, row by row.
  package init(transitions: [Float]) {
    func step(_ before: Int, _ label: Int) -> Float {
      let step = transitions[before * NameModel.labels + label]
      return SIMD8(repeating: step).powers[0]
    }
    func begins(_ before: Int) -> SIMD4<Float> {
      SIMD4(step(before, 1), step(before, 3), step(before, 5), step(before, 7))
    }
    let kinds = 0..<4
    beginsBehindNone = begins(0)
    beginsBehindBegin = kinds.map { begins(2 * $0 + 1) }
    beginsBehindInside = kinds.map { begins(2 * $0 + 2) }
    endsBehindNone = step(0, 0)
    endsBehindBegin = SIMD4(kinds.map { step(2 * $0 + 1, 0) })
    endsBehindInside = SIMD4(kinds.map { step(2 * $0 + 2, 0) })
    goesOnBehindBegin = SIMD4(kinds.map { step(2 * $0 + 1, 2 * $0 + 2) })
    goesOnBehindInside = SIMD4(kinds.map { step(2 * $0 + 2, 2 * $0 + 2) })
  }

  /// A name begins anywhere and goes on only behind itself.
  package static func allows(_ before: Int, _ label: Int) -> Bool {
    label == 0 || label % 2 == 1 || before == label || before == label - 1
  }

  /// The names of a sentence, in order, each with the index of its kind.
  ///
  /// - Parameters:
  ///   - hints: those of all words.
  ///   - gains: what each part of a name is worth above no name, for a token that is looked at.
  package func names(
    _ words: Words, _ sentence: Range<Int>, hints: [NameHints], tendencies: WordTendencies,
    gains: (Int, Bool) -> SIMD8<Float>
  ) -> [(tokens: Range<Int>, kind: Int)] {
    var run = Run()
    var names: [(tokens: Range<Int>, kind: Int)] = []
    read(words, sentence, hints: hints, tendencies: tendencies, by: &run, gains: gains) {
      names.append(($0, $1))
    }
    return names
  }

  /// The same with a run that is used again, so that its room is made once.
  @inline(__always) func read(
    _ words: Words, _ sentence: Range<Int>, hints: [NameHints], tendencies: WordTendencies,
    by run: inout Run, gains: (Int, Bool) -> SIMD8<Float>, _ body: (Range<Int>, Int) -> Void
  ) {
    var isQuoted = false
    for index in sentence {
      let word = words.all[index]
      if word.kind == .word, run.steps.isEmpty, !isQuoted,
        word.marks.isDisjoint(with: [.capitalised, .innerCapital, .hasDigit]),
        hints[index].isDisjoint(with: NameHints.found)
      {
        continue
      }
      if word.kind == .punctuation, Quotes.isMark(words, index) { isQuoted.toggle() }
      let isOpen =
        Self.mayBegin(word, hints[index], tendencies)
        // Titles stand in quotation marks.
        || isQuoted && (word.isCapitalised || Quotes.isMark(words, index - 1))
        || run.mayGoOn
      if isOpen {
        step(&run, index, gains(index, isQuoted))
      } else if !run.steps.isEmpty {
        finish(&run, isLast: false, body)
      }
    }
    if !run.steps.isEmpty { finish(&run, isLast: true, body) }
  }

  // MARK: Sums over all ways

  /// The parts of a name and none: values of each.
  fileprivate struct Parts {
    var none: Float = 0
    var begin = SIMD4<Float>()
    var inside = SIMD4<Float>()

    var sum: Float { none + (begin + inside).sum() }

    mutating func divide(by divisor: Float) {
      none /= divisor
      begin /= divisor
      inside /= divisor
    }
  }

  /// Tokens side by side that may be in names.
  struct Run {
    fileprivate struct Step {
      /// What the token's look is worth for each part of a name.
      var begins: SIMD4<Float>
      var goesOn: SIMD4<Float>
      /// What all ways to it are worth, and what that was divided by.
      var ways: Parts
      var scale: Float
      /// What all ways from it on are worth where a name ends with it, by the part it is.
      var endOfBegin = SIMD4<Float>()
      var endOfInside = SIMD4<Float>()
      /// The probability that each kind begins here, and what probabilities are divided by.
      var begin = SIMD4<Float>()
      var all: Float = 1
    }
    fileprivate var steps: [Step] = []
    fileprivate var first = 0
    fileprivate var mayGoOn = false
    /// Whether a name was probable beside none at any of them.
    fileprivate var mayHoldName = false
    fileprivate var names: [(probability: Float, tokens: Range<Int>, kind: Int)] = []
  }

  private func step(_ run: inout Run, _ index: Int, _ gains: SIMD8<Float>) {
    if run.steps.isEmpty { run.first = index }
    let before = run.steps.last?.ways ?? Parts(none: 1)
    let looks = gains.powers
    let (begins, goesOn) = (looks.evenHalf, looks.oddHalf)
    var ways = Parts()
    ways.none =
      endsBehindNone * before.none
      + (endsBehindBegin * before.begin + endsBehindInside * before.inside).sum()
    ways.begin = beginsBehindNone * before.none
    if !run.steps.isEmpty {
      for kind in 0..<4 {
        ways.begin += beginsBehindBegin[kind] * before.begin[kind]
        ways.begin += beginsBehindInside[kind] * before.inside[kind]
      }
      ways.inside =
        (goesOnBehindBegin * before.begin + goesOnBehindInside * before.inside) * goesOn
    }
    ways.begin *= begins
    let scale = ways.sum
    ways.divide(by: scale)
    let most = pointwiseMax(ways.begin, ways.inside)
    run.mayGoOn =
      Swift.max(Swift.max(most[0], most[1]), Swift.max(most[2], most[3]))
      > ways.none * Self.reach
    if run.mayGoOn { run.mayHoldName = true }
    run.steps.append(Run.Step(begins: begins, goesOn: goesOn, ways: ways, scale: scale))
  }

  /// Walks back through the run, then tells its names.
  private func finish(_ run: inout Run, isLast: Bool, _ body: (Range<Int>, Int) -> Void) {
    if run.mayHoldName {
      walkBack(&run, isLast: isLast)
      for place in run.steps.indices {
        for kind in 0..<4 where run.steps[place].begin[kind] >= Self.least {
          addNames(&run, from: place, kind)
        }
      }
      if run.names.count > 1 { Self.chooseApart(&run) }
      for name in run.names { body(name.tokens, name.kind) }
      run.names.removeAll(keepingCapacity: true)
    }
    run.steps.removeAll(keepingCapacity: true)
    run.mayGoOn = false
    run.mayHoldName = false
  }

  private func walkBack(_ run: inout Run, isLast: Bool) {
    var next = Parts()
    for place in run.steps.indices.reversed() {
      var here = Parts(none: 1, begin: SIMD4(repeating: 1), inside: SIMD4(repeating: 1))
      var goesOn = SIMD4<Float>()
      if place + 1 < run.steps.count {
        let begins = run.steps[place + 1].begins * next.begin
        goesOn = run.steps[place + 1].goesOn * next.inside
        here.none = endsBehindNone * next.none + (beginsBehindNone * begins).sum()
        here.begin = endsBehindBegin * next.none
        here.inside = endsBehindInside * next.none
        for kind in 0..<4 {
          here.begin[kind] += (beginsBehindBegin[kind] * begins).sum()
          here.inside[kind] += (beginsBehindInside[kind] * begins).sum()
        }
      } else if !isLast {
        here = Parts(none: endsBehindNone, begin: endsBehindBegin, inside: endsBehindInside)
      }
      let (endOfBegin, endOfInside) = (here.begin, here.inside)
      here.begin += goesOnBehindBegin * goesOn
      here.inside += goesOnBehindInside * goesOn
      let scale = here.sum
      here.divide(by: scale)
      let ways = run.steps[place].ways
      let all =
        ways.none * here.none + (ways.begin * here.begin + ways.inside * here.inside).sum()
      run.steps[place].endOfBegin = endOfBegin / scale
      run.steps[place].endOfInside = endOfInside / scale
      run.steps[place].begin = ways.begin * here.begin / all
      run.steps[place].all = all
      next = here
    }
  }

  /// The names of a kind that begin at a place and are probable enough.
  private func addNames(_ run: inout Run, from start: Int, _ kind: Int) {
    var ways = run.steps[start].ways.begin[kind]
    var place = start
    while true {
      let step = run.steps[place]
      let end = place == start ? step.endOfBegin[kind] : step.endOfInside[kind]
      let probability = ways * end / step.all
      if probability >= Self.least {
        run.names.append(
          (probability, run.first + start..<run.first + place + 1, kind))
      }
      place += 1
      guard place < run.steps.count, place - start < Self.longest else { return }
      let goesOn = place == start + 1 ? goesOnBehindBegin[kind] : goesOnBehindInside[kind]
      ways *= goesOn * run.steps[place].goesOn[kind] / run.steps[place].scale
    }
  }

  /// Leaves of names that overlap the more probable one; in the text's order. Runs may be as long as a text
  /// of capitals: tokens that are taken are marked, so that work grows with the length alone.
  private static func chooseApart(_ run: inout Run) {
    var isTaken = Array(repeating: false, count: run.steps.count)
    let first = run.first
    let chosen = run.names
      .sorted { ($1.probability, $0.kind) < ($0.probability, $1.kind) }
      .filter { name in
        guard !name.tokens.contains(where: { isTaken[$0 - first] }) else { return false }
        for token in name.tokens { isTaken[token - first] = true }
        return true
      }
    run.names = chosen.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private static func mayBegin(
    _ word: Word, _ hints: NameHints, _ tendencies: WordTendencies
  ) -> Bool {
    if word.kind != .word { return !hints.isDisjoint(with: NameHints.lists) }
    guard word.isCapitalised || word.marks.contains(.innerCapital) || word.marks.contains(.hasDigit)
    else { return !hints.isDisjoint(with: NameHints.found) }
    if !hints.isDisjoint(with: NameHints.lists.union(.found)) { return true }
    if hints.contains(.function) || hints.contains(.listedNoun) { return false }
    return !tendencies.isCommonNoun(word.hash)
  }
}

extension SIMD8<Float> {
  private static var noFraction: Float { 12_582_912 }

  /// e to the power of each, within 30 of zero: by halves of two and a polynomial, the same everywhere.
  fileprivate var powers: SIMD8<Float> {
    let limited = self.replacing(with: 30, where: self .> 30)
      .replacing(with: -30, where: self .< -30)
    let scaled = limited * 1.442_695_04
    // Beside this number a float has no room for a fraction: its last bits are the whole number.
    let rounded = scaled + Self.noFraction
    let rest = (scaled - (rounded - Self.noFraction)) * 0.693_147_18
    var power = SIMD8<Float>(repeating: 1 / 720)
    for factor: Float in [1 / 120, 1 / 24, 1 / 6, 0.5, 1, 1] { power = power * rest + factor }
    var twos = SIMD8<Float>()
    for place in 0..<8 {
      let whole = rounded[place].bitPattern &- Self.noFraction.bitPattern
      twos[place] = Float(bitPattern: (whole &+ 127) &<< 23)
    }
    return power * twos
  }
}
