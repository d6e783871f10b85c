import Evidence
import Press
package import Storage
import Stories

extension NewsDesk {
  /// Carries out what the operator has said about stories since the last time: on the desk, so that
  /// what comes keeps to it, and in the library, where stories reach back further.
  package func followRulings() throws(LibraryError) {
    let (kept, last) = try library.rulings(after: lastRuling)
    lastRuling = last
    guard !kept.isEmpty else { return }
    let changed = desk.rule(kept.map(\.ruling))
    var moves = Moves()
    for ruling in kept {
      guard let target = ruling.ruling.story, let now = ruling.now else { continue }
      moves.targets[ruling.ruling.article] = target
      for id in [target, now] where moves.old[id] == nil {
        let story = try library.story(id)?.story
        if story?.id == id { moves.old[id] = story }
      }
    }
    moves.sort()
    var batch = Library.Batch()
    for id in Set(moves.targets.values).union(moves.old.keys).sorted() {
      try refile(id, moves, changed, &batch)
    }
    guard !batch.isEmpty else { return }
    try library.keep(batch)
    noteUnkept()
  }

  /// What rulings do to the stories they touch.
  private struct Moves {
    var targets: [Article.ID: Story.ID] = [:]
    /// The stories as the library has them.
    var old: [Story.ID: Story] = [:]
    /// By story the members that come to it, those of one story after those of another.
    private(set) var coming: [Story.ID: [Story.Member]] = [:]
    /// By story the first one that gives it members, and what was laid to those that go up in it.
    private(set) var origins: [Story.ID: Story] = [:]
    private(set) var attachments: [Story.ID: [Story.Attachment]] = [:]

    mutating func sort() {
      for story in old.values.sorted(by: { $0.id < $1.id }) {
        for member in story.members {
          guard let target = targets[member.article], target != story.id else { continue }
          coming[target, default: []].append(member)
          if origins[target] == nil { origins[target] = story }
        }
        let first = story.members.first.flatMap { targets[$0.article] }
        if let first, first != story.id,
          story.members.allSatisfy({ targets[$0.article] == first })
        {
          attachments[first, default: []] += story.attachments
        }
      }
    }
  }

  private func refile(
    _ id: Story.ID, _ moves: Moves, _ changed: [Story], _ batch: inout Library.Batch
  ) throws(LibraryError) {
    let before = moves.old[id]
    let coming = moves.coming[id] ?? []
    let leaving = (before?.members ?? []).filter { moves.targets[$0.article] ?? id != id }
    let gone = Set(leaving.map(\.article))
    let came = Set(coming.map(\.article))
    var members = (before?.members ?? []).filter { !gone.contains($0.article) } + coming
    guard !members.isEmpty else {
      batch.merged[id] = leaving.first.flatMap { moves.targets[$0.article] }
      return
    }
    let here = Set(members.map(\.article))
    func isLost(_ other: Article.ID, for member: Story.Member) -> Bool {
      gone.contains(other) || came.contains(member.article) && !here.contains(other)
    }
    for place in members.indices {
      let member = members[place]
      if moves.targets[member.article] != nil { members[place].because = StoryRuling.because }
      if let original = member.copyOf, isLost(original, for: member) { members[place].copyOf = nil }
      if let cited = member.citing, isLost(cited, for: member) { members[place].citing = nil }
    }
    // The desk knows of a story that it has; of older ones the library does.
    let known = changed.first { $0.id == id } ?? before ?? moves.origins[id]
    var attachments = before?.attachments ?? []
    attachments += (moves.attachments[id] ?? []).filter { !attachments.contains($0) }
    let story = Story(
      id: id, saga: known?.saga ?? id, section: known?.section,
      members: try inOrderOfArrival(members), attachments: attachments)
    if story != before { batch.stories.append(try filed(story)) }
  }

  private func inOrderOfArrival(_ members: [Story.Member]) throws(LibraryError) -> [Story.Member] {
    let times = Dictionary(
      try exhibits(of: members.map(\.article)).map { ($0.exhibit.article.id, $0.exhibit.arrived) },
      uniquingKeysWith: { first, _ in first })
    return members.sorted {
      (times[$0.article] ?? .max, $0.article) < (times[$1.article] ?? .max, $1.article)
    }
  }
}
