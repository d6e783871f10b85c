import Foundation
import Languages

/// Learns the weights of `NameModel`: a conditional random field over the labels of a sentence,
/// one sentence after the other, each weight with a step of its own (AdaGrad).
struct NameTrainer {
  struct Tuning {
    var epochs = 12
    var rate: Float = 0.07
    /// The share of a token's features that is not looked at, another one each time, so that no
    /// word alone decides.
    var dropped = 0.4
  }

  typealias Scores = NameModel.Scores

  private let tuning: Tuning
  private(set) var weights = Array(
    repeating: Scores(repeating: 0), count: 1 << NameFeatures.bits)
  private var squares = Array(
    repeating: Scores(repeating: 0.01), count: 1 << NameFeatures.bits)
  private(set) var transitions = Array(
    repeating: Float(0), count: NameModel.labels * NameModel.labels)
  private var transitionSquares: [Float]
  private var dice = Dice(seed: 42)

  init(tuning: Tuning) {
    self.tuning = tuning
    transitionSquares = Array(repeating: 0.01, count: NameModel.labels * NameModel.labels)
  }

  var decoder: NameDecoder { NameDecoder(transitions: transitions) }

  func scores(_ buckets: [Int32]) -> Scores {
    buckets.reduce(into: Scores(repeating: 0)) { $0 += weights[Int($1)] }
  }

  /// Goes through the sentences, in another order each time.
  mutating func learn(_ sentences: [LabelledSentence]) {
    let features = sentences.map { Self.features($0.lesson) }
    var order = Array(sentences.indices).filter { !sentences[$0].labels.isEmpty }
    let kept = UInt64((1 - tuning.dropped) * 1000)
    for _ in 0..<tuning.epochs {
      order.shuffle(using: &dice)
      for index in order {
        let seen = features[index].map { buckets in
          buckets.filter { _ in (dice.next() >> 33) % 1000 < kept }
        }
        learn(seen, sentences[index].labels)
      }
    }
  }

  static func features(_ lesson: NameLesson) -> [[Int32]] {
    let words = lesson.words
    let features = NameFeatures(
      words: words, hints: lesson.hints, tendencies: .german)
    let isQuoted = lesson.isQuoted
    return words.indices.map { index in
      var buckets: [Int32] = []
      features.add(index, isQuoted: isQuoted[index], to: &buckets)
      return buckets
    }
  }

  private mutating func learn(_ buckets: [[Int32]], _ labels: [Int]) {
    let chain = LabelChain(scores: buckets.map(scores), transitions: transitions)
    for (place, features) in buckets.enumerated() {
      var error = chain.shares(place)
      error[labels[place]] -= 1
      if error.max() < 1e-4 && error.min() > -1e-4 { continue }
      for bucket in features {
        squares[Int(bucket)] += error * error
        weights[Int(bucket)] -= tuning.rate * error / squares[Int(bucket)].squareRoot()
      }
    }
    var errors = chain.steps
    for place in labels.indices.dropFirst() {
      errors[labels[place - 1] * NameModel.labels + labels[place]] -= 1
    }
    for (index, error) in errors.enumerated() where error != 0 {
      transitionSquares[index] += error * error
      transitions[index] -= tuning.rate * error / transitionSquares[index].squareRoot()
    }
  }

  /// The file `name-weights.txt`, as `NameModel` reads it.
  var letters: String {
    let all = weights.flatMap { row in (0..<NameModel.labels).map { row[$0] } }
    let sizes = all.map(abs).sorted()
    let widest = sizes[Int(Double(sizes.count) * 0.9995)]
    let step = (max(0.001, widest / 44) * 10000).rounded() / 10000
    let head = [step * 10000] + transitions.map { $0 * 1000 }
    var out = head.map { "\(Int($0.rounded()))" }.joined(separator: " ") + "\n"
    for (index, weight) in all.enumerated() {
      let letter = 80 + Int(min(44, max(-44, (weight / step).rounded())))
      // The backslash would cost an escape each time.
      out.unicodeScalars.append(Unicode.Scalar(UInt8(letter == 92 ? 91 : letter)))
      if index % 99 == 98 { out += "\n" }
    }
    return out.hasSuffix("\n") ? out : out + "\n"
  }
}
