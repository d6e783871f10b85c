package import Hypertext
package import Press

/// The stories of one day.
package struct DayPage: Sendable {
  package var edition: Edition
  package var day: CivilDay
  /// Best first.
  package var stories: [StoryTeaser]
  /// The neighbouring days that have stories.
  package var previous: CivilDay?
  package var next: CivilDay?

  package init(
    edition: Edition, day: CivilDay, stories: [StoryTeaser], previous: CivilDay? = nil,
    next: CivilDay? = nil
  ) {
    self.edition = edition
    self.day = day
    self.stories = stories
    self.previous = previous
    self.next = next
  }

  package var html: HTML {
    let words = edition.wording
    let name = edition.dates.day(day)
    return edition.page(
      place: .day(day),
      head: PageHead(
        title: name, summary: words.front.summary(words.counts.stories(stories.count)),
        feed: (.front, edition.title)),
      main: """
        <header class="head"><p class="kick">\(edition.dates.weekday(day))</p>\
        <h1>\(words.lists.storiesOf(name))</h1>\
        <p class="meta">\(words.counts.stories(stories.count))</p></header>
        \(StoryList(edition: edition, stories: stories).html)
        \(neighbours)
        """)
  }

  private var neighbours: HTML? {
    guard previous != nil || next != nil else { return nil }
    return """
      <nav class="pg" aria-label="\(edition.wording.front.dayBefore), \(edition.wording.front.dayAfter)">\
      \(previous.map { link($0, edition.wording.front.dayBefore) })\
      \(next.map { link($0, edition.wording.front.dayAfter) })</nav>
      """
  }

  private func link(_ day: CivilDay, _ label: String) -> HTML {
    """
    <a class="more" href="\(url: edition.path(.day(day)))">\(label): \(edition.dates.day(day))</a>
    """
  }
}
