/// Finds the best labels of a sentence's tokens.
///
/// A token is looked at only where a name may stand: words with a capital or a digit that are no
/// common nouns, and what follows a word that may be in a name.
package struct NameDecoder: Sendable {
  /// From label to label, row by row.
  package let transitions: [Float]
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
  /// What being no name is worth less than the weights say: names are rather found than missed.
  package static let bias: Float = 0.6
  /// How far a name may lie behind the best labels and still be followed.
  private static let reach: Float = 3

  package init(transitions: [Float]) {
    self.transitions = transitions
    func step(_ before: Int, _ label: Int) -> Float {
      transitions[before * NameModel.labels + label]
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

  /// The labels of a sentence's tokens; none where no token is in a name.
  ///
  /// - Parameters:
  ///   - hints: those of all words.
  ///   - gains: what each part of a name is worth above no name, for a token that is looked at.
  package func labels(
    _ words: Words, _ sentence: Range<Int>, hints: [NameHints], tendencies: WordTendencies,
    gains: (Int, Bool) -> SIMD8<Float>
  ) -> [Int] {
    var path = Path()
    read(words, sentence, hints: hints, tendencies: tendencies, to: &path, gains: gains)
    return Array(repeating: 0, count: sentence.count - path.labels.count)
      + path.labels.map { Int($0) }
  }

  /// The labels of a sentence's tokens from the first on that is looked at, as `labels` gives them.
  @inline(__always) func read(
    _ words: Words, _ sentence: Range<Int>, hints: [NameHints], tendencies: WordTendencies,
    to path: inout Path, gains: (Int, Bool) -> SIMD8<Float>
  ) {
    var best = Best()
    path.ways.removeAll(keepingCapacity: true)
    path.labels.removeAll(keepingCapacity: true)
    var isQuoted = false
    for index in sentence {
      let word = words[index]
      if word.kind == .punctuation, Quotes.isMark(words, index) { isQuoted.toggle() }
      let isOpen =
        Self.mayBegin(word, hints[index], tendencies)
        // Titles stand in quotation marks.
        || isQuoted && (word.isCapitalised || Quotes.isMark(words, index - 1))
        || best.name > best.none - Self.reach
      if !isOpen, best.name == -.infinity {
        best.none += endsBehindNone
        if !path.ways.isEmpty { path.ways.append(Way()) }
        continue
      }
      var way = Way()
      let none = noneBehind(best, &way)
      if isOpen {
        best = named(behind: best, &way)
        let gains = gains(index, isQuoted)
        best.begin += gains.evenHalf
        best.inside += gains.oddHalf
        best.none = none - Self.bias
        best.note()
      } else {
        best = Best()
        best.none = none
      }
      path.ways.append(way)
    }
    path.walkBack(from: best)
  }

  /// The ways through a sentence and the best of them; kept from one sentence to the next, so that its
  /// room is made once.
  struct Path {
    /// The label before, for each label, from the first token on that is looked at.
    fileprivate var ways: [Way] = []
    fileprivate(set) var labels: [UInt8] = []

    /// The labels on the best way, walked back from the last token.
    fileprivate mutating func walkBack(from best: Best) {
      guard !ways.isEmpty else { return }
      var label = 0
      var most = best.none
      for kind in 0..<4 {
        if best.begin[kind] > most {
          label = 2 * kind + 1
          most = best.begin[kind]
        }
        if best.inside[kind] > most {
          label = 2 * kind + 2
          most = best.inside[kind]
        }
      }
      labels.append(contentsOf: repeatElement(0, count: ways.count))
      for place in ways.indices.reversed() {
        labels[place] = UInt8(truncatingIfNeeded: label)
        if label == 0 {
          label = Int(ways[place].none)
        } else if label & 1 == 1 {
          label = Int(ways[place].begin[(label - 1) / 2])
        } else {
          label = Int(ways[place].inside[label / 2 - 1])
        }
      }
    }
  }

  /// The best ways to the last token read: to no name, to the beginning of each kind and inside of it.
  fileprivate struct Best {
    var none: Float = 0
    var begin = SIMD4<Float>(repeating: -.infinity)
    var inside = SIMD4<Float>(repeating: -.infinity)
    /// The best of all names; without one a token that opens none needs no look.
    var name = -Float.infinity

    mutating func note() {
      let both = pointwiseMax(begin, inside)
      name = Swift.max(Swift.max(both[0], both[1]), Swift.max(both[2], both[3]))
    }
  }

  /// The labels before, for each label of a token.
  fileprivate struct Way {
    var begin = SIMD4<Int32>(repeating: 0)
    var inside = SIMD4<Int32>(repeating: 0)
    var none: Int32 = 0
  }

  /// The best way to no name, before its bias.
  private func noneBehind(_ best: Best, _ way: inout Way) -> Float {
    var none = endsBehindNone + best.none
    guard best.name > -.infinity else { return none }
    let begin = endsBehindBegin + best.begin
    let inside = endsBehindInside + best.inside
    for kind in 0..<4 {
      if begin[kind] > none {
        none = begin[kind]
        way.none = Int32(truncatingIfNeeded: 2 &* kind &+ 1)
      }
      if inside[kind] > none {
        none = inside[kind]
        way.none = Int32(truncatingIfNeeded: 2 &* kind &+ 2)
      }
    }
    return none
  }

  /// The best ways to each part of a name, before what the token is worth.
  private func named(behind best: Best, _ way: inout Way) -> Best {
    var next = Best()
    next.begin = beginsBehindNone + best.none
    guard best.name > -.infinity else { return next }
    for kind in 0..<4 {
      let begin = beginsBehindBegin[kind] + best.begin[kind]
      let isBetter = begin .> next.begin
      next.begin.replace(with: begin, where: isBetter)
      way.begin.replace(with: Int32(truncatingIfNeeded: 2 &* kind &+ 1), where: isBetter)
      let inside = beginsBehindInside[kind] + best.inside[kind]
      let isStillBetter = inside .> next.begin
      next.begin.replace(with: inside, where: isStillBetter)
      way.begin.replace(with: Int32(truncatingIfNeeded: 2 &* kind &+ 2), where: isStillBetter)
    }
    next.inside = goesOnBehindBegin + best.begin
    way.inside = SIMD4(1, 3, 5, 7)
    let goesOn = goesOnBehindInside + best.inside
    let isLonger = goesOn .> next.inside
    next.inside.replace(with: goesOn, where: isLonger)
    way.inside.replace(with: SIMD4(2, 4, 6, 8), where: isLonger)
    return next
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
  @inline(__always) static func eachSpan(
    _ labels: [some BinaryInteger], _ body: (Range<Int>, Int) -> Void
  ) {
    var at = 0
    while at < labels.count {
      guard labels[at] % 2 == 1 else {
        at += 1
        continue
      }
      var end = at + 1
      while end < labels.count, labels[end] == labels[at] + 1 { end += 1 }
      body(at..<end, Int(labels[at]) / 2)
      at = end
    }
  }
}
