import Hypertext
import Press

/// What stands below an article: where the rest is, what was removed, how to pass it on.
struct ArticleEnd {
  var page: ArticlePage
  var marks: Marks

  private var article: Article { page.article }
  private var edition: Edition { page.edition }
  private var words: ArticleWords { edition.wording.article }

  var html: HTML {
    "<footer class=\"fin\">\(limits)\(original)\(changes)\(removed)\(share)</footer>"
  }

  private var limits: HTML? {
    if page.rights != .full { return "<p>\(words.excerptOnly)</p>" }
    return article.access == .full ? nil : "<p>\(words.teaserOnly)</p>"
  }

  private var original: HTML? {
    let name = marks.name(article.outlet.id)
    return (article.canonicalURL ?? article.url).map {
      """
      <p><a class="more" href="\(url: $0)" rel="external noopener noreferrer">\
      \(page.rights == .full && article.access == .full ? words.originalAt(name) : words.readOriginal(name))</a></p>
      """
    }
  }

  private var changes: HTML? {
    RevisionList(revisions: page.revisions, edition: edition, language: article.language).html
  }

  /// What the page had besides the article, by the rule that took it out.
  private var removed: HTML? {
    guard !article.removed.isEmpty else { return nil }
    var rules: [(rule: String, texts: [String])] = []
    for block in article.removed.prefix(200) {
      if let index = rules.firstIndex(where: { $0.rule == block.rule }) {
        rules[index].texts.append(block.text)
      } else {
        rules.append((block.rule, [block.text]))
      }
    }
    return """
      <details class="rem"><summary>\(words.removed): \
      \(rules.prefix(6).map { edition.wording.removal[$0.rule] }.joined(separator: ", "))</summary>\
      <dl>\(rules.prefix(24), row)</dl></details>
      """
  }

  private func row(_ rule: String, _ texts: [String]) -> HTML {
    """
    <dt>\(edition.wording.removal[rule])</dt>\(texts.prefix(5), { text in
      "<dd>\(text.shortened(to: 200))</dd>"
    })
    """
  }

  /// Plain links: nothing is asked of others before a reader follows one.
  private var share: HTML {
    let path = edition.url(.article(article.id, anchor: nil))
    let headline = edition.headline(article.headline, article.language)
    let mail =
      "mailto:?subject=\(PathSegment.encoded(headline))"
      + "&body=\(PathSegment.encoded(article.canonicalURL ?? article.url ?? path))"
    return """
      <p class="qs share"><span>\(words.share):</span> <a href="\(url: mail)">\(words.shareByMail)</a> \
      <a href="\(url: edition.path(.article(article.id, anchor: nil)))">\(words.shareLink)</a></p>
      """
  }
}

extension RemovalWords {
  /// The rule in words for readers.
  subscript(rule: String) -> String { known[rule] ?? unknown }
}
