import Press
import Testing

@testable import Documents

struct LiveBlogTests {
  @Test func headingsWithTheTimeOfDayMakeALiveBlog() {
    func kind(_ heading: (Int) -> String) -> String {
      let entries = (1...5).map { "<h3>\(heading($0))</h3><p>\(Fixture.fourth)</p>" }.joined()
      return Fixture.article(between: entries).kind.rawValue
    }
    #expect(kind { "1\($0).05 Uhr: Neues vom Hafen" } == "liveBlog")
    #expect(kind { "\($0):45 Uhr Neues vom Hafen" } == "liveBlog")
    #expect(kind { "\($0). Neues vom Hafen" } == "article")
  }

  @Test func anAddressNamesALiveBlog() {
    #expect(LiveBlog.isNamed(in: "https://bote.example/im-news-ticker-vom-2-november"))
    #expect(!LiveBlog.isNamed(in: "https://bote.example/hafen"))
  }
}
