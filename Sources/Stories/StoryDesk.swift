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
  /// By the marks of their addresses the versions of one article.
  var versions = Versions()
  var drafts: [Draft] = []
  /// By story the saga it is part of: apart, for it is asked of each neighbour.
  var sagaOfDraft: [Int32] = []
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
  /// Where the operator laid articles. Not among the desk's bytes: the library has them.
  var ruled: [Article.ID: Story.ID] = [:]
  /// Room for the likeness to every article.
  var sums = TraceIndex.Sums()
  var storyTally = Tally()
  /// The outlets met so far, the first of which stands for none, and their places.
  private(set) var outlets = [KnownOutlet(id: "", name: 0)]
  private var outletPlaces: [Outlet.ID: UInt32] = ["": 0]
  var sagaTally = Tally()
  var signs = SignReader()
  /// Reasons given so far, by what they say.
  private var reasons: [Int: String] = [:]
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
    forgetTouched()
    if numbers[arrival.id] != nil { remove(arrival.id) }
    letGo(before: arrival.arrived)
    asides.letGo(before: latest - Bars.pause)
    let trace = reader.trace(of: arrival, words: index.words, number: index.next)
    var moment = Moment(arrival)
    let outlet = place(of: arrival.outlet)
    let view = look(trace, &moment, outlet)
    var copy = copy(of: arrival, moment.time, view)
    let tellsMany = reader.tellsMany
    if tellsMany { attachBlocks(of: arrival, moment, outlet) }
    let number = index.add(trace)
    resize()
    let mark = arrival.mark(outlet)
    if let version = version(of: number, mark, arrival, moment) {
      note(version, 1, moment.time, in: &copy)
      copy.isVersion = true
    }
    let (draft, because) = choose(view, copy, moment, arrival.id)
    let section = SectionGuess.section(of: arrival, first: reader.firstWords, &signs)
    articles[index.slot(number)] = Kept(
      id: arrival.id, outlet: outlet, number: number, arrived: arrival.arrived, mark: mark,
      sketch: copy.sketch, credits: copy.credits)
    versions.note(mark, of: number)
    spots[index.slot(number)] = Spot(
      number: number, draft: draft, outlet: outlet, section: section, moment: moment)
    numbers[arrival.id] = number
    let isBesideOriginal = copy.near.flatMap(spot)?.draft == draft
    join(
      number, draft,
      Story.Member(
        article: arrival.id, copyOf: isBesideOriginal ? copy.original : nil, because: because))
    if let rewritten = copy.rewritten { turn(rewritten, into: arrival.id) }
    cite(number, draft)
    reconsider(view, draft)
    mergeStories(view, draft)
    mergeSagas(view, draft)
    if tellsMany { detach(arrival.id, from: draft) } else { attachAsides(trace) }
    return Placement(
      story: story(draft), changed: changed(but: draft),
      copyOf: isBesideOriginal ? copy.original : nil, section: section,
      because: because)
  }

  /// Where an outlet stands among those met.
  mutating func place(of outlet: Outlet.ID) -> UInt32 {
    if let known = outletPlaces[outlet] { return known }
    let place = UInt32(truncatingIfNeeded: outlets.count)
    outlets.append(KnownOutlet(id: outlet, name: Credits.name(of: outlet)))
    outletPlaces[outlet] = place
    return place
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
    letCopiesGo(of: id, in: draft)
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
    Story(
      id: drafts[draft].id, saga: sagas[Int(sagaOfDraft[draft])].id, section: drafts[draft].section,
      members: drafts[draft].members, attachments: drafts[draft].attachments)
  }

  /// The stories that changed with an article besides its own.
  private mutating func changed(but draft: Int) -> [Story] {
    let id = drafts[draft].id
    var found = goneStories
    found.removeAll { $0.id == id }
    for other in touchedDrafts where other != draft && !drafts[other].members.isEmpty {
      found.append(story(other))
    }
    return found
  }

  /// The story an article goes to, and why.
  private mutating func choose(
    _ view: View, _ copy: CopyFound, _ moment: Moment, _ id: Article.ID
  ) -> (draft: Int, because: String) {
    if let draft = ruledDraft(id) { return (draft, StoryRuling.because) }
    if let near = copy.near, let spot = spot(near) {
      return (spot.draft, copy.isVersion ? Self.version : "copy=\(Self.hundredths(copy.score))")
    }
    if let best = view.stories.first, best.score >= bar(view, moment) {
      return (best.place, reason(best.score, near: best.count))
    }
    let draft = newDraft(Self.storyID(id))
    beginSaga(draft)
    return (draft, "first")
  }

  /// Room for a story that begins; it is in no saga yet.
  mutating func newDraft(_ id: Story.ID) -> Int {
    let draft = freeDrafts.popLast() ?? drafts.count
    if draft == drafts.count {
      drafts.append(Draft(id: id))
      sagaOfDraft.append(0)
    } else {
      drafts[draft] = Draft(id: id)
    }
    return draft
  }

  /// A saga of one story.
  mutating func beginSaga(_ draft: Int) {
    let saga = freeSagas.popLast() ?? sagas.count
    let new = SagaDraft(id: drafts[draft].id, drafts: [draft], numbers: OldestFirst())
    if saga == sagas.count { sagas.append(new) } else { sagas[saga] = new }
    sagaOfDraft[draft] = Int32(truncatingIfNeeded: saga)
  }

  /// Why an article is in a story it is so like, with so many members that are like it: one text for
  /// all articles of which the same is said.
  mutating func reason(_ score: Float, near count: Int) -> String {
    let key = Self.cents(score) << 16 | min(count, 0xffff)
    if let known = reasons[key] { return known }
    let reason = "cosine=\(Self.hundredths(score)) near=\(count)"
    reasons[key] = reason
    return reason
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
    let saga = Int(sagaOfDraft[best.place])
    let isCrowd = sagas[saga].numbers.count >= Bars.crowdFrom
    if isCrowd, !view.sagas.contains(where: { $0.place == saga }) { bar += Bars.stranger }
    return bar
  }

  /// A story's identifier, from the article it began with.
  package static func storyID(_ article: Article.ID) -> Story.ID {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in article.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return "s" + String(hash, radix: 36)
  }

  private static func cents(_ value: Float) -> Int {
    Int((max(0, min(value, 1)) * 100).rounded())
  }

  static func hundredths(_ value: Float) -> String {
    let cents = cents(value)
    return cents >= 100 ? "1" : "." + (cents < 10 ? "0" : "") + String(cents)
  }
}
