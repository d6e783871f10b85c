import ArgumentParser
import Editions
import Feeds
import Foundation
import Newsroom
import Press
import Storage

/// `presseschau sources [list|set|access|remove|export]`
struct Sources: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the sources with their health, changes or removes one, writes them as OPML.",
    subcommands: [
      List.self, Settings.self, AccessData.self, Remove.self, Export.self,
    ], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Lists the sources: title, address, articles, a day, copies, rhythm, last success, health.")
    @OptionGroup var library: LibraryOption
    @Option(help: "The language of the words: de or en.") var language = "en"

    func validate() throws {
      if language != "de" && language != "en" { throw ValidationError("Say de or en.") }
    }

    func run() throws {
      let library = try library.open()
      let now = secondsNow()
      let words: HandlingWords = language == "de" ? .german : .english
      let output = try library.sourceOutput(at: now)
      for state in try library.sources() {
        let made = output[state.source.url] ?? SourceOutput()
        print(SourceLine(state: state, output: made, words: words, isGerman: language == "de").text)
      }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Removes a source by its address.")
    @OptionGroup var library: LibraryOption
    @Argument var url: String

    func run() throws {
      guard try library.open().removeSource(url: url) else { throw NoSuchSource(url: url) }
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Writes the sources as OPML.")
    @OptionGroup var library: LibraryOption

    func run() throws {
      try FileHandle.standardOutput.write(contentsOf: Data(library.open().sourceList()))
    }
  }
}

/// A source that was named and is not there.
struct NoSuchSource: Error, CustomStringConvertible {
  let url: String
  var description: String { "\(url): there is no such source. `presseschau sources` lists them." }
}

/// One source as a line with tabs.
private struct SourceLine {
  let state: SourceState
  let output: SourceOutput
  let words: HandlingWords
  let isGerman: Bool

  var text: String {
    let rhythm = state.checkedAt.map { max(0, state.nextCheckAt - $0) } ?? 0
    let day = (output.perDay * 10).rounded() / 10
    return [
      state.source.title, state.source.url, String(output.articles), String(day),
      "\(Int((output.copyShare * 100).rounded()))%",
      rhythm > 0 ? words.rhythm(Int(clamping: rhythm)) : "-",
      state.succeededAt.map { PressDate(instant: $0).iso8601 } ?? "-", health,
    ].joined(separator: "\t")
  }

  private var health: String {
    if let fault = state.fault { return words.fault(fault) }
    if state.succeededAt == nil { return isGerman ? "noch nicht gelesen" : "not asked yet" }
    return isGerman ? "liefert" : "fine"
  }
}
