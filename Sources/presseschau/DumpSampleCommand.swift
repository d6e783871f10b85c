import ArgumentParser
import Foundation
import Samples

/// `presseschau dump sample FOLDER`: the pages of the sample press as files, for trying `import`.
struct DumpSample: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample", abstract: "Writes the pages of the sample press as files.")

  @Option(help: "A host that stands in the pages' addresses instead of the loopback ones.")
  var host: String?
  @Argument(help: "The folder to write to.") var folder: String

  func run() throws {
    let press = SamplePress(weeks: SamplePress.weeks(at: secondsNow()), port: 8181)
    for outlet in press.outlets {
      let root = URL(filePath: folder, directoryHint: .isDirectory).appending(path: outlet.address)
      for path in outlet.articlePaths {
        guard let file = press.file(outlet: outlet.address, path: path) else { continue }
        let target = root.appending(path: path + ".html")
        try FileManager.default.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(page(file.body, of: outlet.address)).write(to: target)
      }
    }
  }

  private func page(_ bytes: [UInt8], of address: String) -> [UInt8] {
    guard let host else { return bytes }
    return Array(
      String(decoding: bytes, as: UTF8.self)
        .replacing("http://\(address):8181", with: "https://\(address).\(host)").utf8)
  }
}
