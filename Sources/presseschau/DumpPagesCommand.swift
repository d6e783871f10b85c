import ArgumentParser
import Foundation
import Server
import Storage

/// `presseschau dump pages`: how long pages take from the library to bytes.
struct DumpPages: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages", abstract: "How long pages take from the library to bytes.",
    shouldDisplay: false)

  @OptionGroup var option: LibraryOption

  func run() throws {
    let library = try option.open()
    let times = PageTimes(
      library: library, settings: SiteSettings(formToken: "measured"), now: secondsNow())
    print("type                pages  median ms  95 % ms  slowest  packing ms     bytes")
    for row in try times.rows() {
      let figures = [row.percentile(50), row.percentile(95), row.percentile(100), row.packing]
        .map { $0 / .milliseconds(1) }
      print(
        row.type.padding(toLength: 18, withPad: " ", startingAt: 0)
          + String(
            format: "%7d %10.2f %8.2f %8.2f %11.2f %9d", row.pages, figures[0], figures[1],
            figures[2], figures[3], row.bytes))
    }
    try library.close()
  }
}
