import Fetching
import Foundation
import Testing

@Suite struct RobotsTests {
  private struct Row: Decodable {
    var id: String
    var input: String
    var agent: String
    var url: String
    var expect: Bool
  }

  @Test(.enabled(if: SharedCases.isThere)) func theSharedRowsAreJudgedAsLabelled() throws {
    for row in try SharedCases.rows("robots", as: Row.self) {
      // The rows give the URL as the matcher gets it, so it is not parsed here, which would escape.
      let rest = row.url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
      let target = "/" + (rest.last?.split(separator: "/", maxSplits: 1).dropFirst().first ?? "")
      let allows = Robots(Array(row.input.utf8)).allows(path: target, agent: row.agent)
      #expect(
        allows == row.expect, "\(row.id) \(row.input.debugDescription) \(row.url) \(row.agent)")
    }
  }

  private let file = """
    # Regeln des Lonnetaler Boten
    User-agent: *
    Disallow: /intern
    Allow: /intern/presse
    Crawl-delay: 2.5

    User-agent: Presseschau
    User-agent: andere
    Disallow: /*.pdf$
    Disallow: /suche?
    Sitemap: https://bote.example/karte.xml
    """

  @Test func theLongestRuleDecides() {
    let robots = Robots(Array(file.utf8))
    #expect(!robots.allows(path: "/intern/x", agent: "Jemand/1.0"))
    #expect(robots.allows(path: "/intern/presse/1", agent: "Jemand"))
    #expect(robots.allows(path: "/intern", agent: "presseschau/0.1"))
    #expect(!robots.allows(path: "/heft.pdf", agent: "Presseschau"))
    #expect(robots.allows(path: "/heft.pdf?x", agent: "ANDERE"))
    #expect(!robots.allows(path: "/suche?q=1", agent: "Presseschau"))
    #expect(robots.crawlDelay(agent: "Jemand") == 2.5)
    #expect(robots.crawlDelay(agent: "Presseschau") == nil)
    #expect(robots.sitemaps == ["https://bote.example/karte.xml"])
  }

  @Test func rulesPastTheSizeLimitAreNotRead() {
    let long =
      "User-agent: *\nAllow: /\n" + String(repeating: "#", count: 600_000) + "\nDisallow: /nie"
    #expect(Robots(Array(long.utf8)).allows(path: "/nie", agent: "x"))
  }

  @Test func starsCostNoMoreThanTheirProduct() {
    let rule = "User-agent: *\nDisallow: /" + String(repeating: "*a", count: 2000) + "b$"
    let path = "/" + String(repeating: "a", count: 8000)
    let time = ContinuousClock().measure {
      #expect(Robots(Array(rule.utf8)).allows(path: path, agent: "x"))
    }
    #expect(time < .seconds(5))
  }

  @Test func brokenFilesNeverTrap() {
    var dice = Dice(seed: 5)
    let alphabet = Array("*$:%/#\r\n\t \u{FEFF}A0".utf8) + [0, 0x80, 0xFF]
    for _ in 0..<5000 {
      let robots = Robots(dice.mutate(Array(file.utf8), alphabet: alphabet))
      _ = robots.allows(path: "/intern/heft.pdf?%zz", agent: "Presseschau")
      _ = robots.crawlDelay(agent: "*")
    }
  }
}
