import Evidence
import Languages

/// How much of a dossier one page shows.
struct DossierLimit: Sendable {
  var keyPoints = 4
  var comparisons = 6
  var readings = 6
  var claims = 20
  var claimsInGroup = 5
  var quotes = 4
  var events = 10
  var cast = 12
  var support = 4

  /// From ample to sparing: a page takes the first that keeps it within its bytes.
  static let steps = [
    DossierLimit(),
    DossierLimit(
      comparisons: 5, readings: 4, claims: 15, claimsInGroup: 4, quotes: 3, events: 8, cast: 10,
      support: 3),
    DossierLimit(
      keyPoints: 3, comparisons: 4, readings: 4, claims: 10, claimsInGroup: 3, quotes: 2,
      events: 6, cast: 8, support: 2),
    DossierLimit(
      keyPoints: 3, comparisons: 3, readings: 3, claims: 6, claimsInGroup: 2, quotes: 2, events: 4,
      cast: 6, support: 1),
  ]
}

extension Dossier {
  /// The dossier as one page shows it; what is first in each list is kept.
  func trimmed(to limit: DossierLimit) -> Dossier {
    var trimmed = self
    trimmed.keyPoints = keyPoints.prefix(limit.keyPoints).map { point in
      var point = point
      point.support = Array(point.support.prefix(limit.support))
      return point
    }
    trimmed.comparisons = comparisons.sorted { $0.weight > $1.weight }.prefix(limit.comparisons)
      .map { comparison in
        var comparison = comparison
        comparison.readings = comparison.readings(atMost: limit.readings)
        return comparison
      }
    var left = limit.claims
    trimmed.claimGroups = claimGroups.compactMap { group in
      guard left > 0 else { return nil }
      var group = group
      group.claims = group.first(Swift.min(left, limit.claimsInGroup, group.claims.count))
      left -= group.claims.count
      return group
    }
    trimmed.quotes = Array(quotes.prefix(limit.quotes))
    trimmed.timeline = timeline.suffix(limit.events).map { event in
      var event = event
      event.others = Array(event.others.prefix(limit.support))
      return event
    }
    trimmed.cast = Array(cast.prefix(limit.cast))
    return trimmed
  }
}

extension Comparison {
  /// As many readings as there is room for; the lowest and the highest stay, so that a verdict can
  /// be seen from what is shown.
  func readings(atMost count: Int) -> [Reading] {
    guard readings.count > count, count > 0 else { return readings }
    var kept = Set(readings.indices.prefix(count))
    let values = readings.indices.compactMap { index in
      (readings[index].figure.value ?? readings[index].figure.low).map { (index, $0) }
    }
    let ends = [values.min { $0.1 < $1.1 }, values.max { $0.1 < $1.1 }].compactMap { $0?.0 }
    for end in ends where !kept.contains(end) {
      if let last = kept.filter({ !ends.contains($0) }).max() { kept.remove(last) }
      kept.insert(end)
    }
    return kept.sorted().map { readings[$0] }
  }

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
