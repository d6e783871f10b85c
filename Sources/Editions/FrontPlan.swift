import Evidence
import Press

/// Which story of a front stands where, decided before anything is written.
///
/// Nothing that is given gets lost: what a row of columns has no room for goes into the list of
/// headlines at the end.
struct FrontPlan {
  /// What stands beside the lead.
  enum Box {
    case figures(of: StoryTeaser, Comparison)
    case covered([StoryTeaser])
    case latest([StoryTeaser])
    /// Nothing: the lead takes the whole width.
    case none
  }

  private(set) var box: Box
  /// The fullest section, across the page.
  private(set) var wide: SectionGroup?
  /// The other sections, three abreast.
  private(set) var rows: [[SectionGroup]] = []
  /// Stories whose figures differ, besides the one in the box.
  private(set) var disagreements: [StoryTeaser] = []
  private(set) var brief: [StoryTeaser]

  private static let perColumn = 4
  private static let acrossPage = 5

  init(lead: StoryTeaser, rest: [StoryTeaser], brief: [StoryTeaser]) {
    self.brief = brief
    box = .none
    var groups = Self.groups(rest)
    if let index = groups.firstIndex(where: { $0.stories.count >= 3 }) {
      wide = cut(groups.remove(at: index), to: Self.acrossPage)
    }
    while !groups.isEmpty {
      let row = groups.prefix(3)
      let least = row.map(\.stories.count).min() ?? 0
      let limit = Swift.min(Self.perColumn, Swift.max(2, least + 1))
      rows.append(row.map { cut($0, to: limit) })
      groups.removeFirst(row.count)
    }
    dissolveLoneColumn()
    chooseBox(lead, rest)
    let boxed: StoryTeaser.ID? = if case .figures(let story, _) = box { story.id } else { nil }
    disagreements = Array(
      rest.filter { $0.id != boxed && $0.isDisputed }.prefix(3))
  }

  /// The stories a group has no room for stand among the headlines at the end.
  private mutating func cut(_ group: SectionGroup, to limit: Int) -> SectionGroup {
    guard group.stories.count > limit else { return group }
    brief = group.stories.dropFirst(limit) + brief
    return SectionGroup(section: group.section, stories: Array(group.stories.prefix(limit)))
  }

  /// A single column in a row of its own looks forgotten: it joins the headlines, if there are
  /// enough of them.
  private mutating func dissolveLoneColumn() {
    guard let last = rows.last, last.count == 1, rows.count > 1 || wide != nil,
      brief.count + last[0].stories.count >= 3
    else { return }
    brief = last[0].stories + brief
    rows.removeLast()
  }

  private mutating func chooseBox(_ lead: StoryTeaser, _ rest: [StoryTeaser]) {
    for story in [lead] + rest {
      guard let comparison = story.comparison, comparison.readings.count > 1,
        story.id == lead.id || comparison.verdict == .differ
      else { continue }
      box = .figures(of: story, comparison)
      return
    }
    let most = rest.filter { $0.outlets.count > 1 }
      .sorted { ($0.independentCount, $0.outlets.count) > ($1.independentCount, $1.outlets.count) }
    if most.count >= 3 {
      box = .covered(Array(most.prefix(5)))
    } else if brief.count >= 4 {
      box = .latest(Array(brief.prefix(5)))
      brief.removeFirst(Swift.min(5, brief.count))
    }
  }

  /// Stories by section, in the order in which the sections first come up.
  private static func groups(_ stories: [StoryTeaser]) -> [SectionGroup] {
    var groups: [SectionGroup] = []
    for story in stories {
      if let index = groups.firstIndex(where: { $0.section == story.section }) {
        groups[index].stories.append(story)
      } else {
        groups.append(SectionGroup(section: story.section, stories: [story]))
      }
    }
    // What has no section comes last, whatever its rank.
    return groups.filter { $0.section != nil } + groups.filter { $0.section == nil }
  }
}

/// One section's stories on a front.
struct SectionGroup {
  var section: Section?
  var stories: [StoryTeaser]

  var anchor: String { section?.rawValue ?? "rest" }
}

extension StoryTeaser {
  /// Whether outlets give figures that cannot both be true.
  var isDisputed: Bool { comparison?.verdict == .differ && (comparison?.readings.count ?? 0) > 1 }
}
