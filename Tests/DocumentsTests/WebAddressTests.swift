import Press
import Testing

@testable import Documents

struct WebAddressTests {
  @Test(arguments: [
    ("../b?x=1", "https://bote.example/b?x=1"), ("c", "https://bote.example/a/c"),
    ("//zeitung.example/d", "https://zeitung.example/d"), ("/e#f", "https://bote.example/e"),
  ])
  func linksBecomeAbsolute(_ link: String, _ expected: String) {
    let base = WebAddress("https://bote.example/a/index.html")
    #expect(base?.resolve(Array(link.utf8)[...])?.string == expected)
  }

  @Test func scriptsAndDataAreNoAddresses() {
    let base = WebAddress("https://bote.example/")
    for link in ["javascript:alert(1)", "data:text/html,x", "mailto:a@b.example", "#top"] {
      #expect(base?.resolve(Array(link.utf8)[...]) == nil)
    }
  }

  @Test func theIdIgnoresTrackingSchemeAndSlash() {
    let id = ArticleIdentity.id(address: "https://www.bote.example/a/?utm_source=x")
    #expect(id == ArticleIdentity.id(address: "http://bote.example/a"))
    #expect(id.count == 16 && id.allSatisfy { $0.isLowercase || $0.isNumber })
    #expect(id != ArticleIdentity.id(address: "http://bote.example/b"))
  }
}
