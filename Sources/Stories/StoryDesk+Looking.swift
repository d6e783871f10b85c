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
  mutating func look(_ trace: Trace, _ moment: inout Moment, _ outlet: Int) -> View {
    var view = View()
    if sums.isEmpty { return view }
    let near = index.likenesses(of: trace, sums: &sums, work: &work)
    moment.crowd = crowd(near, moment)
    let bars = JoinBars.bars(isDated: moment.time != nil)
    var inStories = Tally()
    var inSagas = Tally()
    swap(&inStories, &storyTally)
    swap(&inSagas, &sagaTally)
    inStories.widen(drafts.count)
    inSagas.widen(sagas.count)
    for likeness in near {
      let number = likeness.article
      let spot = spots[index.slot(number)]
      guard spot.number == number else { continue }
      if likeness.saga >= Bars.sagaNeighbour {
        inSagas.add(likeness.saga * moment.sagaShare(spot.moment), to: drafts[spot.draft].saga)
      }
      guard likeness.event >= Bars.neighbour, isOpen(spot.draft, moment.time) else { continue }
      let isOneOutlet = spot.outlet == outlet && outlet != Self.noOutlet
      let score = likeness.event * moment.eventShare(spot.moment, isOneOutlet: isOneOutlet)
      guard score > 0 else { continue }
      inStories.add(score, to: spot.draft)
      if score > bars.join { view.neighbours.append((number, score)) }
    }
    view.neighbours.sort { ($0.score, $1.number) > ($1.score, $0.number) }
    view.stories = inStories.empty { draft, _ in
      let size = drafts[draft].numbers.count
      return (Float(max(1, size)), bars.joinLarge * 0.6)
    }
    view.sagas = inSagas.empty { saga, count in
      // The likest part of a large saga speaks for it.
      let most = max(count, min(sagas[saga].numbers.count, Bars.sagaAsked))
      return (Float(max(1, most)), Bars.sagaGate)
    }
    swap(&inStories, &storyTally)
    swap(&inSagas, &sagaTally)
    return view
  }

  /// How crowded a matter is: from the number of reports of it within the longest pause.
  private func crowd(_ near: [TraceIndex.Likeness], _ moment: Moment) -> Float {
    guard let time = moment.time else { return 0 }
    var count: Float = 0
    for likeness in near where likeness.saga >= Bars.sameMatter {
      let slot = index.slot(likeness.article)
      guard spots[slot].number == likeness.article,
        let other = spots[slot].time, time.distance(to: other) <= Bars.pause
      else { continue }
      count += 1
    }
    return count / (count + Bars.halfCrowded)
  }

  /// Texts of which no outlet is known are not of one.
  private static let noOutlet = "".hashValueOfBytes

  /// Whether a story still takes on an article of this time: within three days of its last one
  /// and a week of its first.
  private func isOpen(_ draft: Int, _ time: EventTime?) -> Bool {
    guard let time, let first = drafts[draft].first, let last = drafts[draft].last else {
      return true
    }
    let span = EventTime(start: first, end: last)
    return time.distance(to: span) <= Bars.pause && time.start - first <= Bars.longest
      && last - time.end <= Bars.longest
  }

  /// The mean likeness between the articles of two lists, as reports of one event.
  func link(_ left: [Int], _ right: [Int]) -> Float {
    var sum: Float = 0
    var pairs = 0
    for x in left.suffix(Bars.sample) {
      let moment = spot(x)?.moment ?? Moment()
      for y in right.suffix(Bars.sample) where x != y {
        sum += index.cosines(x, y).event * moment.eventShare(spot(y)?.moment ?? Moment())
        pairs += 1
      }
    }
    return sum / Float(max(1, pairs))
  }

  /// The mean likeness between the articles of two lists, as parts of one saga, and what of it is
  /// more than names of places and numbers.
  func sagaLink(
    _ left: some RandomAccessCollection<Int>, _ right: some RandomAccessCollection<Int>
  ) -> (all: Float, beyondPlaces: Float) {
    var sum: Float = 0
    var places: Float = 0
    var pairs = 0
    let half = Bars.sample / 2
    let late = right.index(right.endIndex, offsetBy: -min(half, right.count))
    let others = spread(right[..<late], half) + Array(right[late...])
    for x in spread(left, Bars.sample / 2) {
      let moment = spot(x)?.moment ?? Moment()
      for y in others where x != y {
        let cosines = index.cosines(x, y)
        let share = moment.sagaShare(spot(y)?.moment ?? Moment())
        sum += cosines.saga * share
        places += cosines.places * share
        pairs += 1
      }
    }
    return (sum / Float(max(1, pairs)), (sum - places) / Float(max(1, pairs)))
  }

  /// Some of a list, evenly from its beginning to its end: the latest alone may be a side branch.
  private func spread(_ numbers: some RandomAccessCollection<Int>, _ most: Int) -> [Int] {
    let count = numbers.count
    guard count > most else { return Array(numbers) }
    return (0..<most).map {
      numbers[numbers.index(numbers.startIndex, offsetBy: $0 * count / most)]
    }
  }
}
