package import Languages

/// Whether two figures for the same thing can both be true.
package enum FigureComparison {
  package enum Verdict: String, Sendable, Codable {
    /// The same value said in the same way.
    case same
    /// The intervals meet, or one figure is too vague to tell: both can be true.
    case compatible
    /// The intervals are disjoint: one of them is wrong, or they speak of different things.
    case conflict
  }

  /// How far "about" reaches to either side of its value.
  static let tolerance = 0.1

  /// The verdict on two figures of the same unit, direction and date. Only the values and their
  /// limits are looked at; figures without a value are compatible with everything.
  package static func verdict(_ a: Figure, _ b: Figure) -> Verdict {
    verdict(a, b, aIsNear: false, bIsNear: false)
  }

  /// As above; "fast" and "knapp" (near) also say that the value is not far below.
  package static func verdict(_ a: Figure, _ b: Figure, aIsNear: Bool, bIsNear: Bool) -> Verdict {
    if isSame(a, b) { return .same }
    guard let first = Interval(a, isNear: aIsNear), let second = Interval(b, isNear: bIsNear)
    else { return .compatible }
    return first.meets(second) ? .compatible : .conflict
  }

  private static func isSame(_ a: Figure, _ b: Figure) -> Bool {
    if a.relation == .range, b.relation == .range, let low = a.low, let high = a.high {
      return low == b.low && high == b.high
    }
    guard let value = a.value, value == b.value else { return false }
    func side(_ relation: Figure.Relation) -> Int? {
      switch relation {
      case .equal: 0
      case .about: 1
      case .less, .atMost: 2
      case .more, .atLeast: 3
      case .range, .order: nil
      }
    }
    guard let left = side(a.relation) else { return false }
    return left == side(b.relation)
  }
}

/// The values a figure allows, ends included: rounding makes open ends meaningless in news.
struct Interval: Equatable {
  let low: Double
  let high: Double

  init?(_ figure: Figure, isNear: Bool = false) {
    switch figure.relation {
    case .range:
      guard let low = figure.low, let high = figure.high else { return nil }
      self.init(low, high)
    case .order:
      guard let low = figure.low ?? figure.value else { return nil }
      self.init(low, .infinity)
    case .equal, .about, .less, .atMost, .more, .atLeast:
      guard let value = figure.value else { return nil }
      let width = abs(value) * FigureComparison.tolerance
      switch figure.relation {
      case .about: self.init(value - width, value + width)
      case .less where isNear: self.init(value - 2 * width, value)
      case .less, .atMost: self.init(-.infinity, value)
      case .more, .atLeast: self.init(value, .infinity)
      default: self.init(value, value)
      }
    }
  }

  private init?(_ low: Double, _ high: Double) {
    guard !low.isNaN, !high.isNaN else { return nil }
    self.low = Swift.min(low, high)
    self.high = Swift.max(low, high)
  }

  func meets(_ other: Interval) -> Bool {
    Swift.max(low, other.low) <= Swift.min(high, other.high)
  }
}
