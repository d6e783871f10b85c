package import Hypertext

/// The front of the day: one lead, the figures that differ, the sections with their stories.
package struct FrontPage: Sendable {
  package var edition: Edition
  /// Best first; the first is the lead, each of the others stands in its section.
  package var stories: [StoryTeaser]
  package var voice: Voice?

  package init(edition: Edition, stories: [StoryTeaser], voice: Voice? = nil) {
    self.edition = edition
    self.stories = stories
    self.voice = voice
  }

  package var html: HTML { edition.page(place: .front, title: edition.title, main: "") }
}
