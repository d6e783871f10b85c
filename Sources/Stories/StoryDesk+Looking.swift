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
    view.neighbours = add(near, moment, outlet, &inStories, &inSagas)
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

  /// Adds up how alike an article is to others by their stories and sagas, and answers those that are
  /// so alike that they might be of one story.
  private func add(
    _ near: [TraceIndex.Likeness], _ moment: Moment, _ outlet: Int, _ stories: inout Tally,
    _ sagas: inout Tally
  ) -> [(number: Int, score: Float)] {
    var neighbours: [(number: Int, score: Float)] = []
    let bar = JoinBars.bars(isDated: moment.time != nil).join
    let spots = spots.span
    let drafts = drafts.span
    for likeness in near {
      let number = likeness.article
      let slot = index.slot(number)
      guard spots[slot].number == number else { continue }
      let draft = spots[slot].draft
      if likeness.saga >= Bars.sagaNeighbour {
        let score = likeness.saga * moment.sagaShare(spots[slot].moment)
        sagas.add(score, to: drafts[draft].saga)
      }
      guard likeness.event >= Bars.neighbour, drafts[draft].isOpen(moment.time) else { continue }
      let isOneOutlet = spots[slot].outlet == outlet && outlet != Self.noOutlet
      let score =
        likeness.event * moment.eventShare(spots[slot].moment, isOneOutlet: isOneOutlet)
      guard score > 0 else { continue }
      stories.add(score, to: draft)
      if score > bar { neighbours.append((number, score)) }
    }
    return neighbours
  }

  /// How crowded a matter is: from the number of reports of it within the longest pause.
  private func crowd(_ near: [TraceIndex.Likeness], _ moment: Moment) -> Float {
    guard let time = moment.time else { return 0 }
    var count: Float = 0
    let spots = spots.span
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

  /// When an article's event happened; nothing is known of one that has gone.
  private func moment(_ number: Int) -> Moment { spot(number)?.moment ?? Moment() }

  /// The mean likeness between the articles of two lists, as reports of one event.
  func link(_ left: [Int], _ right: [Int]) -> Float {
    var sum: Float = 0
    var pairs = 0
    index.compare(Array(left.suffix(Bars.sample)), Array(right.suffix(Bars.sample))) {
      x, y, cosines in
      guard x != y else { return }
      pairs += 1
      guard cosines.event > 0 else { return }
      sum += cosines.event * moment(x).eventShare(moment(y))
    }
    return sum / Float(max(1, pairs))
  }

  /// The mean likeness between articles and a saga, as parts of it, and what of it is more than names
  /// of places and numbers.
  func sagaLink(_ left: [Int], _ saga: Int) -> (all: Float, beyondPlaces: Float) {
    var sum: Float = 0
    var places: Float = 0
    var pairs = 0
    let others = sagas[saga].numbers.spreadAndLatest(Bars.sample / 2)
    index.compare(left, others) { x, y, cosines in
      guard x != y else { return }
      pairs += 1
      guard cosines.saga > 0 else { return }
      let share = moment(x).sagaShare(moment(y))
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
