import ArgumentParser
import Documents
import Foundation

/// `explain`: what the reader made of every block of a page or text.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows every block of a page: kept, or removed and by which rule.")

  @Argument(help: "A saved page or text, or - for standard input.") var path: String
  @Option(help: "The address the page was read from.") var url: String?

  func run() throws {
    let file = InputFile(id: path, path: path)
    let bytes = try file.bytes()
    let words =
      ArticleReader.looksLikePage(bytes)
      ? ArticleReader.explain(page: bytes, url: url) : ArticleReader.explain(text: bytes, url: url)
    print(words, terminator: "")
  }
}
