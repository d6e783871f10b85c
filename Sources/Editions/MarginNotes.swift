import Evidence
import Hypertext
import Languages
import Press

/// What other outlets say on the matter of a paragraph, for the article's margin.
struct MarginNotes {
  private var comparisons: [Int: [(Comparison, Comparison.Reading)]] = [:]
  private var claims: [Int: [Claim]] = [:]
  private let article: Article.ID
  private let marks: Marks

  init(article: Article.ID, dossier: Dossier, marks: Marks) {
    self.article = article
    self.marks = marks
    for comparison in dossier.comparisons where comparison.verdict != .single {
      guard let own = comparison.readings.first(where: { $0.citation.passage.article == article }),
        comparison.readings.contains(where: { $0.citation.passage.article != article })
      else { continue }
      comparisons[own.citation.passage.anchor, default: []].append((comparison, own))
    }
    for group in dossier.claimGroups { add(group) }
  }

  /// A denial and what it denies are shown beside each other, whichever of them stands here.
  private mutating func add(_ group: ClaimGroup) {
    for (index, claim) in group.claims.enumerated() {
      guard let denied = claim.denies, group.claims.indices.contains(denied), denied != index else {
        continue
      }
      let other = group.claims[denied]
      note(claim, beside: other)
      note(other, beside: claim)
    }
  }

  private mutating func note(_ claim: Claim, beside own: Claim) {
    let passage = own.citation.passage
    guard passage.article == article, claim.citation.passage.article != article else { return }
    claims[passage.anchor, default: []].append(claim)
  }

  /// The note for a paragraph, if there is one.
  subscript(anchor: Int) -> HTML? {
    let figures = comparisons[anchor]
    let said = claims[anchor]
    guard figures != nil || said != nil else { return nil }
    let words = marks.words.article
    let label = figures != nil ? words.compareNote : words.claimNote
    return """
      <aside class="note"\(attribute: "lang", ownLanguage) aria-label="\(label)">\
      \(figures.map { figureNote($0.map(\.0)) })\(said.map(claimNote))</aside>
      """
  }

  private var ownLanguage: String? { marks.edition.language.rawValue }

  private func figureNote(_ comparisons: [Comparison]) -> HTML {
    """
    <h3>\(marks.words.article.otherFigures)</h3>\(comparisons.prefix(3), comparison)
    """
  }

  private func comparison(_ comparison: Comparison) -> HTML {
    let others = comparison.readings.filter { $0.citation.passage.article != article }
    return """
      <p>\(ComparisonView.verdict(comparison.verdict, marks.words.evidence))</p><ul>\
      \(others.prefix(4), { "<li>\(marks.source($0.citation))\(marks.quote($0.citation, limit: 90))</li>" })</ul>
      """
  }

  private func claimNote(_ claims: [Claim]) -> HTML {
    "<h3>\(marks.words.article.alsoSaid)</h3>\(claims.prefix(3), claim)"
  }

  private func claim(_ claim: Claim) -> HTML {
    let speaker =
      marks.party(claim.speaker, in: claim.citation)
      ?? marks.words.evidence.noSpeaker
    return """
      <p><b>\(speaker)</b> \(ClaimTable.status(claim.status, marks.words.evidence))</p>\
      <p>\(marks.quote(claim.citation, limit: 300)) \(marks.source(claim.citation))</p>
      """
  }
}
