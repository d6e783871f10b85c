package import Hypertext

/// Where a reader chooses how the paper looks.
package struct LookPage: Sendable {
  package var edition: Edition
  package var csrf: String
  /// Whether a choice was just kept.
  package var isKept: Bool

  package init(edition: Edition, csrf: String, isKept: Bool = false) {
    self.edition = edition
    self.csrf = csrf
    self.isKept = isKept
  }

  private var words: LookWords { edition.wording.look }

  package var html: HTML {
    let article = edition.wording.article
    let notice: HTML? = isKept ? "<p class=\"say1\" role=\"status\">\(words.kept)</p>" : nil
    return edition.page(
      place: .look, head: PageHead(title: words.title, isIndexed: false),
      main: """
        <header class="head"><h1>\(words.title)</h1><p class="lede">\(words.intro)</p></header>
        \(notice)
        <form class="form pro looks" method="post" action="\(url: edition.path(.look))">
        <input type="hidden" name="csrf" value="\(csrf)">
        \(LookChoice.html(.size, article.size, article.sizes, edition.look))\
        \(LookChoice.html(.face, article.face, article.faces, edition.look))\
        \(LookChoice.html(.colours, article.colours, article.colourNames, edition.look))
        <fieldset><legend>\(words.script)</legend>
        <label><input type="checkbox" name="k" value="1"\
        \(attribute: "checked", edition.look.hasScript ? "" : nil)>\(words.scriptChoice)</label>
        <p>\(words.scriptWords)</p></fieldset>
        <button>\(words.keep)</button>
        </form>
        <div class="pro"><h2 id="keys">\(words.keys)</h2>
        <dl class="keyl">\(words.keyNames, { "<dt><kbd>\($0.key)</kbd></dt><dd>\($0.meaning)</dd>" })</dl></div>
        """)
  }
}

/// One row of choices, on the page of choices and beside articles.
enum LookChoice {
  static func html(
    _ row: ReaderLook.Row, _ legend: String, _ names: [String], _ look: ReaderLook
  ) -> HTML {
    """
    <fieldset><legend>\(legend)</legend>\(names.enumerated(), { index, label in
      """
      <label><input type="radio" name="\(row.rawValue)" id="\(row.rawValue)\(index + 1)" value="\(index + 1)"\
      \(attribute: "checked", look[row] == index + 1 ? "" : nil)>\(label)</label>
      """
    })</fieldset>
    """
  }
}
