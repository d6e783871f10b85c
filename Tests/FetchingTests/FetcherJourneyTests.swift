import Fetching
import Testing

private func get(_ url: String) -> Request {
  Request(url: url, purpose: .feed, obeysRobots: false)
}

@Suite(.timeLimit(.minutes(4))) struct FetcherJourneyTests {
  @Test func redirectsAreFollowedAndRemembered() async throws {
    let server = try await PlayServer { visit in
      switch visit.path {
      case "/1": PlayServer.redirect(301, to: "/2")
      case "/2": PlayServer.redirect(308, to: "/3")
      case "/3": PlayServer.redirect(302, to: "/4")
      default: PlayServer.answer("da")
      }
    }
    let response = try await withFetcher(server) { try await $0.fetch(get(server.base + "/1")) }
    #expect(response.finalURL == server.base + "/4")
    #expect(response.movedPermanentlyTo == server.base + "/3")
    #expect(response.redirects.map(\.status) == [301, 308, 302])
    #expect(response.redirects.map(\.location) == [2, 3, 4].map { server.base + "/\($0)" })
  }

  @Test func loopsAndLongChainsEnd() async throws {
    let server = try await PlayServer { visit in
      if visit.path == "/kreis" { return PlayServer.redirect(302, to: "/kreis") }
      let number = Int(visit.path.dropFirst()) ?? 0
      return PlayServer.redirect(302, to: "/\(number + 1)")
    }
    try await withFetcher(server) { fetcher in
      let loop = await outcome(fetcher, get(server.base + "/kreis"))
      #expect(loop.failure == .badRedirect(server.base + "/kreis", why: "it turns in a circle"))
      let chain = await outcome(fetcher, get(server.base + "/0"))
      #expect(chain.failure == .tooManyRedirects(server.base + "/5", limit: 5))
    }
    #expect(server.visits.count == 7)
  }

  @Test func aRedirectIntoTheInnerNetworkIsNotFollowed() async throws {
    let canary = try await PlayServer { _ in PlayServer.answer("geheim") }
    let server = try await PlayServer { visit in
      switch visit.path {
      case "/port": PlayServer.redirect(302, to: canary.base)
      case "/name": PlayServer.redirect(302, to: "http://localhost:\(canary.port)/")
      case "/odd": PlayServer.redirect(302, to: "http://2130706433:\(canary.port)/")
      default: PlayServer.redirect(302, to: "file:///etc/passwd")
      }
    }
    try await canary.serving {
      try await withFetcher(server) { fetcher in
        for path in ["/port", "/name", "/odd"] {
          guard case .forbiddenAddress = await outcome(fetcher, get(server.base + path)).failure
          else {
            Issue.record("\(path) was followed")
            continue
          }
        }
        guard case .notAnAddress = await outcome(fetcher, get(server.base + "/file")).failure else {
          Issue.record("file: was followed")
          return
        }
      }
    }
    #expect(canary.visits.isEmpty)
  }

  @Test func aNameIsConnectedToItsCheckedAddressOnly() async throws {
    let server = try await PlayServer { _ in PlayServer.answer("da") }
    let settings = FetchSettings.open(server.port) {
      $0.hosts = [
        "bote.example": ["127.0.0.1"], "falle.example": ["127.0.0.1", "10.0.0.1"],
        "innen.example": ["192.168.1.1"], "leer.example": [],
      ]
    }
    let port = server.port
    try await withFetcher(server, settings) { fetcher in
      let response = try await fetcher.fetch(get("http://bote.example:\(port)/x"))
      #expect(response.body == Array("da".utf8))
      #expect(server.visits.first?.header("host") == "bote.example:\(port)")
      for name in ["falle", "innen"] {
        let result = await outcome(fetcher, get("http://\(name).example:\(port)/"))
        guard case .forbiddenAddress = result.failure else {
          Issue.record("\(name): \(result)")
          continue
        }
      }
      let none = await outcome(fetcher, get("http://leer.example:\(port)/"))
      #expect(none.failure == .nameNotFound("http://leer.example:\(port)/", host: "leer.example"))
    }
    #expect(server.visits.count == 1)
  }

  @Test(arguments: [
    ("/a|b?c=[d]^{e}`f", "/a%7Cb?c=%5Bd%5D%5E%7Be%7D%60f"), ("/%zz/%41?%", "/%25zz/%41?%25"),
    ("//doppelt//x", "//doppelt//x"), ("/ä ö?ü=ß'", "/%C3%A4%20%C3%B6?%C3%BC=%C3%9F%27"),
    ("/a/./b/../c", "/a/c"), ("?nur", "/?nur"), ("/a\\b", "/a/b"), ("/\"<x>\"", "/%22%3Cx%3E%22"),
  ])
  func oddAddressesArriveByTheStandard(place: String, target: String) async throws {
    let server = try await PlayServer { _ in PlayServer.answer("da") }
    _ = try await withFetcher(server) { try await $0.fetch(get(server.base + place)) }
    #expect(server.visits.map(\.path) == [target])
  }

  @Test(arguments: ["bote.example.", "unter_strich.example", "BOTE.example", "bücher.example"])
  func oddNamesReachTheirAddress(name: String) async throws {
    let server = try await PlayServer { _ in PlayServer.answer("da") }
    let settings = FetchSettings.open(server.port) {
      for name in [
        "bote.example.", "unter_strich.example", "bote.example", "xn--bcher-kva.example",
      ] {
        $0.hosts[name] = ["127.0.0.1"]
      }
    }
    let port = server.port
    let response = try await withFetcher(server, settings) {
      try await $0.fetch(get("http://\(name):\(port)/"))
    }
    #expect(response.body == Array("da".utf8))
  }

  @Test func credentialsStayWithTheirHost() async throws {
    let server = try await PlayServer { visit in
      visit.path == "/start"
        ? PlayServer.redirect(
          302,
          to: "http://zwei.example:\(visit.header("host")?.split(separator: ":").last ?? "")/ziel")
        : PlayServer.answer("da")
    }
    let settings = FetchSettings.open(server.port) {
      $0.hosts = ["eins.example": ["127.0.0.1"], "zwei.example": ["127.0.0.1"]]
    }
    try await withFetcher(server, settings) { fetcher in
      var request = get("http://leser:geheim@eins.example:\(server.port)/start")
      request.headers = [("Cookie", "a=b"), ("X-Own", "1"), ("Host", "boese.example")]
      let response = try await fetcher.fetch(request)
      #expect(!response.finalURL.contains("geheim"))
    }
    #expect(server.visits.count == 2)
    #expect(server.visits[0].header("authorization") == "Basic bGVzZXI6Z2VoZWlt")
    #expect(server.visits[0].header("cookie") == "a=b")
    #expect(server.visits[0].header("host") == "eins.example:\(server.port)")
    #expect(server.visits[1].header("authorization") == nil)
    #expect(server.visits[1].header("cookie") == nil)
    // What a source was given of its own may be a key too.
    #expect(server.visits[1].header("x-own") == nil)
  }
}

@Suite(.timeLimit(.minutes(4))) struct FetcherMannersTests {
  @Test func requestsToOneHostKeepTheirDistance() async throws {
    let server = try await PlayServer { _ in PlayServer.answer("x") }
    let settings = FetchSettings.open(server.port) { $0.loopbackSpacing = .milliseconds(150) }
    let start = ContinuousClock.now
    try await withFetcher(server, settings) { fetcher in
      await withTaskGroup(of: Void.self) { group in
        for index in 0..<5 {
          group.addTask { _ = await outcome(fetcher, get(server.base + "/\(index)")) }
        }
      }
    }
    let times = server.visits.map(\.at).sorted()
    #expect(times.count == 5)
    // Visits can be late, never early: so they are measured from the beginning.
    for (index, time) in times.enumerated() {
      #expect(time - start >= .milliseconds(150) * index)
    }
  }

  @Test func oneHostServesTwoAtATime() async throws {
    let server = try await PlayServer { _ in [.pause(.milliseconds(250))] + PlayServer.answer("x") }
    try await withFetcher(server) { fetcher in
      await withTaskGroup(of: Void.self) { group in
        for index in 0..<6 {
          group.addTask { _ = await outcome(fetcher, get(server.base + "/\(index)")) }
        }
      }
    }
    let times = server.visits.map(\.at).sorted()
    #expect(times.count == 6)
    for index in 2..<6 { #expect(times[index] - times[index - 2] > .milliseconds(200)) }
  }

  @Test func robotsAreAskedOnceAndObeyed() async throws {
    let server = try await PlayServer { visit in
      visit.path == "/robots.txt"
        ? [.pause(.milliseconds(100))]
          + PlayServer.answer("User-agent: presseschau\nDisallow: /intern\nAllow: /")
        : PlayServer.answer("x")
    }
    try await withFetcher(server) { fetcher in
      await withTaskGroup(of: Void.self) { group in
        for index in 0..<4 {
          group.addTask { _ = await outcome(fetcher, Request(url: server.base + "/\(index)")) }
        }
      }
      let result = await outcome(fetcher, Request(url: server.base + "/intern/1"))
      #expect(result.failure == .forbiddenByRobots(server.base + "/intern/1"))
    }
    #expect(server.visits.filter { $0.path == "/robots.txt" }.count == 1)
    #expect(!server.visits.contains { $0.path.hasPrefix("/intern") })
    #expect(server.visits.count == 5)
  }

  @Test(arguments: [404, 403, 410])
  func withoutRobotsAllIsAllowed(status: Int) async throws {
    let server = try await PlayServer { visit in
      visit.path == "/robots.txt"
        ? PlayServer.answer("Disallow: /", status: "\(status) X") : PlayServer.answer("x")
    }
    let response = try await withFetcher(server) {
      try await $0.fetch(Request(url: server.base + "/a"))
    }
    #expect(response.body == Array("x".utf8))
  }

  @Test func aServerThatCannotGiveItsRobotsIsLeftAlone() async throws {
    let server = try await PlayServer { visit in
      PlayServer.answer("x", status: visit.path == "/robots.txt" ? "500 X" : "200 OK")
    }
    try await withFetcher(server) { fetcher in
      let page = await outcome(fetcher, Request(url: server.base + "/a"))
      guard case .robotsUnavailable = page.failure else {
        Issue.record("\(page)")
        return
      }
      // A feed that was subscribed to goes on.
      let feed = await outcome(fetcher, Request(url: server.base + "/feed", purpose: .feed))
      #expect(feed.failure == nil)
    }
  }

  @Test func crawlDelayIsKept() async throws {
    let server = try await PlayServer { visit in
      visit.path == "/robots.txt"
        ? PlayServer.answer("User-agent: *\nCrawl-delay: 0.3") : PlayServer.answer("x")
    }
    try await withFetcher(server) { fetcher in
      for index in 0..<3 { _ = await outcome(fetcher, Request(url: server.base + "/\(index)")) }
    }
    let times = server.visits.map(\.at)
    #expect(times.count == 4)
    #expect(times[3] - times[0] >= .milliseconds(600))
  }
}
