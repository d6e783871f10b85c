import Hypertext
import Press
import Testing

@testable import Editions

@Suite struct AddressTests {
  static let places: [Address.Place] =
    [
      .front, .story("s7k2m9"), .article("a1f0c2", anchor: nil), .article("a1f0c2", anchor: 5),
      .passage("a1f0c2", version: 12, sentence: 0x00ff_0000_0000_0001),
      .outlet("lonnetaler-bote.example"), .name("müller, s. / \"?#%"), .name("a.b"),
      .day(CivilDay(daysSince1970: 20_778)), .search(query: "", page: 1),
      .search(query: "a&b=c +d %20 ü", page: 3), .search(query: "", page: 2), .sources, .how,
      .imprint, .privacy, .frontFeed, .storyFeed("s7k2m9"), .sourceList,
    ] + Section.allCases.map { .section($0) } + Section.allCases.map { .sectionFeed($0) }

  @Test(arguments: places, EditionLanguage.allCases)
  func whatIsPrintedIsRead(place: Address.Place, language: EditionLanguage) {
    let address = Address(place, in: language)
    #expect(Address(address.path) == address)
  }

  @Test func pathsAreAsPromised() {
    #expect(Address(.front).path == "/")
    #expect(Address(.front, in: .english).path == "/en/")
    #expect(Address(.section(.politik)).path == "/politik")
    #expect(Address(.section(.politik), in: .english).path == "/en/politics")
    #expect(Address(.article("a1", anchor: 5)).path == "/article/a1#p5")
    #expect(
      Address(.passage("a1", version: 2, sentence: 255)).path == "/passage/a1.2.00000000000000ff")
    #expect(Address(.day(CivilDay(daysSince1970: 20_778))).path == "/day/2026-11-21")
    #expect(Address(.storyFeed("s1"), in: .english).path == "/en/story/s1/feed.atom")
    #expect(Address(.robots, in: .english).path == "/robots.txt")
    #expect(Address("/en") == Address(.front, in: .english))
    #expect(Address("/search?q=zwei+Worte") == Address(.search(query: "zwei Worte", page: 1)))
  }

  @Test(arguments: [
    "", "x", "//", "/story", "/story/", "/story/a/b", "/article//", "/nowhere", "/en/politik",
    "/day/2026-02-30", "/day/2026-2-3", "/day/+026-11-21", "/passage/a", "/passage/a.1.xyz",
    "/passage/.1.00000000000000ff", "/name/%ff", "/name/%4", "/name/%zz", "/politik/feed.rss",
    "/story/a/feed.rss", "/en/robots.txt",
  ])
  func whatIsNoPlaceIsNotRead(path: String) {
    #expect(Address(path) == nil)
  }

  @Test func hugeNumbersDoNotTrap() {
    #expect(
      Address("/search?q=a&page=99999999999999999999") == Address(.search(query: "a", page: 1)))
    #expect(Address("/article/a#p99999999999999999999") == Address(.article("a", anchor: nil)))
    #expect(Address("/passage/a.99999999999999999999.00000000000000ff") == nil)
    #expect(Address("/" + String(repeating: "a", count: 9_000)) == nil)
  }
}
