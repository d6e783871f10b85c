import Foundation
import Stories

/// Learns the weights of `SectionModel`: logistic regression over all sections at once, one
/// headline after the other (stochastic gradient descent), drawn towards zero.
struct SectionTrainer {
  /// How to learn.
  struct Tuning {
    /// How often each headline is read.
    var epochs = 4
    /// How far a headline moves the weights in the first round; in the n-th an n-th of it.
    var rate: Float = 0.5
    /// The share of itself a weight loses each time it is used.
    var decay: Float = 0.001
  }

  private static let sections = SectionModel.names.count
  /// Eight a bucket, one for each section.
  private var weights = Array(repeating: Float(0), count: SectionModel.buckets * sections)

  /// Goes through the lessons, in another order each time.
  mutating func learn(_ lessons: [Lesson], tuning: Tuning) {
    var order = Array(lessons.indices)
    var dice = Dice(seed: 7)
    for epoch in 0..<tuning.epochs {
      order.shuffle(using: &dice)
      let rate = tuning.rate / Float(1 + epoch)
      for index in order where !lessons[index].buckets.isEmpty {
        learn(lessons[index], rate: rate, decay: tuning.decay)
      }
    }
  }

  private mutating func learn(_ lesson: Lesson, rate: Float, decay: Float) {
    let share = 1 / Float(lesson.buckets.count).squareRoot()
    var odds = Array(repeating: Float(0), count: Self.sections)
    for bucket in lesson.buckets {
      for section in odds.indices {
        odds[section] += weights[bucket * Self.sections + section] * share
      }
    }
    let most = odds.max() ?? 0
    for section in odds.indices { odds[section] = exp(odds[section] - most) }
    let sum = odds.reduce(0, +)
    for section in odds.indices {
      let error = odds[section] / sum - (section == lesson.section ? 1 : 0)
      let step = error * rate * share * 3
      for bucket in lesson.buckets {
        let place = bucket * Self.sections + section
        weights[place] -= step + decay * weights[place]
      }
    }
  }

  /// The weights as whole steps. One weight in a thousand is cut off at the outermost step.
  func rounded() -> SectionSteps {
    let sizes = weights.map(abs).sorted()
    let widest = sizes[Int(Double(sizes.count) * 0.999)]
    let step = max(0.02, widest / SectionSteps.outermost)
    return SectionSteps(step: step, steps: weights.map { Self.steps($0 / step) })
  }

  /// Zero for what is no number: a rate far too high drives weights out of all bounds.
  private static func steps(_ size: Float) -> Int8 {
    guard !size.isNaN else { return 0 }
    return Int8(min(SectionSteps.outermost, max(-SectionSteps.outermost, size.rounded())))
  }
}
