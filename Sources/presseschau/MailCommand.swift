import ArgumentParser
import Editions
import Foundation
import Server
import Storage

/// `presseschau mail TO`: the mail of a day on standard output, for `sendmail -t`.
struct Mail: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the mail of a day, to be sent by a program of yours.",
    discussion: "presseschau mail anna@example.org --base https://paper.example | sendmail -t")

  @OptionGroup var library: LibraryOption
  @Argument(help: "Who gets it.") var recipient: String
  @Option(help: "Who sends it.") var from: String?
  @Option(help: "The day, such as 2026-11-21; today, if left out.") var day: String?
  @Option(help: "The paper's public address; as the settings say, if left out.") var base: String?
  @Option(help: "Only stories this account follows, with what was newly said in them.")
  var reader: String?
  @Option(help: "The language of the paper's own words: de or en.") var language = "de"

  func run() throws {
    guard let language = EditionLanguage(rawValue: language) else {
      throw ValidationError("\(language): the paper speaks de and en.")
    }
    let decided = try SettingsOption.standing()
    var base = base ?? decided.text(.base) ?? ""
    while base.hasSuffix("/") { base.removeLast() }
    guard let host = URL(string: base)?.host() else {
      throw ValidationError("A mail needs the paper's address for its links: --base https://….")
    }
    let sender = from ?? "presseschau@\(host)"
    for address in [sender, recipient] where !Self.isAddress(address) {
      throw ValidationError("\(address): that is no mail address.")
    }
    let library = try library.open()
    var settings = SiteSettings(formToken: "")
    settings.base = base
    settings.title = decided.text(.title) ?? settings.title
    settings.isPublic = decided.audience == .public
    do {
      let letter = try DayLetter(
        library: library, settings: settings, language: language, day: day,
        reader: try reader.map { try library.named($0).id }, now: secondsNow())
      FileHandle.standardOutput.write(
        Data(letter.mail.message(from: sender, to: recipient)))
    } catch let error as ExportError {
      throw CommandFailure("\(error)")
    }
    try library.close()
  }

  /// One `@`, and nothing that could begin another header or recipient.
  private static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
      && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !",;:<>\"()[]\\".utf8.contains($0) }
  }
}
