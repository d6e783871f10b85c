package import Languages
package import Press

/// An article of a story with what was found in it: what a dossier is made of.
package struct Exhibit: Sendable {
  package var article: Article
  package var findings: Findings
  /// The article this one is a copy or rewrite of; a copy supports nothing by itself.
  package var copyOf: Article.ID?
  /// When it was first seen, seconds since 1970 in UTC.
  package var arrived: Int64
  /// Whether it belongs to another story of the same saga.
  package var isSibling: Bool

  package init(
    article: Article, findings: Findings, copyOf: Article.ID? = nil, arrived: Int64,
    isSibling: Bool = false
  ) {
    self.article = article
    self.findings = findings
    self.copyOf = copyOf
    self.arrived = arrived
    self.isSibling = isSibling
  }

  /// A text that came alone, read as the `number`th report of its story, each of an outlet of its own.
  package init(_ text: String, number: Int, language: Language, published: PressDate?) {
    let plain = PlainText(text)
    self.init(
      article: Article(
        id: "a\(number)", outlet: Outlet(id: "a\(number).example", name: "a"), headline: "",
        published: published, language: language, blocks: plain.blocks),
      findings: Reading.findings(in: plain.body, language: language, published: published),
      arrived: Int64(number))
  }

  /// Whether another says the same and has the same place in its story.
  func isSame(as other: Exhibit) -> Bool {
    article.id == other.article.id && article.version == other.article.version
      && copyOf == other.copyOf && arrived == other.arrived && isSibling == other.isSibling
      && article.headline == other.article.headline
      && article.standfirst == other.article.standfirst && article.blocks == other.article.blocks
  }
}

extension Dossier {
  /// The dossier of some exhibits, the same for the same exhibits in any order. A story that
  /// grows keeps a `CaseFile` instead and need not read its older articles again.
  package init(of exhibits: [Exhibit]) {
    var file = CaseFile()
    file.hold(exhibits.map(ExhibitDigest.init))
    self = file.dossier()
  }
}
