import Evidence
import Languages
import Press
import Storage
import Stories

extension StorySummary {
  /// What fronts show of a story: the words of its best article.
  init(_ story: Story, exhibits: [Exhibit], dossier: Dossier) {
    let independent = exhibits.filter { $0.copyOf == nil }
    let lead = Self.lead(of: independent.isEmpty ? exhibits : independent)
    let times = exhibits.map { $0.article.published?.start ?? $0.arrived }
    self.init(
      id: story.id, saga: story.saga, section: story.section ?? lead?.section,
      lead: lead?.id ?? "", headline: lead?.headline ?? "", kicker: lead?.kicker,
      standfirst: lead?.standfirst, language: lead?.language ?? .unknown,
      leadOutlet: lead?.outlet.id ?? "", outlets: Self.outlets(exhibits),
      independentOutlets: Self.outlets(independent), articleCount: story.members.count,
      independentCount: story.independentCount, firstAt: times.min() ?? 0,
      lastAt: times.max() ?? 0,
      reports: exhibits.suffix(100).map { exhibit in
        Report(
          outlet: exhibit.article.outlet.id,
          at: exhibit.article.published?.start ?? exhibit.arrived,
          isCopy: exhibit.copyOf != nil)
      },
      disagreement: dossier.comparisons.first { $0.verdict == .differ },
      hasClaims: !dossier.claimGroups.isEmpty || !dossier.quotes.isEmpty,
      quote: dossier.quotes.first { claim in
        claim.kind == .direct && claim.speaker != nil
          && (40...160).contains(claim.citation.words.utf8.count)
      })
  }

  /// The article that speaks for the story: of a language most of its articles share, with a
  /// standfirst, long enough to know, the newest of those.
  private static func lead(of exhibits: [Exhibit]) -> Article? {
    var languages: [Language: Int] = [:]
    for exhibit in exhibits { languages[exhibit.article.language, default: 0] += 1 }
    func weight(_ exhibit: Exhibit) -> (Int, Int, Int, Int64) {
      let article = exhibit.article
      return (
        languages[article.language] ?? 0, article.standfirst == nil ? 0 : 1,
        min(article.body.utf8.count, 1_200) / 400, article.published?.start ?? exhibit.arrived
      )
    }
    return exhibits.max { weight($0) < weight($1) }?.article
  }

  private static func outlets(_ exhibits: [Exhibit]) -> [Outlet.ID] {
    var seen: Set<Outlet.ID> = []
    return exhibits.map(\.article.outlet.id).filter { seen.insert($0).inserted }
  }
}
