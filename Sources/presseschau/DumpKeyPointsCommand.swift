import ArgumentParser
import Evidence
import Foundation

/// `dump keypoints`: which three sentences tell a story best, row by row.
struct DumpKeyPoints: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keypoints",
    abstract: "Pick the sentences of every row that say most of what the outlets say.",
    shouldDisplay: false)

  @Option(help: "Sentences to pick.") var count = 3

  @Argument(help: "A file of JSON lines with id and candidates of text and outlet, or -.")
  var path = "-"

  func run() throws {
    let decoder = JSONDecoder()
    var failed = false
    for line in try JSONLines.read(path) {
      do {
        let row = try decoder.decode(Row.self, from: Data(line))
        let sentences = row.candidates.map {
          KeyPoints.Sentence(text: $0.text, outlet: $0.outlet ?? "")
        }
        try JSONLines.print(Answer(id: row.id, picks: KeyPoints.pick(count, of: sentences)))
      } catch let error as DecodingError {
        failed = true
        try JSONLines.print(Failure(error: "the line is not as expected: \(error)"))
      }
    }
    if failed { throw ExitCode(1) }
  }

  private struct Row: Decodable {
    var id: String
    var candidates: [Candidate]
  }

  private struct Candidate: Decodable {
    var text: String
    var outlet: String?
  }

  /// `picks`: places among the candidates, counted from 0, the best first.
  private struct Answer: Encodable {
    var id: String
    var picks: [Int]
  }

  private struct Failure: Encodable { var error: String }
}
