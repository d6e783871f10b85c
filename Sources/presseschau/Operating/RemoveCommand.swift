import ArgumentParser
import Storage

/// `presseschau remove article|source|person WHAT`
struct Remove: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Removes an article, a source or a person for good; fetching does not bring it back.")

  enum Kind: String, ExpressibleByArgument, CaseIterable { case article, source, person }

  @OptionGroup var library: LibraryOption
  @Option(help: "A line for the page of corrections; without one nothing is written there.")
  var reason = ""
  @Argument(help: "article, source or person.") var kind: Kind
  @Argument(help: "The article's id, the source's address, or the key of the person's name page.")
  var what: String

  func run() throws {
    let removal: Removal =
      switch kind {
      case .article: .article(what)
      case .source: .source(what)
      case .person: .person(what)
      }
    do {
      let library = try library.open()
      guard let count = try library.remove(removal, reason: reason, at: secondsNow()) else {
        say("\(what): there is no such \(kind.rawValue) here.")
        throw ExitCode(1)
      }
      say("\(what) is removed for good\(kind == .source ? ", with \(count) articles" : "").")
      try library.close()
    } catch let error as LibraryError {
      say("\(error)")
      throw ExitCode(1)
    }
  }
}
