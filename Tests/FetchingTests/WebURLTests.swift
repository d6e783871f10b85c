import Foundation
import Testing

@testable import Fetching

@Suite struct WebURLTests {
  private struct Row: Decodable {
    struct Expectation: Decodable {
      var failure: Bool?
      var href: String?
      var host: String?
      var port: String?
      var pathname: String?
    }
    var id: String
    var input: String
    var base: String?
    var kind: String
    var expect: Expectation
  }

  @Test(.enabled(if: SharedCases.isThere)) func theSharedRowsAreReadByTheStandard() throws {
    var checked = 0
    for row in try SharedCases.rows("url", as: Row.self) where row.kind != "rfc3986" {
      let base = row.base.flatMap { WebURL($0) }
      if row.base != nil, base == nil, row.expect.failure == true { continue }
      let url = WebURL(row.input, relativeTo: base)
      checked += 1
      if row.expect.failure == true {
        #expect(url == nil, "\(row.id) \(row.input.debugDescription)")
      } else {
        #expect(url?.description == row.expect.href, "\(row.id) \(row.input.debugDescription)")
      }
    }
    #expect(checked > 500)
  }

  @Test func whatWasWrittenIsReadAgainAsTheSame() throws {
    for text in [
      "http://a.example/ä?q=ß#x", "http://u:p@a.example:81/.//b", "web:/..//p", "file:///C|/x",
    ] {
      let url = try #require(WebURL(text))
      #expect(WebURL(url.description) == url)
    }
  }

  @Test func brokenInputNeverTraps() {
    var dice = Dice(seed: 11)
    let seeds = [
      "http://user:pw@host.example:8080/a/../b?q#f", "http://[2001:db8::1.2.3.4]/", "file:///C|/..",
      "https://xn--bcher-kva.example/", "http://0x7f.1/", "mailto:x@y",
      "http://bücher.example/%2e%2E/",
    ]
    let alphabet = Array(":/?#[]@\\%.-|0xX\t ä".utf8) + [0x80, 0xFF]
    let base = WebURL("http://basis.example/a/b")
    for _ in 0..<20_000 {
      let bytes = dice.mutate(Array(seeds[dice.roll(seeds.count)].utf8), alphabet: alphabet)
      let text = String(decoding: bytes, as: UTF8.self)
      for url in [WebURL(text), WebURL(text, relativeTo: base)] {
        guard let url else { continue }
        #expect(WebURL(url.description)?.description == url.description, "\(text.debugDescription)")
      }
    }
  }

  @Test func readingTakesTimeInProportionToItsLength() {
    func seconds(_ count: Int) -> Duration {
      let text = "http://a.example/" + String(repeating: "../x/", count: count)
      return ContinuousClock().measure { _ = WebURL(text) }
    }
    _ = seconds(1000)
    #expect(seconds(80_000) < seconds(20_000) * 12 + .milliseconds(50))
  }
}

@Suite struct IPAddressTests {
  @Test(arguments: [
    ("::1", "::1"), ("1:0:0:2:0:0:0:3", "1:0:0:2::3"), ("2001:DB8::0:1", "2001:db8::1"),
    ("::ffff:1.2.3.4", "::ffff:102:304"), ("0:0:0:0:0:0:0:0", "::"), ("1::", "1::"),
    ("192.0.2.7", "192.0.2.7"), ("fe80::1%eth0", "fe80::1"), ("1:2:3:4:5:6:7:0", "1:2:3:4:5:6:7:0"),
  ])
  func spellingsBecomeTheShortestOne(text: String, short: String) throws {
    #expect(try #require(IPAddress(text)).description == short)
  }

  @Test(arguments: [
    "", ":", ":::", "1::2::3", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7", "12345::", "1.2.3",
    "1.2.3.256",
    "01.2.3.4", "::1.2.3", "1.2.3.4::", ":1", "1:", "g::", "1:2:3:4:5:6:7:1.2.3.4",
  ])
  func whatIsNoAddressIsRefused(text: String) { #expect(IPAddress(text) == nil) }
}

@Suite struct DomainNameTests {
  private struct Row: Decodable {
    var id: String
    var input: String
    var expect: String?
    var status: String
  }

  /// UTS #46 has codes for what is wrong with a name; the URL Standard overlooks those for length
  /// (A4), and for hyphens (V2, V3) and ASCII (U1).
  @Test(.enabled(if: SharedCases.isThere)) func namesOfOtherScriptsAreMapped() throws {
    let tolerated: Set<Substring> = ["A4_1", "A4_2", "V2", "V3", "U1", "X4_2"]
    var right = 0
    var taken = 0
    let rows = try SharedCases.rows("idna", as: Row.self)
    for row in rows {
      let codes = row.status.split { "[], ".contains($0) }.filter { !tolerated.contains($0) }
      let ascii = DomainName.ascii(Array(row.input.utf8)).map {
        String(decoding: $0, as: UTF8.self)
      }
      if ascii == (codes.isEmpty ? row.expect ?? row.input : nil) {
        right += 1
      } else if !codes.isEmpty {
        taken += 1
      }
    }
    // The rest are names too long for DNS or with hyphens at odd places, which ICU refuses, and
    // twelve that mix directions over labels already in ASCII.
    #expect(right >= 4327)
    #expect(taken <= 12)
    #expect(rows.count == 4489)
  }
}
