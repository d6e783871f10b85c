import Evidence
package import Hypertext
import Languages

/// How the house works, in plain words, and whose data it uses.
package struct HowPage: Sendable {
  package var edition: Edition

  package init(edition: Edition) { self.edition = edition }

  package var html: HTML {
    let words = edition.wording.how
    return edition.page(
      place: .how, head: PageHead(title: words.title, summary: words.intro),
      main: """
        <header class="head"><h1>\(words.title)</h1><p class="lede">\(words.intro)</p></header>
        <div class="pro">\(words.chapters, chapter)
        <h2>\(words.signs)</h2><p>\(words.signsIntro)</p>\(figures)\(verdicts)\(statuses)
        <h2>\(words.credits)</h2>\(words.creditLines, { "<p>\($0)</p>" })</div>
        """)
  }

  private func chapter(_ chapter: HowWords.Chapter) -> HTML {
    "<h2>\(chapter.title)</h2>\(chapter.paragraphs, { "<p>\($0)</p>" })\n"
  }

  /// One drawing for each way of limiting a figure.
  private var figures: HTML {
    let relations: [(Figure.Relation, String, String)] = [
      (.equal, "11.000", "11,000"), (.about, "etwa 11.000", "about 11,000"),
      (.more, "mehr als 11.000", "more than 11,000"), (.atMost, "bis zu 11.000", "up to 11,000"),
      (.range, "10.500 bis 11.500", "10,500 to 11,500"),
    ]
    return
      "<ul class=\"signs\">\(relations, { sign($0.0, edition.language == .german ? $0.1 : $0.2) })</ul>"
  }

  private func sign(_ relation: Figure.Relation, _ words: String) -> HTML {
    let figure = Figure(
      stretch: Stretch(0..<0), value: 11_000, low: 10_500, high: 11_500, relation: relation)
    let scale = FigureScale([
      Figure(stretch: Stretch(0..<0), value: 10_000, relation: .equal),
      Figure(stretch: Stretch(0..<0), value: 12_000, relation: .equal),
    ])
    return """
      <li class="legend"><q>\(words)</q><span class="tr a">\
      \(scale.map { FigureChart(figure: figure, scale: $0, height: 32).html })</span></li>
      """
  }

  private var verdicts: HTML {
    let all: [Comparison.Verdict] = [.differ, .oneOrigin, .compatible, .single]
    return """
      <p class="qs">\(all, { ComparisonView.verdict($0, edition.wording.evidence) })</p>
      """
  }

  private var statuses: HTML {
    let all: [Speech.Status] = [
      .stated, .claimed, .confirmed, .estimated, .announced, .hedged, .hearsay, .unconfirmed,
      .asked, .denied,
    ]
    return "<p class=\"qs\">\(all, { ClaimTable.status($0, edition.wording.evidence) })</p>"
  }
}

/// A page of the operator's own words, such as imprint or privacy.
package struct PlainPage: Sendable {
  package var edition: Edition
  package var place: Address.Place
  package var title: String
  /// Paragraphs of plain text; those that begin with `# ` are headings.
  package var paragraphs: [String]

  package init(edition: Edition, place: Address.Place, title: String, paragraphs: [String]) {
    self.edition = edition
    self.place = place
    self.title = title
    self.paragraphs = paragraphs
  }

  package var html: HTML {
    edition.page(
      place: place, head: PageHead(title: title),
      main: """
        <header class="head"><h1>\(title.visible ?? edition.title)</h1></header>
        <div class="pro">\(paragraphs, paragraph)</div>
        """)
  }

  private func paragraph(_ text: String) -> HTML {
    text.hasPrefix("# ") ? "<h2>\(String(text.dropFirst(2)))</h2>\n" : "<p>\(text)</p>\n"
  }
}
