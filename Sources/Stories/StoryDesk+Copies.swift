import Press

extension StoryDesk {
  /// What an article was made from, or what was made from it.
  struct CopyFound {
    var sketch = CopySketch()
    /// The article it is a copy of, at the root.
    var original: Article.ID?
    /// The number of the article that was found alike.
    var near: Int?
    /// The number of an article that was published later and is the copy.
    var rewritten: Int?
    var score: Float = 0
    /// Whether that is an earlier version of the article itself.
    var isVersion = false
    /// Whom the article has its news from, as it says.
    var credits: [UInt32] = []
  }

  /// Looks for the original of an article among its neighbours.
  func copy(of arrival: Arrival, _ time: EventTime?, _ view: View) -> CopyFound {
    var found = CopyFound()
    var reading = CopyReading(arrival.body.utf8, reader.bodyWords)
    found.credits = reading.credits.names
    // A short text is never compared by its sketch.
    if reading.words.count >= Bars.copyWords { found.sketch = CopySketch(reading) }
    var best: (number: Int, score: Float)?
    for near in view.neighbours.prefix(8) {
      guard spot(near.number) != nil else { continue }
      let slot = index.slot(near.number)
      var score: Float = 0
      if reading.words.count >= Bars.copyWords,
        let sketch = articles[slot]?.sketch, sketch.words.count >= Bars.copyWords
      {
        reading.open()
        score = CopyJudge.score(sketch, reading)
      } else if near.score >= Bars.sameHeadline {
        score = near.score
      }
      if score >= Bars.copy && score > best?.score ?? 0 { best = (near.number, score) }
    }
    if let best { note(best.number, best.score, time, in: &found) }
    return found
  }

  /// Notes the article a new one is alike as a copy or a version, and which of them comes first.
  func note(_ number: Int, _ score: Float, _ time: EventTime?, in found: inout CopyFound) {
    guard let near = kept(number), let spot = spot(number) else { return }
    found.near = number
    found.score = score
    found.rewritten = nil
    found.original = nil
    let root = original(of: near.id, in: spot.draft)
    if let time, let earlier = spot.time, time.end < earlier.start, root == near.id {
      found.rewritten = number
    } else {
      found.original = root
    }
  }

  /// The first of the copies of an article that goes takes its place: they still count once.
  mutating func letCopiesGo(of id: Article.ID, in draft: Int) {
    var heir: Article.ID?
    for place in drafts[draft].members.indices where drafts[draft].members[place].copyOf == id {
      drafts[draft].members[place].copyOf = heir
      heir = heir ?? drafts[draft].members[place].article
    }
  }

  /// The article a copy goes back to, itself where it is none.
  func original(of id: Article.ID, in draft: Int) -> Article.ID {
    drafts[draft].members.first { $0.article == id }?.copyOf ?? id
  }

  /// Notes that an article that came first was made from one that was published before it.
  mutating func turn(_ number: Int, into original: Article.ID) {
    guard let kept = kept(number), let draft = spot(number)?.draft else { return }
    for place in drafts[draft].members.indices {
      let member = drafts[draft].members[place]
      if member.article == kept.id || member.copyOf == kept.id {
        drafts[draft].members[place].copyOf = original
      }
    }
  }

  /// Notes whom an article has its news from, and who has it from the article: an outlet named as
  /// the source, which has a report in the story that was not published later.
  mutating func cite(_ number: Int, _ draft: Int) {
    if articles[index.slot(number)]?.credits.isEmpty == false { drafts[draft].hasCredits = true }
    guard drafts[draft].hasCredits, let own = kept(number), let place = place(of: own.id, in: draft)
    else { return }
    for other in drafts[draft].numbers.prefix(Bars.largest) where other != number {
      guard let kept = kept(other), kept.outlet != own.outlet else { continue }
      if drafts[draft].members[place].citing == nil,
        own.credits.contains(outlets[Int(kept.outlet)].name),
        !isLater(other, than: number)
      {
        drafts[draft].members[place].citing = kept.id
      } else if kept.credits.contains(outlets[Int(own.outlet)].name), !isLater(number, than: other),
        let citer = self.place(of: kept.id, in: draft), drafts[draft].members[citer].citing == nil
      {
        drafts[draft].members[citer].citing = own.id
        touch(draft)
      }
    }
  }

  private func place(of id: Article.ID, in draft: Int) -> Int? {
    drafts[draft].members.lastIndex { $0.article == id }
  }

  /// Whether one was surely published after the other.
  private func isLater(_ one: Int, than other: Int) -> Bool {
    guard let one = spot(one)?.time, let other = spot(other)?.time else { return false }
    return one.start > other.end
  }
}
