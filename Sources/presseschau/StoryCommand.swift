import ArgumentParser
import Evidence
import Languages
import Press
import Storage
import Stories

/// `presseschau story ID`
struct StoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "story", abstract: "Shows a story with its articles and evidence.")

  @OptionGroup var library: LibraryOption
  @Argument(help: "The story's id, as in its address.") var id: String

  func run() throws {
    let library = try library.open()
    guard let filed = try library.story(id) else {
      say("\(id): there is no such story. `presseschau search` prints the ids.")
      throw ExitCode(1)
    }
    print(filed.summary.headline)
    print(
      "\(filed.story.members.count) articles, \(filed.story.independentCount) independent;"
        + " saga \(filed.story.saga); section \(filed.story.section?.rawValue ?? "–")")
    for member in filed.story.members {
      let article = try library.article(member.article)?.article
      let copy = member.copyOf.map { " copy of \($0)" } ?? ""
      print(
        "- \(member.article) \(article?.outlet.name ?? "?"): \(article?.headline ?? "?")"
          + " [\(member.because)]\(copy)")
    }
    for point in filed.dossier.keyPoints { print("• \(point.citation.words)") }
    for comparison in filed.dossier.comparisons {
      print("# \(comparison.unit) \(comparison.direction ?? ""): \(comparison.verdict.rawValue)")
      for reading in comparison.readings {
        print(
          "  “\(reading.citation.words)” \(reading.claimant ?? "–") (\(reading.citation.outlet))")
      }
    }
    for group in filed.dossier.claimGroups {
      print("„\(group.words.joined(separator: " "))“")
      for claim in group.claims {
        print(
          "  \(claim.speaker ?? "–") [\(claim.status.rawValue)] “\(claim.citation.words)”"
            + (claim.denies.map { " denies \($0)" } ?? ""))
      }
    }
    for event in filed.dossier.timeline { print("\(event.date.iso8601) \(event.citation.words)") }
  }
}
