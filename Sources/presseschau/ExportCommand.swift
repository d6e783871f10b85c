import ArgumentParser
import Editions
import Foundation
import Server
import Storage

/// `presseschau export DIR`, `presseschau export --epub DAY FILE`, `… --pdf DAY FILE`
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the whole paper as files that need no server, or one day as EPUB or PDF.")

  @OptionGroup var library: LibraryOption
  @Argument(help: "The folder to write to, with --epub or --pdf the file.") var target: String
  @Option(help: "Write a book of one day instead, such as 2026-11-21.") var epub: String?
  @Option(help: "Write a PDF of one day instead; needs Chromium.") var pdf: String?
  @Option(help: "The language of the paper's own words: de or en.") var language = "de"
  @Option(help: "The public address the folder will have; with it feeds are written, too.")
  var base = ""
  @Flag(help: "Full texts of all articles, for your own reading; else each source's rights decide.")
  var full = false
  @Flag(help: "Export the demonstration's library.") var sample = false

  func run() async throws {
    guard let language = EditionLanguage(rawValue: language) else {
      throw ValidationError("\(language): the paper speaks de and en.")
    }
    guard epub == nil || pdf == nil else {
      throw ValidationError("Write --epub or --pdf, one at a time.")
    }
    let library = sample ? try library.openSample() : try library.open()
    var settings = SiteSettings(formToken: "")
    settings.base = base.hasSuffix("/") ? String(base.dropLast()) : base
    settings.isPublic = !full
    if sample { settings.notice = House.sampleNotice }
    let start = ContinuousClock.now
    do {
      if let day = epub ?? pdf {
        let book = try DayBook(
          library: library, settings: settings, language: language, day: day, now: secondsNow())
        let file = URL(filePath: target)
        if pdf == nil { try book.write(to: file) } else { try await book.writePDF(to: file) }
        say("Wrote \(target): \(book.storyCount) stories of \(day).")
      } else {
        let export = try StaticExport(
          library: library, settings: settings, language: language,
          folder: URL(filePath: target, directoryHint: .isDirectory), now: secondsNow())
        let report = try await export.run()
        let took = ContinuousClock.now - start
        say(
          "Wrote \(report.written) files, \(report.unchanged) were as they should be,"
            + " \(report.removed) removed; \(report.bytes / 1024) KiB in \(took.inSeconds) s.")
      }
    } catch let error as ExportError {
      say("\(error)")
      throw ExitCode(1)
    }
    try library.close()
  }
}

extension Duration {
  /// Seconds with two decimals.
  fileprivate var inSeconds: String {
    let seconds = Double(components.seconds) + Double(components.attoseconds) / 1e18
    return String(format: "%.2f", seconds)
  }
}
