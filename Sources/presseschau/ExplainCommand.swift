import ArgumentParser
import Documents
import Fetching
import Foundation
import Languages
import NIOPosix
import Newsroom
import Press
import Storage
import Stories

/// `explain`: what each room makes of a page or text.
struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows what each room makes of a page: blocks kept and removed, evidence, story.")

  @Option(
    name: .customLong("library"), help: "A library in which the article's story is looked up.")
  var library: String?
  @Option(help: "The address the page was read from.") var url: String?
  @Option(
    name: .customLong("allow-loopback"),
    help: "A loopback address and port that may be read, such as 127.0.0.11:8181.")
  var loopback: [String] = []
  @Argument(help: "A saved page or text, an address, or - for standard input.") var path: String

  func run() async throws {
    if ExtractInput.isAddress(path) {
      let fetcher = Fetcher(
        settings: try FetchSettings(allowing: loopback),
        group: MultiThreadedEventLoopGroup.singleton)
      do {
        let answer = try await fetcher.fetch(Request(url: path))
        try await fetcher.shutdown()
        return try explain(answer.body, url: answer.finalURL)
      } catch let error as FetchError {
        try await fetcher.shutdown()
        say("\(error)")
        throw ExitCode(1)
      }
    }
    try explain(try InputFile(id: path, path: path).bytes(), url: url)
  }

  private func explain(_ bytes: [UInt8], url: String?) throws {
    let isPage = ArticleReader.looksLikePage(bytes)
    let words =
      isPage
      ? ArticleReader.explain(page: bytes, url: url) : ArticleReader.explain(text: bytes, url: url)
    print(words, terminator: "")
    let read = ReadPage(
      RawPage(
        form: isPage ? .html : .flattenedText, bytes: bytes, url: url, label: path,
        capture: Capture(url: url ?? path, fetchedAt: secondsNow(), body: bytes)))
    explain(read.findings, in: read.article.body)
    if let library { try explainStory(of: read.article, in: Library(path: library)) }
  }

  /// The evidence with its positions: code points of the article's text, end exclusive.
  private func explain(_ findings: Findings, in body: ArticleText) {
    let points = CodePoints(body.utf8)
    func place(_ stretch: Stretch) -> String {
      let range = stretch.range
      return "\(points.offset(ofByte: range.lowerBound))–\(points.offset(ofByte: range.upperBound))"
        + " “\(body[range])”"
    }
    print("\nlanguage  \(findings.language), \(findings.sentences.count) sentences")
    for time in findings.times {
      print("time      \(place(time.stretch)) \(time.kind.rawValue) \(time.value)")
    }
    for figure in findings.figures {
      let value = figure.value.map { "\($0)" } ?? "\(figure.low ?? 0)–\(figure.high ?? 0)"
      print(
        "figure    \(place(figure.stretch)) \(figure.relation.rawValue) \(value)"
          + " \(figure.unitKey ?? "") \(figure.direction.map { body[$0.range] } ?? "")")
    }
    for speech in findings.speech {
      let speaker = speech.speaker.map { body[$0.range] }.joined(separator: " ")
      for stretch in speech.stretches {
        print(
          "speech    \(place(stretch)) \(speech.kind.rawValue), \(speech.status.rawValue),"
            + " \(speaker.isEmpty ? "no speaker" : speaker)")
      }
    }
    for name in findings.names {
      print("name      \(place(name.stretch)) \(name.kind.rawValue) \(name.key)")
    }
  }

  private func explainStory(of article: Article, in library: Library) throws {
    guard let story = try library.article(article.id)?.story.flatMap(library.story) else {
      print("\nstory     none: the article is not in the library")
      return
    }
    let member = story.story.members.first { $0.article == article.id }
    print("\nstory     \(story.story.id) “\(story.summary.headline)”: \(member?.because ?? "")")
    if let copy = member?.copyOf { print("copy of   \(copy)") }
  }
}
