import ArgumentParser
import Fetching
import Foundation
import NIOPosix

/// `extract`: pages or flattened texts in, clean articles out.
struct Extract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads the articles out of pages, archives and texts.",
    discussion: """
      Rows come in the order of the inputs, one for each; an input that fails is named on standard \
      error, has a row with "error", and the rest goes on. Archives (WARC, also packed) are read \
      record by record. Addresses are asked politely, within robots.txt.
      """
  )

  @Argument(help: "Files, folders, WARC archives, addresses, or - for standard input.")
  var paths: [String] = []
  @Option(help: "How to print: \(ExtractFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format = ExtractFormat.text
  @Flag(help: "Answer lines {\"id\",\"path\",\"url\"} on standard input, one row for each at once.")
  var requests = false
  @Option(help: "The address the page was read from, for relative links and the outlet.")
  var url: String?
  @Option(name: .shortAndLong, help: "A file to write to instead of standard output.")
  var output: String?
  @Flag(help: "Go on with a JSON lines file: inputs whose row it holds are passed over.")
  var resume = false
  @Option(help: "How many inputs are read at a time; as many as there are cores if not said.")
  var jobs: Int?
  @Option(
    name: .customLong("allow-loopback"),
    help: "A loopback address and port that may be read, such as 127.0.0.11:8181.")
  var loopback: [String] = []

  func validate() throws {
    if paths.isEmpty && !requests {
      throw ValidationError(
        "Name files, folders, archives or addresses, - for standard input, or --requests.")
    }
    if requests, !paths.isEmpty || resume || output != nil {
      throw ValidationError("--requests reads standard input and writes standard output alone.")
    }
    if resume, output == nil || format != .jsonl {
      throw ValidationError(
        "--resume needs --format jsonl and --output FILE, which it goes on with.")
    }
    if format == .epub, output == nil, isatty(1) == 1 {
      throw ValidationError("A book is no text for a terminal: name a file with --output FILE.")
    }
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs is a number from 1 to 256.")
    }
  }

  func run() async throws {
    if requests {
      if try ExtractRequests().answer() { throw ExitCode(1) }
      return
    }
    let output = try ExtractOutput(format: format, path: output, resumes: resume)
    let fetcher =
      paths.contains(where: ExtractInput.isAddress)
      ? Fetcher(
        settings: try FetchSettings(allowing: loopback),
        group: MultiThreadedEventLoopGroup.singleton)
      : nil
    let run = ExtractRun(
      format: format, url: url.flatMap { $0.isEmpty ? nil : $0 }, fetcher: fetcher,
      done: output.done, width: jobs ?? max(1, ProcessInfo.processInfo.activeProcessorCount))
    let hasFailed = try await run.read(paths, into: output)
    try await fetcher?.shutdown()
    if hasFailed { throw ExitCode(1) }
  }
}
