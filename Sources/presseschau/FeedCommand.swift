import ArgumentParser
import Feeds
import Foundation

/// `feed`: reads feeds and prints each as one line of JSON.
struct Feed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feed", abstract: "Read feeds and print what they hold, one line of JSON each.")

  @Argument(help: "Files, folders, or - for standard input.")
  var paths: [String]

  @Flag(help: "The inputs are lines of cases: a document in Base64 with its HTTP headers.")
  var cases = false

  func run() throws {
    let hasFailed = try cases ? answerCases() : readFeeds()
    if hasFailed { throw ExitCode(1) }
  }

  /// Returns whether one of them was no feed.
  private func readFeeds() throws -> Bool {
    var hasFailed = false
    for file in try InputFile.all(below: paths) {
      do {
        let (row, failure) = FeedRow.row(id: file.id, try file.bytes())
        try write(row)
        guard let failure else { continue }
        hasFailed = true
        say("\(file.path): \(failure)")
      } catch let error as InputError {
        hasFailed = true
        try JSONLines.print(["id": file.id, "error": error.description])
        say("\(error)")
      }
    }
    return hasFailed
  }

  private func answerCases() throws -> Bool {
    for path in paths {
      for line in try JSONLines.read(path) { try write(FeedCase.answer(line)) }
    }
    return false
  }

  private func write(_ row: [UInt8]) throws {
    try FileHandle.standardOutput.write(contentsOf: Data(row + [10]))
  }

  private func say(_ message: String) {
    FileHandle.standardError.write(Data("presseschau: \(message)\n".utf8))
  }
}
