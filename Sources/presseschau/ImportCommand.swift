import ArgumentParser
import Newsroom
import Storage

/// `presseschau import PATH…`
struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads saved pages, folders, archives and flattened text into the library.")

  @OptionGroup var library: LibraryOption
  @Argument(help: "Files or folders.") var paths: [String]

  func run() async throws {
    let count = try InputFile.all(below: paths).count
    let library = try library.open()
    let now = secondsNow()
    let start = ContinuousClock.now
    let desk = try NewsDesk(library: library)
    let progress = Progress()
    let report = try await Importer(desk: desk).run(paths, now: now) { read in
      progress.show("\(read) of \(count) files read")
    }
    try await desk.close()
    progress.clear()
    for failure in report.failures { say("\(failure.what): \(failure.why)") }
    say(report.sentence(after: ContinuousClock.now - start, counts: try library.counts()))
    try library.close()
    if report.newArticles + report.newVersions + report.unchanged == 0 {
      say("Nothing was imported. Name pages, folders, WARC files or plain text with articles.")
      throw ExitCode(1)
    }
    if !report.failures.isEmpty { throw ExitCode(1) }
  }
}

extension RunReport {
  /// What was read, for people.
  func sentence(after time: Duration, counts: LibraryCounts) -> String {
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    let rounded = (seconds * 100).rounded() / 100
    var parts = ["\(newArticles) new articles"]
    if copies > 0 { parts[0] += " (\(copies) of them copies)" }
    if newVersions > 0 { parts.append("\(newVersions) new versions") }
    if unchanged > 0 { parts.append("\(unchanged) unchanged") }
    if unchangedSources > 0 { parts.append("\(unchangedSources) of \(sources) sources unchanged") }
    if !failures.isEmpty { parts.append("\(failures.count) failed") }
    return "Read in \(rounded) s: " + parts.joined(separator: ", ") + ". The library holds "
      + "\(counts.articles) articles (\(counts.copies) copies) of \(counts.outlets) outlets in "
      + "\(counts.stories) stories."
  }
}
