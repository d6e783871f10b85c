import Press
import Testing

@testable import Samples

@Suite struct SamplePressTests {
  let press = SamplePress(weeks: 0, port: 8181)

  @Test func everyOutletIsRead() {
    #expect(press.outlets.count == 6)
    #expect(press.outlets.map(\.articles.count).reduce(0, +) == 34)
    #expect(Set(press.outlets.map(\.address)).count == 6)
    #expect(Set(press.outlets.map(\.feed)) == [.rss, .atom, .json])
  }

  @Test func pagesAndFeedsAnswer() throws {
    for outlet in press.outlets {
      let feed = try #require(press.file(outlet: outlet.address, path: outlet.feedPath))
      let text = String(decoding: feed.body, as: UTF8.self)
      for article in outlet.articles {
        #expect(text.contains(outlet.url(of: article)))
        let page = try #require(
          press.file(outlet: outlet.address, path: "/" + article.slug))
        let html = String(decoding: page.body, as: UTF8.self)
        #expect(!html.contains("{{"))
        #expect(!html.contains("{d "))
        #expect(!html.contains("{w "))
      }
    }
    #expect(press.file(outlet: "127.0.0.11", path: "/nothing") == nil)
    #expect(press.file(outlet: "127.0.0.99", path: "/") == nil)
  }

  @Test func datesMoveByWholeWeeksAndStayInThePast() throws {
    let written = try #require(SamplePress(weeks: 0, port: 1).newestDate)
    for now in stride(from: written, to: written + 40 * 86_400, by: 86_399) {
      let weeks = SamplePress.weeks(at: now)
      let newest = try #require(SamplePress(weeks: weeks, port: 1).newestDate)
      #expect(newest <= now)
      #expect(now - newest < 7 * 86_400)
    }
    #expect(SamplePress.weeks(at: written - 1) == -1)
  }

  @Test func datesInTextsMoveToo() {
    let dates = SampleDates(weeks: 2, language: .german)
    #expect(dates.filled("am {w 2026-11-20}, dem {d 2026-11-20}") == "am Freitag, dem 4. Dezember")
    #expect(dates.filled("{x} {") == "{x} {")
    #expect(dates.rfc822(0) == "Thu, 01 Jan 1970 01:00:00 +0100")
    #expect(dates.long(0) == "1. Januar 1970, 1.00 Uhr")
  }
}

extension SamplePress {
  fileprivate var newestDate: Int64? { outlets.flatMap(\.articles).map(\.published).max() }
}
