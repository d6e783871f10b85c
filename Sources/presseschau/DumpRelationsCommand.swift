import ArgumentParser
import Evidence
import Foundation
import Languages
import Press

/// `dump relations`: what the dossier of a few articles says of their statements, line by line.
struct DumpRelations: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relations",
    abstract:
      "Say for articles of one story which claims are denied, relayed, side by side, and how figures compare.",
    shouldDisplay: false)

  @Argument(
    help: "A file of JSON lines with id, lang and articles (texts), or - for standard input.")
  var path = "-"

  func run() throws {
    var failed = false
    for line in try JSONLines.read(path) {
      do {
        let row = try JSONDecoder().decode(Row.self, from: Data(line))
        try JSONLines.print(Self.relations(of: row))
      } catch let error as DecodingError {
        failed = true
        try JSONLines.print(Relations(error: "the line is not as expected: \(error)"))
      }
    }
    if failed { throw ExitCode(1) }
  }

  private static func relations(of row: Row) -> Relations {
    let language = row.lang.flatMap(Language.init(tag:)) ?? .german
    let published = PressDate(year: 2026, month: 11, day: 20)
    let exhibits = row.articles.enumerated().map { number, text in
      Exhibit(text, number: number, language: language, published: published)
    }
    let dossier = Dossier(of: exhibits)
    let relays = exhibits.flatMap { exhibit in
      exhibit.findings.speech.compactMap { $0.relay.map { exhibit.article.body[$0.range] } }
    }
    return Relations(
      id: row.id,
      denied: dossier.claimGroups.flatMap { group in
        group.claims.compactMap { $0.denies.map { group.claims[$0].citation.words } }
      },
      verdicts: dossier.comparisons.map(\.verdict.rawValue), relays: relays,
      groups: dossier.claimGroups.map { $0.claims.map(\.citation.words) },
      translated: exhibits.map {
        $0.article.language == .german && TranslationSigns($0.article.body).areEnough
      })
  }

  private struct Row: Decodable {
    var id: String
    var lang: String?
    var articles: [String]
  }

  private struct Relations: Encodable {
    var id: String?
    /// The words of each claim that is denied.
    var denied: [String]?
    /// Of each quantity that several articles give.
    var verdicts: [String]?
    /// The words of outlets that only pass on.
    var relays: [String]?
    /// The words of claims that stand side by side.
    var groups: [[String]]?
    /// Of each article whether a machine probably translated it.
    var translated: [Bool]?
    var error: String?
  }
}
