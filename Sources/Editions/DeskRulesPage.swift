package import Hypertext

/// The rules of an account.
package struct DeskRulesPage: Sendable {
  package struct Rule: Sendable, Hashable, Identifiable {
    package var id: Int64
    /// As `DeskWords.ruleFields` and `ruleActions` name them.
    package var field: String
    package var pattern: String
    package var action: String
    package var feed: String?

    package init(id: Int64, field: String, pattern: String, action: String, feed: String?) {
      self.id = id
      self.field = field
      self.pattern = pattern
      self.action = action
      self.feed = feed
    }
  }

  package var frame: DeskFrame
  package var rules: [Rule]
  package var feeds: [(id: Int64, title: String)]

  package init(frame: DeskFrame, rules: [Rule], feeds: [(id: Int64, title: String)]) {
    self.frame = frame
    self.rules = rules
    self.feeds = feeds
  }

  static let fields = ["title", "text", "author", "tag", "section"]
  static let actions = ["hide", "read", "star", "notify"]

  private var words: DeskWords { _read { yield frame.words } }
  private var target: String { frame.path(.rules) }

  package var html: HTML {
    frame.settingsPage(
      .rules, title: words.rules, intro: words.rulesIntro,
      parts: "<ul class=\"subs\">\(rules, rule)</ul>\(form)")
  }

  private func rule(_ rule: Rule) -> HTML {
    let sentence = words.ruleSentence(
      words.ruleFields[rule.field] ?? rule.field, rule.pattern,
      words.ruleActions[rule.action] ?? rule.action)
    return """
      <li><div>\(sentence)<small>\(rule.feed ?? words.everyFeed)</small></div>\
      <form method="post" action="\(url: target)">\(frame.token)\
      <button class="lite" name="remove" value="\(rule.id)" aria-label="\(words.removeNamed(sentence))">\
      \(words.remove)</button></form></li>
      """
  }

  private var form: HTML {
    """
    <form class="form box" method="post" action="\(url: target)">\(frame.token)\
    <h2>\(words.addRule)</h2>\
    <label for="rf">\(words.ruleField)</label>\
    <select id="rf" name="field">\(Self.fields, { option($0, words.ruleFields) })</select>\
    <label for="rp">\(words.rulePattern)</label>\
    <input id="rp" name="pattern" required maxlength="200">\
    <label for="ra">\(words.ruleAction)</label>\
    <select id="ra" name="action">\(Self.actions, { option($0, words.ruleActions) })</select>\
    <label for="rq">\(words.ruleFeed)</label>\
    <select id="rq" name="feed"><option value="">\(words.everyFeed)</option>\
    \(feeds, { "<option value=\"\($0.id)\">\($0.title)</option>" })</select>\
    <label class="ck"><input type="checkbox" name="unread" value="1"> \(words.ruleToUnread)</label>\
    <button>\(words.addRule)</button></form>
    """
  }

  private func option(_ value: String, _ names: [String: String]) -> HTML {
    "<option value=\"\(value)\">\(names[value] ?? value)</option>"
  }
}
