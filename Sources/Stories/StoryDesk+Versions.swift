import Press

extension StoryDesk {
  /// What versions of an article say for themselves (`Story.Member.because`).
  package static let version = "version"

  /// The earlier version of an article, which the same outlet has under the same mark; nil where the
  /// page goes on to tell other things.
  ///
  /// An outlet uses a mark once, but not always for one matter: a live page keeps it from event to event,
  /// and so do pages that follow an affair without saying that they do. So a live page's versions must be
  /// much alike, and others the more alike the more is told of their matter.
  mutating func version(
    of number: Int, _ mark: UInt64, _ arrival: Arrival, _ moment: Moment
  ) -> Int? {
    guard mark != 0 else { return nil }
    var earlier: [Int] = []
    versions.each(mark, from: index.oldest, Bars.mostInChain) { other in
      if kept(other)?.mark == mark { earlier.append(other) }
      return earlier.count < Bars.versionsAsked
    }
    guard !earlier.isEmpty else { return nil }
    let isLive = reader.tellsMany || Ticker.isLive(arrival)
    let bar = Bars.version * moment.crowd
    var found: Int?
    let spots = spots
    index.compare([number], earlier[...]) { _, other, cosines in
      let spot = spots[other & (spots.count - 1)]
      guard found == nil else { return }
      let isNear = moment.distance(to: spot.moment) ?? 0 <= Bars.pause
      let goesOn = cosines.event * moment.eventShare(spot.moment) >= bar
      if isNear && goesOn && !isLive || cosines.event >= Bars.sameVersion { found = other }
    }
    return found
  }

  /// An article and the versions of it that stand in its story: they move together.
  func versions(of number: Int) -> [Int] {
    guard let kept = kept(number), let draft = spot(number)?.draft else { return [] }
    guard kept.mark != 0 else { return [number] }
    var found = [number]
    let root = original(of: kept.id, in: draft)
    versions.each(kept.mark, from: index.oldest, Bars.mostInChain) { other in
      if other != number, spot(other)?.draft == draft, let version = self.kept(other),
        version.mark == kept.mark, original(of: version.id, in: draft) == root
      {
        found.append(other)
      }
      return true
    }
    return found
  }
}
