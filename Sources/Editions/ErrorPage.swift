package import Hypertext

/// What a reader sees instead of a page.
package struct ErrorPage: Sendable {
  package var edition: Edition
  /// The HTTP status: 400, 403, 404, 405, 410, 413, 429, 500, 503.
  package var status: Int

  package init(edition: Edition, status: Int) {
    self.edition = edition
    self.status = status
  }

  package var html: HTML {
    let message = message
    return edition.page(
      place: nil, head: PageHead(title: message.title, isIndexed: false),
      main: """
        <header class="head"><p class="kick">\(status)</p><h1>\(message.title)</h1>\
        <p class="lede">\(message.text)</p>\(SearchForm(edition: edition).html)\
        <p><a class="more" href="\(url: edition.path(.front))">\(edition.wording.errors.toFront)</a></p>\
        </header>
        """)
  }

  private var message: ErrorWords.Message {
    let words = edition.wording.errors
    return switch status {
    case 401, 403: words.forbidden
    case 404, 405: words.notFound
    case 410: words.gone
    case 413, 414, 431: words.tooLarge
    case 429: words.tooMany
    case 502...504: words.unavailable
    case 400..<500: words.badRequest
    default: words.failure
    }
  }
}
