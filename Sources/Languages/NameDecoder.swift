/// Finds the best labels of a sentence's tokens.
///
/// A token is looked at only where a name may stand: words with a capital or a digit that are no
/// common nouns, and what follows a word that may be in a name.
package struct NameDecoder: Sendable {
  /// From label to label, row by row.
  package let transitions: [Float]
  /// What each label is worth before each part of a name, and before no name.
  private let rows: [SIMD8<Float>]
  private let none: [Float]
  /// What being no name is worth less than the weights say: names are rather found than missed.
  package static let bias: Float = 1.2
  /// How far a name may lie behind the best labels and still be followed.
  private static let reach: Float = 3

  package init(transitions: [Float]) {
    self.transitions = transitions
    let count = NameModel.labels
    rows = (0..<count).map { before in
      var row = SIMD8<Float>(repeating: -.infinity)
      for label in 1..<count where Self.allows(before, label) {
        row[label - 1] = transitions[before * count + label]
      }
      return row
    }
    none = (0..<count).map { transitions[$0 * count] }
  }

  /// A name begins anywhere and goes on only behind itself.
  package static func allows(_ before: Int, _ label: Int) -> Bool {
    label == 0 || label % 2 == 1 || before == label || before == label - 1
  }

  /// The labels of a sentence's tokens; none where no token is in a name.
  ///
  /// - Parameters:
  ///   - hints: those of all words.
  ///   - gains: what each part of a name is worth above no name, for a token that is looked at.
  package func labels(
    _ words: Words, _ sentence: Range<Int>, hints: [NameHints], tendencies: WordTendencies,
    gains: (Int, Bool) -> SIMD8<Float>
  ) -> [Int] {
    var best = SIMD8<Float>(repeating: -.infinity)
    var bestNone: Float = 0
    // The best of all names so far; without one a token that opens none needs no look.
    var bestName = -Float.infinity
    // The label before, for each label, from the first token on that is looked at.
    var ways: [(parts: SIMD8<Int32>, none: Int32)] = []
    var isQuoted = false
    for index in sentence {
      let word = words[index]
      if word.kind == .punctuation, Quotes.isMark(words, index) { isQuoted.toggle() }
      let isOpen =
        Self.mayBegin(word, hints[index], tendencies)
        // Titles stand in quotation marks.
        || isQuoted && (word.isCapitalised || Quotes.isMark(words, index - 1))
        || bestName > bestNone - Self.reach
      if !isOpen, bestName == -.infinity {
        bestNone += none[0]
        if !ways.isEmpty { ways.append((SIMD8(repeating: 0), 0)) }
        continue
      }
      if ways.isEmpty { ways.reserveCapacity(sentence.upperBound - index) }
      var next = rows[0] + bestNone
      var nextNone = none[0] + bestNone
      var way: (parts: SIMD8<Int32>, none: Int32) = (SIMD8(repeating: 0), 0)
      for before in 1..<NameModel.labels where best[before - 1] > -.infinity {
        let score = rows[before] + best[before - 1]
        let isBetter = score .> next
        next.replace(with: score, where: isBetter)
        way.parts.replace(with: Int32(truncatingIfNeeded: before), where: isBetter)
        let scoreNone = none[before] + best[before - 1]
        if scoreNone > nextNone {
          nextNone = scoreNone
          way.none = Int32(truncatingIfNeeded: before)
        }
      }
      if isOpen {
        best = next + gains(index, isQuoted)
        bestNone = nextNone - Self.bias
      } else {
        best = SIMD8(repeating: -.infinity)
        bestNone = nextNone
      }
      ways.append(way)
      bestName = best.max()
    }
    return Self.labels(ways, last: best, bestNone, count: sentence.count)
  }

  /// The labels on the best way, walked back from the last token.
  private static func labels(
    _ ways: [(parts: SIMD8<Int32>, none: Int32)], last best: SIMD8<Float>, _ none: Float, count: Int
  ) -> [Int] {
    guard !ways.isEmpty else { return [] }
    var labels = Array(repeating: 0, count: count)
    var label = 0
    for other in 1..<NameModel.labels
    where best[other - 1] > (label == 0 ? none : best[label - 1]) {
      label = other
    }
    let first = count - ways.count
    for place in (first..<count).reversed() {
      labels[place] = label
      let way = ways[place - first]
      label = Int(label == 0 ? way.none : way.parts[label - 1])
    }
    return labels
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

  /// Runs of labels as names: tokens and index of the kind.
  package static func spans(_ labels: [Int]) -> [(tokens: Range<Int>, kind: Int)] {
    var spans: [(tokens: Range<Int>, kind: Int)] = []
    eachSpan(labels) { spans.append(($0, $1)) }
    return spans
  }

  /// Calls a body with the tokens and the kind of each run.
  static func eachSpan(_ labels: [Int], _ body: (Range<Int>, Int) -> Void) {
    var at = 0
    while at < labels.count {
      guard labels[at] % 2 == 1 else {
        at += 1
        continue
      }
      var end = at + 1
      while end < labels.count, labels[end] == labels[at] + 1 { end += 1 }
      body(at..<end, labels[at] / 2)
      at = end
    }
  }
}
