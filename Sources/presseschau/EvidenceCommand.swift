import ArgumentParser
import Documents
import Evidence
import Foundation
import Languages
import Press

/// `evidence`: who says what, which figures, which times, which names, line by line.
struct EvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Find quotations, figures, times and names in texts, one row a line.")

  @Argument(
    help: "A file of JSON lines with id and text (dct, lang, page), or - for standard input.")
  var path = "-"

  func run() throws {
    var reader = EvidenceReader()
    var failed = false
    for line in try JSONLines.read(path) {
      do {
        let input = try JSONDecoder().decode(Input.self, from: Data(line))
        try JSONLines.print(json: Self.row(of: input, by: &reader).json)
      } catch let error as DecodingError {
        failed = true
        let failure = Failure(
          id: (try? JSONDecoder().decode(Identified.self, from: Data(line)))?.id,
          error: "the line is no row with id and text: \(error)")
        say("evidence: \(failure.id ?? "a line"): \(failure.error)")
        try JSONLines.print(failure)
      }
    }
    if failed { throw ExitCode(1) }
  }

  private static func row(of input: Input, by reader: inout EvidenceReader) -> EvidenceRow {
    let utf8 = Array(input.text.utf8)
    let points = CodePoints(utf8)
    var text = PlainText(input.text)
    var dropped: [Range<Int>] = []
    if input.page == true {
      let reading = ArticleReader.article(text: utf8)
      text = PlainText(
        utf8, paragraphs: reading.kept,
        heading: reading.lines.first { $0.isHeadline && $0.removedBy == nil }?.range)
      dropped = reading.lines.filter { $0.removedBy != nil }.map(\.range)
    }
    return reader.row(
      id: input.id, text: text, dropped: dropped, language: input.lang.flatMap(Language.init(tag:)),
      published: input.dct.flatMap(Self.date), codePoint: { points.offset(ofByte: $0) })
  }

  /// A day at the beginning of an ISO 8601 date.
  private static func date(_ text: String) -> PressDate? {
    let parts = text.prefix(10).split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
      return nil
    }
    return PressDate(year: year, month: month, day: day)
  }

  private struct Input: Decodable {
    var id: String
    var text: String
    var dct: String?
    var lang: String?
    var page: Bool?
  }

  private struct Identified: Decodable { var id: String? }

  private struct Failure: Encodable {
    var id: String?
    var error: String
  }
}
