package import Hypertext
import Press

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

  package var html: HTML {
    let words = edition.wording
    let summary = words.front.summary(words.counts.stories(stories.count))
    return edition.page(
      place: .front,
      head: PageHead(
        title: edition.title, summary: summary, feed: (.frontFeed, edition.title)),
      main: main)
  }

  private var main: HTML {
    guard let lead = stories.first else {
      return """
        <div class="head"><h1>\(edition.title)</h1>\
        <p class="lede">\(edition.wording.front.emptySection)</p></div>
        """
    }
    let marks = Marks(edition, outlets: outlets)
    let view = FrontLayout(edition: edition, marks: marks)
    let rest = Array(stories.dropFirst())
    return """
      \(view.lead(lead, beside: rest))
      \(view.sections(rest, voice: voice))
      """
  }

  private var outlets: [Outlet] {
    stories.flatMap { [$0.headlineOutlet] + $0.outlets } + (voice.map { [$0.outlet] } ?? [])
  }
}
