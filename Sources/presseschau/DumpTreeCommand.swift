import ArgumentParser
import Foundation
import Markup

/// `presseschau dump tree`: prints the tree of an HTML page in the format of the html5lib tests.
///
/// The bytes are read as UTF-8, whatever the page says, as the tests have it.
struct DumpTree: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tree",
    abstract: "Print the tree of an HTML page, as the html5lib tests write it.")

  @Option(
    help: "Read a fragment, as inside this element: \"div\", \"td\", \"svg path\", \"math mi\".")
  var context: String?

  @Argument(help: "The page; - for standard input.")
  var file: String

  func run() throws {
    guard let input = try InputFile.all(below: [file]).first else { throw InputError.empty(file) }
    let bytes = Array(String(decoding: try input.bytes(), as: UTF8.self).utf8)
    let tree = context.map { Tree(fragment: bytes, context: $0) } ?? Tree(html: bytes)
    FileHandle.standardOutput.write(Data((tree.dump() + "\n").utf8))
  }
}
