import Press

extension StoryDesk {
  /// What is kept of an article besides its words.
  struct Kept: Sendable {
    var id: Article.ID
    /// Its outlet, by its place among those the desk has met.
    var outlet: UInt32
    private var bits: UInt32
    var arrived: Int64
    /// What its address is known by, see `AddressMark`; 0 where it has no mark.
    var mark: UInt64
    var sketch: CopySketch
    /// Names of those it has its news from.
    var credits: [UInt32] = []

    var number: Int { Int(bits) }

    init(
      id: Article.ID, outlet: UInt32, number: Int, arrived: Int64, mark: UInt64,
      sketch: CopySketch, credits: [UInt32]
    ) {
      self.id = id
      self.outlet = outlet
      bits = UInt32(truncatingIfNeeded: number)
      self.arrived = arrived
      self.mark = mark
      self.sketch = sketch
      self.credits = credits
    }
  }

  /// An outlet the desk has met.
  struct KnownOutlet: Sendable {
    var id: Outlet.ID
    /// The name it goes by, see `Credits`.
    var name: UInt32
  }

  /// What comparing needs of an article, in few bytes: hundreds are looked at for each new one.
  struct Spot: Sendable {
    var moment: Moment
    private var numberBits: UInt32
    private var draftBits: UInt32
    /// Its outlet, by its place among those the desk has met.
    var outlet: UInt32
    var section: Section?

    init(
      number: Int = 0, draft: Int = 0, outlet: UInt32 = 0, section: Section? = nil,
      moment: Moment = Moment()
    ) {
      self.moment = moment
      numberBits = UInt32(truncatingIfNeeded: number)
      draftBits = UInt32(truncatingIfNeeded: draft)
      self.outlet = outlet
      self.section = section
    }

    /// 0 where nothing stands.
    var number: Int { Int(numberBits) }
    var draft: Int {
      get { Int(draftBits) }
      set { draftBits = UInt32(truncatingIfNeeded: newValue) }
    }
    var time: EventTime? { moment.time }
  }

  /// A story in the making.
  struct Draft: Sendable {
    var id: Story.ID
    /// Its place among the stories of its saga.
    var place = 0
    /// Whether it is among those an article has touched.
    var isTouched = false
    /// Whether a member names those it has its news from.
    var hasCredits = false
    var section: Section?
    var members: [Story.Member] = []
    var attachments: [Story.Attachment] = []
    /// Numbers of the members that are still in the window.
    var numbers: [Int] = []
    var first: Int64?
    var last: Int64?

    init(id: Story.ID) { self.id = id }

    /// Whether it still takes on an article of this time: within three days of its last one and a
    /// week of its first.
    func isOpen(_ time: EventTime?) -> Bool {
      guard let time, let first, let last else { return true }
      let span = EventTime(start: first, end: last)
      return time.distance(to: span) <= Bars.pause && time.start - first <= Bars.longest
        && last - time.end <= Bars.longest
    }

    mutating func widen(_ first: Int64?, _ last: Int64?) {
      if let first { self.first = min(self.first ?? first, first) }
      if let last { self.last = max(self.last ?? last, last) }
    }
  }

  /// Stories that belong together.
  struct SagaDraft: Sendable {
    var id: String
    /// In no order that says anything.
    var drafts: [Int]
    var numbers: OldestFirst
  }

  /// Lays an article to a story and its saga.
  mutating func join(_ number: Int, _ draft: Int, _ member: Story.Member) {
    drafts[draft].members.append(member)
    drafts[draft].numbers.append(number)
    sagas[Int(sagaOfDraft[draft])].numbers.insert(number)
    setSection(draft)
    // A story that has news every day goes on; one of which an old report is edited does not.
    guard member.because != Self.version || drafts[draft].first == nil else { return }
    let time = spot(number)?.time
    drafts[draft].widen(time?.start, time?.end)
  }

  /// Takes an article's number out of a story and its saga.
  mutating func leave(_ number: Int, _ draft: Int) {
    if let place = drafts[draft].numbers.firstIndex(of: number) {
      drafts[draft].numbers.remove(at: place)
    }
    sagas[Int(sagaOfDraft[draft])].numbers.remove(number)
    setSection(draft)
  }

  /// The section most members say; of several the one that was said first.
  mutating func setSection(_ draft: Int) {
    var counts: [(section: Section, count: Int)] = []
    var best = 0
    for number in drafts[draft].numbers.prefix(24) {
      let slot = index.slot(number)
      guard spots[slot].number == number, let section = spots[slot].section else { continue }
      let place = counts.firstIndex { $0.section == section } ?? counts.count
      if place == counts.count { counts.append((section, 0)) }
      counts[place].count += 1
      if counts[place].count > counts[best].count { best = place }
    }
    if !counts.isEmpty || drafts[draft].numbers.isEmpty {
      drafts[draft].section = counts.isEmpty ? nil : counts[best].section
    }
  }

  /// Gives a story without members back, and its saga if that was its only one.
  mutating func close(_ draft: Int) {
    guard drafts[draft].numbers.isEmpty else { return }
    if drafts[draft].members.isEmpty && !goneStories.contains(where: { $0.id == drafts[draft].id })
    {
      goneStories.append(
        Story(id: drafts[draft].id, saga: sagas[Int(sagaOfDraft[draft])].id, members: []))
    }
    let saga = Int(sagaOfDraft[draft])
    part(draft, saga)
    if sagas[saga].drafts.isEmpty { freeSagas.append(saga) }
    for attachment in drafts[draft].attachments { asides.free(attachment) }
    drafts[draft].members = []
    drafts[draft].attachments = []
    freeDrafts.append(draft)
  }

  /// Takes a story out of its saga's list.
  private mutating func part(_ draft: Int, _ saga: Int) {
    let place = drafts[draft].place
    guard sagas[saga].drafts.indices.contains(place), sagas[saga].drafts[place] == draft,
      let last = sagas[saga].drafts.popLast(), last != draft
    else { return }
    sagas[saga].drafts[place] = last
    drafts[last].place = place
  }

  /// Begins to note anew what changes.
  mutating func forgetTouched() {
    for draft in touchedDrafts { drafts[draft].isTouched = false }
    touchedDrafts.removeAll(keepingCapacity: true)
    goneStories.removeAll(keepingCapacity: true)
  }

  /// Notes that a story has changed while an article is placed.
  mutating func touch(_ draft: Int) {
    guard !drafts[draft].isTouched else { return }
    drafts[draft].isTouched = true
    touchedDrafts.append(draft)
  }

  /// Makes room where the index has grown.
  mutating func resize() {
    guard articles.count != index.slots else { return }
    let before = articles
    articles = Array(repeating: nil, count: index.slots)
    for kept in before { if let kept { articles[index.slot(kept.number)] = kept } }
    let standing = spots
    spots = Array(repeating: Spot(), count: index.slots)
    for spot in standing where spot.number > 0 { spots[index.slot(spot.number)] = spot }
    noteVersions()
  }

  /// Chains the articles of the window anew, the oldest first.
  mutating func noteVersions() {
    versions.clear(slots: index.slots)
    for number in index.oldest..<index.next {
      if let kept = kept(number) { versions.note(kept.mark, of: number) }
    }
  }

  /// Empties an article's place.
  mutating func clear(_ number: Int) {
    articles[index.slot(number)] = nil
    spots[index.slot(number)] = Spot()
  }

  /// Lets articles go that came more than the window before this one; some thousands stay in any
  /// case, for archives whose dates leap.
  mutating func letGo(before arrived: Int64) {
    latest = max(latest, arrived)
    while index.count > Bars.fewest {
      let number = index.oldest
      if let kept = kept(number), let spot = spot(number) {
        guard kept.arrived < latest - Bars.keep || index.count > Bars.most else { return }
        clear(number)
        numbers[kept.id] = nil
        leave(number, spot.draft)
        close(spot.draft)
      }
      index.dropOldest()
    }
  }
}
