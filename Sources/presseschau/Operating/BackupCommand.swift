import ArgumentParser
import Storage

/// `presseschau backup FILE`
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a checked copy of the library to a new file, also while the paper runs.")

  @OptionGroup var library: LibraryOption
  @Argument(help: "The file to write; it must not be there yet.") var file: String

  func run() throws {
    do {
      let library = try library.open()
      try library.backup(to: file)
      say("\(file): \(try library.counts().articles) articles saved and checked.")
      try library.close()
    } catch let error as LibraryError {
      say("\(error)")
      throw ExitCode(1)
    }
  }
}

/// `presseschau restore FILE`
struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Puts a checked backup in the library's place; what was there is kept beside it.")

  @OptionGroup var library: LibraryOption
  @Argument(help: "A file that `presseschau backup` wrote.") var file: String

  func run() throws {
    do {
      let path = try library.file()
      let old = try Library.restore(file, to: path, at: secondsNow())
      let restored = try Library(path: path)
      let counts = try restored.counts()
      try restored.close()
      say("\(path): \(counts.articles) articles in \(counts.stories) stories restored.")
      if let old { say("The library before is kept as \(old).") }
    } catch let error as LibraryError {
      say("\(error)")
      throw ExitCode(1)
    }
  }
}
