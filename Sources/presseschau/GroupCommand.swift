import ArgumentParser
import Foundation
import Stories

/// `group`: lays articles to stories and sagas, line by line.
struct Group: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "group",
    abstract: "Group articles into stories; a story that changes is said again by a later line.")

  @Argument(
    help: "A file of JSON lines with id, date or year, outlet, title, text, lang, url; or -.")
  var path = "-"

  func run() throws {
    var report = GroupReport()
    let decoder = JSONDecoder()
    var failed = false
    for line in try JSONLines.read(path) {
      do {
        let row = try decoder.decode(GroupRow.self, from: Data(line))
        for line in report.lines(for: row) { try JSONLines.print(line) }
      } catch let error as DecodingError {
        failed = true
        try JSONLines.print(
          Failure(
            id: (try? decoder.decode(Named.self, from: Data(line)))?.id,
            error: "no JSON object with an id: \(error)"))
      }
    }
    if failed { throw ExitCode(1) }
  }

  private struct Named: Decodable { var id: String? }

  private struct Failure: Encodable {
    var id: String?
    var error: String
  }
}
