import ArgumentParser
import Evidence
import Foundation
import Languages
import Press

/// `dump compare`: whether two figures can both be true, line by line.
struct DumpCompare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Say for every pair of figures a and b whether they agree.",
    shouldDisplay: false)

  @Argument(help: "A file of JSON lines with id, a and b, or - for standard input.")
  var path = "-"

  func run() throws {
    try DumpedRow.all(in: path) { (row: Row) in
      let verdict = FigureComparison.verdict(try row.a.figure(), try row.b.figure())
      return DumpedRow(id: row.id, verdict: verdict.rawValue)
    }
  }

  private struct Row: Decodable {
    var id: String
    var a: Side
    var b: Side
  }

  private struct Side: Decodable {
    var rel: String
    var value: Double?
    var lo: Double?
    var hi: Double?

    func figure() throws -> Figure {
      guard let relation = Figure.Relation(rawValue: rel) else {
        throw DecodingError.dataCorrupted(
          .init(
            codingPath: [], debugDescription: "rel is none of = ~ < > <= >= range order: \(rel)"))
      }
      return Figure(
        stretch: Stretch(0..<0), value: value, low: lo, high: hi, relation: relation)
    }
  }
}

/// `dump status`: how surely a sentence is said, line by line.
struct DumpStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Say for every text how surely it is said.",
    shouldDisplay: false)

  @Argument(help: "A file of JSON lines with id and text, or - for standard input.")
  var path = "-"

  func run() throws {
    try DumpedRow.all(in: path) { (row: Row) in
      let language = row.lang.flatMap(Language.init(tag:)) ?? .german
      let status = SpeechReader.status(ofSentence: row.text, language: language)
      return DumpedRow(id: row.id, status: status.rawValue)
    }
  }

  private struct Row: Decodable {
    var id: String
    var text: String
    var lang: String?
  }
}

/// A row of one of these dumps.
private struct DumpedRow: Encodable {
  var id: String?
  var verdict: String?
  var status: String?
  var error: String?

  /// Answers every line of a file; a line that is no row gets an error and stops nothing.
  static func all<Row: Decodable>(in path: String, answer: (Row) throws -> DumpedRow) throws {
    var failed = false
    for line in try JSONLines.read(path) {
      do {
        try JSONLines.print(answer(JSONDecoder().decode(Row.self, from: Data(line))))
      } catch let error as DecodingError {
        failed = true
        try JSONLines.print(DumpedRow(error: "the line is not as expected: \(error)"))
      }
    }
    if failed { throw ExitCode(1) }
  }
}
