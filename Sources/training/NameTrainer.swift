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
    /// What missing a part of a name counts beyond the odds while learning, so that names are rather
    /// found than missed.
    var missed: Float = 1
    /// So many times all is learnt, in another order each time; what ships is the mean.
    var turns = 3
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
  private let vectors: WordVectors?
  /// By bucket, the place of the word that `NearbyWords` keeps there: the commonest.
  private let owners: [Int?]
  /// For each dimension of the vector of the word before, the word itself and the word behind.
  private var nearby = Array(repeating: Scores(repeating: 0), count: 3 * WordVectors.dimensions)
  private var nearbySquares = Array(
    repeating: Scores(repeating: 0.01), count: 3 * WordVectors.dimensions)
  /// How much a vector weighs beside a look.
  private static let stretch: Float = 2
  private var dice: Dice

  private init(tuning: Tuning, vectors: WordVectors?, seed: UInt64) {
    self.tuning = tuning
    dice = Dice(seed: seed)
    var owners = [Int?](repeating: nil, count: 1 << NearbyWords.bits)
    for (place, word) in (vectors?.words ?? []).enumerated() {
      let bucket = NearbyWords.bucket(of: word)
      if owners[bucket] == nil { owners[bucket] = place }
    }
    self.owners = owners
    self.vectors = vectors
    transitionSquares = Array(repeating: 0.01, count: NameModel.labels * NameModel.labels)
  }

  /// The mean of what is learnt in several turns.
  static func learning(
    _ sentences: [LabelledSentence], tuning: Tuning, vectors: WordVectors?
  ) -> NameTrainer {
    var sum = NameTrainer(tuning: tuning, vectors: vectors, seed: 42)
    sum.learn(sentences)
    for turn in 1..<max(1, tuning.turns) {
      var next = NameTrainer(tuning: tuning, vectors: vectors, seed: 42 + UInt64(turn))
      next.learn(sentences)
      sum.weights = zip(sum.weights, next.weights).map { $0 + $1 }
      sum.nearby = zip(sum.nearby, next.nearby).map { $0 + $1 }
      sum.transitions = zip(sum.transitions, next.transitions).map { $0 + $1 }
    }
    let share = 1 / Float(max(1, tuning.turns))
    sum.weights = sum.weights.map { $0 * share }
    sum.nearby = sum.nearby.map { $0 * share }
    sum.transitions = sum.transitions.map { $0 * share }
    return sum
  }

  var decoder: NameDecoder { NameDecoder(transitions: transitions) }

  /// What a sentence's tokens are to the model.
  struct Example {
    var buckets: [[Int32]]
    /// The place of each token's vector.
    var places: [Int?]
  }

  func example(_ lesson: NameLesson) -> Example {
    let words = lesson.words
    return Example(
      buckets: Self.features(lesson),
      places: lesson.sentence.map { index in
        place(of: words[index].kind == .number ? NearbyWords.number : words[index].hash)
      })
  }

  /// Learns from no word that is lost in what ships.
  private func place(of hash: UInt64) -> Int? {
    vectors?.place(of: hash).flatMap { owners[NearbyWords.bucket(of: hash)] == $0 ? $0 : nil }
  }

  /// What each label is worth for each token.
  func scores(_ example: Example) -> [Scores] {
    example.buckets.indices.map { index in
      var scores = example.buckets[index].reduce(into: Scores(repeating: 0)) {
        $0 += weights[Int($1)]
      }
      eachValue(example, index) { scores += $1 * nearby[$0] }
      return scores
    }
  }

  /// Calls a body with the values of the vectors at a token and beside it, and which weights are theirs.
  private func eachValue(_ example: Example, _ index: Int, _ body: (Int, Float) -> Void) {
    guard let vectors else { return }
    for side in 0..<3 {
      let at = index + side - 1
      guard example.places.indices.contains(at), let place = example.places[at] else { continue }
      for (dimension, value) in vectors.vector(place).enumerated() {
        body(side * WordVectors.dimensions + dimension, value * Self.stretch)
      }
    }
  }

  /// Goes through the sentences, in another order each time.
  private mutating func learn(_ sentences: [LabelledSentence]) {
    let examples = sentences.map { example($0.lesson) }
    var order = Array(sentences.indices).filter { !sentences[$0].labels.isEmpty }
    let kept = UInt64((1 - tuning.dropped) * 1000)
    for _ in 0..<tuning.epochs {
      order.shuffle(using: &dice)
      for index in order {
        var example = examples[index]
        example.buckets = example.buckets.map { buckets in
          buckets.filter { _ in (dice.next() >> 33) % 1000 < kept }
        }
        learn(example, sentences[index].labels)
      }
    }
  }

  static func features(_ lesson: NameLesson) -> [[Int32]] {
    let words = lesson.words
    var features = NameFeatures(
      words: words, hints: lesson.hints, tendencies: .german)
    features.sentence = lesson.sentence
    let isQuoted = lesson.isQuoted
    return lesson.sentence.map { index in
      var buckets: [Int32] = []
      features.add(index, isQuoted: isQuoted[index - lesson.sentence.lowerBound], to: &buckets)
      return buckets
    }
  }

  private mutating func learn(_ example: Example, _ labels: [Int]) {
    var scores = scores(example)
    for place in labels.indices where labels[place] != 0 { scores[place][0] += tuning.missed }
    let chain = LabelChain(scores: scores, transitions: transitions)
    for (place, features) in example.buckets.enumerated() {
      var error = chain.shares(place)
      error[labels[place]] -= 1
      if error.max() < 1e-4 && error.min() > -1e-4 { continue }
      for bucket in features {
        squares[Int(bucket)] += error * error
        weights[Int(bucket)] -= tuning.rate * error / squares[Int(bucket)].squareRoot()
      }
      var steps: [(Int, Float)] = []
      eachValue(example, place) { steps.append(($0, $1)) }
      for (index, value) in steps {
        let slope = error * value
        nearbySquares[index] += slope * slope
        nearby[index] -= tuning.rate * slope / nearbySquares[index].squareRoot()
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
      out.unicodeScalars.append(Self.letter(weight / step))
      if index % 99 == 98 { out += "\n" }
    }
    return (out.hasSuffix("\n") ? out : out + "\n") + nearbyLetters(step)
  }

  /// Whole steps around `P`.
  private static func letter(_ steps: Float) -> Unicode.Scalar {
    let letter = 80 + Int(min(44, max(-44, steps.rounded())))
    // The backslash would cost an escape each time.
    return Unicode.Scalar(UInt8(letter == 92 ? 91 : letter))
  }

  /// Of the words that share a bucket the commonest, as `NearbyWords` reads them.
  private func nearbyLetters(_ step: Float) -> String {
    var out = ""
    for start in stride(from: 0, to: owners.count, by: 4) {
      let bits = (0..<4).reduce(0) { $0 | (owners[start + $1] == nil ? 0 : 1 << $1) }
      out.unicodeScalars.append(Unicode.Scalar(UInt8(97 + bits)))
      if start % 400 == 396 { out += "\n" }
    }
    out += "\n"
    for place in owners.compactMap({ $0 }) {
      guard let vectors else { break }
      let tag = NearbyWords.tag(of: vectors.words[place])
      for half in [tag >> 4, tag & 15] { out.unicodeScalars.append(Unicode.Scalar(97 + half)) }
      for side in 0..<3 {
        var sum = Scores(repeating: 0)
        for (dimension, value) in vectors.vector(place).enumerated() {
          sum += value * Self.stretch * nearby[side * WordVectors.dimensions + dimension]
        }
        for label in 1..<NameModel.labels {
          out.unicodeScalars.append(
            Self.letter((sum[label] - sum[0]) / step / Float(NearbyWords.coarseness)))
        }
      }
      out += "\n"
    }
    return out
  }
}
