import ArgumentParser
import Documents
import Foundation
import Markup

/// `presseschau dump parse PATH…`: how fast pages become trees or articles, on one core.
struct DumpParse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Read pages into trees, or on into articles, and print megabytes a second.")

  @Argument(help: "Pages, or folders of pages.") var paths: [String]
  @Option(help: "How often all are read; the quickest time counts.") var rounds = 5
  @Flag(help: "Read the articles, or those of flattened texts.") var into: Aim = .trees

  enum Aim: String, EnumerableFlag { case trees, articles, texts }

  func run() throws {
    let pages = try InputFile.all(below: paths).map { file in
      let bytes = try file.bytes()
      return into == .trees ? Encodings.utf8(from: bytes).bytes : bytes
    }
    let bytes = pages.reduce(0) { $0 + $1.count }
    var best = Duration.seconds(3600)
    var nodes = 0
    for _ in 0..<max(1, rounds) {
      nodes = 0
      let start = ContinuousClock.now
      for page in pages { nodes += cost(of: page) }
      best = min(best, ContinuousClock.now - start)
    }
    let seconds =
      Double(best.components.seconds) + Double(best.components.attoseconds) / 1e18
    let unit = into == .trees ? "nodes" : "bytes of rows"
    print(
      "\(Int(Double(bytes) / 1e6 / seconds)) MB/s, \(pages.count) pages, \(nodes) \(unit),"
        + " peak \(DumpFuzz.resident("VmHWM")) KiB")
  }

  /// Reads a page. `Scripts/check-linear` knows this function by its name.
  @inline(never)
  private func cost(of page: [UInt8]) -> Int {
    switch into {
    case .trees: Tree(html: page).nodeCount
    case .articles: ArticleRow(page: page, url: "https://bote.example/a/b.html").json.count
    case .texts: ArticleRow(ArticleReader.article(text: page).article).json.count
    }
  }
}
