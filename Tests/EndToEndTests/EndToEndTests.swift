import Foundation
import Testing

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Starts the real program, which reads the sample press over real HTTP, and looks at its pages.
@Suite(.serialized) struct EndToEndTests {
  @Test(.timeLimit(.minutes(3)))
  func aStatementOnAStoryPageLeadsToTheParagraphThatHoldsIt() async throws {
    let house = try RunningHouse()
    defer { house.stop() }
    try await house.waitUntilRead()

    // The front is laid out anew a moment after the news is filed.
    var front = try await house.page("/")
    while !front.text.contains("/story/") {
      try await Task.sleep(for: .milliseconds(100))
      front = try await house.page("/")
    }
    #expect(front.status == 200)
    #expect(front.text.contains("Presseschau"))
    let stories = Set(front.text.links { $0.hasPrefix("/story/") && !$0.contains("#") })

    var checked = 0
    for story in stories.sorted() {
      let page = try await house.page(story)
      #expect(page.status == 200)
      for statement in page.text.statements {
        let article = try await house.page(statement.path)
        #expect(article.status == 200)
        let paragraphs = statement.anchors.compactMap { article.text.element(id: $0)?.plain }
        #expect(paragraphs.count == statement.anchors.count, "a link leads to no paragraph")
        for part in statement.words.plain.split(separator: "[…]") {
          #expect(
            paragraphs.contains { $0.contains(part) },
            "“\(part)” is in none of \(statement.path) \(statement.anchors)")
        }
        checked += 1
      }
    }
    #expect(checked >= 20)
  }

  @Test(.timeLimit(.minutes(3)))
  func aSecondStartReadsNothingTwice() async throws {
    let folder = try TemporaryFolder()
    let first = try RunningHouse(folder: folder, once: true)
    let report = try first.output()
    #expect(report.contains("34 new articles"), "\(report)")
    let second = try RunningHouse(folder: folder, once: true)
    let again = try second.output()
    #expect(again.contains("0 new articles"), "\(again)")
    #expect(again.contains("6 sources asked in "), "\(again)")
    #expect(again.contains(": 6 unchanged"), "\(again)")
  }

  @Test(.timeLimit(.minutes(1)))
  func anEmptyLibraryAsksForSources() async throws {
    let house = try RunningHouse(isSample: false)
    defer { house.stop() }
    try await house.waitUntilServing()
    let front = try await house.page("/")
    #expect(front.status == 200)
    #expect(front.text.contains("type=\"file\""))
    #expect(front.text.contains("action=\"/sources\""))
    for path in ["/politik", "/search?q=nichts", "/sources", "/how", "/en/", "/feed.atom"] {
      #expect(try await house.page(path).status == 200, "\(path)")
    }
    #expect(try await house.page("/nothing/here").status == 404)
  }

  @Test(.timeLimit(.minutes(1)))
  func ctrlCEndsItCleanly() async throws {
    let folder = try TemporaryFolder()
    for _ in 0..<2 {
      let house = try RunningHouse(folder: folder)
      try await house.waitUntilServing()
      house.stop()
      #expect(house.status == 0, "\(house.words)")
      #expect(!house.words.contains("crashed"), "\(house.words)")
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func aPortInUseIsNamedWithTheRemedy() async throws {
    let house = try RunningHouse(isSample: false)
    defer { house.stop() }
    try await house.waitUntilServing()
    let second = try RunningHouse(isSample: false, port: house.port)
    let words = try second.output()
    #expect(second.status == 1, "\(words)")
    #expect(words.contains("127.0.0.1:\(house.port)"))
    #expect(words.contains("--listen"))
  }
}
