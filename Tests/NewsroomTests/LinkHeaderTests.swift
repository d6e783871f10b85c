import Testing

@testable import Newsroom

@Suite struct LinkHeaderTests {
  @Test func hubAndSelfAreRead() {
    let links = LinkHeader([
      ("Link", "<https://hub.example/>; rel=\"hub\", <https://bote.example/feed>; rel=self"),
      ("link", "<https://b.example/>; rel=\"x hub\""),
    ])
    #expect(links["hub"] == "https://hub.example/")
    #expect(links["self"] == "https://bote.example/feed")
    #expect(links["next"] == nil)
  }

  @Test(arguments: ["", "<", "> <; rel=hub", "a; rel=hub", "<x> rel=hub"])
  func whatIsNoneGivesNothing(_ value: String) {
    #expect(LinkHeader([("Link", value)])["hub"] == nil)
  }
}
