import Fetching
import Foundation
import Testing

@Suite struct RegistrableDomainTests {
  private struct Row: Decodable {
    var id: String
    var input: String
    var expect: String?
  }

  /// Where Debian's package `publicsuffix` puts the list.
  private static let list = FileManager.default.contents(
    atPath: "/usr/share/publicsuffix/public_suffix_list.dat")

  @Test(.enabled(if: SharedCases.isThere && list != nil)) func theSharedRowsAreFound() throws {
    let domains = RegistrableDomain(list: Array(try #require(Self.list)))
    for row in try SharedCases.rows("psl", as: Row.self) {
      let ascii = row.expect.flatMap { WebURL("http://\($0)/")?.host?.description }
      #expect(domains.of(row.input) == ascii, "\(row.id) \(row.input)")
    }
  }

  private let small = RegistrableDomain(
    list: Array("// Liste\nde\nuk\nco.uk\n*.ck\n!www.ck\nköln.de\n".utf8))

  @Test func rulesWildcardsAndExceptionsDecide() {
    #expect(small.of("www.bote.de") == "bote.de")
    #expect(small.of("BOTE.de.") == "bote.de")
    #expect(small.of("a.b.co.uk") == "b.co.uk")
    #expect(small.of("co.uk") == nil)
    #expect(small.of("a.b.c.ck") == "b.c.ck")
    #expect(small.of("c.ck") == nil)
    #expect(small.of("x.www.ck") == "www.ck")
    #expect(small.of("a.unbekannt") == "a.unbekannt")
    #expect(small.of("a.b.köln.de") == "b.xn--kln-sna.de")
    for host in ["", ".", "de", "127.0.0.1", "[::1]", "a..de", ".de"] {
      #expect(small.of(host) == nil)
    }
  }

  @Test func withoutAListTwoLabelsCount() {
    let plain = RegistrableDomain()
    #expect(plain.of("www.bote.example") == "bote.example")
    #expect(plain.of("news.bbc.co.uk") == "bbc.co.uk")
    #expect(plain.of("localhost") == nil)
  }
}
