/// Finds the best labels of a sentence's tokens.
///
/// A token is looked at only where a name may stand: words with a capital or a digit that are no
/// common nouns, and what follows a word that may be in a name.
package struct NameDecoder: Sendable {
  /// From label to label, row by row.
  package var transitions: [Float]
  /// What being no name is worth less than the weights say: names are rather found than missed.
  package static let bias: Float = 1.2
  /// How far a name may lie behind the best labels and still be followed.
  private static let reach: Float = 3

  package init(transitions: [Float]) { self.transitions = transitions }

  /// A name begins anywhere and goes on only behind itself.
  package static func allows(_ before: Int, _ label: Int) -> Bool {
    label == 0 || label % 2 == 1 || before == label || before == label - 1
  }

  package func labels(
    _ words: Words, _ sentence: Range<Int>, hints: [NameHints], tendencies: WordTendencies,
    scores: (Int, Bool) -> NameModel.Scores
  ) -> [Int] {
    let count = NameModel.labels
    var best = Array(repeating: -Float.infinity, count: count)
    best[0] = 0
    var ways = Array(repeating: Int8(0), count: sentence.count * count)
    var isQuoted = false
    for (place, index) in sentence.enumerated() {
      if Quotes.isMark(words, index) { isQuoted.toggle() }
      let isOpen =
        Self.mayBegin(words[index], hints[place], tendencies)
        // Titles stand in quotation marks.
        || isQuoted && (words[index].isCapitalised || Quotes.isMark(words, index - 1))
        || best.dropFirst().contains { $0 > best[0] - Self.reach }
      var next = Array(repeating: -Float.infinity, count: count)
      let here = isOpen ? scores(index, isQuoted) : NameModel.Scores(repeating: 0)
      for label in 0..<(isOpen ? count : 1) {
        for before in 0..<count where Self.allows(before, label) {
          let score = best[before] + transitions[before * count + label]
          if score > next[label] {
            next[label] = score
            ways[place * count + label] = Int8(truncatingIfNeeded: before)
          }
        }
        next[label] += here[label] - (label == 0 && isOpen ? Self.bias : 0)
      }
      best = next
    }
    var label = best.indices.max { best[$0] < best[$1] } ?? 0
    var labels = Array(repeating: 0, count: sentence.count)
    for place in labels.indices.reversed() {
      labels[place] = label
      label = Int(ways[place * count + label])
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
