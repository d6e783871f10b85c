import Stories

/// The weights of `SectionModel` as whole steps, so that each fits in a letter.
struct SectionSteps {
  /// Steps to either side of zero for which there are letters.
  static let outermost: Float = 46

  /// What one step stands for.
  let step: Float
  /// Eight a bucket, one for each section.
  let steps: [Int8]

  /// How many sections were guessed right.
  struct Tally {
    var right = 0
    var all = 0

    var share: Double { all > 0 ? (Double(right) / Double(all) * 1000).rounded() / 1000 : 0 }
  }

  /// What the weights say of labelled headlines, by the collection these come from.
  func tallies(over headlines: [Headline]) -> [(set: String, tally: Tally)] {
    var tallies: [String: Tally] = [:]
    for headline in headlines {
      guard let lesson = Lesson(headline, teaser: 1) else { continue }
      let isRight = section(of: lesson.buckets) == lesson.section
      tallies[headline.set ?? "all", default: Tally()].all += 1
      if isRight { tallies[headline.set ?? "all", default: Tally()].right += 1 }
    }
    return tallies.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func section(of buckets: [Int]) -> Int {
    let count = SectionModel.names.count
    var sums = Array(repeating: 0, count: count)
    for bucket in buckets {
      for section in sums.indices { sums[section] += Int(steps[bucket * count + section]) }
    }
    return sums.indices.max { sums[$0] < sums[$1] } ?? 0
  }

  /// A letter a step, `P` for zero; quotation mark and backslash give way to their neighbours.
  private var letters: [UInt8] {
    steps.map { step in
      switch UInt8(80 + Int(step)) {
      case UInt8(ascii: "\""): UInt8(ascii: "#")
      case UInt8(ascii: "\\"): UInt8(ascii: "[")
      case let letter: letter
      }
    }
  }

  /// `sections-de.txt`: eight letters a bucket, one for each section; `P` stands for 0.
  var table: String { TableText(letters).description }
}
