import ArgumentParser
import Newsroom
import Storage

/// `presseschau mend join|split|pin|free`
struct Mend: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Mends stories by hand; they stay mended whatever comes.",
    discussion: """
      `presseschau story ID` lists a story's articles and why each is in it. A paper that is being \
      served follows within seconds.
      """,
    subcommands: [Join.self, Split.self, Pin.self, Free.self])

  struct Join: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes one story of two; the address of the other leads on.")
    @OptionGroup var library: LibraryOption
    @Argument(help: "The story that stays.") var story: String
    @Argument(help: "The story that goes up in it.") var other: String

    func run() async throws { try await library.carryOut(.join(other, into: story)) }
  }

  struct Split: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes articles of one story a story of their own.")
    @OptionGroup var library: LibraryOption
    @Argument(help: "The articles that leave their story together.") var articles: [String]

    func run() async throws { try await library.carryOut(.split(articles)) }
  }

  struct Pin: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lays an article to a story and keeps it there.")
    @OptionGroup var library: LibraryOption
    @Argument(help: "The article.") var article: String
    @Argument(help: "Its story.") var story: String

    func run() async throws { try await library.carryOut(.pin(article, to: story)) }
  }

  struct Free: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lets articles move again with what comes.")
    @OptionGroup var library: LibraryOption
    @Argument(help: "The articles.") var articles: [String]

    func run() async throws { try await library.carryOut(.free(articles)) }
  }
}

extension LibraryOption {
  /// Notes a wish and carries it out. A paper that is being served does the same to its own desk.
  fileprivate func carryOut(_ wish: StoryWish) async throws {
    let library = try open()
    switch try library.rule(wish) {
    case .noted(let story):
      try await NewsDesk(library: library).followRulings()
      if let story { print(story) }
    case .noStory(let id):
      say("\(id): there is no such story. `presseschau search` prints the ids.")
      throw ExitCode(1)
    case .noArticle(let id):
      say("\(id): there is no such article in a story. `presseschau story ID` lists a story's.")
      throw ExitCode(1)
    case .severalStories:
      say("The articles are of several stories. Split those of one story at a time.")
      throw ExitCode(1)
    case .nothingToDo:
      say("Nothing would change: the stories are one already, or nothing would be left of one.")
      throw ExitCode(1)
    }
    try library.close()
  }
}
