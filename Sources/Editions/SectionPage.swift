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
    let words = edition.wording
    let name = words.sections[section]
    return edition.page(
      place: .section(section),
      head: PageHead(
        title: name,
        summary: "\(name): \(words.front.summary(words.counts.stories(stories.count)))",
        feed: (.section(section), "\(edition.title): \(name)")),
      main: """
        <header class="head"><h1>\(name)</h1></header>
        \(StoryList(edition: edition, stories: stories).html)
        """)
  }
}

/// Stories of one kind, best first: one large, four beside it, the rest three abreast.
struct StoryList {
  var edition: Edition
  var stories: [StoryTeaser]

  var html: HTML {
    guard !stories.isEmpty else {
      return "<p class=\"lede\">\(edition.wording.front.emptySection)</p>"
    }
    let marks = Marks(edition, outlets: stories.flatMap { [$0.headlineOutlet] + $0.outlets })
    let large = TeaserView(marks: marks, size: .large, level: 2, showsStandfirst: true)
    let small = TeaserView(marks: marks, level: 2, showsStandfirst: true)
    let beside = stories.dropFirst().prefix(4)
    let rest = stories.dropFirst(5)
    return """
      <div class="wide first">\(stories.prefix(1), { large.html($0) })\
      \(beside.isEmpty ? nil : "<div>\(beside, { small.html($0) })</div>" as HTML)</div>
      \(rest.isEmpty ? nil : "<div class=\"g3 rest\">\(rest, { small.html($0) })</div>" as HTML)
      """
  }
}
