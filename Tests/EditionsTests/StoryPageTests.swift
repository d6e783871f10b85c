import Evidence
import Hypertext
import Languages
import Press
import Stories
import Testing

@testable import Editions

@Suite struct StoryPageTests {
  let page = PageProbe(DaySample.storyPage.html)

  /// Letters and digits only: quotation marks and spaces are set for reading.
  private func letters(_ text: some StringProtocol) -> String {
    String(text.filter { $0.isLetter || $0.isNumber })
  }

  @Test func everyStatementIsVerbatim() throws {
    var checked = 0
    for (index, tag) in page.tags.enumerated() {
      guard let mark = tag.attributes["data-v"], !tag.isEnd else { continue }
      let parts = mark.split { ".:-".contains($0) }
      try #require(parts.count == 4, "\(mark)")
      let article = try #require(FloodSample.articles.first { $0.id == parts[0] }, "\(mark)")
      #expect(Int(parts[1]) == article.version)
      let range = try #require(Int(parts[2]))..<#require(Int(parts[3]))
      #expect(letters(page.text(from: index)) == letters(article.body[range]), "\(mark)")
      checked += 1
    }
    #expect(checked > 30)
  }

  @Test func everyStatementLeadsToItsParagraph() {
    let dossier = FloodSample.dossier
    let links = Set(page.values(of: "href"))
    var citations = dossier.keyPoints.map(\.citation) + dossier.quotes.map(\.citation)
    citations += dossier.timeline.map(\.citation)
    citations += dossier.comparisons.flatMap { $0.readings.map(\.citation) }
    citations += dossier.claimGroups.flatMap { $0.claims.map(\.citation) }
    for citation in citations {
      #expect(links.contains("/article/\(citation.passage.article)#p\(citation.passage.anchor)"))
    }
  }

  @Test func partsAreClosedOnPhonesAndTold() {
    #expect(page.all("details").count == 6)
    #expect(page.all("details").allSatisfy { $0.attributes["open"] == nil })
    #expect(
      page.tags.contains {
        $0.text.contains("12\u{A0}Artikel aus 12\u{A0}Quellen, davon 11\u{A0}eigenständig")
      })
    #expect(page.tags.contains { $0.text.hasPrefix("4\u{A0}Größen: Angaben weichen ab") })
    #expect(page.tags.contains { $0.text == "übernommen von Depesche" })
  }

  @Test func everyArticleSaysWhyItIsHere() throws {
    var why = DaySample.storyPage
    let because = ["first", "cosine=.41 near=3", "cosine=.3 near=1", "copy=.98", "hand", "older"]
    for (place, terms) in because.enumerated() {
      why.story.members[place].because = terms
      why.story.members[place].copyOf = nil
    }
    why.story.members[1].citing = why.story.members[0].article
    let page = PageProbe(why.html)
    let name = try #require(why.articles.first { $0.id == why.story.members[0].article }).outlet
      .name
    for words in [
      "damit begann die Geschichte", "ähnelt 3\u{A0}Artikeln hier, bis zu 41\u{A0}%",
      "ähnelt einem Artikel hier zu 30\u{A0}%", "zu 98\u{A0}% derselbe Text",
      "von Hand hierher gelegt", "beruft sich auf \(name)",
    ] {
      #expect(page.tags.count { $0.text == words } == 1, "\(words)")
    }
    #expect(MemberReason("cosine=x near=") == nil && MemberReason("") == nil)
    #expect(MemberReason("cosine=1 near=2") == .like(1, near: 2))
    #expect(MemberReason("version") == .version)
  }

  @Test func partsOfTickersLeadToTheirParagraphs() throws {
    var page = DaySample.storyPage
    let ticker = DaySample.longArticle
    let anchors = ticker.body.paragraphs.map(\.anchor)
    page.story.attachments = [
      Story.Attachment(article: ticker.id, anchors: anchors[1]...anchors[2], because: "first"),
      Story.Attachment(article: "gone", anchors: 1...2, because: "first"),
      Story.Attachment(article: ticker.id, anchors: 9_000...9_001, because: "first"),
    ]
    #expect(!PageProbe(page.html).tags.contains { $0.text == "Auch in Tickern und Rundschauen" })
    page.tickers = [ticker]
    let probe = PageProbe(page.html)
    #expect(probe.faults.isEmpty)
    #expect(probe.tags.contains { $0.text == "Auch in Tickern und Rundschauen" })
    #expect(probe.values(of: "href").contains("/article/\(ticker.id)#p\(anchors[1])"))
    #expect(!probe.values(of: "href").contains { $0.hasPrefix("/article/gone") })
  }

  @Test func everyDatedArticleIsADot() {
    let circles = page.all("circle").filter { $0.attributes["r"] == "12" }
    #expect(circles.count == 12)
    for circle in circles {
      let x = Double(circle.attributes["cx"]?.dropLast() ?? "")
      #expect(x.map { (0...100).contains($0) } == true)
    }
  }

  @Test func aStoryWithoutEvidenceIsStillAPage() {
    let bare = StoryPage(
      edition: DaySample.edition, teaser: FloodSample.teaser, story: FloodSample.story,
      articles: [FloodSample.articles[0]], dossier: Dossier())
    let page = PageProbe(bare.html)
    #expect(page.faults.isEmpty && page.all("details").count == 1 && page.all("svg").isEmpty)
    #expect(
      PageProbe(
        StoryPage(
          edition: DaySample.edition, teaser: FloodSample.teaser, story: FloodSample.story,
          articles: [], dossier: Dossier()
        ).html
      ).faults.isEmpty)
  }

  @Test func fullListsAreTrimmedToTheirRoom() {
    var dossier = FloodSample.dossier
    dossier.claimGroups = Array(repeating: dossier.claimGroups[0], count: 30)
    dossier.timeline = Array(repeating: dossier.timeline[0], count: 200)
    dossier.cast = Array(repeating: dossier.cast[0], count: 90)
    dossier.comparisons = Array(repeating: dossier.comparisons[0], count: 40)
    var full = DaySample.storyPage
    full.dossier = dossier
    #expect(full.html.bytes.count - Stylesheet.css.bytes.count < 30_000)
  }

  @Test func denialsStayBesideWhatTheyDeny() {
    var group = FloodSample.dossier.claimGroups[0]
    let denial = group.claims.remove(at: 1)
    group.claims.append(denial)
    var dossier = Dossier()
    dossier.claimGroups = [group]
    let limit = DossierLimit(claims: 3, claimsInGroup: 2)
    let kept = dossier.trimmed(to: limit).claimGroups[0].claims
    let index = kept.firstIndex { $0.denies != nil }
    #expect(
      index.map { kept[kept[$0].denies ?? 99].citation.words } == group.claims[0].citation.words)
  }

  @Test func trimmedReadingsKeepTheirEnds() {
    let comparison = FloodSample.dossier.comparisons[0]
    let values = comparison.readings(atMost: 2).compactMap(\.figure.value)
    #expect(values.contains(3_000) && values.contains(2_400))
  }

  @Test func sharesCountBytesOnce() {
    var dossier = Dossier()
    func cite(_ range: Range<Int>) -> KeyPoint {
      KeyPoint(
        citation: Citation(
          passage: Passage(article: "a", version: 1, anchor: 1, range: range, sentence: 0),
          words: "", outlet: "o"))
    }
    dossier.keyPoints = [cite(0..<20), cite(10..<30), cite(90..<500)]
    let shares = QuotedShares(dossier: dossier)
    #expect(shares.percent(of: "a", length: 100) == 40)
    #expect(
      shares.percent(of: "b", length: 100) == nil && shares.percent(of: "a", length: 0) == nil)
  }
}
