import Evidence
import Hypertext
import Languages
import Press

/// The parts of a story's page that show its dossier.
struct StoryEvidence {
  var marks: Marks
  var dossier: Dossier

  private var words: Wording { marks.words }

  var keyPoints: StorySection? {
    guard !dossier.keyPoints.isEmpty else { return nil }
    return StorySection(
      anchor: "wichtig", title: words.story.keyPoints, short: words.story.keyPointsShort, line: "",
      isOpen: true, content: "<ol class=\"keys\">\(dossier.keyPoints, keyPoint)</ol>")
  }

  private func keyPoint(_ point: KeyPoint) -> HTML {
    """
    <li>\(statement(point.citation))\(sources(point.citation, others: point.support))</li>

    """
  }

  /// A sentence of an article, verbatim.
  private func statement(_ citation: Citation) -> HTML {
    """
    <p data-v="\(marks.verbatim(citation.passage))"\
    \(attribute: "lang", marks.foreign(marks.language(of: citation)))>\(marks.text(citation))</p>
    """
  }

  /// The outlet that is quoted, and up to four more that say the same.
  private func sources(_ citation: Citation, others: [Citation], note: HTML? = nil) -> HTML {
    var seen: Set = [citation.outlet]
    let more = others.filter { seen.insert($0.outlet).inserted }
    let label: HTML? = more.isEmpty ? nil : "<span>\(words.story.alsoIn)</span>"
    let rest: HTML? = more.count > 4 ? "<span>+\(more.count - 4)</span>" : nil
    return """
      <p class="qs">\(note)\(marks.source(citation))\(label)\(more.prefix(4), { marks.source($0) })\(rest)</p>
      """
  }

  var figures: StorySection? {
    guard !dossier.comparisons.isEmpty else { return nil }
    let verdicts = [Comparison.Verdict.differ, .oneOrigin, .compatible, .single].filter { verdict in
      dossier.comparisons.contains { $0.verdict == verdict }
    }
    let names = verdicts.map { $0.word(words.evidence) }.joined(separator: ", ")
    return StorySection(
      anchor: "zahlen", title: words.story.figures, short: words.story.figuresShort,
      line: "\(words.counts.quantities(dossier.comparisons.count)): \(names)",
      content: """
        \(quantities, quantity)<p class="fn">\(words.story.figuresNote)</p>
        """)
  }

  /// Comparisons of one unit stand under one heading and on one scale.
  private var quantities: [[Comparison]] {
    var groups: [[Comparison]] = []
    for comparison in dossier.comparisons {
      if let index = groups.firstIndex(where: { $0.first?.unit == comparison.unit }) {
        groups[index].append(comparison)
      } else {
        groups.append([comparison])
      }
    }
    return groups
  }

  private func quantity(_ group: [Comparison]) -> HTML {
    let scale = ComparisonView.scale(group)
    let unit = group.first?.unit.shortened(to: 80).visible ?? words.story.figuresShort
    let axis: HTML? = scale.map {
      """
      <div class="axis"><div class="tr">\
      \(FigureAxis(scale: $0, numbers: marks.edition.numbers).html)</div></div>
      """
    }
    let rows: HTML = """
      \(group, { ComparisonView(comparison: $0, marks: marks).rows(on: scale) })\(axis)
      """
    return scale == nil
      ? "<article class=\"cmp two\"><h3>\(unit)</h3>\(rows)</article>"
      : "<article class=\"cmp\"><h3>\(unit)</h3>\(rows)</article>"
  }

  var quotes: StorySection? {
    guard !dossier.quotes.isEmpty else { return nil }
    return StorySection(
      anchor: "wort", title: words.story.quotes, short: words.story.quotes,
      line: words.counts.quotes(dossier.quotes.count),
      content: "<div class=\"quo\">\(dossier.quotes, quotation)</div>")
  }

  private func quotation(_ claim: Claim) -> HTML {
    let speaker =
      marks.party(claim.speaker, in: claim.citation)
      ?? words.evidence.noSpeaker
    let date: HTML? = claim.date.map { ", \(marks.edition.dates.element($0, .middle))" }
    return """
      <blockquote class="\(marks.palette[claim.citation.outlet])">\
      <p>\(marks.quote(claim.citation))</p>\
      <footer><b>\(speaker)</b>\(date) \(marks.source(claim.citation))</footer></blockquote>

      """
  }

  var timeline: StorySection? {
    guard let first = dossier.timeline.first, let last = dossier.timeline.last else { return nil }
    let dates = marks.edition.dates
    let span =
      dossier.timeline.count == 1
      ? dates.brief(first.date)
      : "\(dates.brief(first.date)) \(words.calendar.until) \(dates.brief(last.date))"
    return StorySection(
      anchor: "verlauf", title: words.story.timeline, short: words.story.timeline, line: span,
      content: "<ol class=\"tl\">\(dossier.timeline.indices, event)</ol>")
  }

  /// An event; the date is written once for all that follow on it.
  private func event(_ index: Int) -> HTML {
    let event = dossier.timeline[index]
    let isRepeated = index > 0 && dossier.timeline[index - 1].date == event.date
    let date: HTML = isRepeated ? "<span></span>" : marks.edition.dates.element(event.date, .middle)
    let announced: HTML? =
      event.isAnnounced ? "<span class=\"z ank\">\(words.evidence.expected)</span>" : nil
    // Told by three outlets or more: a turning point.
    let isBig = Set(event.others.map(\.outlet)).count >= 2
    return """
      <li\(attribute: "class", isBig ? "turn" : nil)>\(date)\
      <div>\(statement(event.citation))\
      \(sources(event.citation, others: event.others, note: announced))</div></li>

      """
  }

  var cast: StorySection? {
    guard !dossier.cast.isEmpty else { return nil }
    return StorySection(
      anchor: "namen", title: words.story.cast, short: words.story.castShort,
      line: words.counts.names(dossier.cast.count),
      content: "<ul class=\"cast\">\(dossier.cast, member)</ul>")
  }

  private func member(_ member: CastMember) -> HTML {
    let visible = member.role.flatMap { $0.words.visible == nil ? nil : $0 }
    let role: HTML? = visible.map {
      """
      <a data-v="\(marks.verbatim($0.passage))" href="\(url: marks.edition.path(marks.place($0)))">\
      \(marks.text($0, limit: 90))</a>,\u{20}
      """
    }
    let shown = Typography.set(
      member.name.shortened(to: 90).visible ?? "–", in: marks.language(of: member.mention))
    let name: HTML =
      member.articles.count >= marks.edition.leastForName
      ? "<a href=\"\(url: marks.edition.path(.name(member.key)))\">\(shown)</a>"
      : "<b>\(shown)</b>"
    return """
      <li>\(name) \
      <small>\(role)\(words.counts.articles(member.articles.count))</small></li>

      """
  }
}

extension Comparison.Verdict {
  func word(_ words: EvidenceWords) -> String {
    switch self {
    case .single: words.single
    case .compatible: words.compatible
    case .oneOrigin: words.oneOrigin
    case .differ: words.differ
    }
  }
}
