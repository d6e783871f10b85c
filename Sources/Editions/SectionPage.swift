package import Hypertext
package import Press

/// A section's front.
package struct SectionPage: Sendable {
  package var edition: Edition
  package var section: Section
  /// Best first.
  package var stories: [StoryTeaser]

  package init(edition: Edition, section: Section, stories: [StoryTeaser]) {
    self.edition = edition
    self.section = section
    self.stories = stories
  }

  package var html: HTML {
    edition.page(place: .section(section), head: PageHead(title: ""), main: "")
  }
}
