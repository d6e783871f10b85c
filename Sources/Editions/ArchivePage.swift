package import Hypertext
package import Press

/// All days that have stories, month by month.
package struct ArchivePage: Sendable {
  package var edition: Edition
  /// Newest first.
  package var days: [CivilDay]

  package init(edition: Edition, days: [CivilDay]) {
    self.edition = edition
    self.days = days
  }

  package var html: HTML {
    let words = edition.wording
    return edition.page(
      place: .archive,
      head: PageHead(
        title: words.paper.archive, summary: words.paper.archiveIntro,
        feed: (.front, edition.title)),
      main: """
        <header class="head"><h1>\(words.paper.archive)</h1>\
        <p class="lede">\(days.isEmpty ? words.lists.nothingYet : words.paper.archiveIntro)</p></header>
        <div class="g3 rest">\(months, month)</div>
        """)
  }

  /// More would not go through the first TCP window.
  private static let limit = 600

  private var months: [[CivilDay]] {
    var months: [[CivilDay]] = []
    for day in days.prefix(Self.limit) {
      if let first = months.last?.first, first.year == day.year, first.month == day.month {
        months[months.count - 1].append(day)
      } else {
        months.append([day])
      }
    }
    return months
  }

  private func month(_ days: [CivilDay]) -> HTML {
    guard let first = days.first else { return "" }
    return """
      <section class="mon"><h2>\(edition.dates.month(first)) \(first.year)</h2>\
      <p>\(days.reversed(), day)</p></section>

      """
  }

  private func day(_ day: CivilDay) -> HTML {
    "<a href=\"\(url: edition.path(.day(day)))\">\(day.day)</a> "
  }
}
