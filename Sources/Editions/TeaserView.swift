import Hypertext
import Press

/// A story or article in a list: headline, standfirst, who reports it and when.
struct TeaserView {
  enum Size: String {
    case small = "en"
    case middle = "en top1"
    case large = "en big"
  }

  var marks: Marks
  var size = Size.small
  /// The level of the headline in the page's outline.
  var level = 3
  var showsStandfirst = false
  var showsSection = false

  private var edition: Edition { marks.edition }
  private var words: Wording { marks.words }

  func html(_ story: StoryTeaser) -> HTML {
    let standfirst: HTML? =
      showsStandfirst
      ? Self.standfirst(
        story.standfirst, story.language, edition, limit: size == .small ? 160 : 280)
      : nil
    let kicker: HTML? = showsSection ? section(story.section) : nil
    return """
      <article class="\(size.rawValue)">\(kicker)\
      \(headline(story.headline, language: story.language, place: story.place))\(standfirst)\
      \(coverage(story))</article>

      """
  }

  func html(_ article: ArticleTeaser, after note: HTML? = nil) -> HTML {
    let standfirst: HTML? =
      showsStandfirst
      ? Self.standfirst(article.standfirst, article.language, edition, limit: 200) : nil
    let headline = headline(
      article.headline, language: article.language, place: .article(article.id, anchor: nil))
    let date: HTML? = article.published.map { edition.dates.element($0, .brief) }
    return """
      <article class="\(size.rawValue)">\(showsSection ? section(article.section) : nil)\
      \(headline)\(note ?? standfirst)\
      <p class="qs">\(marks.outlet(article.outlet.id))\(date)</p></article>

      """
  }

  /// "6 Quellen davon 2 eigenständig ■ Depesche ■ Rundschau +4", or outlet and time.
  func coverage(_ story: StoryTeaser, shownOutlets: Int = 2) -> HTML {
    guard story.outlets.count > 1 || story.articleCount > 1 else {
      let date: HTML? = story.newest.map { edition.dates.element($0, .brief) }
      return "<p class=\"qs\">\(marks.outlet(story.headlineOutlet.id))\(date)</p>"
    }
    let shown = story.outlets.prefix(shownOutlets)
    let more = story.outlets.count - shown.count
    let rest: HTML? = more > 0 ? "<span>+\(more)</span>" : nil
    // News of the day needs no date, what is older does.
    let date: HTML? = story.newest.flatMap {
      $0.start < edition.now - 129_600 ? edition.dates.element($0, .brief) : nil
    }
    return """
      <p class="qs"><span class="n1">\(words.counts.sources(story.outlets.count))</span>\
      <span>\(words.counts.independent(story.independentCount))</span>\
      \(shown, { marks.outlet($0.id) })\(rest)\(date)</p>
      """
  }

  private func headline(_ text: String, language: Language, place: Address.Place) -> HTML {
    let link: HTML = """
      <a href="\(url: edition.path(place))"\(attribute: "lang", edition.foreign(language))>\
      \(edition.heading(text, language))</a>
      """
    return level == 2 ? "<h2>\(link)</h2>" : "<h3>\(link)</h3>"
  }

  private func section(_ section: Section?) -> HTML? {
    section.map { "<p class=\"kick\">\(words.sections[$0])</p>" }
  }

  static func standfirst(
    _ text: String?, _ language: Language, _ edition: Edition, limit: Int
  ) -> HTML? {
    guard let text = text?.visible else { return nil }
    return """
      <p\(attribute: "lang", edition.foreign(language))>\
      \(Typography.set(text.shortened(to: limit), in: language))</p>
      """
  }
}

extension Edition {
  var numbers: NumberWords { NumberWords(language: language) }

  /// The class of a first headline: long ones are set smaller.
  func size(of headline: String) -> String? { headline.utf8.count > 110 ? "long" : nil }

  /// A headline as it is shown; never empty, since it is a link's name.
  func headline(_ text: String, _ language: Language, limit: Int = 240) -> String {
    Typography.set(text.shortened(to: limit), in: language).visible ?? wording.article.untitled
  }
}
