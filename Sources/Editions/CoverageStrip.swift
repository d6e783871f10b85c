import Hypertext
import Press

/// When a story was reported: one dot an article at its real time.
///
/// Places are percentages of the width, so that one drawing serves a phone and a desk.
struct CoverageStrip {
  var articles: [Article]
  var marks: Marks

  /// An article on the strip: where, how high, and how far its date reaches.
  private struct Dot {
    var article: Article
    var date: PressDate
    var x: Double
    var halo: (Double, Double)?
    var level = 0
  }

  var html: HTML? {
    let dated = articles.compactMap { article in article.published.map { (article, $0.inReach) } }
      .sorted { ($0.1.start, $0.0.id) < ($1.1.start, $1.0.id) }
    guard dated.count > 1, let first = dated.first, let last = dated.last else { return nil }
    // What is not exact may reach beyond today, the strip does not.
    let end = dated.map(\.1.end).max() ?? last.1.end
    let axis = TimeAxis(
      from: first.1.start, to: Swift.max(last.1.start, Swift.min(end, marks.edition.now)))
    let isCrowded = dated.count > 16
    let dots = placed(dated, on: axis, apart: isCrowded ? 3.4 : 7.4)
    let levels = (dots.map(\.level).max() ?? 0) + 1
    let step = isCrowded ? 12 : 26
    let base = levels * step + 14
    let words = marks.words.story
    let summary = marks.words.counts.articlesFrom(
      marks.words.counts.articles(dated.count),
      marks.words.counts.sources(Set(dated.map(\.0.outlet.id)).count))
    let dates = marks.edition.dates
    let span = [first.1, last.1].map(dates.full).joined(
      separator: " \(marks.words.calendar.until) ")
    return """
      <figure class="cov"><figcaption><b>\(words.coverage)</b> \
      <span class="meta">\(words.coverageNote)</span></figcaption>
      <svg width="100%" height="\(base + 24)" role="img" aria-label="\(words.coverageSpan(summary, span))">
      <line class="ax" x1="0" x2="100%" y1="\(base)" y2="\(base)"/>
      \(axis.ticks(marks.edition), { tick($0, base: base) })\
      \(dots, { drawing($0, base: base, step: step, isCrowded: isCrowded) })
      </svg></figure>
      """
  }

  /// Dots that would touch are stacked.
  private func placed(
    _ dated: [(Article, PressDate)], on axis: TimeAxis, apart: Double
  ) -> [Dot] {
    var lastAt: [Double] = []
    return dated.map { article, date in
      let isSpan = date.precision != .instant
      let reach = Swift.min(date.end, axis.end)
      let x = (axis.percent(date.start) + axis.percent(isSpan ? reach : date.start)) / 2
      var dot = Dot(article: article, date: date, x: x)
      if isSpan { dot.halo = (axis.percent(date.start), axis.percent(date.end)) }
      // A wide halo has a row of its own.
      let start = Swift.min(x - apart, (dot.halo?.0 ?? x) - apart / 2)
      let end = Swift.max(x, (dot.halo?.1 ?? x) - apart / 2)
      let level = lastAt.firstIndex { $0 <= start } ?? lastAt.count
      dot.level = Swift.min(level, 11)
      if level < lastAt.count { lastAt[level] = end } else if level < 12 { lastAt.append(end) }
      return dot
    }
  }

  private func drawing(_ dot: Dot, base: Int, step: Int, isCrowded: Bool) -> HTML {
    let x = Percent.string(dot.x)
    let y = base - 6 - step / 2 - dot.level * step
    let outlet = dot.article.outlet
    let halo: HTML? = dot.halo.map {
      """
      <line class="halo" x1="\(Percent.string($0.0))%" x2="\(Percent.string($0.1))%" \
      y1="\(y)" y2="\(y)"/>
      """
    }
    guard !isCrowded else {
      return """
        <g class="\(marks.palette[outlet.id])">\(halo)<circle class="pt" cx="\(x)%" cy="\(y)" r="6"/></g>
        """
    }
    return """
      <g class="\(marks.palette[outlet.id])">\(halo)<circle class="pt" cx="\(x)%" cy="\(y)" r="12"/>\
      <text class="lt" x="\(x)%" y="\(y + 4)">\(Monogram.letter(of: outlet))</text></g>
      """
  }

  private func tick(_ tick: TimeAxis.Tick, base: Int) -> HTML {
    let x = Percent.string(tick.percent)
    // At the borders a word stands inside.
    let (side, place): (String?, String) =
      tick.percent < 10 ? (nil, "0") : tick.percent > 88 ? ("end", "100") : ("mid", x)
    return """
      <line class="ax" x1="\(x)%" x2="\(x)%" y1="\(base)" y2="\(base + 5)"/>\
      <text\(attribute: "class", side) x="\(place)%" y="\(base + 20)">\(tick.label)</text>
      """
  }
}

/// The letter that stands for an outlet.
enum Monogram {
  static func letter(of outlet: Outlet) -> String {
    let name = outlet.name.isEmpty ? outlet.id : outlet.name
    let articles = ["Der ", "Die ", "Das ", "The "]
    let start = articles.first { name.hasPrefix($0) && name.utf8.count > $0.utf8.count }
    let rest = name.dropFirst(start?.count ?? 0)
    return rest.first { $0.isLetter || $0.isNumber }.map { $0.uppercased() } ?? "·"
  }
}
