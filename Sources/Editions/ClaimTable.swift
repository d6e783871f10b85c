import Evidence
import Hypertext
import Languages
import Press

extension StoryEvidence {
  /// Who says what: groups of claims on one matter, by date.
  var claims: StorySection? {
    let groups = dossier.claimGroups.filter { !$0.claims.isEmpty }
    guard !groups.isEmpty else { return nil }
    let words = marks.words
    let count = groups.reduce(0) { $0 + $1.claims.count }
    return StorySection(
      anchor: "aussagen", title: words.story.claims, short: words.story.claims,
      line: words.story.claimsLine(words.counts.statements(count)),
      content: "\(groups, { ClaimTable(group: $0, marks: marks).html })")
  }
}

/// What is said on one matter, by date: who, how surely, in which words, where.
struct ClaimTable {
  var group: ClaimGroup
  var marks: Marks

  private var words: EvidenceWords { marks.words.evidence }

  var html: HTML {
    let title = group.words.prefix(3).enumerated()
    let count = marks.words.counts.statements(group.claims.count)
    return """
      <article class="who"><h3>\(title, { word($0.element, isFirst: $0.offset == 0) })<small>\(count)</small></h3><ol>\
      \(rows)</ol></article>

      """
  }

  private func word(_ word: String, isFirst: Bool) -> HTML {
    isFirst ? "<q>\(word.shortened(to: 60))</q>" : ", <q>\(word.shortened(to: 60))</q>"
  }

  /// By date; a heavier rule marks a new year, so that two years never look simultaneous.
  private var rows: HTML {
    let order = group.claims.indices.sorted {
      (group.claims[$0].date?.start ?? .min, $0) < (group.claims[$1].date?.start ?? .min, $1)
    }
    var year: Int?
    var pieces: [HTML] = []
    for index in order {
      let claim = group.claims[index]
      let newYear = claim.date.map { $0.inReach.day.year }
      pieces.append(row(claim, startsYear: newYear != year && !pieces.isEmpty))
      year = newYear
    }
    return "\(pieces, { $0 })"
  }

  private func row(_ claim: Claim, startsYear: Bool) -> HTML {
    let speaker = marks.party(claim.speaker, in: claim.citation)
    let relay = marks.party(claim.relay, in: claim.citation).map(words.relayedBy)
    let name = [speaker ?? words.noSpeaker, relay].compactMap { $0 }.joined(separator: ", ")
    return """
      <li\(attribute: "class", startsYear ? "yr" : nil)>\(date(claim))\
      <div><strong>\(name)</strong>\(Self.status(claim.status, words))</div>\
      <div><p>\(marks.quote(claim.citation)) \(carriers(claim))</p>\(denied(claim))</div></li>

      """
  }

  private func date(_ claim: Claim) -> HTML {
    guard let date = claim.date else {
      return "<span class=\"time\">\(marks.words.article.noDate)</span>"
    }
    return marks.edition.dates.element(date, .brief)
  }

  /// The outlet quoted, and how many more carry the same.
  private func carriers(_ claim: Claim) -> HTML {
    let others = Set(claim.carriedBy.map(\.outlet)).subtracting([claim.citation.outlet])
    let more: HTML? = others.isEmpty ? nil : " <small>+\(others.count)</small>"
    return "\(marks.source(claim.citation))\(more)"
  }

  private func denied(_ claim: Claim) -> HTML? {
    guard let index = claim.denies, group.claims.indices.contains(index) else { return nil }
    let other = group.claims[index]
    return "<small>\(words.regarding) \(marks.quote(other.citation, limit: 160))</small>"
  }

  /// The word for how surely something is said, with its sign.
  static func status(_ status: Speech.Status, _ words: EvidenceWords) -> HTML {
    switch status {
    case .stated: "<span class=\"z\">\(words.stated)</span>"
    case .claimed: "<span class=\"z sch\">\(words.claimed)</span>"
    case .confirmed: "<span class=\"z\">\(words.confirmed)</span>"
    case .estimated: "<span class=\"z sch\">\(words.estimated)</span>"
    case .announced: "<span class=\"z ank\">\(words.announced)</span>"
    case .hedged: "<span class=\"z sch\">\(words.hedged)</span>"
    case .hearsay: "<span class=\"z un\">\(words.hearsay)</span>"
    case .unconfirmed: "<span class=\"z un\">\(words.unconfirmed)</span>"
    case .asked: "<span class=\"z un\">\(words.asked)</span>"
    case .denied: "<span class=\"z be\">\(words.denied)</span>"
    }
  }
}
