import ArgumentParser
import Editions
import Fetching
import Foundation
import Logging
import NIOPosix
import Newsroom
import Samples
import Server
import Storage

/// `presseschau run`: fetch, read, group, publish; serve.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads the sources again and again and serves the paper until Ctrl-C.")

  @OptionGroup var library: LibraryOption
  @Flag(help: "Read all sources once and end, without serving.") var once = false
  @Option(help: "Where the paper is served (default: 127.0.0.1:8080).") var listen: String?
  @OptionGroup var choices: SettingsOption
  @Flag(help: "Serve the sample press beside the paper and read it into a library of its own.")
  var sample = false
  @Option(name: .customLong("sample-port"), help: "The port of the sample press.")
  var samplePort = 8181
  @OptionGroup var fetching: FetchOption
  @Option(
    name: .customLong("hub-callback"),
    help: "The public address of this paper, so that hubs of feeds (WebSub) can call it.")
  var hubCallback: String?

  @Option(help: .hidden) var rehearse = 0

  func run() async throws {
    do {
      var decided = try choices.settings()
      if let listen {
        _ = try ListenPlace(listen)
        try decided.set("listen", to: listen, place: "--listen")
      }
      let library = sample ? try library.openSample() : try library.open()
      try await run(library, decided)
      try library.close()
    } catch let error as any Error & CustomStringConvertible
      where error is ServerError || error is LibraryError || error is SettingError
    {
      say("\(error)")
      throw ExitCode(1)
    }
  }

  private func run(_ library: Library, _ decided: Settings) async throws {
    let press = sample ? try samplePress(library) : nil
    var settings = try fetching.settings()
    if let press { try settings.allow(press) }
    let house = House(
      library: library, settings: settings, press: press, decided: decided,
      hubCallback: hubCallback, arrivals: rehearse)
    if once {
      try await house.readOnce()
      return
    }
    if let obstacle = try PublicReadiness.obstacle(decided, library: library) {
      say(obstacle)
      throw ExitCode(1)
    }
    OpenFiles.raise()
    try await house.serve()
  }

  /// The sample press with the dates it had when it was first read.
  private func samplePress(_ library: Library) throws -> SamplePress {
    if let known = try library.setting("sample.weeks").flatMap(Int.init) {
      return SamplePress(weeks: known, port: samplePort)
    }
    let weeks = SamplePress.weeks(at: secondsNow())
    try library.set("sample.weeks", to: String(weeks))
    return SamplePress(weeks: weeks, port: samplePort)
  }
}

/// `HOST:PORT`
struct ListenPlace: Sendable {
  let host: String
  let port: Int

  init(_ text: String) throws {
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
      (0...65_535).contains(port), colon != text.startIndex
    else {
      throw ValidationError("\(text): give a host and a port, such as 127.0.0.1:8080.")
    }
    host = text[..<colon].filter { $0 != "[" && $0 != "]" }
    self.port = port
  }

  /// Whether only this machine reaches it.
  var isLoopback: Bool {
    host == "localhost" || host == "::1"
      || host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." }
  }
}
