import ArgumentParser
import Foundation
import Markup

/// `presseschau dump parse PATH…`: how fast pages become trees, on one core.
struct DumpParse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse", abstract: "Read pages into trees and print megabytes a second.")

  @Argument(help: "Pages, or folders of pages.") var paths: [String]
  @Option(help: "How often all are read; the quickest time counts.") var rounds = 5

  func run() throws {
    let pages = try InputFile.all(below: paths).map {
      Encodings.utf8(from: try $0.bytes()).bytes
    }
    let bytes = pages.reduce(0) { $0 + $1.count }
    var best = Duration.seconds(3600)
    var nodes = 0
    for _ in 0..<max(1, rounds) {
      nodes = 0
      let start = ContinuousClock.now
      for page in pages { nodes += Tree(html: page).nodeCount }
      best = min(best, ContinuousClock.now - start)
    }
    let seconds =
      Double(best.components.seconds) + Double(best.components.attoseconds) / 1e18
    print("\(Int(Double(bytes) / 1e6 / seconds)) MB/s, \(pages.count) pages, \(nodes) nodes")
  }
}
