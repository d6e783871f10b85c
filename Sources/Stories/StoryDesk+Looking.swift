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
    var inStories: [Tally.Score] = []
    var inSagas: [Tally.Score] = []
    inStories.reserveCapacity(near.count)
    inSagas.reserveCapacity(near.count)
    let bar = JoinBars.bars(isDated: moment.time != nil).join
    let time = moment.time
    let spots = spots.span
    let drafts = drafts.span
    let near = near.span
    for index in near.indices {
      let likeness = near[index]
      let slot = self.index.slot(likeness.article)
      guard spots[slot].number == likeness.article else { continue }
      let draft = spots[slot].draft
      if likeness.saga >= Bars.sagaNeighbour {
        let score = likeness.saga * moment.sagaShare(spots[slot].moment)
        inSagas.append(Tally.Score(score, to: drafts[draft].saga))
      }
      guard likeness.event >= Bars.neighbour, drafts[draft].isOpen(time) else { continue }
      let isOneOutlet = spots[slot].outlet == outlet && outlet != Self.noOutlet
      let score =
        likeness.event * moment.eventShare(spots[slot].moment, isOneOutlet: isOneOutlet)
      guard score > 0 else { continue }
      inStories.append(Tally.Score(score, to: draft))
      if score > bar { neighbours.append((likeness.article, score)) }
    }
    stories.add(inStories)
    sagas.add(inSagas)
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

  /// When articles' events happened; nothing is known of those that have gone.
  private func moments(_ numbers: [Int]) -> [Moment] {
    numbers.map { spot($0)?.moment ?? Moment() }
  }

  /// The mean likeness between the articles of two lists, as reports of one event.
  func link(_ left: [Int], _ right: [Int]) -> Float {
    let left = Array(left.suffix(Bars.sample))
    let right = Array(right.suffix(Bars.sample))
    let moments = (moments(left), moments(right))
    var sum: Float = 0
    var pairs = 0
    index.compare(left, right) { x, y, cosines in
      guard left[x] != right[y] else { return }
      pairs += 1
      guard cosines.event > 0 else { return }
      sum += cosines.event * moments.0[x].eventShare(moments.1[y])
    }
    return sum / Float(max(1, pairs))
  }

  /// The mean likeness between articles and a saga, as parts of it, and what of it is more than names
  /// of places and numbers.
  func sagaLink(_ left: [Int], _ saga: Int) -> (all: Float, beyondPlaces: Float) {
    let right = sagas[saga].numbers.spreadAndLatest(Bars.sample / 2)
    let moments = (moments(left), moments(right))
    var sum: Float = 0
    var places: Float = 0
    var pairs = 0
    index.compare(left, right) { x, y, cosines in
      guard left[x] != right[y] else { return }
      pairs += 1
      guard cosines.saga > 0 else { return }
      let share = moments.0[x].sagaShare(moments.1[y])
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
