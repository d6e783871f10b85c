package import Hypertext
package import Press
import Stories

/// For operators: stories that can be mended, or one story with its articles.
package struct DeskStoriesPage: Sendable {
  /// An article of the story that is being mended.
  package struct Row: Sendable, Hashable, Identifiable {
    package var id: Article.ID
    package var headline: String
    package var outlet: String
    package var because: String

    package init(id: Article.ID, headline: String, outlet: String, because: String) {
      self.id = id
      self.headline = headline
      self.outlet = outlet
      self.because = because
    }
  }

  package var frame: DeskFrame
  /// The story that is being mended.
  package var story: StoryTeaser?
  package var rows: [Row]
  /// Others, newest first.
  package var newest: [StoryTeaser]

  package init(frame: DeskFrame, story: StoryTeaser?, rows: [Row], newest: [StoryTeaser]) {
    self.frame = frame
    self.story = story
    self.rows = rows
    self.newest = newest
  }

  private var words: DeskWords { _read { yield frame.words } }

  package var html: HTML {
    frame.settingsPage(
      .stories(story?.id), title: words.stories, intro: words.storiesIntro,
      parts: "\(story.map(mending))\(others)")
  }

  private func mending(_ story: StoryTeaser) -> HTML {
    let target = frame.path(.stories(story.id))
    let page = frame.edition.path(.story(story.id))
    return """
      <h2><a href="\(url: page)">\(story.headline)</a></h2>
      <form class="form box" method="post" action="\(url: target)">\(frame.token)\
      <fieldset><legend>\(words.storyArticles)</legend>\(rows, row)</fieldset>\
      <p><button name="do" value="split">\(words.storySplit)</button> \
      <button class="lite" name="do" value="pin">\(words.storyPin)</button> \
      <button class="lite" name="do" value="free">\(words.storyFree)</button></p></form>
      <form class="form box" method="post" action="\(url: target)">\(frame.token)\
      <label for="so">\(words.storyOther)</label>\
      <input id="so" name="other" required maxlength="300" autocomplete="off">\
      <button name="do" value="join">\(words.storyJoin)</button></form>
      """
  }

  private func row(_ row: Row) -> HTML {
    let why = MemberReason(row.because)?.words(frame.edition.wording.story)
    return """
      <label class="ck"><input type="checkbox" name="article" value="\(row.id)"> \
      <span>\(row.headline)<small>\(row.outlet)\(why.map { ", \($0)" as HTML })</small></span></label>
      """
  }

  private var others: HTML? {
    guard !newest.isEmpty else { return nil }
    return """
      <h2>\(words.storiesNewest)</h2>
      <ul class="subs">\(newest, { other($0) })</ul>
      """
  }

  private func other(_ story: StoryTeaser) -> HTML {
    let counts = frame.edition.wording.counts
    return """
      <li><div><a href="\(url: frame.path(.stories(story.id)))">\(story.headline)</a>\
      <small>\(counts.articlesFrom(counts.articles(story.articleCount), counts.sources(story.outlets.count)))</small>\
      </div></li>
      """
  }
}
