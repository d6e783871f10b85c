import Evidence
import Hypertext
import Languages

/// An axis for figures: a span of round numbers and the marks on it.
struct FigureScale: Sendable {
  let low: Double
  let high: Double
  let ticks: [Double]

  /// A scale that holds all values of the readings; nil where there are none to be drawn.
  init?(_ figures: [Figure]) {
    let values = figures.flatMap { [$0.value, $0.low, $0.high] }.compactMap { $0 }
      .filter { $0.isFinite && $0.magnitude < 1e15 }
    guard let least = values.min(), let most = values.max() else { return nil }
    var low = least
    var high = most
    if least == most {
      (low, high) = least == 0 ? (0, 1) : least > 0 ? (0, least * 1.4) : (least * 1.4, 0)
    } else {
      let margin = (most - least) * 0.3
      low = least >= 0 ? Swift.max(0, least - margin) : least - margin
      high = most + margin
    }
    guard let (start, step) = Self.roundSpan(from: low, to: high) else { return nil }
    self.low = start
    self.high = start + 4 * step
    ticks = (0...4).map { start + Double($0) * step }
  }

  /// A value's place from 0 to 100, with one decimal at most.
  func percent(_ value: Double) -> String {
    guard value.isFinite, high > low else { return "50" }
    let share = Swift.min(Swift.max((value - low) / (high - low), 0), 1)
    return Percent.string(share * 100)
  }

  /// The smallest four equal steps of a round size that hold a span; the grid behind the drawings
  /// has four fields, too.
  private static func roundSpan(from low: Double, to high: Double) -> (start: Double, step: Double)?
  {
    let span = high - low
    guard span > 0, span.isFinite else { return nil }
    var power = 1.0
    while power * 10 <= span / 4 { power *= 10 }
    while power > span / 4 { power /= 10 }
    for factor in [1, 2, 2.5, 5, 10, 20] {
      let step = power * factor
      let start = (low / step).rounded(.down) * step
      if start + 4 * step >= high { return (start, step) }
    }
    return nil
  }
}

/// Shares of a drawing's width.
enum Percent {
  /// At most one decimal: enough for 1,280 pixels and short on the wire.
  static func string(_ value: Double) -> String {
    guard let tenths = Int(exactly: (value * 10).rounded()) else { return "0" }
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths.magnitude % 10)"
  }
}

/// One figure on its scale.
struct FigureChart {
  var figure: Figure
  var scale: FigureScale
  /// Height in pixels.
  var height = 46

  var html: HTML {
    "<svg width=\"100%\" height=\"\(height)\" aria-hidden=\"true\">\(drawing)</svg>"
  }

  private var middle: Int { height / 2 }

  private var drawing: HTML {
    switch figure.relation {
    case .equal: return dot(figure.value ?? figure.low)
    case .about:
      guard let value = figure.value ?? figure.low else { return "" }
      return "\(halo(value))\(dot(value))"
    case .more, .atLeast:
      guard let value = figure.value ?? figure.low else { return "" }
      return "\(dashes(from: scale.percent(value), to: "100"))\(dot(value))"
    case .less, .atMost:
      guard let value = figure.value ?? figure.high else { return "" }
      return "\(dashes(from: "0", to: scale.percent(value)))\(dot(value))"
    case .range:
      guard let low = figure.low, let high = figure.high else { return dot(figure.value) }
      return """
        <line class="ln" x1="\(scale.percent(low))%" x2="\(scale.percent(high))%" y1="\(middle)" \
        y2="\(middle)"/>\(dot(low))\(dot(high))
        """
    case .order:
      return dashes(
        from: figure.low.map(scale.percent) ?? "0", to: figure.high.map(scale.percent) ?? "100")
    }
  }

  private func dot(_ value: Double?) -> HTML {
    guard let value else { return "" }
    return "<circle class=\"pt\" cx=\"\(scale.percent(value))%\" cy=\"\(middle)\" r=\"8\"/>"
  }

  private func halo(_ value: Double) -> HTML {
    let span = (scale.high - scale.low) * 0.03
    return """
      <line class="halo" x1="\(scale.percent(value - span))%" x2="\(scale.percent(value + span))%" \
      y1="\(middle)" y2="\(middle)"/>
      """
  }

  private func dashes(from start: String, to end: String) -> HTML {
    "<line class=\"ln dash\" x1=\"\(start)%\" x2=\"\(end)%\" y1=\"\(middle)\" y2=\"\(middle)\"/>"
  }
}

/// The numbers under a scale.
struct FigureAxis {
  var scale: FigureScale
  var numbers: NumberWords

  var html: HTML {
    "<svg width=\"100%\" height=\"24\" aria-hidden=\"true\">\(scale.ticks, label)</svg>"
  }

  private func label(_ value: Double) -> HTML {
    let x = scale.percent(value)
    let side: String? = x == "0" ? nil : x == "100" ? "end" : "mid"
    return "<text\(attribute: "class", side) x=\"\(x)%\" y=\"17\">\(numbers.axis(value))</text>"
  }
}
