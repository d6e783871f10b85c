package import Hypertext

/// How pages of the reader's desk differ from public ones: sheet, script, the way to the other
/// language.
struct DeskDress: Sendable {
  var sheet: CSS
  var script: HTML?
  var otherPath: String
}

/// What all pages of the desk share: who reads, the secret of their forms, what became of the last
/// one.
package struct DeskFrame: Sendable {
  /// What became of the last form.
  package enum Notice: Sendable, Hashable {
    case done(String)
    case failed(String)
  }

  package var edition: Edition
  package var account: String
  package var isOperator: Bool
  /// The token that forms carry.
  package var csrf: String
  package var notice: Notice?

  package init(
    edition: Edition, account: String, isOperator: Bool, csrf: String, notice: Notice? = nil
  ) {
    self.edition = edition
    self.account = account
    self.isOperator = isOperator
    self.csrf = csrf
    self.notice = notice
  }

  var words: DeskWords { _read { yield edition.language.deskWording } }

  func path(_ place: DeskAddress.Place) -> String {
    edition.path(place)
  }

  func page(_ place: DeskAddress.Place, title: String, main: HTML) -> HTML {
    edition.page(
      place: nil, head: PageHead(title: title, isIndexed: false), main: main,
      dress: Self.dress(place, edition))
  }

  static func dress(_ place: DeskAddress.Place, _ edition: Edition) -> DeskDress {
    let other: EditionLanguage = edition.language == .german ? .english : .german
    return DeskDress(
      sheet: Stylesheet.desk,
      script: "<script src=\"\(url: edition.path(.script))\" defer></script>\n",
      otherPath: edition.root + DeskAddress(place, in: other).path)
  }

  /// The hidden field that every form carries.
  var token: HTML { "<input type=\"hidden\" name=\"csrf\" value=\"\(csrf)\">" }

  /// What became of the last form.
  var said: HTML? {
    switch notice {
    case .done(let text): "<p class=\"say1\" role=\"status\">\(text)</p>"
    case .failed(let text):
      "<p class=\"say1\" role=\"alert\"><b>\(words.failed)</b> \(text)</p>"
    case nil: nil
    }
  }

  /// A page of settings: the list of them at the side, one heading.
  func settingsPage(_ place: DeskAddress.Place, title: String, intro: String?, parts: HTML) -> HTML
  {
    page(
      place, title: title,
      main: """
        <div class="set">
        \(settingsList(place))
        <div class="pg1"><h1>\(title)</h1>\(intro.map { "<p class=\"lede\">\($0)</p>" as HTML })\
        \(said)\(parts)</div>
        </div>
        """)
  }

  private func settingsList(_ place: DeskAddress.Place) -> HTML {
    var places: [(DeskAddress.Place, String)] = [
      (.subscriptions, words.subscriptions), (.rules, words.rules), (.devices, words.devices),
      (.settings, words.settings),
    ]
    if isOperator {
      places += [
        (.accounts, words.accounts), (.stories(nil), words.stories), (.house, words.house),
      ]
    }
    return """
      <nav class="fol" aria-label="\(words.menu)"><ul>\
      <li><a href="\(url: path(.list(.unread)))">← \(words.desk)</a></li>\
      \(places, { item($0.0, $0.1, isHere: $0.0 == place) })</ul></nav>
      """
  }

  private func item(_ place: DeskAddress.Place, _ name: String, isHere: Bool) -> HTML {
    """
    <li><a href="\(url: path(place))"\(attribute: "aria-current", isHere ? "page" : nil)>\(name)</a></li>
    """
  }
}

/// What a reader sees instead of a page of the desk.
package struct DeskErrorPage: Sendable {
  package var edition: Edition
  package var status: Int

  package init(edition: Edition, status: Int) {
    self.edition = edition
    self.status = status
  }

  package var html: HTML {
    let words = edition.wording.errors
    let message =
      switch status {
      case 401, 403: words.forbidden
      case 404: words.notFound
      case 413: words.tooLarge
      case 429: words.tooMany
      case 503: words.unavailable
      default: words.badRequest
      }
    return edition.page(
      place: nil, head: PageHead(title: message.title, isIndexed: false),
      main: """
        <header class="head"><p class="kick">\(status)</p><h1>\(message.title)</h1>\
        <p class="lede">\(message.text)</p>\
        <p><a class="more" href="\(url: edition.path(.list(.unread)))">\
        \(edition.language.deskWording.desk)</a></p></header>
        """, dress: DeskFrame.dress(.list(.unread), edition))
  }
}
