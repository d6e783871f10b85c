/// Finds the best labels of a sentence's tokens.
///
/// A token is looked at only where a name may stand: words with a capital or a digit that are no
/// common nouns, and what follows a word that may be in a name.
package struct NameDecoder: Sendable {
  /// From label to label, row by row.
  package var transitions: [Float] { didSet { rows = Self.rows(transitions) } }
  private var rows: [NameModel.Scores]
  /// What being no name is worth less than the weights say: names are rather found than missed.
  package static let bias: Float = 1.2
  /// How far a name may lie behind the best labels and still be followed.
  private static let reach: Float = 3

  package init(transitions: [Float]) {
    self.transitions = transitions
    rows = Self.rows(transitions)
  }

  /// A name begins anywhere and goes on only behind itself.
  package static func allows(_ before: Int, _ label: Int) -> Bool {
    label == 0 || label % 2 == 1 || before == label || before == label - 1
  }

  package func labels(
    _ words: Words, _ sentence: Range<Int>, hints: [NameHints], tendencies: WordTendencies,
    scores: (Int, Bool) -> NameModel.Scores
  ) -> [Int] {
    let count = NameModel.labels
    let closed = transitions[0]
    var best = NameModel.Scores(repeating: -.infinity)
    best[0] = 0
    // The best of all names so far; without one a token that opens none needs no look.
    var bestName = -Float.infinity
    var ways: [SIMD16<Int32>] = []
    ways.reserveCapacity(sentence.count)
    var isQuoted = false
    for (place, index) in sentence.enumerated() {
      if Quotes.isMark(words, index) { isQuoted.toggle() }
      let isOpen =
        Self.mayBegin(words[index], hints[place], tendencies)
        // Titles stand in quotation marks.
        || isQuoted && (words[index].isCapitalised || Quotes.isMark(words, index - 1))
        || bestName > best[0] - Self.reach
      if !isOpen, bestName == -.infinity {
        best[0] += closed
        ways.append(SIMD16(repeating: 0))
        continue
      }
      var gain = isOpen ? scores(index, isQuoted) : NameModel.Scores(repeating: -.infinity)
      gain[0] = isOpen ? gain[0] - Self.bias : 0
      var next = NameModel.Scores(repeating: -.infinity)
      var way = SIMD16<Int32>(repeating: 0)
      for before in 0..<count where best[before] > -.infinity {
        let score = rows[before] + best[before]
        let isBetter = score .> next
        next.replace(with: score, where: isBetter)
        way.replace(with: Int32(truncatingIfNeeded: before), where: isBetter)
      }
      best = next + gain
      ways.append(way)
      var names = best
      names[0] = -.infinity
      bestName = names.max()
    }
    var label = 0
    for other in 1..<count where best[other] > best[label] { label = other }
    var labels = Array(repeating: 0, count: sentence.count)
    for place in labels.indices.reversed() {
      labels[place] = label
      label = Int(ways[place][label])
    }
    return labels
  }

  /// What each label may become, and what that is worth; lanes beyond the labels are closed.
  private static func rows(_ transitions: [Float]) -> [NameModel.Scores] {
    let count = NameModel.labels
    return (0..<count).map { before in
      var row = NameModel.Scores(repeating: -.infinity)
      for label in 0..<count where allows(before, label) {
        row[label] = transitions[before * count + label]
      }
      return row
    }
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
    var at = 0
    while at < labels.count {
      guard labels[at] % 2 == 1 else {
        at += 1
        continue
      }
      var end = at + 1
      while end < labels.count, labels[end] == labels[at] + 1 { end += 1 }
      spans.append((at..<end, labels[at] / 2))
      at = end
    }
    return spans
  }
}
