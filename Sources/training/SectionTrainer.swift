import Foundation
import Stories

/// Learns the weights of `SectionModel`: logistic regression over all sections at once, one
/// headline after the other (stochastic gradient descent), drawn towards zero. What counts in the
/// end is the mean of the weights over the second half of the way, which wavers less.
struct SectionTrainer {
  /// How to learn.
  struct Tuning {
    /// How often each headline is read.
    var epochs = 8
    /// How far the first headline moves the weights.
    var rate: Float = 2
    /// How strongly weights are drawn towards zero.
    var decay: Float = 0.000_004
    /// Headlines that must hold a word for it to count.
    var least = 2
  }

  private static let sections = SectionModel.names.count
  /// One for each bucket and section, all times `scale`.
  private var weights = Array(repeating: SIMD8<Float>.zero, count: SectionModel.buckets)
  private var scale: Float = 1
  private var sum = Array(repeating: SIMD8<Float>.zero, count: SectionModel.buckets)
  private var summed: Float = 0
  /// How telling each bucket is: the rarer, the more.
  private var rarity = Array(repeating: Float(0), count: SectionModel.buckets)

  /// Goes through the lessons, in another order each time.
  mutating func learn(_ lessons: [Lesson], tuning: Tuning) {
    weigh(lessons, least: tuning.least)
    var order = Array(lessons.indices)
    var dice = Dice(seed: 7)
    var steps: Float = 0
    let first = 1 / (tuning.decay * tuning.rate)
    for epoch in 0..<tuning.epochs {
      order.shuffle(using: &dice)
      for (place, index) in order.enumerated() {
        let rate = 1 / (tuning.decay * (first + steps))
        learn(lessons[index], rate: rate * lessons[index].weight, decay: rate * tuning.decay)
        steps += 1
        if epoch * 2 >= tuning.epochs, place % 4_096 == 4_095 { addToSum() }
      }
    }
    addToSum()
  }

  private mutating func weigh(_ lessons: [Lesson], least: Int) {
    var counts = Array(repeating: 0, count: SectionModel.buckets)
    for lesson in lessons { for bucket in lesson.buckets { counts[bucket] += 1 } }
    for bucket in counts.indices where counts[bucket] >= least {
      rarity[bucket] = log(Float(lessons.count + 1) / Float(counts[bucket] + 1)) + 1
    }
  }

  private mutating func learn(_ lesson: Lesson, rate: Float, decay: Float) {
    var square: Float = 0
    var odds = SIMD8<Float>.zero
    for bucket in lesson.buckets {
      square += rarity[bucket] * rarity[bucket]
      odds += weights[bucket] * rarity[bucket]
    }
    guard square > 0 else { return }
    let share = 1 / square.squareRoot()
    odds *= share * scale
    let most = odds.max()
    for section in 0..<Self.sections { odds[section] = exp(odds[section] - most) }
    odds *= 1 / odds.sum()
    odds[lesson.section] -= 1
    scale *= 1 - min(0.5, decay)
    let step = odds * (rate * share / scale)
    for bucket in lesson.buckets { weights[bucket] -= step * rarity[bucket] }
    if scale < 1e-4 {
      for bucket in weights.indices { weights[bucket] *= scale }
      scale = 1
    }
  }

  private mutating func addToSum() {
    for bucket in sum.indices { sum[bucket] += weights[bucket] * scale }
    summed += 1
  }

  /// The weights as whole steps. One weight in ten thousand is cut off at the outermost step.
  func rounded() -> SectionSteps {
    let weights = sum.indices.map { sum[$0] * (rarity[$0] / max(1, summed)) }
    let sizes = weights.flatMap { w in (0..<Self.sections).map { abs(w[$0]) } }.sorted()
    let widest = sizes[Int(Double(sizes.count) * 0.9999)]
    let step = max(1e-6, widest / SectionSteps.outermost)
    return SectionSteps(
      step: step,
      steps: weights.flatMap { w in (0..<Self.sections).map { Self.steps(w[$0] / step) } })
  }

  /// Zero for what is no number: a rate far too high drives weights out of all bounds.
  private static func steps(_ size: Float) -> Int8 {
    guard !size.isNaN else { return 0 }
    return Int8(min(SectionSteps.outermost, max(-SectionSteps.outermost, size.rounded())))
  }
}
