import Foundation
import Languages

/// How likely each label is at each place of a sentence, and each step from label to label: the
/// forward and backward sums over all ways through it.
struct LabelChain {
  typealias Scores = NameModel.Scores

  private static let count = NameModel.labels
  private var odds: [Scores] = []
  private var forward: [Scores] = []
  private var backward: [Scores] = []
  private var factors: [Float]

  init(scores: [Scores], transitions: [Float]) {
    let count = Self.count
    factors = transitions.map { exp($0) }
    for before in 0..<count {
      for label in 0..<count where !NameDecoder.allows(before, label) {
        factors[before * count + label] = 0
      }
    }
    odds = scores.map(Self.odds)
    forward = odds
    backward = odds.map { _ in Self.mask(Scores(repeating: 1)) }
    if !odds.isEmpty { forward[0] = Self.normal(Self.entry(odds[0])) }
    for place in odds.indices.dropFirst() {
      var sum = Scores(repeating: 0)
      for label in 0..<count {
        for before in 0..<count {
          sum[label] += forward[place - 1][before] * factors[before * count + label]
        }
      }
      forward[place] = Self.normal(sum * odds[place])
    }
    for place in odds.indices.dropLast().reversed() {
      let after = odds[place + 1] * backward[place + 1]
      var sum = Scores(repeating: 0)
      for before in 0..<count {
        for label in 0..<count { sum[before] += factors[before * count + label] * after[label] }
      }
      backward[place] = Self.normal(sum)
    }
  }

  /// The share of each label at a place.
  func shares(_ place: Int) -> Scores { Self.normal(forward[place] * backward[place]) }

  /// How often each step is to be expected in the sentence.
  var steps: [Float] {
    let count = Self.count
    var steps = Array(repeating: Float(0), count: count * count)
    for place in odds.indices.dropFirst() {
      let after = odds[place] * backward[place]
      var pairs = steps.map { _ in Float(0) }
      var sum: Float = 0
      for before in 0..<count {
        for label in 0..<count {
          let pair = forward[place - 1][before] * factors[before * count + label] * after[label]
          pairs[before * count + label] = pair
          sum += pair
        }
      }
      guard sum > 0 else { continue }
      for index in steps.indices { steps[index] += pairs[index] / sum }
    }
    return steps
  }

  private static func odds(_ scores: Scores) -> Scores {
    var most = scores[0]
    for label in 1..<count { most = max(most, scores[label]) }
    var odds = Scores(repeating: 0)
    for label in 0..<count { odds[label] = exp(scores[label] - most) }
    return odds
  }

  private static func mask(_ scores: Scores) -> Scores {
    var masked = Scores(repeating: 0)
    for label in 0..<count { masked[label] = scores[label] }
    return masked
  }

  /// A sentence begins outside of a name or with one.
  private static func entry(_ scores: Scores) -> Scores {
    var masked = Scores(repeating: 0)
    for label in 0..<count where NameDecoder.allows(0, label) { masked[label] = scores[label] }
    return masked
  }

  private static func normal(_ scores: Scores) -> Scores {
    let sum = scores.sum()
    return sum > 0 ? scores / sum : scores
  }
}
