import Evidence
import Hypertext
import Press

/// Where things stand on a front.
struct FrontLayout {
  var edition: Edition
  var marks: Marks

  var words: Wording { edition.wording }

  /// The lead, and beside it the figures that differ, what is covered most or what is new.
  func lead(_ story: StoryTeaser, _ plan: FrontPlan, _ picture: LeadPicture?) -> HTML {
    if case .none = plan.box {
      return "<div class=\"lead solo\">\(leadArticle(story, picture))</div>"
    }
    return """
      <div class="lead">\(leadArticle(story, picture))
      \(box(plan.box))</div>
      """
  }

  private func leadArticle(_ story: StoryTeaser, _ picture: LeadPicture?) -> HTML {
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
      \(edition.heading(story.headline, story.language))</a></h1>
      \(picture.flatMap { $0.html(edition, sizes: "(min-width: 60rem) 48rem, 92vw") })\(lede(story))\
      \(TeaserView(marks: marks).coverage(story, shownOutlets: 4))\(from)
      <a class="more" href="\(url: edition.path(story.place))">\
      \(story.articleCount > 1 && story.hasClaims ? words.front.whoSaysWhat : words.front.readStory)</a>
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

  private func box(_ box: FrontPlan.Box) -> HTML? {
    switch box {
    case .figures(let story, let comparison):
      ComparisonView(comparison: comparison, marks: marks).box(to: .story(story.id))
    case .covered(let stories):
      """
      <section class="box" aria-labelledby="ev"><h2 id="ev">\(words.front.mostCovered)</h2>
      <ol class="most">\(stories, ranked)</ol></section>
      """
    case .latest(let stories):
      """
      <section class="box" aria-labelledby="ev"><h2 id="ev">\(words.paper.latest)</h2>
      <ul class="bri">\(stories, headline)</ul></section>
      """
    case .none: nil
    }
  }

  private func ranked(_ story: StoryTeaser) -> HTML {
    """
    <li><a href="\(url: edition.path(story.place))"\(attribute: "lang", edition.foreign(story.language))>\
    \(edition.heading(story.headline, story.language, limit: 120))</a>\
    <small>\(words.counts.sources(story.outlets.count))</small></li>
    """
  }

  /// A headline with its outlet and time, for lists.
  private func headline(_ story: StoryTeaser) -> HTML {
    """
    <li><a href="\(url: edition.path(story.place))"\(attribute: "lang", edition.foreign(story.language))>\
    \(edition.heading(story.headline, story.language, limit: 120))</a>\
    <p class="qs">\(marks.outlet(story.headlineOutlet.id))\
    \(story.newest.map { edition.dates.element($0, .brief) })</p></li>

    """
  }

  /// What is new besides, by headline.
  func brief(_ stories: [StoryTeaser]) -> HTML? {
    guard !stories.isEmpty else { return nil }
    return """
      <section aria-labelledby="brief"><div class="sec"><h2 id="brief">\(words.paper.brief)</h2></div>
      <ul class="bri">\(stories.prefix(12), headline)</ul></section>

      """
  }
}
