package import Hypertext
package import Press

/// The front of the day: one lead, the figures that differ, the sections with their stories, what
/// was said, what is new besides, the days before.
package struct FrontPage: Sendable {
  package var edition: Edition
  /// Best first; the first is the lead, each of the others stands in its section.
  package var stories: [StoryTeaser]
  /// Quotations worth a place of their own, the best first.
  package var voices: [Voice]
  /// The newest of what has no place above, by headline only.
  package var brief: [StoryTeaser]
  /// Days before this one that have stories, newest first.
  package var days: [CivilDay]
  /// The lead's picture.
  package var picture: LeadPicture?

  package init(
    edition: Edition, stories: [StoryTeaser], voices: [Voice] = [], brief: [StoryTeaser] = [],
    days: [CivilDay] = [], picture: LeadPicture? = nil
  ) {
    self.picture = picture
    self.edition = edition
    self.stories = stories
    self.voices = voices
    self.brief = brief
    self.days = days
  }

  package var html: HTML {
    let words = edition.wording
    let summary = words.front.summary(words.counts.stories(stories.count))
    return edition.page(
      place: .front,
      head: PageHead(
        title: edition.title, summary: summary, feed: (.front, edition.title)),
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
    let layout = FrontLayout(edition: edition, marks: marks)
    let plan = FrontPlan(lead: lead, rest: Array(stories.dropFirst()), brief: brief)
    return """
      \(layout.lead(lead, plan, picture))
      \(layout.sections(plan, voices: voices))
      \(layout.brief(plan.brief))\(DayLinks(edition: edition, days: days).html)
      """
  }

  private var outlets: [Outlet] {
    (stories + brief).flatMap { [$0.headlineOutlet] + $0.outlets } + voices.map(\.outlet)
  }
}

/// Links to days with stories and to the archive.
struct DayLinks {
  var edition: Edition
  var days: [CivilDay]

  var html: HTML? {
    guard !days.isEmpty else { return nil }
    let words = edition.wording.paper
    return """
      <nav class="pg" aria-label="\(words.byDay)">\(days.prefix(6), link)\
      <a class="more" href="\(url: edition.path(.archive))">\(words.archive)</a></nav>
      """
  }

  private func link(_ day: CivilDay) -> HTML {
    """
    <a href="\(url: edition.path(.day(day)))">\(edition.dates.weekday(day)), \
    \(edition.dates.day(day, withYear: false))</a>
    """
  }
}
