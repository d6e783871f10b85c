import Evidence
import Hypertext
import Press

/// Where things stand on a front.
struct FrontLayout {
  var edition: Edition
  var marks: Marks

  private var words: Wording { edition.wording }

  /// The lead, and beside it the figures that differ or what is covered most.
  func lead(_ story: StoryTeaser, beside rest: [StoryTeaser]) -> HTML {
    """
    <div class="lead">\(leadArticle(story))
    \(box(story, rest))</div>
    """
  }

  private func leadArticle(_ story: StoryTeaser) -> HTML {
    let kicker = story.kicker?.shortened(to: 100).visible ?? words.sections[story.section]
    let notice: HTML? = edition.notice.map { "<span class=\"meta\">\($0)</span>" }
    let from: HTML? =
      story.articleCount > 1
      ? """
      <p class="qs"><span>\(words.front.headlineFrom)</span>\(marks.outlet(story.headlineOutlet.id))\
      \(story.newest.map { "<span>\(words.story.newest) \(edition.dates.element($0, .brief))</span>" as HTML })</p>
      """ : nil
    return """
      <article aria-labelledby="l">
      <p class="kick">\(kicker) \(notice)</p>
      <h1 id="l"\(attribute: "class", edition.size(of: story.headline))><a href="\(url: edition.path(story.place))"\
      \(attribute: "lang", edition.foreign(story.language))>\
      \(edition.headline(story.headline, story.language))</a></h1>
      \(lede(story))\(TeaserView(marks: marks).coverage(story, shownOutlets: 4))\(from)
      <a class="more" href="\(url: edition.path(story.place))">\
      \(story.articleCount > 1 ? words.front.whoSaysWhat : words.front.readStory)</a>
      </article>
      """
  }

  private func lede(_ story: StoryTeaser) -> HTML? {
    guard let text = story.standfirst?.visible else { return nil }
    return """
      <p class="lede"\(attribute: "lang", edition.foreign(story.language))>\
      \(Typography.set(text.shortened(to: 420), in: story.language))</p>

      """
  }

  private func box(_ lead: StoryTeaser, _ rest: [StoryTeaser]) -> HTML? {
    if let comparison = lead.comparison, comparison.readings.count > 1 {
      return ComparisonView(comparison: comparison, marks: marks).box(to: .story(lead.id))
    }
    let differing = rest.first {
      $0.comparison?.verdict == .differ && ($0.comparison?.readings.count ?? 0) > 1
    }
    if let differing, let comparison = differing.comparison {
      return ComparisonView(comparison: comparison, marks: marks).box(to: .story(differing.id))
    }
    return mostCovered(rest)
  }

  /// The stories that most outlets report, where there are enough of them to be a list.
  private func mostCovered(_ stories: [StoryTeaser]) -> HTML? {
    let most = stories.filter { $0.outlets.count > 1 }
      .sorted { ($0.independentCount, $0.outlets.count) > ($1.independentCount, $1.outlets.count) }
      .prefix(5)
    guard most.count >= 3 else { return nil }
    return """
      <section class="box" aria-labelledby="ev"><h2 id="ev">\(words.front.mostCovered)</h2>
      <ol class="most">\(Array(most), ranked)</ol></section>
      """
  }

  private func ranked(_ story: StoryTeaser) -> HTML {
    """
    <li><a href="\(url: edition.path(story.place))"\(attribute: "lang", edition.foreign(story.language))>\
    \(edition.headline(story.headline, story.language, limit: 120))</a>\
    <small>\(words.counts.sources(story.outlets.count))</small></li>
    """
  }
}
