import Evidence
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
      .search(query: "a&b=c +d %20 ü", page: 3), .search(query: "", page: 2),
      .search(query: "elf", page: 1, below: 4_711),
      .quantity(Quantity.Anchor(article: "a.1/x", version: 2, lower: 137)), .sources, .how,
      .imprint, .privacy, .corrections, .archive, .sourceList, .card("s7k2m9"),
    ] + Section.allCases.map { .section($0) } + feeds

  static let feeds: [Address.Place] = FeedFormat.allCases.flatMap { format in
    let topics: [FeedTopic] = [
      .front, .section(.sport), .story("s7k2m9"), .name("müller, s. / \"?#%"),
      .outlet("lonnetaler-bote.example"), .search("a&b=c +d %20 ü"),
      .quantity(Quantity.Anchor(article: "a.1/x", version: 2, lower: 137)),
    ]
    return topics.map { Address.Place.feed($0, format) }
  }

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
    #expect(Address(.feed(.story("s1"), .atom), in: .english).path == "/en/story/s1/feed.atom")
    #expect(Address(.robots, in: .english).path == "/robots.txt")
    #expect(Address("/en") == Address(.front, in: .english))
    #expect(Address("/search?q=zwei+Worte") == Address(.search(query: "zwei Worte", page: 1)))
  }

  @Test(arguments: [
    "", "x", "//", "/story", "/story/", "/story/a/b", "/article//", "/nowhere", "/en/politik",
    "/day/2026-02-30", "/day/2026-2-3", "/day/+026-11-21", "/passage/a", "/passage/a.1.xyz",
    "/passage/.1.00000000000000ff", "/name/%ff", "/name/%4", "/name/%zz", "/politik/feed.xml",
    "/story/a/feed.xml", "/day/2026-11-21/feed.rss", "/search/feed.rss", "/en/robots.txt",
    "/en/sitemap.xml",
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

  @Test func filesHaveNamesOfOurOwn() {
    #expect(Address(.front).file == "index.html")
    #expect(Address(.story("s1"), in: .english).file == "en/story/s1.html")
    #expect(Address(.article("a1", anchor: 5)).file == "article/a1.html")
    for hostile in ["../../etc/passwd", "a/b", "", "ü", "A", String(repeating: "a", count: 99)] {
      for place in [
        Address.Place.story(hostile), .article(hostile, anchor: nil), .name(hostile),
        .outlet(hostile),
      ] {
        let file = Address(place).file ?? ""
        #expect(file.split(separator: "/").count == 2 && file.hasSuffix(".html"))
        #expect(file.dropLast(5).utf8.allSatisfy { $0 == 0x2F || (0x30...0x7A).contains($0) })
      }
    }
    #expect(Address(.search(query: "a", page: 1)).file == nil)
  }

  @Test func filesLeadToEachOther() {
    func way(_ from: Address.Place, _ to: Address.Place) -> String? {
      Address(from).relativePath(to: Address(to))
    }
    #expect(way(.front, .story("s1")) == "story/s1.html")
    #expect(way(.story("s1"), .front) == "../index.html")
    #expect(way(.story("s1"), .story("s2")) == "s2.html")
    #expect(way(.story("s1"), .article("a1", anchor: 3)) == "../article/a1.html#p3")
    #expect(
      Address(.story("s1"), in: .english).relativePath(to: Address(.icon, in: .english))
        == "../../icon.svg")
    #expect(way(.front, .search(query: "", page: 1)) == nil)
  }
}
