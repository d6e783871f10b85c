import ArgumentParser
import Documents
import Evidence
import Feeds
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
        let input =
          try Input(quick: line) ?? JSONDecoder().decode(Input.self, from: Data(line))
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

    /// A row whose members are as they should be; nil for others, which the decoder tells what is wrong with.
    init?(quick line: [UInt8]) {
      guard case .object(let members) = JSONValue(line), case .string(let id) = members["id"],
        case .string(let text) = members["text"]
      else { return nil }
      self.id = id
      self.text = text
      for (name, member) in members {
        switch (name, member) {
        case ("dct", .string(let day)): dct = day
        case ("lang", .string(let tag)): lang = tag
        case ("page", .bool(let isPage)): page = isPage
        case ("dct", .null), ("lang", .null), ("page", .null): continue
        case ("dct", _), ("lang", _), ("page", _): return nil
        default: continue
        }
      }
    }
  }

  private struct Identified: Decodable { var id: String? }

  private struct Failure: Encodable {
    var id: String?
    var error: String
  }
}
