/// A source of the simulated week: where it lives, how it behaves, how often it has news.
package struct WeekSource: Sendable {
  package let number: Int
  package let temper: WeekTemper
  /// A loopback address of its own.
  package let host: String
  /// Seconds between two articles.
  package let period: Int64
  let start: Int64

  init(number: Int, start: Int64) {
    self.number = number
    self.start = start
    let tempers = WeekTemper.allCases
    // Half of a press is well kept: the first nine tempers come again between the others.
    temper =
      number.isMultiple(of: 2)
      ? tempers[(number / 2) % 9] : tempers[(number / 2) % tempers.count]
    host = "127.\(20 + number / 62_500).\(number / 250 % 250).\(number % 250 + 1)"
    let periods: [Int64] = [3_600, 7_200, 14_400, 28_800, 43_200, 86_400, 172_800, 14_400]
    // A few are as busy as an agency.
    period = number % 41 == 6 ? 1_200 : periods[(number / 3) % periods.count]
  }

  /// The path of the feed, sitemap or page that is followed.
  package var path: String {
    switch temper {
    case .sitemap: "/sitemap.xml"
    case .page: "/"
    case .json: "/feed.json"
    default: "/feed.xml"
    }
  }

  /// Articles published up to a time; the first a little after the start, by the source's number.
  package func count(at now: Int64) -> Int {
    let first = start - 3 * period + Int64(number * 7919) % period
    guard now >= first else { return 0 }
    return Int((now - first) / period) + 1
  }

  package func published(_ article: Int) -> Int64 {
    start - 3 * period + Int64(number * 7919) % period + Int64(article) * period
  }

  package func articlePath(_ article: Int) -> String {
    "/artikel/\(number)-\(article)-\(WeekText.slug(number, article))"
  }

  /// Days since the week began.
  func day(at now: Int64) -> Int { Int((now - start) / 86_400) }

  func secondOfDay(at now: Int64) -> Int64 { (now - start) % 86_400 }
}
