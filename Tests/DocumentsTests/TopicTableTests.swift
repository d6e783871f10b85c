import Languages
import Testing

@testable import Documents

struct TopicTableTests {
  @Test func bitsOfOneHashComeTogether() {
    var table = TopicTable()
    table.add(7, 1)
    table.add(7, 4)
    table.add(9)
    #expect(table[7] == 5)
    #expect(table.contains(9))
    #expect(table[8] == 0)
  }

  @Test func aTableGrowsBeyondWhatWasExpected() {
    var table = TopicTable(capacity: 4)
    for key in 1...5000 as ClosedRange<UInt64> { table.add(key &* 0x1_0001, UInt32(key)) }
    for key in 1...5000 as ClosedRange<UInt64> {
      #expect(table[key &* 0x1_0001] == UInt32(key))
    }
    #expect(table[3] == 0)
  }

  @Test func everyListIsFoundAndHoldsEntries() {
    for list in Self.lists { #expect(!PageWords.text(of: list).isEmpty, "\(list)") }
    #expect(PageWords.text(of: "page-no-such-list").isEmpty)
    #expect(PageWords.entries(of: "page-zones").first == "mez 1", "German entries come first")
    #expect(!PageWords.entries(of: "page-classes").contains { $0.hasPrefix("#") })
  }

  private static let lists: [StaticString] =
    [
      "page-agencies", "page-author-verbs", "page-byline-articles", "page-byline-desks",
      "page-byline-forms", "page-byline-leads", "page-byline-openings", "page-byline-placeholders",
      "page-classes", "page-cookie-words", "page-date-ordinals", "page-donation-words",
      "page-embed-consent", "page-embed-kinds", "page-firm-endings", "page-live-blogs",
      "page-more-words", "page-name-particles", "page-networks", "page-origin-first",
      "page-origin-published", "page-outlet-business", "page-outlet-verbs",
      "page-picture-agencies", "page-picture-words", "page-pointers", "page-post-words",
      "page-reader-words", "page-zones", "furniture-months",
    ] + Topics.named.map(\.list)
}
