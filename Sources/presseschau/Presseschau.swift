import ArgumentParser
import Foundation

/// The command line of Presseschau.
@main struct Presseschau: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "presseschau",
    abstract:
      "A news engine of your own: reads outlets, groups stories, lays evidence side by side.",
    version: "0.1.0",
    subcommands: [
      Run.self, Add.self, Sources.self, Import.self, Extract.self, Feed.self, Group.self,
      EvidenceCommand.self, Explain.self, StoryCommand.self, Front.self, Search.self, Export.self,
      PageCommand.self, User.self, Backup.self, Restore.self, Doctor.self, SettingsCommand.self,
      MCP.self, Hook.self, Mail.self, Mend.self, Remove.self, Dump.self,
    ])
}

extension Presseschau {
  /// Runs the command. The exit status is 0 where all was done, 1 where something failed, 2 where
  /// the command line was wrong.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      say(fullMessage(for: error))
      Foundation.exit(2)
    }
  }
}

/// The inside, for tests, fuzzers and researchers.
struct Dump: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump", abstract: "Shows the inside, for tests and researchers.",
    shouldDisplay: false,
    subcommands: [
      DumpTree.self, DumpGuard.self, DumpPairs.self, DumpKeyPoints.self, DumpCompare.self,
      DumpStatus.self, DumpRelations.self, DumpDesk.self, DumpSample.self, DumpFuzz.self,
      DumpFetch.self, DumpWeek.self, DumpSpeed.self, DumpLibrary.self, DumpPageFuzz.self,
      DumpParse.self, DumpPages.self, DumpUpdate.self,
    ])
}
