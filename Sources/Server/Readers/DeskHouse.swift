import Editions
import Foundation
import HTTPTypes
import Press
import Storage

/// The page of operation: what the library holds, what is read next, what fails.
enum DeskHouse {
  static let routes: [ReaderRoute] = [
    ReaderRoute(.get, "/desk/house", .desk, .operatorOnly) { .page(try page($0).html) }
  ]

  private static let mostListed = 40

  private static func page(_ visit: ReaderVisit) throws -> DeskHousePage {
    let library = visit.library
    let words = visit.language.deskWording
    let counts = try library.counts()
    let sources = try library.sources()
    func turn(_ state: SourceState) -> DeskHousePage.Turn {
      DeskHousePage.Turn(
        title: state.source.title, outlet: state.source.outlet, at: state.nextCheckAt,
        failures: state.failures, fault: state.fault)
    }
    let queue = sources.sorted { ($0.nextCheckAt, $0.source.url) < ($1.nextCheckAt, $1.source.url) }
    let failing = sources.filter { $0.failures > 0 }.sorted {
      ($1.failures, $0.source.url) < ($0.failures, $1.source.url)
    }
    return DeskHousePage(
      frame: try visit.frame(),
      figures: [
        (words.houseArticles, counts.articles),
        (words.houseCopies, counts.copies),
        (words.houseStories, counts.stories),
        (words.houseSources, counts.sources),
        (words.houseDisk, megabytes(library.path)),
        (words.houseLate, sources.count { $0.nextCheckAt <= visit.now }),
      ],
      queue: queue.prefix(mostListed).map(turn), failing: failing.prefix(mostListed).map(turn),
      calls: try library.listeners().prefix(mostListed).map {
        DeskHousePage.Call(topic: $0.topic, address: $0.callback, failures: $0.failures)
      })
  }

  /// What the library takes on the disk, with what is not in its main file yet.
  private static func megabytes(_ path: String) -> Int {
    let sizes = ["", "-wal"].map { suffix in
      (try? FileManager.default.attributesOfItem(atPath: path + suffix)[.size] as? Int) ?? 0
    }
    return (sizes.reduce(0, +) + 500_000) / 1_000_000
  }
}
