import Hypertext
import Press
import Testing

@testable import Editions

@Suite struct ArticleRevisionTests {
  private let revision = ArticleRevision(
    version: 1, readAt: FloodSample.now, headline: "Damm hält", nextHeadline: "Damm bricht",
    sentences: [(1, "Der Damm hält."), (2, "Das Wasser steigt.")],
    next: [(2, "Das Wasser steigt."), (3, "Der Damm <bricht>.")])

  @Test func whatTheNextVersionChangedIsTold() {
    #expect(revision.dropped == ["Der Damm hält."])
    #expect(revision.added == ["Der Damm <bricht>."])
    #expect(revision.oldHeadline == "Damm hält")
  }

  @Test func theArticleShowsItsEarlierVersions() {
    var page = DaySample.articlePage
    page.revisions = [revision]
    let html = page.html.string
    #expect(html.contains("<summary>Eine frühere Fassung</summary>"))
    #expect(html.contains("<del>Der Damm hält.</del>"))
    #expect(html.contains("<ins>Der Damm &lt;bricht&gt;.</ins>"))
    #expect(PageProbe(html).faults.isEmpty)
  }
}
