import ArgumentParser
import Press
import Storage

/// `presseschau search QUERY`
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Finds articles; the words may be bounded by outlet:, lang: and section:.")

  @OptionGroup var library: LibraryOption
  @Option(help: "At most so many.") var limit = 20
  @Argument(parsing: .remaining) var words: [String]

  func run() throws {
    let query = SearchQuery(words.joined(separator: " "))
    let found = try library.open().search(query, limit: max(1, limit))
    for filed in found {
      let date = filed.article.published?.iso8601 ?? "–"
      print(
        "\(date)\t\(filed.article.outlet.name)\t\(filed.article.headline)\t\(filed.story ?? "–")")
    }
    if found.isEmpty {
      say("Nothing was found. Try fewer or other words.")
      throw ExitCode(1)
    }
  }
}
