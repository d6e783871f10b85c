import Evidence

extension Dossier {
  /// How much of a dossier one page shows, so that the page stays within the first TCP window.
  enum Limit {
    static let keyPoints = 4
    static let comparisons = 6
    static let claims = 20
    static let claimsInGroup = 5
    static let quotes = 4
    static let events = 10
    static let cast = 12
  }

  /// The dossier as one page shows it; what is first in each list is kept.
  func trimmed() -> Dossier {
    var trimmed = self
    trimmed.keyPoints = Array(keyPoints.prefix(Limit.keyPoints))
    trimmed.comparisons = Array(
      comparisons.sorted { $0.weight > $1.weight }.prefix(Limit.comparisons))
    var left = Limit.claims
    trimmed.claimGroups = claimGroups.compactMap { group in
      guard left > 0 else { return nil }
      var group = group
      let kept = Swift.min(left, Limit.claimsInGroup, group.claims.count)
      group.claims = group.first(kept)
      left -= group.claims.count
      return group
    }
    trimmed.quotes = Array(quotes.prefix(Limit.quotes))
    trimmed.timeline = Array(timeline.suffix(Limit.events))
    trimmed.cast = Array(cast.prefix(Limit.cast))
    return trimmed
  }
}

extension Comparison {
  /// What differs tells most, what only one outlet says least.
  fileprivate var weight: Int {
    switch verdict {
    case .differ: 4_000 + readings.count
    case .oneOrigin: 3_000 + readings.count
    case .compatible: 2_000 + readings.count
    case .single: readings.count
    }
  }
}

extension ClaimGroup {
  /// The first claims, and with a denial the claim it denies; their order and references stay true.
  fileprivate func first(_ count: Int) -> [Claim] {
    guard claims.count > count else { return claims }
    var kept = Set(claims.indices.prefix(count))
    for index in claims.indices {
      if let denied = claims[index].denies, claims.indices.contains(denied), kept.count < count + 2
      {
        kept.insert(index)
        kept.insert(denied)
      }
    }
    let order = kept.sorted()
    let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    return order.map { index in
      var claim = claims[index]
      claim.denies = claim.denies.flatMap { place[$0] }
      return claim
    }
  }
}
