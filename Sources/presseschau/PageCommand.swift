import ArgumentParser
import Foundation
import Storage

/// `presseschau page imprint FILE`
struct PageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page",
    abstract: "Puts your own words on the pages imprint, privacy and corrections.")

  /// The pages that are the operator's own.
  enum Page: String, ExpressibleByArgument, CaseIterable {
    case imprint, privacy, corrections
  }

  @OptionGroup var library: LibraryOption
  @Argument(help: "Which page: imprint, privacy or corrections.") var page: Page
  @Argument(help: "A text file: paragraphs between empty lines, headings after `# `.")
  var file: String

  func run() throws {
    let text: String
    do {
      text = try String(contentsOfFile: file, encoding: .utf8)
    } catch {
      say("\(file): cannot be read as UTF-8 text. Name a text file.")
      throw ExitCode(1)
    }
    let library = try library.open()
    try library.set("page.\(page.rawValue)", to: text.replacing("\r\n", with: "\n"))
    try library.close()
    say("\(page.rawValue): \(text.utf8.count) bytes are shown from now on.")
  }
}
