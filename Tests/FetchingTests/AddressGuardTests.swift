import Fetching
import Testing

@Suite struct AddressGuardTests {
  private struct Row: Decodable {
    struct Hop: Decodable {
      var status: Int
      var location: String
      init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        status = try list.decode(Int.self)
        location = try list.decode(String.self)
      }
    }
    var id: String
    var input: String
    var expect: String
    var dns: [[String]]?
    var chain: [Hop]?
  }

  @Test(.enabled(if: SharedCases.isThere)) func everyRowOfTheSharedSetIsJudgedAsLabelled() throws {
    let rows = try SharedCases.rows("ssrf", as: Row.self)
    #expect(rows.count > 900)
    for row in rows {
      let verdict = Journey.verdict(
        on: row.input, answers: row.dns ?? [],
        chain: (row.chain ?? []).map { ($0.status, $0.location) }, guardian: AddressGuard())
      let isRight =
        switch (verdict, row.expect) {
        case (.allow, "allow"), (.allow, "allow-or-reject"), (.reject, "reject"),
          (.reject, "allow-or-reject"):
          true
        case (.block, "block"), (.block, "block-at-connect"), (.block, "block-at-redirect"): true
        default: false
        }
      #expect(isRight, "\(row.id) \(row.input): \(verdict), expected \(row.expect)")
    }
  }

  @Test(arguments: [
    "http://10.1.2.3/", "http://[fe80::1]/", "http://[::]/", "http://0/", "http://0x7f.1/",
    "http://zeitung.internal/", "http://nas/", "http://127.0.0.1:8080/", "http://[ff02::1]/",
    "http://192.168.1/", "http://１２７.0.0.1/", "http://zeitung.example:22/",
  ])
  func innerPlacesAreBlocked(url: String) {
    guard case .block = AddressGuard().verdict(url: url, addresses: []) else {
      Issue.record("\(url) passed")
      return
    }
  }

  @Test(arguments: ["93.184.216.34", "2606:4700::1111", "100.63.255.255", "172.32.0.1"])
  func publicAddressesPass(address: String) {
    let verdict = AddressGuard().verdict(url: "https://zeitung.example/", addresses: [address])
    #expect(verdict == .allow)
  }

  @Test func oneBadAnswerAmongGoodOnesBlocks() {
    let verdict = AddressGuard().verdict(
      url: "https://zeitung.example/", addresses: ["93.184.216.34", "fe80::1%eth0"])
    #expect(verdict == .block("fe80::1: outside 2000::/3"))
  }

  @Test func loopbackOpensOnlyForItsAddressesAndPorts() throws {
    let open = try #require(GuardSettings.Loopback("127.0.0.1", ports: 9000...9010))
    let guardian = AddressGuard(settings: GuardSettings(allowedLoopback: [open]))
    #expect(guardian.verdict(url: "http://127.0.0.1:9000/feed", addresses: []) == .allow)
    for url in ["http://127.0.0.2:9000/", "http://127.0.0.1:80/", "http://127.0.0.1:9011/"] {
      #expect(guardian.verdict(url: url, addresses: []) != .allow)
    }
    // The open port is no open port of other hosts.
    #expect(
      guardian.verdict(url: "http://zeitung.example:9000/", addresses: ["93.184.216.34"])
        == .block("port 9000 is not open to sources"))
  }

  @Test func nothingButLoopbackCanBeOpened() {
    #expect(GuardSettings.Loopback("10.0.0.1", ports: 80...80) == nil)
    #expect(GuardSettings.Loopback("::ffff:127.0.0.1", ports: 80...80) == nil)
    #expect(GuardSettings.Loopback("::1", ports: 80...80) != nil)
  }
}

@Suite struct JourneyTests {
  @Test func permanentMovesAreRememberedUpToTheFirstOtherOne() throws {
    var journey = try Journey(to: "http://zeitung.example/rss", guardian: AddressGuard())
    try journey.follow(status: 301, locations: ["https://zeitung.example/rss"])
    try journey.follow(status: 308, locations: ["/feed"])
    try journey.follow(status: 302, locations: ["/feed?heute"])
    try journey.follow(status: 301, locations: ["/feed?heute=1"])
    #expect(journey.movedPermanentlyTo == "https://zeitung.example/feed")
    #expect(journey.redirects.map(\.status) == [301, 308, 302, 301])
    #expect(journey.hasLeftHost)
  }

  @Test func aCircleAndASecondLocationAreErrors() throws {
    var journey = try Journey(to: "http://zeitung.example/a", guardian: AddressGuard())
    #expect(throws: FetchError.self) { try journey.follow(status: 302, locations: [""]) }
    #expect(throws: FetchError.self) { try journey.follow(status: 302, locations: ["/b", "/c"]) }
    #expect(throws: FetchError.self) { try journey.follow(status: 302, locations: []) }
    try journey.follow(status: 302, locations: ["/b"])
    #expect(throws: FetchError.badRedirect("http://zeitung.example/b", why: "it turns in a circle"))
    {
      try journey.follow(status: 302, locations: ["/a"])
    }
  }

  @Test func theSixthRedirectIsTooMuch() throws {
    var journey = try Journey(to: "http://zeitung.example/", guardian: AddressGuard())
    for index in 1...5 { try journey.follow(status: 302, locations: ["/\(index)"]) }
    #expect(throws: FetchError.tooManyRedirects("http://zeitung.example/5", limit: 5)) {
      try journey.follow(status: 302, locations: ["/6"])
    }
  }
}
