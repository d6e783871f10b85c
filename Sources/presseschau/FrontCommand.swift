import ArgumentParser
import Server
import Storage

/// `presseschau front`
struct Front: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the stories of the front in their order, each with why it stands there.",
    discussion: """
      The score sums one vote an outlet, which loses half of its weight in eight hours; an outlet \
      that only has a copy counts little. “held” names the rule that put a story further down: three \
      places a saga, four of any ten a section.
      """)

  @OptionGroup var library: LibraryOption
  @Option(help: "At most so many.") var limit = 40

  func run() throws {
    let order = try FrontOrder(of: try library.open(), now: secondsNow())
    for (number, place) in order.places.prefix(max(1, limit)).enumerated() {
      let score = (place.score * 1_000).rounded() / 1_000
      print(
        "\(number + 1)\t\(score)\t\(place.because)\t\(place.story.id)\t\(place.story.headline)")
    }
    if order.places.isEmpty {
      say("There are no stories yet. `presseschau add` names sources, `run` reads them.")
      throw ExitCode(1)
    }
  }
}
