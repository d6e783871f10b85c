import ArgumentParser
import Feeds
import Fetching
import Foundation
import Newsroom
import Synchronization

/// `dump fuzz`: reads damaged inputs one after the other and looks for traps, hangs and growth.
struct DumpFuzz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz",
    abstract: "Reads damaged inputs until the time is over; a trap leaves its number in --state.",
    shouldDisplay: false)

  @Argument(help: "feed, opml, sitemap, robots, warc, json, html, address or selector.")
  var reader: FuzzedReader
  @Argument(help: "Files or folders with sound inputs.") var seeds: [String]
  @Option(help: "How long, in seconds.") var seconds = 60
  @Option(help: "The number of the first input.") var from: UInt64 = 1
  @Option(help: "Reads the input of this number only, and prints it.") var only: UInt64?
  @Option(help: "A file that holds the number of the input that is being read.") var state: String?
  @Flag(help: "Reads the seeds as they are, once.") var plain = false

  /// An input that takes longer is told of; one that takes 20 times as long
  /// ends the program. Only time on a processor counts.
  private static let slow = Duration.seconds(1)

  func run() throws {
    let inputs = try InputFile.all(below: seeds).map { try $0.bytes() }
    if let only {
      var mutation = Mutation(number: only, tokens: reader.tokens)
      let input = mutation.input(from: inputs)
      try FileHandle.standardOutput.write(contentsOf: Data(input))
      reader.read(input)
      return
    }
    if plain {
      for input in inputs { reader.read(input) }
      return say("\(reader.rawValue): \(inputs.count) inputs read")
    }
    try fuzz(inputs)
  }

  private func fuzz(_ inputs: [[UInt8]]) throws {
    let watch = FuzzWatch(reader.rawValue)
    let place = try state.map { try StateFile(path: $0) }
    let begin = ContinuousClock.now
    let end = begin + .seconds(seconds)
    watch.start()
    var number = from
    var slowest = (time: Duration.zero, number: from)
    var early = 0
    var bytes = 0
    while ContinuousClock.now < end {
      watch.tick()
      place?.write(number)
      var mutation = Mutation(number: number, tokens: reader.tokens)
      let input = mutation.input(from: inputs)
      let start = Self.processorTime()
      reader.read(input)
      let time = Self.processorTime() - start
      if time > slowest.time { slowest = (time, number) }
      if time > Self.slow { say("\(reader.rawValue): input \(number) took \(time)") }
      bytes += input.count
      number += 1
      if number == from + 2_000 { early = Self.resident() }
    }
    place?.write(0)
    let runs = number - from
    say(
      "\(reader.rawValue): \(runs) inputs, \(bytes >> 20) MiB in \(seconds) s from \(from) on;"
        + " slowest \(slowest.time) (\(slowest.number));"
        + " memory \(early) KiB after 2,000 inputs, \(Self.resident()) KiB at the end")
  }

  /// Time this program has had a processor: what others do beside it does not count.
  static func processorTime() -> Duration {
    var time = timespec()
    guard clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return .zero }
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// Anonymous memory in KiB, or another line of the system's account.
  static func resident(_ name: String = "RssAnon") -> Int {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else {
      return 0
    }
    let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
    return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0
  }
}

/// Keeps the number of the input that is read, so that a trap can be repeated.
private struct StateFile {
  private let handle: FileHandle

  init(path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw InputError.unreadable(path) }
    self.handle = handle
  }

  func write(_ number: UInt64) {
    let text = String(number)
    let line = String(repeating: " ", count: max(0, 20 - text.utf8.count)) + text + "\n"
    try? handle.seek(toOffset: 0)
    try? handle.write(contentsOf: Data(line.utf8))
  }
}

/// Ends the program when an input is not done after 20 seconds.
private final class FuzzWatch: Sendable {
  private let ticks = Mutex(0)
  private let name: String

  init(_ name: String) { self.name = name }

  func tick() { ticks.withLock { $0 += 1 } }

  func start() {
    let thread = Thread { [self] in
      var before = (ticks: 0, time: Duration.zero)
      while true {
        Thread.sleep(forTimeInterval: 5)
        let now = ticks.withLock { $0 }
        let time = DumpFuzz.processorTime()
        if now != before.ticks { before = (now, time) }
        if time - before.time > .seconds(20) {
          say("\(name): an input hangs; its number is in --state")
          Foundation.exit(1)
        }
      }
    }
    thread.start()
  }
}
