import Editions
import Press
import Storage

/// Makes rows of items: entries of one story are one row, copies fold.
struct DeskRows {
  let visit: ReaderVisit
  let account: Account

  private static let mostReports = 40

  private var library: Library { visit.library }

  /// Rows of the items a query asks for, and where the next begin.
  func rows(_ query: ItemQuery, most: Int) throws -> (rows: [DeskRow], next: String?) {
    let refs = try library.items(query, of: account.id)
    let headings = try library.headings(refs.map(\.id), of: account.id)
    var groups: [[ItemHeading]] = []
    var places: [String: Int] = [:]
    var last: Int64?
    var isFull = false
    for heading in headings {
      let key = heading.isStory ? nil : heading.story
      if let key, let place = places[key] {
        groups[place].append(heading)
      } else {
        if groups.count == most {
          isFull = true
          break
        }
        if let key { places[key] = groups.count }
        groups.append([heading])
      }
      last = heading.id
    }
    let summaries = try library.summaries(groups.compactMap { $0[0].story })
    let rows = try groups.map { try row($0, summaries) }
    let isEnd = !isFull && refs.count < query.limit
    let next = isEnd ? nil : refs.first { $0.id == last }?.cursor(query.order).text
    return (rows, query.stream == .history ? nil : next)
  }

  /// The row of one item, as it stands in a list that no longer holds it.
  func row(of item: Int64) throws -> DeskRow? {
    let headings = try library.headings([item], of: account.id)
    guard !headings.isEmpty else { return nil }
    return try row(headings, library.summaries(headings.compactMap(\.story)))
  }

  private func row(_ group: [ItemHeading], _ summaries: [String: StorySummary]) throws -> DeskRow {
    // A text of its own opens before a copy of it.
    let lead = group.first { $0.copyOf == nil } ?? group[0]
    let summary = lead.story.flatMap { summaries[$0] }
    let isStory = lead.isStory || (summary?.articleCount ?? 1) > 1
    let reports =
      isStory && !lead.isStory
      ? try lead.story.map { try self.reports(of: $0, besides: lead.id) } ?? [] : []
    return DeskRow(
      id: lead.id, items: group.map(\.id), headline: lead.headline, language: lead.language,
      outlet: lead.outlet, at: lead.publishedAt, isUnread: group.contains(where: \.isUnread),
      isStarred: group.contains { $0.starredAt != nil },
      coverage: isStory
        ? summary.map { (sources: $0.outlets.count, independent: $0.independentOutlets.count) }
        : nil,
      reports: reports)
  }

  /// The other reports of a story that the account has.
  func reports(of story: String, besides item: Int64) throws -> [DeskRow.Report] {
    var query = ItemQuery(.story(story))
    query.limit = Self.mostReports
    let refs = try library.items(query, of: account.id)
    let headings = try library.headings(refs.map(\.id), of: account.id)
    let outlets = Dictionary(
      headings.compactMap { heading in heading.article.map { ($0, heading.outlet) } }
    ) { first, _ in first }
    return headings.filter { $0.id != item && !$0.isStory }.map { heading in
      DeskRow.Report(
        id: heading.id, outlet: heading.outlet, headline: heading.headline,
        language: heading.language,
        copyOf: heading.copyOf.map { outlets[$0] ?? "" }, isUnread: heading.isUnread)
    }
  }
}
