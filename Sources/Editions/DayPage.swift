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

  package var html: HTML { edition.page(place: .day(day), head: PageHead(title: ""), main: "") }
}
