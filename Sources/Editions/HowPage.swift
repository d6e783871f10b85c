package import Hypertext

/// How the house works, in plain words, and whose data it uses.
package struct HowPage: Sendable {
  package var edition: Edition

  package init(edition: Edition) { self.edition = edition }

  package var html: HTML { edition.page(place: .how, head: PageHead(title: ""), main: "") }
}

/// What a reader sees instead of a page.
package struct ErrorPage: Sendable {
  package var edition: Edition
  /// The HTTP status: 400, 403, 404, 405, 410, 413, 429, 500, 503.
  package var status: Int

  package init(edition: Edition, status: Int) {
    self.edition = edition
    self.status = status
  }

  package var html: HTML { edition.page(place: nil, head: PageHead(title: ""), main: "") }
}

/// A page of the operator's own words, such as imprint or privacy.
package struct PlainPage: Sendable {
  package var edition: Edition
  package var place: Address.Place
  package var title: String
  /// Paragraphs of plain text; those that begin with `# ` are headings.
  package var paragraphs: [String]

  package init(edition: Edition, place: Address.Place, title: String, paragraphs: [String]) {
    self.edition = edition
    self.place = place
    self.title = title
    self.paragraphs = paragraphs
  }

  package var html: HTML { edition.page(place: place, head: PageHead(title: title), main: "") }
}
