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
    var targets: [Article.ID: Story.ID] = [:]
    var old: [Story.ID: FiledStory] = [:]
    for ruling in kept {
      guard let target = ruling.ruling.story, let now = ruling.now else { continue }
      targets[ruling.ruling.article] = target
      for id in [target, now] where old[id] == nil {
        old[id] = try library.story(id).flatMap { $0.story.id == id ? $0 : nil }
      }
    }
    var batch = Library.Batch()
    for id in Set(targets.values).union(old.keys).sorted() {
      try refile(id, targets, old, changed, &batch)
    }
    guard !batch.isEmpty else { return }
    try library.keep(batch)
    noteUnkept()
  }

  private func refile(
    _ id: Story.ID, _ targets: [Article.ID: Story.ID], _ old: [Story.ID: FiledStory],
    _ changed: [Story], _ batch: inout Library.Batch
  ) throws(LibraryError) {
    let before = old[id]?.story
    let leaving = (before?.members ?? []).filter { targets[$0.article] ?? id != id }
    let donors = old.values.map(\.story).sorted { $0.id < $1.id }.filter { $0.id != id }
    let coming = donors.flatMap { donor in
      donor.members.filter { targets[$0.article] == id }
    }
    var members = (before?.members ?? []).filter { targets[$0.article] ?? id == id } + coming
    guard !members.isEmpty else {
      batch.merged[id] = leaving.first.flatMap { targets[$0.article] }
      return
    }
    let here = Set(members.map(\.article))
    let gone = Set(leaving.map(\.article))
    let came = Set(coming.map(\.article))
    func isLost(_ other: Article.ID, for member: Story.Member) -> Bool {
      gone.contains(other) || came.contains(member.article) && !here.contains(other)
    }
    for place in members.indices {
      if targets[members[place].article] != nil { members[place].because = StoryRuling.because }
      if let original = members[place].copyOf, isLost(original, for: members[place]) {
        members[place].copyOf = nil
      }
      if let cited = members[place].citing, isLost(cited, for: members[place]) {
        members[place].citing = nil
      }
    }
    // The desk knows of a story that it has; of older ones the library does.
    let known =
      changed.first { $0.id == id } ?? before
      ?? donors.first { donor in
        donor.members.contains { targets[$0.article] == id }
      }
    // A story that went up in this one brings what was laid to it.
    let whole = donors.filter { donor in donor.members.allSatisfy { targets[$0.article] == id } }
    var attachments = before?.attachments ?? []
    attachments += whole.flatMap(\.attachments).filter { !attachments.contains($0) }
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
