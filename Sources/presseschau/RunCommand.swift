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
  @Option(help: "Where the paper is served.") var listen = "127.0.0.1:8080"
  @Flag(help: "Serve the sample press beside the paper and read it into a library of its own.")
  var sample = false
  @Option(name: .customLong("sample-port"), help: "The port of the sample press.")
  var samplePort = 8181
  @OptionGroup var fetching: FetchOption
  @Option(
    name: .customLong("hub-callback"),
    help: "The public address of this paper, so that hubs of feeds (WebSub) can call it.")
  var hubCallback: String?

  func run() async throws {
    let place = try ListenPlace(listen)
    let library = sample ? try library.openSample() : try library.open()
    let press = sample ? try samplePress(library) : nil
    var settings = try fetching.settings()
    if let press { try settings.allow(press) }
    let house = House(
      library: library, settings: settings, press: press, place: place, hubCallback: hubCallback)
    do {
      if once { try await house.readOnce() } else { try await house.serve() }
    } catch let error as ServerError {
      say("\(error)")
      throw ExitCode(1)
    } catch let error as LibraryError {
      say("\(error)")
      throw ExitCode(1)
    }
    try library.close()
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
}
