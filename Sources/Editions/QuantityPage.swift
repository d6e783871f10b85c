package import Evidence
package import Hypertext
import Languages
package import Press

/// A quantity followed through the months: its values by date, with who says so.
package struct QuantityPage: Sendable {
  package var edition: Edition
  package var quantity: Quantity
  /// The figure the page is asked for by.
  package var anchor: Quantity.Anchor
  package var outlets: [Outlet]
  /// The stories that tell of it, newest first.
  package var stories: [StoryTeaser]

  package init(
    edition: Edition, quantity: Quantity, anchor: Quantity.Anchor, outlets: [Outlet],
    stories: [StoryTeaser]
  ) {
    self.edition = edition
    self.quantity = quantity
    self.anchor = anchor
    self.outlets = outlets
    self.stories = stories
  }

  private var words: Wording { edition.wording }

  package var html: HTML {
    let marks = Marks(
      edition, outlets: outlets + stories.flatMap { [$0.headlineOutlet] + $0.outlets })
    return edition.page(
      place: .quantity(anchor),
      head: PageHead(
        title: title, summary: "\(title): \(counts)", feed: (.quantity(anchor), title)),
      main: """
        <header class="head"><p class="kick">\(words.story.figures)</p><h1>\(title)</h1>\
        <p class="meta">\(counts)</p></header>
        \(QuantityChart(entries: quantity.entries, marks: marks).html)
        <div class="who qv"><ol>\(quantity.entries, { entry($0, marks) })</ol></div>
        <p class="fn">\(words.story.courseNote)</p>
        \(told(marks))
        """)
  }

  private var title: String {
    let parts = [quantity.unit.visible, quantity.direction?.visible].compactMap { $0 }
    return parts.joined(separator: " ").shortened(to: 100).visible ?? words.story.figures
  }

  private var counts: String {
    let outlets = Set(quantity.entries.map(\.reading.citation.outlet)).count
    let dates = quantity.entries.compactMap(\.date)
    let span =
      if let first = dates.min(by: { $0.start < $1.start }),
        let last = dates.max(by: { $0.start < $1.start }), first.start != last.start
      {
        ", \(edition.dates.brief(first)) \(words.calendar.until) \(edition.dates.brief(last))"
      } else {
        ""
      }
    return words.counts.articlesFrom(
      words.story.readings(quantity.entries.count), words.counts.sources(outlets)) + span
  }

  private func entry(_ entry: Quantity.Entry, _ marks: Marks) -> HTML {
    let citation = entry.reading.citation
    let date: HTML =
      entry.date.map { edition.dates.element($0, .brief) }
      ?? "<span class=\"time\">\(words.article.noDate)</span>"
    let claimant = marks.party(entry.reading.claimant, in: citation)
    let note: HTML? = entry.isRelay ? "<span class=\"tag eq\">\(words.story.relays)</span> " : nil
    return """
      <li>\(date)<div>\(claimant.map { "\($0)" as HTML } ?? "\(words.evidence.noSpeaker)")</div>\
      <div><p>\(note)\(marks.quote(citation, limit: 120)) \(marks.source(citation))</p></div></li>

      """
  }

  private func told(_ marks: Marks) -> HTML? {
    guard !stories.isEmpty else { return nil }
    let view = TeaserView(marks: marks, showsStandfirst: true)
    return """
      <section aria-labelledby="told"><div class="sec"><h2 id="told">\(words.lists.storiesWith)</h2></div>
      <div class="g3 rest">\(stories.prefix(12), { view.html($0) })</div></section>
      """
  }
}

/// Values by date on one drawing: a dot an entry, a line to the side where it is "more than" or "up
/// to".
struct QuantityChart {
  var entries: [Quantity.Entry]
  var marks: Marks

  private static let height = 240.0
  private static let base = 250

  /// An entry that has a day and a value.
  private struct Dot {
    var entry: Quantity.Entry
    var at: Int64
    var low: Double
    var high: Double
  }

  var html: HTML? {
    let dots = entries.compactMap(dot)
    guard let scale = FigureScale(entries.map(\.reading.figure)), let first = dots.map(\.at).min(),
      let last = dots.map(\.at).max(), dots.count > 1, last > first
    else { return nil }
    let axis = TimeAxis(from: first, to: last)
    return """
      <figure class="cov qt"><svg width="100%" height="\(Self.base + 24)" aria-hidden="true">\
      \(scale.ticks, { level($0, scale) })\
      \(axis.ticks(marks.edition), { tick($0) })\
      \(dots, { drawing($0, axis, scale) })</svg></figure>
      """
  }

  private func dot(_ entry: Quantity.Entry) -> Dot? {
    let figure = entry.reading.figure
    // "Tausende" is no value.
    guard figure.relation != .order, let date = entry.date?.inReach,
      let low = figure.value ?? figure.low ?? figure.high
    else { return nil }
    let middle = date.start + (Swift.max(date.start, date.end) - date.start) / 2
    let high = figure.relation == .range ? figure.high ?? low : low
    return Dot(entry: entry, at: middle, low: low, high: high)
  }

  private func y(_ value: Double, _ scale: FigureScale) -> String {
    let share = Swift.min(Swift.max((value - scale.low) / (scale.high - scale.low), 0), 1)
    return Percent.string(Self.height - share * (Self.height - 20))
  }

  private func level(_ value: Double, _ scale: FigureScale) -> HTML {
    let y = y(value, scale)
    return """
      <line class="ax" x1="0" x2="100%" y1="\(y)" y2="\(y)"/>\
      <text x="0" y="\(y)" dy="-3">\(marks.edition.numbers.axis(value))</text>
      """
  }

  private func tick(_ tick: TimeAxis.Tick) -> HTML {
    """
    <text class="mid" x="\(Percent.string(tick.percent))%" y="\(Self.base + 18)">\(tick.label)</text>
    """
  }

  private func drawing(_ dot: Dot, _ axis: TimeAxis, _ scale: FigureScale) -> HTML {
    let x = Percent.string(axis.percent(dot.at))
    let y = y(dot.low, scale)
    let reach: HTML? =
      switch dot.entry.reading.figure.relation {
      case .more, .atLeast: line(x, y, Percent.string(Double(y).map { Swift.max($0 - 28, 4) } ?? 4))
      case .less, .atMost:
        line(x, y, Percent.string(Double(y).map { Swift.min($0 + 28, Self.height) } ?? Self.height))
      case .range: line(x, y, self.y(dot.high, scale))
      case .equal, .about, .order: nil
      }
    return """
      <g class="\(marks.palette[dot.entry.reading.citation.outlet])">\(reach)\
      <circle class="pt" cx="\(x)%" cy="\(y)" r="7"/></g>
      """
  }

  private func line(_ x: String, _ from: String, _ to: String) -> HTML {
    "<line class=\"ln\" x1=\"\(x)%\" x2=\"\(x)%\" y1=\"\(from)\" y2=\"\(to)\"/>"
  }
}
