import ArgumentParser
import Evidence
import Foundation
import Languages
import Press

/// `dump update`: what it costs a large story when one more article arrives, beside the reading of
/// that article.
struct DumpUpdate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "What one more article costs a story, beside the reading of that article.",
    shouldDisplay: false)

  @Argument(help: "A file of JSON lines with text and lang, or - for standard input.")
  var path = "-"
  @Option(help: "How many articles the story has before.") var articles = 500
  @Option(help: "How often; the fastest counts.") var times = 5

  func run() throws {
    let rows = try JSONLines.read(path).map { try JSONDecoder().decode(Row.self, from: Data($0)) }
    guard !rows.isEmpty, articles > 0 else {
      throw ValidationError("update: there are no rows in \(path)")
    }
    // Outlets repeat each other: rows may come again, but not from the same outlet on the same day.
    let held = (0..<articles).map { number in
      ExhibitDigest(exhibit(rows[number % rows.count], number))
    }
    var file = CaseFile()
    file.hold(held)
    _ = file.dossier()
    var reading = Duration.seconds(1_000_000)
    var updating = reading
    for _ in 0..<max(1, times) {
      var copy = file
      let begin = DumpFuzz.processorTime()
      let digest = ExhibitDigest(exhibit(rows[articles % rows.count], articles))
      let read = DumpFuzz.processorTime()
      copy.hold(held + [digest])
      _ = copy.dossier()
      reading = min(reading, read - begin)
      updating = min(updating, DumpFuzz.processorTime() - read)
    }
    try JSONLines.print(
      Costs(
        articles: articles, read: 1000 * (reading / .seconds(1)),
        update: 1000 * (updating / .seconds(1))))
  }

  private func exhibit(_ row: Row, _ number: Int) -> Exhibit {
    let plain = PlainText(row.text)
    let language = row.lang.flatMap(Language.init(tag:)) ?? .german
    let published = PressDate(year: 2026, month: 11, day: 1 + number * 25 / (articles + 1))
    let article = Article(
      id: "a\(number)", outlet: Outlet(id: "o\(number % 60).example", name: "o"), headline: "",
      published: published, language: language, blocks: plain.blocks)
    return Exhibit(
      article: article,
      findings: Reading.findings(in: plain.body, language: language, published: published),
      arrived: Int64(number))
  }

  private struct Row: Decodable {
    var text: String
    var lang: String?
  }

  /// Milliseconds of processor time.
  private struct Costs: Encodable {
    var articles: Int
    var read: Double
    var update: Double
  }
}
