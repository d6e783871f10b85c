import Foundation
import Press
import Storage
import Stories
import Testing

@testable import Newsroom

/// Stories that the operator mends: they change at once, and stay so whatever comes.
@Suite struct RulingTests {
  private static let flood = [
    "Am Pegel Alte Mühle stand das Wasser der Lonne um fünf Uhr bei 6,12 Metern, das sind 48 Zentimeter mehr als am Vorabend.",
    "Der Hochwasserdienst rechnet für Sonntag mit einem Scheitel zwischen 6,40 und 6,60 Metern, teilte das Landratsamt Lonnetal mit.",
    "Kurz nach Mitternacht gingen in Harsbach die Sirenen. Verletzt wurde nach den Worten der Bürgermeisterin Hedda Vorwerk niemand.",
  ]
  private static let floodAgain = [
    "Die Lonne stieg am Pegel Alte Mühle auf 6,20 Meter. In Harsbach heulten kurz nach Mitternacht die Sirenen.",
    "Bürgermeisterin Hedda Vorwerk sagte, verletzt sei niemand. Das Landratsamt Lonnetal erwartet den Scheitel am Sonntag.",
  ]
  private static let port = [
    "Der Hafen von Ostrau bekommt zwei neue Kräne für Container, die im Frühjahr aufgestellt werden sollen.",
    "Die Hafengesellschaft nennt Kosten von 14 Millionen Euro, sagte ihr Geschäftsführer Tilo Brandes.",
  ]

  private func page(_ path: String, _ headline: String, _ paragraphs: [String]) -> ReadPage {
    SamplePage.read(path, headline, paragraphs)
  }

  /// A library with two stories: the flood of two outlets, and the port.
  private func house(_ body: (Library, NewsDesk, [Article.ID]) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mend-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let library = try Library(path: folder.appending(path: "library.sqlite").path)
    let desk = try NewsDesk(library: library)
    let pages = [
      page("bote.example/lonne", "Lonne steigt weiter: Sirenen in Harsbach", Self.flood),
      page("kurier.example/harsbach", "Sirenen in Harsbach, Lonne steigt", Self.floodAgain),
      page("bote.example/hafen", "Zwei neue Kräne für den Hafen von Ostrau", Self.port),
    ]
    for page in pages { _ = try await desk.file([page]) }
    try await body(library, desk, pages.map(\.article.id))
  }

  private func members(_ library: Library, _ id: Article.ID) throws -> Set<Article.ID> {
    let story = try #require(try library.article(id)?.story)
    let filed = try #require(try library.story(story))
    #expect(filed.summary.articleCount == filed.story.members.count)
    #expect(try library.articles(ofStory: story).count == filed.story.members.count)
    return Set(filed.story.members.map(\.article))
  }

  @Test func articlesThatWereSplitStayApartWhateverComes() async throws {
    try await house { library, desk, ids in
      #expect(try members(library, ids[0]) == [ids[0], ids[1]])
      let old = try #require(try library.article(ids[0])?.story)
      guard case .noted(let new?) = try library.rule(.split([ids[1]])) else {
        Issue.record("not noted")
        return
      }
      try await desk.followRulings()
      #expect(try members(library, ids[0]) == [ids[0]])
      #expect(try members(library, ids[1]) == [ids[1]])
      #expect(try library.article(ids[1])?.story == new)
      #expect(try library.story(new)?.story.members.first?.because == "hand")
      #expect(try library.story(old)?.story.saga == library.story(new)?.story.saga)
      // A third report is as like one as the other; a new version of the article comes too.
      _ = try await desk.file([
        page("welle.example/lonne", "Lonne steigt: Sirenen in Harsbach", Self.flood.reversed())
      ])
      _ = try await desk.file([
        page(
          "kurier.example/harsbach", "Sirenen in Harsbach, Lonne steigt",
          Self.floodAgain + ["Am Abend soll der Regen enden, sagte Hedda Vorwerk."])
      ])
      #expect(try !members(library, ids[0]).contains(ids[1]))
      #expect(try library.article(ids[1])?.story == new)
      // A house that starts again without its desk keeps to it.
      let again = try NewsDesk(library: library)
      _ = try await again.file([
        page("echo.example/lonne", "Die Lonne steigt weiter, Sirenen", Self.floodAgain.reversed())
      ])
      #expect(try !members(library, ids[0]).contains(ids[1]))
      #expect(try library.article(ids[1])?.story == new)
    }
  }

  @Test func storiesThatWereJoinedStayOneAndTheOldAddressLeadsOn() async throws {
    try await house { library, desk, ids in
      let flood = try #require(try library.article(ids[0])?.story)
      let port = try #require(try library.article(ids[2])?.story)
      #expect(try library.rule(.join(port, into: flood)) == .noted(flood))
      try await desk.followRulings()
      #expect(try members(library, ids[2]) == Set(ids))
      #expect(try library.story(port)?.story.id == flood)
      #expect(try library.stories(limit: 10).count == 1)
      _ = try await desk.file([
        page(
          "bote.example/hafen", "Zwei neue Kräne für den Hafen von Ostrau",
          Self.port + ["Der Kreistag stimmte am Freitag zu."])
      ])
      #expect(try members(library, ids[2]) == Set(ids))
      #expect(try library.rule(.join(port, into: flood)) == .nothingToDo)
    }
  }

  @Test func anArticleThatWasLaidElsewhereStaysThereUntilItIsFreed() async throws {
    try await house { library, desk, ids in
      let port = try #require(try library.article(ids[2])?.story)
      #expect(try library.rule(.pin(ids[1], to: port)) == .noted(port))
      try await desk.followRulings()
      #expect(try members(library, ids[2]) == [ids[1], ids[2]])
      #expect(try members(library, ids[0]) == [ids[0]])
      // Nothing is done twice: the library's changes stand still.
      let change = try library.lastChange()
      try await desk.followRulings()
      try await NewsDesk(library: library).followRulings()
      #expect(try library.lastChange() == change)
      #expect(try library.rule(.free([ids[1]])) == .noted(nil))
      try await desk.followRulings()
      _ = try await desk.file([
        page(
          "kurier.example/harsbach", "Sirenen in Harsbach, Lonne steigt",
          Self.floodAgain + ["Am Abend soll der Regen enden, sagte Hedda Vorwerk."])
      ])
      #expect(try members(library, ids[0]) == [ids[0], ids[1]])
    }
  }

  @Test func aRulingFollowsItsStoryIntoAnother() async throws {
    try await house { library, desk, ids in
      let flood = try #require(try library.article(ids[0])?.story)
      let port = try #require(try library.article(ids[2])?.story)
      _ = try library.rule(.pin(ids[1], to: port))
      try await desk.followRulings()
      var batch = Library.Batch()
      batch.merged[port] = flood
      try library.keep(batch)
      #expect(try library.rulings(after: 0).rulings.map(\.ruling.story) == [flood])
    }
  }

  @Test func whatCannotBeMeantIsRefused() async throws {
    try await house { library, _, ids in
      let flood = try #require(try library.article(ids[0])?.story)
      #expect(try library.rule(.join("none", into: flood)) == .noStory("none"))
      #expect(try library.rule(.pin(ids[0], to: "none")) == .noStory("none"))
      #expect(try library.rule(.split(["none"])) == .noArticle("none"))
      #expect(try library.rule(.free(["none"])) == .noArticle("none"))
      #expect(try library.rule(.split([ids[0], ids[2]])) == .severalStories)
      #expect(try library.rule(.split([ids[0], ids[1]])) == .nothingToDo)
      #expect(try library.rulings(after: 0).rulings.isEmpty)
    }
  }
}
