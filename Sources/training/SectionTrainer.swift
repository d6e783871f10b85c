import Foundation
import Stories

/// Learns the weights of `SectionModel`: for each section a linear support vector machine with
/// squared loss against all others, by descent over the headlines' multipliers (Hsieh and others,
/// "A dual coordinate descent method", 2008). All sections learn in one walk.
struct SectionTrainer {
  /// How to learn.
  struct Tuning {
    /// How often each headline is read.
    var epochs = 12
    /// What an error costs, by which the weights are held small.
    var cost: Float = 0.4
    /// Headlines that must hold a sign for it to count.
    var least = 1
    /// How far many headlines of one outlet count less, so that its ways do not rule: the power of
    /// its share of all.
    var evenness: Float = 0.5
  }

  private static let sections = SectionModel.names.count
  /// One for each bucket and section.
  private var weights = Array(repeating: SIMD8<Float>.zero, count: SectionModel.buckets)
  /// The sign each bucket stands for.
  private var owners = Array(repeating: UInt32(0), count: SectionModel.buckets)
  /// How rare it is, in steps of `SectionModel.rarityStep`; 0 where it does not count.
  private var rarity = Array(repeating: Int8(0), count: SectionModel.buckets)
  /// By how much a bucket's share counts more for each section, by how surely its sign tells that
  /// section from the others: what tells little needs many headlines to say the contrary.
  private var telling = Array(
    repeating: SIMD8<Float>(repeating: 1), count: SectionModel.buckets)
  /// What the lessons' buckets count, one lesson after the other, and where each lesson begins.
  private var shares: [SectionModel.Share] = []
  private var begins: [Int] = [0]

  /// Goes through the lessons, in another order each time.
  mutating func learn(_ lessons: [Lesson], tuning: Tuning) {
    weigh(lessons, least: tuning.least)
    shares.reserveCapacity(lessons.reduce(0) { $0 + $1.signs.words.count + $1.signs.runs.count })
    for lesson in lessons {
      shares += SectionModel.shares(of: lesson.signs) {
        owners[$0.bucket] == $0.hash
          ? Float(rarity[$0.bucket]) * SectionModel.rarityStep : 0
      }
      begins.append(shares.count)
    }
    weighTelling(lessons)
    let evenness = evenness(of: lessons, tuning.evenness)
    var order = Array(lessons.indices)
    var multipliers = Array(repeating: SIMD8<Float>.zero, count: lessons.count)
    var dice = Dice(seed: 7)
    for _ in 0..<tuning.epochs {
      order.shuffle(using: &dice)
      for place in order {
        let lesson = lessons[place]
        let cost = tuning.cost * lesson.weight * (lesson.outlet.flatMap { evenness[$0] } ?? 1)
        learn(place, lesson.section, softness: 0.5 / cost, &multipliers[place])
      }
    }
  }

  /// Gives each bucket to the sign that most lessons hold.
  private mutating func weigh(_ lessons: [Lesson], least: Int) {
    var counts: [UInt32: Int] = [:]
    // Our own words bring signs in, but say nothing of how common they are.
    let headlines = lessons.filter { $0.outlet != nil }
    for lesson in headlines {
      for sign in lesson.signs.words + lesson.signs.runs { counts[sign.hash, default: 0] += 1 }
    }
    for lesson in lessons where lesson.outlet == nil {
      for sign in lesson.signs.words + lesson.signs.runs where counts[sign.hash] == nil {
        counts[sign.hash] = 1
      }
    }
    var most = Array(repeating: 0, count: SectionModel.buckets)
    for (hash, count) in counts where count >= least {
      let sign = SectionSigns.Sign(hash: hash, times: 1)
      guard (count, hash) > (most[sign.bucket], owners[sign.bucket]) else { continue }
      most[sign.bucket] = count
      owners[sign.bucket] = hash
      let size = log(Float(headlines.count + 1) / Float(count + 1)) + 1
      rarity[sign.bucket] = SectionSteps.whole(max(1, size / SectionModel.rarityStep))
    }
  }

  /// What a lesson of each outlet counts: 1 where all have as many.
  private func evenness(of lessons: [Lesson], _ power: Float) -> [String: Float] {
    var counts: [String: Int] = [:]
    for lesson in lessons { if let outlet = lesson.outlet { counts[outlet, default: 0] += 1 } }
    let mean = Float(counts.values.reduce(0, +)) / Float(max(1, counts.count))
    return counts.mapValues { pow(mean / Float($0), power) }
  }

  /// How surely each bucket's sign tells each section from the others: by the logarithm of how much
  /// oftener, or less often, the section's headlines hold it (Wang and Manning, "Baselines and
  /// bigrams", 2012).
  private mutating func weighTelling(_ lessons: [Lesson]) {
    var counts = Array(repeating: SIMD8<Float>(repeating: 1), count: SectionModel.buckets)
    var totals = SIMD8<Float>(repeating: 1)
    for (place, lesson) in lessons.enumerated() where lesson.outlet != nil {
      for index in begins[place]..<begins[place + 1] {
        counts[shares[index].bucket][lesson.section] += 1
        totals[lesson.section] += 1
      }
    }
    for bucket in counts.indices {
      for section in 0..<Self.sections {
        let others = counts[bucket].sum() - counts[bucket][section]
        let odds =
          log(counts[bucket][section] / totals[section])
          - log(others / (totals.sum() - totals[section]))
        telling[bucket][section] = 0.5 + 0.3 * abs(odds)
      }
    }
  }

  /// One step: the multiplier of each section moves to where the lesson is told well enough.
  private mutating func learn(
    _ place: Int, _ section: Int, softness: Float, _ multipliers: inout SIMD8<Float>
  ) {
    let range = begins[place]..<begins[place + 1]
    var sums = SIMD8<Float>.zero
    var square = SIMD8<Float>(repeating: softness)
    for index in range {
      let share = telling[shares[index].bucket] * shares[index].share
      sums += weights[shares[index].bucket] * share
      square += share * share
    }
    var side = SIMD8<Float>(repeating: -1)
    side[section] = 1
    let slope = side * sums - 1 + multipliers * softness
    let after = pointwiseMax(multipliers - slope / square, .zero)
    let step = (after - multipliers) * side
    multipliers = after
    guard step != .zero else { return }
    for index in range {
      weights[shares[index].bucket] +=
        step * telling[shares[index].bucket] * shares[index].share
    }
  }

  /// The weights as whole steps. One weight in ten thousand is cut off at the outermost step.
  func rounded() -> SectionSteps {
    let weights = zip(weights, telling).map { $0 * $1 }
    let sizes = weights.flatMap { w in (0..<Self.sections).map { abs(w[$0]) } }.sorted()
    let widest = sizes[Int(Double(sizes.count) * 0.9999)]
    let step = max(1e-6, widest / SectionSteps.outermost)
    return SectionSteps(
      step: step,
      steps: weights.indices.flatMap { bucket in
        (0..<Self.sections).map { SectionSteps.whole(weights[bucket][$0] / step) }
          + [rarity[bucket], SectionSigns.Sign(hash: owners[bucket], times: 1).mark]
      })
  }
}
