package import Press

/// Groups articles into stories as they come: one pass, the same result for the same order, no
/// clock.
///
/// Each article is compared with those that share telling words with it. It joins the story whose
/// members it is most like on average, unless time or a low likeness forbids it; its arrival may
/// move a neighbour, join two stories, or lay a story to a saga.
package struct StoryDesk: Sendable {
  var index = TraceIndex()
  var reader = TraceReader()
  /// By slot of the index.
  var articles: [Kept?] = []
  /// By slot: where an article stands and when it happened, apart so that comparing is fast.
  var spots: [Spot] = []
  var numbers: [Article.ID: Int] = [:]
  var drafts: [Draft] = []
  var freeDrafts: [Int] = []
  var sagas: [SagaDraft] = []
  var freeSagas: [Int] = []
  /// The latest arrival, in seconds since 1970.
  var latest: Int64 = 0
  /// Parts of tickers that came.
  var asides = Asides()
  /// Stories touched while one article is placed.
  var touchedDrafts: [Int] = []
  var goneStories: [Story] = []
  /// Room for the likeness to every article.
  var sums = TraceIndex.Sums()
  var storyTally = Tally()
  /// By outlet the name it goes by, see `Credits`.
  var outletNames: [Outlet.ID: UInt32] = [:]
  var sagaTally = Tally()
  /// Articles looked at so far, to show that the cost stays flat.
  package internal(set) var work = 0

  package init() {}

  /// Articles in the window.
  package var count: Int { numbers.count }

  /// The story of an article that is in the window.
  package func story(of id: Article.ID) -> Story? {
    guard let number = numbers[id], let spot = spot(number) else { return nil }
    return story(spot.draft)
  }

  /// All stories of the window.
  package var stories: [Story] {
    drafts.indices.filter { !drafts[$0].members.isEmpty }.map(story)
  }

  /// Puts an article where it belongs. One that is known already is placed anew.
  package mutating func place(_ arrival: Arrival) -> Placement {
    for draft in touchedDrafts { drafts[draft].isTouched = false }
    touchedDrafts.removeAll(keepingCapacity: true)
    goneStories.removeAll(keepingCapacity: true)
    if numbers[arrival.id] != nil { remove(arrival.id) }
    letGo(before: arrival.arrived)
    asides.letGo(before: latest - Bars.pause)
    let trace = reader.trace(of: arrival, words: index.words, number: index.next)
    var moment = Moment(arrival)
    let outlet = arrival.outlet.hashValueOfBytes
    let view = look(trace, &moment, outlet)
    let copy = copy(of: arrival, moment.time, view)
    let tellsMany = reader.tellsMany
    if tellsMany { attachBlocks(of: arrival, moment, outlet) }
    let number = index.add(trace)
    resize()
    let (draft, because) = choose(view, copy, moment, arrival.id)
    let section = SectionGuess.section(of: arrival, first: reader.firstWords)
    articles[index.slot(number)] = Kept(
      id: arrival.id, outlet: arrival.outlet, number: number, arrived: arrival.arrived,
      sketch: copy.sketch, credits: copy.credits, name: name(of: arrival.outlet))
    spots[index.slot(number)] = Spot(
      number: number, draft: draft, outlet: outlet, section: section, moment: moment)
    numbers[arrival.id] = number
    join(number, draft, Story.Member(article: arrival.id, copyOf: copy.original, because: because))
    if let rewritten = copy.rewritten { turn(rewritten, into: arrival.id) }
    cite(number, draft)
    reconsider(view, draft)
    mergeStories(view, draft)
    mergeSagas(view, draft)
    if tellsMany { detach(arrival.id, from: draft) } else { attachAsides(trace) }
    return Placement(
      story: story(draft), changed: changed(but: draft), copyOf: copy.original, section: section,
      because: because)
  }

  private mutating func name(of outlet: Outlet.ID) -> UInt32 {
    if let known = outletNames[outlet] { return known }
    let name = Credits.name(of: outlet)
    outletNames[outlet] = name
    return name
  }

  /// Takes an article out of its story.
  package mutating func remove(_ id: Article.ID) {
    if asides.remove(id) { detach(id) }
    guard let number = numbers.removeValue(forKey: id), let draft = spot(number)?.draft else {
      return
    }
    clear(number)
    leave(number, draft)
    drafts[draft].members.removeAll { $0.article == id }
    for place in drafts[draft].members.indices where drafts[draft].members[place].copyOf == id {
      drafts[draft].members[place].copyOf = nil
    }
    for place in drafts[draft].members.indices where drafts[draft].members[place].citing == id {
      drafts[draft].members[place].citing = nil
    }
    touch(draft)
    close(draft)
  }

  func kept(_ number: Int) -> Kept? {
    spot(number) == nil ? nil : articles[index.slot(number)]
  }

  /// Where an article stands; nil for one that has gone.
  func spot(_ number: Int) -> Spot? {
    guard !spots.isEmpty else { return nil }
    let spot = spots[index.slot(number)]
    return spot.number == number ? spot : nil
  }

  func story(_ draft: Int) -> Story {
    let draft = drafts[draft]
    return Story(
      id: draft.id, saga: sagas[draft.saga].id, section: draft.section, members: draft.members,
      attachments: draft.attachments)
  }

  /// The stories that changed with an article besides its own.
  private mutating func changed(but draft: Int) -> [Story] {
    let found = touchedDrafts.filter { $0 != draft && !drafts[$0].members.isEmpty }
    return goneStories.filter { $0.id != drafts[draft].id } + found.map(story)
  }

  /// The story an article goes to, and why.
  private mutating func choose(
    _ view: View, _ copy: CopyFound, _ moment: Moment, _ id: Article.ID
  ) -> (draft: Int, because: String) {
    if let near = copy.near, let spot = spot(near) {
      return (spot.draft, "copy=\(Self.hundredths(copy.score))")
    }
    if let best = view.stories.first, best.score >= bar(view, moment) {
      return (best.place, "cosine=\(Self.hundredths(best.score)) near=\(best.count)")
    }
    let storyID = Self.storyID(id)
    let saga = freeSagas.popLast() ?? sagas.count
    let draft = freeDrafts.popLast() ?? drafts.count
    let newSaga = SagaDraft(
      id: storyID, drafts: [draft], numbers: OldestFirst())
    if saga == sagas.count { sagas.append(newSaga) } else { sagas[saga] = newSaga }
    let newDraft = Draft(id: storyID, saga: saga)
    if draft == drafts.count { drafts.append(newDraft) } else { drafts[draft] = newDraft }
    return (draft, "first")
  }

  /// The likeness an article needs for the story it is most like: less where no other story is
  /// nearly as like and something is known of its time, more where it is like a story of a large
  /// saga and not like the saga.
  func bar(_ view: View, _ moment: Moment) -> Float {
    let best = view.stories[0]
    let size = drafts[best.place].numbers.count
    let bars = JoinBars.bars(isDated: moment.time != nil)
    var bar = size >= Bars.largeFrom ? bars.joinLarge : bars.join
    let rival = view.stories.dropFirst().first?.score ?? 0
    if !moment.isUndated, rival < best.score * bars.rival { bar -= bars.clear }
    let saga = drafts[best.place].saga
    let isCrowd = sagas[saga].numbers.count >= Bars.crowdFrom
    if isCrowd, !view.sagas.contains(where: { $0.place == saga }) { bar += Bars.stranger }
    return bar
  }

  /// A story's identifier, from the article it began with.
  static func storyID(_ article: Article.ID) -> Story.ID {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in article.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return "s" + String(hash, radix: 36)
  }

  static func hundredths(_ value: Float) -> String {
    let cents = Int((max(0, min(value, 1)) * 100).rounded())
    return cents >= 100 ? "1" : "." + (cents < 10 ? "0" : "") + String(cents)
  }
}

extension String {
  /// A hash that is the same in every run.
  var hashValueOfBytes: Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return Int(truncatingIfNeeded: hash)
  }
}
