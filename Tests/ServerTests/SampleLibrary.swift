import Documents
import Editions
import Fetching
import Foundation
import Hummingbird
import HummingbirdTesting
import NIOPosix
import Newsroom
import Press
import Samples
import Storage

@testable import Server

/// The sample press in a library of its own, and a site over it.
final class SampleSite: Sendable {
  static let now: Int64 = 1_795_240_000
  let folder: URL
  let library: Library
  let shelf: Shelf
  let site: Site
  let token = "our-token"

  init(isEmpty: Bool = false, base: String = "", cards: CardMaker? = nil) async throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "site-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "library.sqlite")
    if !isEmpty {
      // What was written last still lies in the log beside the file.
      let filled = try await Self.filled.value.path
      for end in ["", "-wal"] where FileManager.default.fileExists(atPath: filled + end) {
        try FileManager.default.copyItem(atPath: filled + end, toPath: file.path + end)
      }
    }
    library = try Library(path: file.path)
    shelf = Shelf(seen: 0, root: Links.root(of: base))
    var settings = SiteSettings(formToken: token)
    settings.base = base
    settings.cards = cards
    settings.packs = [StarterPack(name: "deutschland", title: "Deutschland", sourceCount: 3)]
    let fetcher = Fetcher(group: MultiThreadedEventLoopGroup.singleton)
    site = Site(
      library: library, settings: settings, shelf: shelf,
      finder: SourceFinder(library: library, fetcher: fetcher), clock: { Self.now })
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A library with the whole sample press, read once; each site has a copy of its own.
  private static let filled = Task {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "sample-\(ProcessInfo.processInfo.processIdentifier).sqlite")
    for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file.path + end) }
    let library = try Library(path: file.path)
    try await fill(library)
    try library.close()
    return file
  }

  private static func fill(_ library: Library) async throws {
    let press = SamplePress(weeks: SamplePress.weeks(at: now), port: 8181)
    let desk = try NewsDesk(library: library)
    var pages: [RawPage] = []
    for outlet in press.outlets {
      for path in outlet.articlePaths {
        guard let file = press.file(outlet: outlet.address, path: path) else { continue }
        let url = "http://\(outlet.address):8181\(path)"
        pages.append(
          RawPage(
            form: .html, bytes: file.body, url: url, contentType: file.contentType, label: url,
            hints: Hints(
              published: PressDate(instant: file.lastModified), outlet: outlet.name),
            capture: Capture(url: url, fetchedAt: now, status: 200, body: file.body)))
      }
    }
    pages.sort { ($0.hints?.published?.start ?? 0) < ($1.hints?.published?.start ?? 0) }
    _ = try await desk.file(await ReadPage.read(pages))
  }

  /// Runs a test against the site without sockets.
  func test(_ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void)
    async throws
  {
    try await Application(responder: site).test(.router) { try await body($0) }
  }
}
