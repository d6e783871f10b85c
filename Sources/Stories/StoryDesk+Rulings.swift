package import Press

/// Where the operator laid an article. It stays there whatever comes.
package struct StoryRuling: Sendable, Hashable {
  package var article: Article.ID
  /// Nil lets the article move again.
  package var story: Story.ID?

  package init(article: Article.ID, story: Story.ID?) {
    self.article = article
    self.story = story
  }

  /// What members laid by hand say for themselves (`Story.Member.because`).
  package static let because = "hand"
}

extension StoryDesk {
  /// Notes rulings without moving anything, for a desk whose articles are still to come.
  package mutating func note(_ rulings: [StoryRuling]) {
    for ruling in rulings { ruled[ruling.article] = ruling.story }
  }

  /// Carries rulings out on the articles of the window and notes the others.
  ///
  /// An article laid to a story the desk does not have begins it, in the saga it comes from.
  /// - Returns: the stories that changed; one that has no members left is gone.
  package mutating func rule(_ rulings: [StoryRuling]) -> [Story] {
    forgetTouched()
    note(rulings)
    for ruling in rulings {
      guard let story = ruling.story, let number = numbers[ruling.article],
        let from = spot(number)?.draft
      else { continue }
      let isThere = drafts[from].id == story
      let draft = isThere ? from : live(story) ?? begin(story, besides: from)
      if !isThere {
        move(number, to: draft)
        touch(draft)
      }
      if let place = drafts[draft].members.firstIndex(where: { $0.article == ruling.article }),
        drafts[draft].members[place].because != StoryRuling.because
      {
        drafts[draft].members[place].because = StoryRuling.because
        touch(draft)
      }
    }
    for draft in touchedDrafts { dropForeignOrigins(draft) }
    return goneStories + touchedDrafts.filter { !drafts[$0].members.isEmpty }.map(story)
  }

  /// The story a ruling lays an article to; it is begun where the desk does not have it.
  mutating func ruledDraft(_ article: Article.ID) -> Int? {
    guard !ruled.isEmpty, let story = ruled[article] else { return nil }
    return live(story) ?? begin(story, besides: nil)
  }

  /// Whether an article may be moved by what comes.
  func mayMove(_ number: Int) -> Bool {
    ruled.isEmpty || kept(number).map { ruled[$0.id] == nil } ?? true
  }

  /// Whether two stories may become one: not where somebody laid articles to each of them.
  func mayMerge(_ one: Int, _ other: Int) -> Bool {
    ruled.isEmpty || !(isRuled(one) && isRuled(other))
  }

  /// Whether an article was laid to this story by hand, so that it keeps its name.
  func isRuled(_ draft: Int) -> Bool {
    !ruled.isEmpty && drafts[draft].members.contains { ruled[$0.article] == drafts[draft].id }
  }

  private func live(_ story: Story.ID) -> Int? {
    drafts.indices.first { drafts[$0].id == story && !drafts[$0].members.isEmpty }
  }

  /// Begins a story, in the saga of another where one is given.
  private mutating func begin(_ story: Story.ID, besides other: Int?) -> Int {
    let draft = newDraft(story)
    if let other {
      let saga = Int(sagaOfDraft[other])
      sagaOfDraft[draft] = Int32(truncatingIfNeeded: saga)
      drafts[draft].place = sagas[saga].drafts.count
      sagas[saga].drafts.append(draft)
    } else {
      beginSaga(draft)
    }
    touch(draft)
    return draft
  }

  /// A copy counts as one beside its original only.
  private mutating func dropForeignOrigins(_ draft: Int) {
    for place in drafts[draft].members.indices {
      let member = drafts[draft].members[place]
      if let original = member.copyOf, isElsewhere(original, draft) {
        drafts[draft].members[place].copyOf = nil
      }
      if let cited = member.citing, isElsewhere(cited, draft) {
        drafts[draft].members[place].citing = nil
      }
    }
  }

  private func isElsewhere(_ article: Article.ID, _ draft: Int) -> Bool {
    numbers[article].flatMap { spot($0)?.draft }.map { $0 != draft } ?? false
  }
}
