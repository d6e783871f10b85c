import Stories

/// The weights of `SectionModel` as whole steps, so that each fits in a letter.
struct SectionSteps {
  /// Steps to either side of zero for which there are letters.
  static let outermost: Float = 23

  /// What one step stands for.
  let step: Float
  /// Ten a bucket: the weight for each section, and the rarity and the mark of its sign.
  let steps: [Int8]

  /// A size in whole steps; zero for what is no number.
  static func whole(_ size: Float) -> Int8 {
    guard !size.isNaN else { return 0 }
    return Int8(min(outermost, max(-outermost, size.rounded())))
  }

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
      let isRight = section(of: lesson.signs) == lesson.section
      tallies[headline.set ?? "all", default: Tally()].all += 1
      if isRight { tallies[headline.set ?? "all", default: Tally()].right += 1 }
    }
    return tallies.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func section(of signs: SectionSigns) -> Int {
    let count = SectionModel.names.count
    let shares = SectionModel.shares(of: signs) {
      let start = $0.bucket * SectionModel.letters + count
      return steps[start + 1] == $0.mark ? Float(steps[start]) * SectionModel.rarityStep : 0
    }
    var sums = Array(repeating: Float(0), count: count)
    for share in shares {
      for section in sums.indices {
        sums[section] +=
          Float(steps[share.bucket * SectionModel.letters + section]) * share.share
      }
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

  /// `sections-de.txt`: ten letters a bucket; `P` stands for 0.
  var table: String { TableText(letters).description }
}
