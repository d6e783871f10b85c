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
      EvidenceCommand.self, Explain.self, StoryCommand.self, Search.self, Dump.self,
    ])
}

/// The inside, for tests, fuzzers and researchers.
struct Dump: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump", abstract: "Shows the inside, for tests and researchers.",
    shouldDisplay: false,
    subcommands: [
      DumpTree.self, DumpGuard.self, DumpPairs.self, DumpCompare.self, DumpStatus.self,
      DumpSample.self,
    ])
}
