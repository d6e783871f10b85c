import Synchronization
import Testing

@testable import Fetching

@Suite struct RobotsKeeperTests {
  @Test func heavyRulesDoNotPileUp() async {
    let keeper = RobotsKeeper(lifetime: .seconds(3600), weightLimit: 1 << 20)
    let heavy = Array(("User-agent: *\n" + String(repeating: "Disallow: /a\n", count: 3000)).utf8)
    for index in 0..<40 {
      _ = await keeper.rules(of: "http://host\(index).example") { url in
        .success(Response(finalURL: url, status: 200, body: heavy, fetchedAt: 0))
      }
    }
    #expect(await keeper.count < 10)
  }

  @Test func rulesAreReadAnewAfterTheirLifetime() async {
    let keeper = RobotsKeeper(lifetime: .zero)
    let loads = Mutex(0)
    for _ in 0..<3 {
      _ = await keeper.rules(of: "http://bote.example") { url in
        loads.withLock { $0 += 1 }
        return .failure(.timedOut(url, seconds: 20))
      }
    }
    #expect(loads.withLock { $0 } == 3)
  }
}
