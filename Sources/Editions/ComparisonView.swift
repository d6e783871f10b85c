import Evidence
import Hypertext
import Press

/// What outlets say of one quantity, drawn on one scale.
struct ComparisonView {
  var comparison: Comparison
  var marks: Marks
  /// Readings beyond are named by their number.
  var limit = 6

  private var words: EvidenceWords { marks.words.evidence }

  /// The scale all readings share, where there is something to see on it.
  static func scale(_ comparisons: [Comparison]) -> FigureScale? {
    let figures = comparisons.flatMap { $0.readings.map(\.figure) }
    return figures.count > 1 ? FigureScale(figures) : nil
  }

  static func verdict(_ verdict: Comparison.Verdict, _ words: EvidenceWords) -> HTML {
    switch verdict {
    case .single: "<span class=\"tag\">\(words.single)</span>"
    case .compatible: "<span class=\"tag ok\">\(words.compatible)</span>"
    case .oneOrigin: "<span class=\"tag eq\">\(words.oneOrigin)</span>"
    case .differ: "<span class=\"tag no\">\(words.differ)</span>"
    }
  }

  /// Direction, verdict and a row a reading.
  func rows(on scale: FigureScale?) -> HTML {
    """
    <header>\(comparison.direction?.visible.map { "<h4>\($0.shortened(to: 80))</h4>" as HTML })\
    \(Self.verdict(comparison.verdict, words))</header>
    <ul>\(comparison.readings(atMost: limit), { row($0, on: scale) })</ul>\(course)
    """
  }

  /// Leads to all that was said of the quantity, where that is a page.
  private var course: HTML? {
    guard case .paths = marks.edition.links, let first = comparison.readings.first,
      comparison.readings.count > 1
    else { return nil }
    let path = marks.edition.path(.quantity(Quantity.Anchor(first.citation.passage)))
    return "<a class=\"more\" href=\"\(url: path)\">\(marks.words.story.course)</a>"
  }

  private func row(_ reading: Comparison.Reading, on scale: FigureScale?) -> HTML {
    let chart: HTML? = scale.map {
      """
      <div class="tr \(marks.palette[reading.citation.outlet])">\
      \(FigureChart(figure: reading.figure, scale: $0).html)</div>
      """
    }
    return """
      <li><div>\(marks.source(reading.citation))\(circumstances(reading))</div>\
      <b>\(marks.quote(reading.citation, limit: 90))</b>\(chart)</li>
      """
  }

  /// Who says so and of when it speaks.
  private func circumstances(_ reading: Comparison.Reading) -> HTML {
    let claimant = marks.party(reading.claimant, in: reading.citation)
    let calendar = marks.words.calendar
    let asOf = reading.asOf.map {
      calendar.asOf(marks.edition.dates.brief($0)) + ($0.isInferred ? ", \(calendar.inferred)" : "")
    }
    return """
      \(claimant.map { "<small>\($0)</small>" as HTML })\(asOf.map { "<small>\($0)</small>" as HTML })
      """
  }

  /// The box beside a lead: the quantity, and each reading with its drawing.
  func box(to place: Address.Place) -> HTML {
    let scale = Self.scale([comparison])
    let title =
      [comparison.unit.visible, comparison.direction?.visible].compactMap { $0 }
      .joined(separator: " ").shortened(to: 100).visible ?? marks.words.story.figures
    return """
      <section class="box" aria-labelledby="ev"><p>\(Self.verdict(comparison.verdict, words))</p>
      <h2 id="ev">\(title)</h2>
      <ul class="dis">\(comparison.readings(atMost: 4), { boxed($0, on: scale) })</ul>
      \(scale.map { FigureAxis(scale: $0, numbers: marks.edition.numbers).html })
      <a class="more" href="\(url: marks.edition.path(place))#zahlen">\(marks.words.front.allEvidence)</a></section>
      """
  }

  private func boxed(_ reading: Comparison.Reading, on scale: FigureScale?) -> HTML {
    let chart: HTML? = scale.map {
      """
      <div class="tr \(marks.palette[reading.citation.outlet])">\
      \(FigureChart(figure: reading.figure, scale: $0, height: 32).html)</div>
      """
    }
    let date = reading.asOf.map { marks.words.calendar.asOf(marks.edition.dates.brief($0)) }
    let claimant = marks.party(reading.claimant, in: reading.citation)
    let line = [claimant, date].compactMap { $0 }.joined(separator: ", ")
    return """
      <li>\(marks.source(reading.citation))<b>\(marks.quote(reading.citation, limit: 90))</b>\
      \(line.isEmpty ? nil : "<small>\(line)</small>" as HTML)\(chart)</li>
      """
  }
}
