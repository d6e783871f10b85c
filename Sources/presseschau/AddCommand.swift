import ArgumentParser
import Feeds
import Fetching
import Foundation
import NIOPosix
import Newsroom
import Press
import Storage

/// `presseschau add URL|FILE.opml|--pack NAME`
struct Add: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Adds sources: a home page, a feed, a sitemap, an OPML file or a starter pack.")

  @OptionGroup var library: LibraryOption
  @OptionGroup var fetching: FetchOption
  @Option(help: "A starter pack: \(SourcePack.all.map(\.name).joined(separator: ", ")).")
  var pack: String?
  @Argument(help: "Addresses or OPML files.") var places: [String] = []

  func validate() throws {
    if places.isEmpty && pack == nil {
      throw ValidationError("Name an address, an OPML file or --pack NAME.")
    }
  }

  func run() async throws {
    let library = try library.open()
    let fetcher = Fetcher(
      settings: try fetching.settings(),
      group: MultiThreadedEventLoopGroup.singleton)
    let finder = SourceFinder(library: library, fetcher: fetcher)
    var failed = false
    if let pack {
      say("\(pack): \(try await finder.add(pack: pack, at: secondsNow())) new sources.")
    }
    for place in places {
      do {
        try await add(place, finder)
      } catch {
        say("\(error)")
        failed = true
      }
    }
    try await fetcher.shutdown()
    try library.close()
    if failed { throw ExitCode(1) }
  }

  private func add(_ place: String, _ finder: SourceFinder) async throws {
    if FileManager.default.fileExists(atPath: place) {
      guard let data = FileManager.default.contents(atPath: place) else {
        throw InputError.unreadable(place)
      }
      do {
        let count = try await finder.add(opml: [UInt8](data), at: secondsNow())
        say("\(place): \(count) new sources.")
      } catch {
        throw ValidationError("\(place): \(error)")
      }
      return
    }
    for source in try await finder.add(address: place, at: secondsNow()) {
      say("\(place): added the \(source.kind.rawValue) “\(source.title)” (\(source.url)).")
    }
  }
}

extension Library {
  /// The sources as OPML 2.0.
  func sourceList() throws -> [UInt8] {
    OPML.write(
      try sources().map { state in
        OPML.Subscription(
          title: state.source.title, url: state.source.url,
          category: state.source.category.map { [$0] } ?? [])
      })
  }
}
