import Press

/// A story's exhibits, each read once, so that a new article costs only its own reading and the
/// laying out anew.
package struct CaseFile: Sendable {
  /// In order of arrival.
  private var digests: [ExhibitDigest] = []
  private var tables = Tables()

  /// What grows with every article.
  private struct Tables: Sendable {
    var figures = FigureTable()
    var claims = ClaimBoard()
    var timeline = Timeline()
    var cast = Cast()
    var novelty = Novelty()
    /// In how many articles of the story a word stands.
    var spread: [UInt64: Int] = [:]

    /// Copies count once, as the article they were made from; of another story of the saga only
    /// figures and claims are laid beside those of this one.
    mutating func add(_ digest: ExhibitDigest, number: Int) {
      guard digest.isIndependent else { return }
      figures.add(digest, number: number)
      claims.add(digest, number: number)
      guard !digest.exhibit.isSibling else { return }
      timeline.add(digest, number: number)
      cast.add(digest, number: number)
      novelty.add(digest, number: number)
      KeyPointDraft.count(digest, in: &spread)
    }
  }

  package init() {}

  /// Holds exactly these articles from now on. Where new ones only follow the others, nothing else is
  /// laid out anew.
  package mutating func hold(_ exhibits: [ExhibitDigest]) {
    let wanted = Dictionary(exhibits.map { ($0.article.id, $0) }, uniquingKeysWith: { $1 })
    let ordered = wanted.values.sorted(by: Self.isBefore)
    let isLonger =
      ordered.count >= digests.count
      && zip(digests, ordered).allSatisfy { $0.exhibit.isSame(as: $1.exhibit) }
    let next = isLonger ? digests.count : 0
    digests = ordered
    if !isLonger { tables = Tables() }
    for number in next..<digests.count { tables.add(digests[number], number: number) }
  }

  /// How many articles it holds.
  package var count: Int { digests.count }

  private static func isBefore(_ a: ExhibitDigest, _ b: ExhibitDigest) -> Bool {
    (a.exhibit.arrived, a.article.id) < (b.exhibit.arrived, b.article.id)
  }

  /// The dossier of all that is in the file.
  package func dossier() -> Dossier {
    var dossier = Dossier()
    let own = digests.filter { $0.isIndependent && !$0.exhibit.isSibling }
    dossier.keyPoints = KeyPointDraft(digests: own, spread: tables.spread).keyPoints(
      Self.keyPoints(for: own.count))
    dossier.comparisons = tables.figures.comparisons(digests)
    dossier.claimGroups = tables.claims.claimGroups(digests)
    dossier.quotes = tables.claims.quotes(digests)
    dossier.timeline = tables.timeline.events(digests)
    dossier.cast = tables.cast.castMembers(digests)
    dossier.news = tables.novelty.news(digests)
    return dossier
  }

  /// Three sentences for one article, up to six for many.
  private static func keyPoints(for articles: Int) -> Int { Swift.min(6, 3 + articles / 2) }
}
