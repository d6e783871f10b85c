import ArgumentParser
import Foundation
import Press
import Stories

/// `dump desk`: a year of invented reports through the story desk, to show that an article costs
/// the same however long the desk has run.
struct DumpDesk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "desk",
    abstract: "Place a year of invented reports and say after each part what it cost.",
    shouldDisplay: false)

  @Option(help: "Reports in the year.") var articles = 2_000_000
  @Option(help: "Words of a report's text; 0 for headlines alone.") var words = 0
  @Option(help: "Parts of the year that are reported on.") var parts = 20
  /// Reports made before they are placed, so that making them is not counted.
  private static let batch = 5_000

  func validate() throws {
    guard articles > 0, parts > 0, words >= 0 else {
      throw ValidationError("--articles and --parts begin at 1, --words at 0.")
    }
  }

  func run() throws {
    var desk = StoryDesk()
    var wire = InventedWire(words: words, gap: 365 * 86_400 / Double(articles))
    _ = desk.place(wire.report(0))
    let first = DumpFuzz.resident()
    let part = max(1, articles / parts)
    var done = 1
    while done < articles {
      let begin = done
      let before = desk.work
      var time = Duration.zero
      while done < min(begin + part, articles) {
        let end = min(done + Self.batch, begin + part, articles)
        let reports = (done..<end).map { wire.report($0) }
        let start = DumpFuzz.processorTime()
        for report in reports { _ = desk.place(report) }
        time += DumpFuzz.processorTime() - start
        done += reports.count
      }
      try JSONLines.print(
        Answer(
          articles: done, perSecond: Int(Double(done - begin) / max(time / .seconds(1), 1e-9)),
          steps: (desk.work - before) / max(1, done - begin), window: desk.count,
          stories: desk.stories.count, kib: DumpFuzz.resident(),
          first: first))
    }
  }

  private struct Answer: Encodable {
    var articles: Int
    var perSecond: Int
    /// Words of others an article was compared by: what its cost hangs on, whatever the machine does.
    var steps: Int
    var window: Int
    var stories: Int
    var kib: Int
    /// KiB after the first report, when all tables are read.
    var first: Int
  }
}

/// Reports nobody wrote: events begin all the time, and outlets tell the latest again and again,
/// with words of which few are common and most are rare.
private struct InventedWire {
  let words: Int
  /// Seconds between two reports.
  let gap: Double
  private var state: UInt64 = 11

  init(words: Int, gap: Double) {
    self.words = words
    self.gap = gap
  }

  mutating func report(_ number: Int) -> Arrival {
    // An event is told some six times within a day or so.
    let event = number / 6 - Int(next() % 300)
    let time = 1_767_225_600 + Int64(Double(number) * gap)
    return Arrival(
      id: "r\(number)", outlet: "o\(next() % 200).example", language: .german,
      published: PressDate(instant: time), arrived: time, headline: text(8, of: event),
      body: ArticleText(plain: words > 0 ? text(words, of: event) : ""))
  }

  /// Half of the words are the event's, half of the language.
  private mutating func text(_ count: Int, of event: Int) -> String {
    (0..<count).map { place in
      if place % 2 == 0 {
        let choice = UInt64(bitPattern: Int64(event)) &* 12 &+ next() % 12
        return Self.word(Int(choice &* 0x9e37_79b9 >> 8 & 0x3_ffff))
      }
      // The n-th commonest word is n times as rare as the commonest.
      let share = Double(next() >> 11) / Double(1 << 53)
      return Self.word(Int(exp2(share * 16)))
    }.joined(separator: " ")
  }

  private mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ (state >> 29)) >> 8
  }

  private static func word(_ number: Int) -> String {
    let syllables = ["ka", "lo", "mer", "ti", "nu", "sel", "bor", "win", "da", "fe", "gru", "hol"]
    var rest = number
    var word = "Q"
    repeat {
      word += syllables[rest % 12]
      rest /= 12
    } while rest > 0
    return word
  }
}
