import ArgumentParser
import Foundation
import Stories

/// `dump pairs`: how surely two texts are copies, or say the same, row by row.
struct DumpPairs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pairs",
    abstract: "Score pairs of texts: copies and rewrites, or statements that say the same.",
    shouldDisplay: false)

  @Argument(help: "A file of JSON lines with id, a and b, or - for standard input.")
  var path = "-"

  func run() throws {
    let decoder = JSONDecoder()
    var failed = false
    for line in try JSONLines.read(path) {
      do {
        let row = try decoder.decode(Row.self, from: Data(line))
        try JSONLines.print(Answer(id: row.id, score: PairScore.score(row.a.text, row.b.text)))
      } catch let error as DecodingError {
        failed = true
        try JSONLines.print(Failure(error: "the line is not as expected: \(error)"))
      }
    }
    if failed { throw ExitCode(1) }
  }

  private struct Row: Decodable {
    var id: String
    var a: Side
    var b: Side
  }

  private struct Side: Decodable { var text: String }

  private struct Answer: Encodable {
    var id: String
    var score: Double
  }

  private struct Failure: Encodable { var error: String }
}
