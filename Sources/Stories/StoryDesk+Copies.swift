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
  }

  /// Looks for the original of an article among its neighbours.
  func copy(of arrival: Arrival, _ time: EventTime?, _ view: View) -> CopyFound {
    var found = CopyFound()
    var reading = CopyReading(arrival.body.utf8)
    // A short text is never compared by its sketch.
    if reading.words.count >= Bars.copyWords { found.sketch = CopySketch(reading) }
    var best: (kept: Kept, spot: Spot, score: Float)?
    for near in view.neighbours.prefix(8) {
      guard let kept = kept(near.number), let spot = spot(near.number) else { continue }
      var score: Float = 0
      if reading.words.count >= Bars.copyWords && kept.sketch.words.count >= Bars.copyWords {
        reading.open()
        score = CopyJudge.score(kept.sketch, reading)
      } else if near.score >= Bars.sameHeadline {
        score = near.score
      }
      if score >= Bars.copy && score > best?.score ?? 0 { best = (kept, spot, score) }
    }
    guard let best else { return found }
    found.near = best.kept.number
    found.score = best.score
    let root = original(of: best.kept.id, in: best.spot.draft)
    if let time, let earlier = best.spot.time, time.end < earlier.start, root == best.kept.id {
      found.rewritten = best.kept.number
    } else {
      found.original = root
    }
    return found
  }

  /// The article a copy goes back to, itself where it is none.
  private func original(of id: Article.ID, in draft: Int) -> Article.ID {
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
}
