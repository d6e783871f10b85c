import ArgumentParser
import Foundation

/// `presseschau dump fuzz-pages CORPUS…`: reads damaged pages for a while and says what went wrong.
struct DumpPageFuzz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz-pages", abstract: "Read damaged pages for a while and say what went wrong.")

  @Argument(help: "Pages, or folders of pages, that are damaged.") var corpus: [String]
  @Option(help: "How long, in seconds.") var seconds = 60
  @Option(help: "With the same seed the same inputs come.") var seed: UInt64 = 1
  @Option(
    help: "A file for the input that is being read: after a trap it holds the one that did it.")
  var input: String?

  func run() throws {
    let pages = try InputFile.all(below: corpus).map { try $0.bytes() }
    var fuzz = PageFuzz(corpus: pages, seed: seed, file: input)
    let progress = Progress()
    fuzz.run(for: .seconds(seconds)) { progress.show("\($0) inputs read") }
    progress.clear()
    for finding in fuzz.findings.prefix(20) { say("input \(finding.round): \(finding.why)") }
    say(
      "\(fuzz.rounds) inputs, \(fuzz.bytes >> 20) MiB, \(fuzz.findings.count) findings (seed \(seed))"
    )
    if !fuzz.findings.isEmpty { throw ExitCode(1) }
  }
}
