package import Press

/// Groups articles into stories as they come: one pass, the same result for the same order, no
/// clock.
package struct StoryDesk: Sendable {
  var bars = Bars()
  var index = TraceIndex()
  var reader = TraceReader()
  /// By slot of the index.
  var articles: [Kept?] = []
  var numbers: [Article.ID: Int] = [:]
  var drafts: [Draft] = []
  var sums: [Float] = []
  /// Articles looked at so far, to show that the cost stays flat.
  package internal(set) var work = 0

  /// What is kept of an article besides its words.
  struct Kept: Sendable {
    var id: Article.ID
    var outlet: Outlet.ID
    var number: Int
    var time: Int64?
    var draft: Int
    var isAlive = true
  }

  /// A story in the making.
  struct Draft: Sendable {
    var id: Story.ID
    var saga: String
    var section: Section?
    var members: [Story.Member]
    /// Numbers of the members that are still in the window.
    var numbers: [Int]
    var first: Int64?
    var last: Int64?

    var story: Story { Story(id: id, saga: saga, section: section, members: members) }
  }

  package init() {}

  /// The story of an article that is in the window.
  package func story(of id: Article.ID) -> Story? {
    guard let number = numbers[id], let kept = articles[index.slot(number)], kept.isAlive else {
      return nil
    }
    return drafts[kept.draft].story
  }

  /// All stories of the window.
  package var stories: [Story] { drafts.filter { !$0.members.isEmpty }.map(\.story) }

  /// Puts an article where it belongs. One that is known already is placed anew.
  package mutating func place(_ arrival: Arrival) -> Placement {
    if numbers[arrival.id] != nil { remove(arrival.id) }
    let trace = reader.trace(of: arrival, words: index.words)
    let time = arrival.published.map(\.start)
    let best = bestStory(for: trace, time: time)
    let number = index.add(trace)
    resize()
    let member: Story.Member
    let draft: Int
    if let best {
      draft = best.draft
      member = Story.Member(article: arrival.id, because: "cosine=\(hundredths(best.score))")
    } else {
      draft = drafts.count
      let id = Self.storyID(arrival.id)
      drafts.append(Draft(id: id, saga: id, members: [], numbers: []))
      member = Story.Member(article: arrival.id, because: "first")
    }
    drafts[draft].members.append(member)
    drafts[draft].numbers.append(number)
    if let time {
      drafts[draft].first = min(drafts[draft].first ?? time, time)
      drafts[draft].last = max(drafts[draft].last ?? time, time)
    }
    articles[index.slot(number)] = Kept(
      id: arrival.id, outlet: arrival.outlet, number: number, time: time, draft: draft)
    numbers[arrival.id] = number
    return Placement(story: drafts[draft].story, because: member.because)
  }

  /// Takes an article out of its story.
  package mutating func remove(_ id: Article.ID) {
    guard let number = numbers.removeValue(forKey: id) else { return }
    let slot = index.slot(number)
    guard let kept = articles[slot] else { return }
    articles[slot]?.isAlive = false
    drafts[kept.draft].members.removeAll { $0.article == id }
    drafts[kept.draft].numbers.removeAll { $0 == number }
  }

  private mutating func resize() {
    guard articles.count != index.slots else { return }
    let before = articles
    articles = Array(repeating: nil, count: index.slots)
    for kept in before { if let kept { articles[index.slot(kept.number)] = kept } }
    sums = Array(repeating: 0, count: index.slots)
  }

  private mutating func bestStory(for trace: Trace, time: Int64?) -> (draft: Int, score: Float)? {
    if sums.isEmpty { return nil }
    var touched: [Int] = []
    index.likeness(of: trace, sums: &sums, touched: &touched, work: &work)
    var found: [Int: [Float]] = [:]
    for number in touched {
      let slot = index.slot(number)
      let sum = sums[slot]
      sums[slot] = 0
      guard sum >= bars.neighbour, let kept = articles[slot], kept.isAlive, kept.number == number
      else { continue }
      if let time, let last = drafts[kept.draft].last, abs(time - last) > bars.window { continue }
      found[kept.draft, default: []].append(sum)
    }
    var best: (draft: Int, score: Float)?
    for (draft, sums) in found {
      let top = sums.sorted(by: >).prefix(3)
      let size = min(drafts[draft].numbers.count, 3)
      let score = top.reduce(0, +) / Float(size)
      if score >= bars.join,
        score > best?.score ?? 0 || (score == best?.score && draft < best?.draft ?? .max)
      {
        best = (draft, score)
      }
    }
    return best
  }

  /// A story's identifier, from the article it began with.
  static func storyID(_ article: Article.ID) -> Story.ID {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in article.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return "s" + String(hash, radix: 36)
  }

  private func hundredths(_ value: Float) -> String {
    let cents = Int((value * 100).rounded())
    return cents >= 100 ? "1" : "." + (cents < 10 ? "0" : "") + String(cents)
  }
}
