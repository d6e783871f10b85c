import Hypertext
import Press
import Testing

@testable import Editions

@Suite struct PagesTests {
  static let editions = [DaySample.edition, DaySample.english]

  @Test(arguments: editions)
  func everyPageIsWellFormed(edition: Edition) {
    for (name, html) in PagesSample.all(edition) {
      let page = PageProbe(html)
      #expect(page.faults.isEmpty, "\(name): \(page.faults.prefix(3))")
      #expect(page.all("h1").count == 1, "\(name) has one h1")
      #expect(page.all("main").count == 1 && page.all("title").count == 1)
      #expect(page.all("html").first?.attributes["lang"] == edition.language.rawValue)
      let ids = page.values(of: "id")
      #expect(Set(ids).count == ids.count, "\(name): an id stands twice")
    }
  }

  @Test(arguments: editions)
  func everyLinkLeadsSomewhere(edition: Edition) {
    for (name, html) in PagesSample.all(edition) {
      let page = PageProbe(html)
      let ids = Set(page.values(of: "id"))
      for target in page.values(of: "href") + page.values(of: "action") {
        if target.hasPrefix("#") {
          #expect(ids.contains(String(target.dropFirst())), "\(name): \(target)")
        } else if target.hasPrefix("/") {
          let path = target.split(separator: "#", maxSplits: 1)
          let isPart = path.count == 2 && !path[1].hasPrefix("p")
          #expect(Address(target) != nil, "\(name): \(target)")
          if !isPart { #expect(Address(target)?.path == target, "\(name): \(target)") }
        } else {
          #expect(
            target.hasPrefix("https://") || target.hasPrefix("mailto:"), "\(name): \(target)")
        }
      }
    }
  }

  @Test(arguments: editions)
  func pagesNeedNoScriptAndNoStyleAttribute(edition: Edition) {
    for (name, html) in PagesSample.all(edition) {
      let page = PageProbe(html)
      #expect(page.runsNothing && page.values(of: "style").isEmpty, "\(name)")
      #expect(page.all("style").count == 1)
      #expect(!page.tags.contains { $0.attributes.keys.contains { $0.hasPrefix("on") } })
      // Links to others give nothing away.
      for link in page.all("a") where link.attributes["href"]?.hasPrefix("http") == true {
        #expect(link.attributes["rel"] == "external noopener noreferrer", "\(name)")
      }
    }
  }

  @Test func theSameEditionGivesTheSameBytes() {
    #expect(DaySample.front.html == DaySample.front.html)
    #expect(DaySample.storyPage.html == DaySample.storyPage.html)
    #expect(DaySample.articlePage.html == DaySample.articlePage.html)
  }

  @Test func formsCarryTheToken() {
    let page = PageProbe(PagesSample.sources(DaySample.edition).html)
    let posts = page.all("form").filter { $0.attributes["method"] == "post" }
    let tokens = page.all("input").filter { $0.attributes["name"] == "csrf" }
    #expect(posts.count > 10 && tokens.count == posts.count)
    #expect(tokens.allSatisfy { $0.attributes["value"] == "t0k3n" })
    #expect(posts.allSatisfy { $0.attributes["action"] == "/sources" })
    let names = page.all("input").compactMap { $0.attributes["name"] }
    #expect(Set(names) == ["q", "csrf", "url", "opml", "pack", "remove", "edit"])
    var open = PagesSample.sources(DaySample.edition)
    open.csrf = nil
    #expect(!PageProbe(open.html).all("form").contains { $0.attributes["method"] == "post" })
  }

  @Test func theFrontLeadsWithItsFirstStory() throws {
    let page = PageProbe(DaySample.front.html)
    let headline = try #require(page.tags.firstIndex { $0.name == "h1" })
    #expect(page.text(from: headline) == FloodSample.teaser.headline)
    let stories = page.all("article").count
    #expect(stories == 30, "the lead and twenty-nine more")
    let shown = page.values(of: "href").filter {
      $0.hasPrefix("/story/") || $0.hasPrefix("/article/")
    }
    for story in DaySample.stories { #expect(shown.contains(DaySample.edition.path(story.place))) }
  }

  @Test func errorsHaveTheirOwnWords() {
    var titles: Set<String> = []
    for status in [400, 403, 404, 410, 413, 429, 503, 500] {
      let page = PageProbe(ErrorPage(edition: DaySample.edition, status: status).html)
      titles.insert(page.all("h1").first?.text ?? "")
    }
    #expect(titles.count == 8 && !titles.contains(""))
  }

  @Test func foundWordsAreMarkedAndNothingElse() {
    let text = "Die Lonne <steigt> weiter, die Länge wächst"
    func html(_ marks: [Range<Int>]) -> String {
      MarkedText(text: text, marks: marks, language: .german).html.string
    }
    #expect(html([4..<9]).hasPrefix("Die <mark>Lonne</mark> &lt;steigt&gt; weiter"))
    #expect(html([10..<18]).contains("<mark>&lt;steigt&gt;</mark>"))
    // Outside, overlapping, inside a letter: no mark, no loss.
    #expect(html([-3..<2, 500..<600, 33..<34]) == html([]))
    #expect(html([4..<9, 6..<12]) == html([4..<9]))
  }
}
