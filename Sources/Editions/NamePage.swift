package import Evidence
package import Hypertext
import Languages
package import Press

/// A person, place or organisation: what they say, and where they are named.
package struct NamePage: Sendable {
  package var edition: Edition
  package var member: CastMember
  /// What the person said, newest first.
  package var claims: [Claim]
  package var stories: [StoryTeaser]
  /// Newest first.
  package var articles: [ArticleTeaser]
  /// Names of the outlets in the claims.
  package var outlets: [Outlet]

  package init(
    edition: Edition, member: CastMember, claims: [Claim] = [], stories: [StoryTeaser] = [],
    articles: [ArticleTeaser] = [], outlets: [Outlet] = []
  ) {
    self.edition = edition
    self.member = member
    self.claims = claims
    self.stories = stories
    self.articles = articles
    self.outlets = outlets
  }

  package var html: HTML {
    let marks = Marks(
      edition,
      outlets: outlets + articles.map(\.outlet)
        + stories.flatMap { [$0.headlineOutlet] + $0.outlets })
    let words = edition.wording
    let name = edition.headline(member.name, marks.language(of: member.mention))
    let count = words.counts.articles(member.articles.count)
    let role: HTML? = member.role.map {
      """
      <p class="lede"><span data-v="\(marks.verbatim($0.passage))">\(marks.text($0))</span> \
      \(marks.source($0))</p>
      """
    }
    return edition.page(
      place: .name(member.key),
      head: PageHead(title: name, summary: "\(name): \(count)", feed: (.name(member.key), name)),
      main: """
        <header class="head"><p class="kick">\(kind)</p><h1>\(name)</h1>\(role)\
        <p class="meta">\(count)</p></header>
        \(said(marks))\(told(marks))\(named(marks))
        """)
  }

  private var kind: String {
    let words = edition.wording.evidence
    return switch member.kind {
    case .person: words.person
    case .place: words.place
    case .organisation: words.organisation
    case .other: words.otherName
    }
  }

  private func said(_ marks: Marks) -> HTML? {
    guard !claims.isEmpty else { return nil }
    return part(
      "said", edition.wording.lists.saidBy,
      """
      <div class="who"><ol>\(claims.prefix(30), { claim($0, marks) })</ol></div>
      """)
  }

  private func claim(_ claim: Claim, _ marks: Marks) -> HTML {
    let date: HTML =
      claim.date.map { edition.dates.element($0, .brief) }
      ?? "<span class=\"time\">\(edition.wording.article.noDate)</span>"
    return """
      <li>\(date)<div>\(ClaimTable.status(claim.status, edition.wording.evidence))</div>\
      <div><p>\(marks.quote(claim.citation)) \(marks.source(claim.citation))</p></div></li>

      """
  }

  private func told(_ marks: Marks) -> HTML? {
    guard !stories.isEmpty else { return nil }
    let view = TeaserView(marks: marks, showsStandfirst: true)
    return part(
      "told", edition.wording.lists.storiesWith,
      "<div class=\"g3 rest\">\(stories.prefix(12), { view.html($0) })</div>")
  }

  private func named(_ marks: Marks) -> HTML? {
    guard !articles.isEmpty else { return nil }
    let view = TeaserView(marks: marks)
    return part(
      "named", edition.wording.lists.namedIn,
      "<div class=\"g3 rest\">\(articles.prefix(30), { view.html($0) })</div>")
  }

  private func part(_ anchor: String, _ title: String, _ content: HTML) -> HTML {
    """
    <section aria-labelledby="\(anchor)"><div class="sec"><h2 id="\(anchor)">\(title)</h2></div>
    \(content)</section>

    """
  }
}
