import Hypertext
import Press
import Testing

@testable import Editions

@Suite struct HostilePagesTests {
  @Test(arguments: HostileSample.texts, PagesTests.editions)
  func nothingForeignBecomesMarkup(text: String, edition: Edition) {
    for (name, html) in HostileSample.all(edition, text) {
      let page = PageProbe(html)
      #expect(page.faults.isEmpty, "\(name): \(page.faults.prefix(2))")
      #expect(page.runsNothing && page.values(of: "onerror").isEmpty, "\(name)")
      #expect(page.values(of: "style").isEmpty, "\(name)")
      for target in page.values(of: "href") + page.values(of: "src") {
        #expect(!target.hasPrefix("javascript:") && !target.hasPrefix("data:"), "\(name)")
      }
      // No drawing is sent a number that is none.
      for tag in page.tags where ["circle", "line", "text"].contains(tag.name) {
        for key in ["x", "x1", "x2", "cx"] {
          guard let value = tag.attributes[key] else { continue }
          let number = Double(value.hasSuffix("%") ? String(value.dropLast()) : value)
          #expect(number.map { (0...100).contains($0) } == true, "\(name): \(value)")
        }
      }
    }
  }

  @Test func linksAreNeverEmpty() {
    for text in ["", " ", "\u{0}\u{7}"] {
      for (name, html) in HostileSample.all(DaySample.edition, text) {
        let page = PageProbe(html)
        for (index, tag) in page.tags.enumerated() where tag.name == "a" && !tag.isEnd {
          #expect(
            page.text(from: index).contains { !$0.isWhitespace }, "\(name): \(tag.attributes)")
        }
      }
    }
  }

  @Test func feedsHoldNoMarkup() {
    let feed = OutgoingFeed(
      edition: DaySample.edition, stories: HostileSample.stories(), section: .politik)
    #expect(!feed.atom.string.contains("<script") && !feed.atom.string.contains("\u{7}"))
  }
}
