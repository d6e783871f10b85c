import Press

extension StoryDesk {
  /// What an article sees of those before it.
  struct View {
    /// A story, by its place among the drafts.
    struct Likeness {
      var place: Int
      var score: Float
      /// Members that are like it.
      var count: Int
    }
    /// Best first.
    var stories: [Likeness] = []
    var sagas: [Likeness] = []
    /// Articles by number, the most alike first.
    var neighbours: [(number: Int, score: Float)] = []
  }

  /// Compares an article with the window, and notes how much is told of its matter.
  mutating func look(_ trace: Trace, _ moment: inout Moment, _ outlet: UInt32) -> View {
    var view = View()
    index.findNear(trace, sums: &sums, work: &work)
    let near = sums.near
    storyTally.widen(drafts.count)
    sagaTally.widen(sagas.count)
    moment.crowd = addSagas(near, moment)
    view.neighbours = addStories(near, moment, outlet)
    let (drafts, sagas) = (drafts, sagas)
    let bar = JoinBars.bars(isDated: moment.time != nil).joinLarge * 0.6
    view.stories = storyTally.empty { draft, _ in
      (Float(max(1, drafts[draft].numbers.count)), bar)
    }
    view.sagas = sagaTally.empty { saga, count in
      // The likest part of a large saga speaks for it.
      let most = max(count, min(sagas[saga].numbers.count, Bars.sagaAsked))
      return (Float(max(1, most)), Bars.sagaGate)
    }
    return view
  }

  /// Adds up how alike an article is to others by their sagas, and answers how crowded its matter is:
  /// from the number of reports of it within the longest pause.
  private mutating func addSagas(
    _ near: ArraySlice<TraceIndex.Likeness>, _ moment: Moment
  ) -> Float {
    guard !near.isEmpty else { return 0 }
    let (spots, sagas, mask) = (spots, sagaOfDraft, index.slots - 1)
    let (nearSpan, spotSpan, sagaSpan) = (near.span, spots.span, sagas.span)
    precondition(spots.count > mask)
    var count = 0
    sagaTally.add(near.count) { index in
      // Unchecked, for most of an article's time is spent here: the mask keeps the slot among the spots.
      let likeness = nearSpan[unchecked: index]
      guard likeness.isSagaNeighbour else { return nil }
      let slot = likeness.article & mask
      guard spotSpan[unchecked: slot].number == likeness.article else { return nil }
      let saga = Int(sagaSpan[spotSpan[unchecked: slot].draft])
      guard let distance = moment.distance(to: spotSpan[unchecked: slot].moment) else {
        return Tally.Score(likeness.saga * Bars.undated, to: saga)
      }
      count &+= likeness.isOfSameMatter && distance <= Bars.pause ? 1 : 0
      return Tally.Score(likeness.saga * Moment.sagaShare(distance), to: saga)
    }
    let crowd = Float(count)
    return crowd / (crowd + Bars.halfCrowded)
  }

  /// Adds up how alike an article is to others by their stories, and answers those that are so alike
  /// that they might be of one, the most alike first.
  private mutating func addStories(
    _ near: ArraySlice<TraceIndex.Likeness>, _ moment: Moment, _ outlet: UInt32
  ) -> [(number: Int, score: Float)] {
    let (spots, drafts, mask) = (spots, drafts, index.slots - 1)
    let (nearSpan, spotSpan, draftSpan) = (near.span, spots.span, drafts.span)
    let bar = JoinBars.bars(isDated: moment.time != nil).join
    let time = moment.time
    var neighbours: [(number: Int, score: Float)] = []
    storyTally.add(near.count) { index in
      let likeness = nearSpan[unchecked: index]
      guard likeness.isNeighbour else { return nil }
      let slot = likeness.article & mask
      let draft = spotSpan[slot].draft
      guard spotSpan[slot].number == likeness.article, draftSpan[draft].isOpen(time) else {
        return nil
      }
      let isOneOutlet = spotSpan[slot].outlet == outlet && outlet != 0
      let score =
        likeness.event * moment.eventShare(spotSpan[slot].moment, isOneOutlet: isOneOutlet)
      guard score > 0 else { return nil }
      if score > bar { neighbours.append((likeness.article, score)) }
      return Tally.Score(score, to: draft)
    }
    neighbours.sort { ($0.score, $1.number) > ($1.score, $0.number) }
    return neighbours
  }

  /// When an article's event happened; nothing is known of one that has gone.
  private static func moment(_ number: Int, _ spots: [Spot]) -> Moment {
    let spot = number & (spots.count - 1)
    return spots[spot].number == number ? spots[spot].moment : Moment()
  }

  /// The mean likeness between the articles of two lists, as reports of one event.
  ///
  /// Mutating in name only, so that the desk is not copied for the call.
  mutating func link(_ left: [Int], _ right: [Int]) -> Float {
    let (left, right) = (left.suffix(Bars.sample), right.suffix(Bars.sample))
    // Not this whole desk is taken into what is called for each pair.
    let spots = spots
    var sum: Float = 0
    var pairs = 0
    index.compare(left, right) { x, y, cosines in
      guard x != y else { return }
      pairs += 1
      guard cosines.event > 0 else { return }
      sum += cosines.event * Self.moment(x, spots).eventShare(Self.moment(y, spots))
    }
    return sum / Float(max(1, pairs))
  }

  /// The mean likeness between articles and a saga, as parts of it, and what of it is more than names
  /// of places and numbers. Mutating in name only, too.
  mutating func sagaLink(_ left: [Int], _ saga: Int) -> (all: Float, beyondPlaces: Float) {
    let right = sagas[saga].numbers.spreadAndLatest(Bars.sample / 2)
    let spots = spots
    var sum: Float = 0
    var places: Float = 0
    var pairs = 0
    index.compare(left[...], right[...]) { x, y, cosines in
      guard x != y else { return }
      pairs += 1
      guard cosines.saga > 0 else { return }
      let share = Self.moment(x, spots).sagaShare(Self.moment(y, spots))
      sum += cosines.saga * share
      places += cosines.places * share
    }
    return (sum / Float(max(1, pairs)), (sum - places) / Float(max(1, pairs)))
  }

  /// Some of a story's articles, evenly from its beginning to its end: the latest alone may be a
  /// side branch.
  func sample(_ numbers: [Int]) -> [Int] {
    OldestFirst.spread(numbers.count, Bars.sample / 2).map { numbers[$0] }
  }
}
