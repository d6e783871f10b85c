import Press

extension StoryDesk {
  /// Asks articles near a new one again whether they would not rather be with it.
  mutating func reconsider(_ view: View, _ draft: Int) {
    for near in view.neighbours.prefix(6) {
      guard let spot = spot(near.number), spot.draft != draft, mayMove(near.number) else {
        continue
      }
      let moving = versions(of: near.number)
      let others = drafts[spot.draft].numbers.filter { !moving.contains($0) }
      guard !others.isEmpty, moving.allSatisfy(mayMove) else { continue }
      let there = link(moving, drafts[draft].numbers)
      guard there >= JoinBars.bars(isDated: spot.time != nil).join,
        there > link(moving, others) + Bars.move
      else { continue }
      for number in moving { move(number, to: draft) }
    }
  }

  mutating func move(_ number: Int, to draft: Int) {
    guard let kept = kept(number), let from = spot(number)?.draft else { return }
    guard let place = drafts[from].members.firstIndex(where: { $0.article == kept.id }) else {
      return
    }
    let member = drafts[from].members.remove(at: place)
    leave(number, from)
    spots[index.slot(number)].draft = draft
    join(number, draft, member)
    touch(from)
    close(from)
  }

  /// Makes one story of those a new article has shown to be one.
  mutating func mergeStories(_ view: View, _ draft: Int) {
    for other in view.stories.prefix(5).map(\.place) {
      guard other != draft, !drafts[other].numbers.isEmpty, mayMerge(draft, other) else { continue }
      let isDated = drafts[draft].first != nil && drafts[other].first != nil
      let sizes = (drafts[draft].numbers.count, drafts[other].numbers.count)
      let bar = JoinBars.bars(isDated: isDated).merge(of: sizes.0, and: sizes.1)
      guard sizes.0 + sizes.1 <= Bars.largest,
        link(drafts[draft].numbers, drafts[other].numbers) > bar,
        !isBridge(draft, other)
      else { continue }
      absorb(other, into: draft)
    }
  }

  /// Whether two stories are alike but one is far from the large saga the other is part of: put
  /// together they would pull everything into it.
  private mutating func isBridge(_ one: Int, _ other: Int) -> Bool {
    let (ours, theirs) = (Int(sagaOfDraft[one]), Int(sagaOfDraft[other]))
    return ours != theirs && (isStranger(one, to: theirs) || isStranger(other, to: ours))
  }

  /// Whether a story is far from a saga that is large.
  private mutating func isStranger(_ draft: Int, to saga: Int) -> Bool {
    sagas[saga].numbers.count >= Bars.crowdFrom
      && sagaLink(sample(drafts[draft].numbers), saga).all < Bars.sagaGate
  }

  /// Moves all of a story's members; the story that began first gives its name, or the one that
  /// somebody laid articles to.
  private mutating func absorb(_ other: Int, into draft: Int) {
    let gone = drafts[other]
    let begins = drafts[draft].numbers.first ?? .max
    let keepsName = begins <= gone.numbers.first ?? .max ? !isRuled(other) : isRuled(draft)
    for number in gone.numbers { spots[index.slot(number)].draft = draft }
    let from = Int(sagaOfDraft[other])
    let into = Int(sagaOfDraft[draft])
    if from != into {
      for number in gone.numbers { sagas[from].numbers.remove(number) }
      sagas[into].numbers.merge(gone.numbers)
    }
    if keepsName {
      drafts[draft].members += gone.members
      drafts[draft].numbers += gone.numbers
    } else {
      drafts[draft].members = gone.members + drafts[draft].members
      drafts[draft].numbers = gone.numbers + drafts[draft].numbers
    }
    for attachment in gone.attachments { drafts[draft].attach(attachment) }
    drafts[draft].widen(gone.first, gone.last)
    if gone.hasCredits { drafts[draft].hasCredits = true }
    drafts[other].members = []
    drafts[other].attachments = []
    drafts[other].numbers = []
    if !keepsName {
      drafts[other].id = drafts[draft].id
      drafts[draft].id = gone.id
    }
    close(other)
    setSection(draft)
  }

  /// Lays a story to the saga it belongs to, or two sagas together.
  mutating func mergeSagas(_ view: View, _ draft: Int) {
    for other in view.sagas.prefix(3).map(\.place) {
      let own = Int(sagaOfDraft[draft])
      guard other != own, !sagas[other].numbers.isEmpty, !sagas[own].numbers.isEmpty else {
        continue
      }
      let isAlone = sagas[own].drafts.count == 1
      let bar = isAlone ? Bars.sagaJoin : Bars.sagaMerge
      let ours =
        isAlone ? sample(drafts[draft].numbers) : sagas[own].numbers.spread(Bars.sample / 2)
      let link = sagaLink(ours, other)
      guard link.all >= bar, link.beyondPlaces >= bar * Bars.beyondPlaces else { continue }
      let isSmaller = sagas[own].numbers.count <= sagas[other].numbers.count
      let (from, into) = isSmaller ? (own, other) : (other, own)
      for draft in sagas[from].drafts {
        sagaOfDraft[draft] = Int32(truncatingIfNeeded: into)
        drafts[draft].place = sagas[into].drafts.count
        touch(draft)
        sagas[into].drafts.append(draft)
      }
      sagas[into].numbers.merge(sagas[from].numbers)
      sagas[from].drafts = []
      sagas[from].numbers = OldestFirst()
      freeSagas.append(from)
    }
  }
}
