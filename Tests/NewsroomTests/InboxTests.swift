import Foundation
import Press
import Storage
import Testing

@testable import Newsroom

@Suite struct InboxTests {
  private func page(_ name: String, hour: Int) -> ReadPage {
    let text = "Im Ort \(name) tagte der Rat am Abend und beschloss den Haushalt des Jahres."
    let html =
      "<!DOCTYPE html><html lang=\"de\"><head><title>Rat in \(name)</title><meta property=\"article:published_time\" "
      + "content=\"2026-11-20T\(hour):00:00Z\"></head><body><article><h1>Rat in \(name)</h1>"
      + "<p>\(text)</p><p>\(text) Die Sitzung in \(name) dauerte vier Stunden.</p></article></body></html>"
    let bytes = Array(html.utf8)
    return ReadPage(
      RawPage(
        form: .html, bytes: bytes, url: "https://\(name).example/rat", label: name,
        capture: Capture(
          url: name, fetchedAt: 1_795_240_000, status: 200, body: bytes)))
  }

  private func library() throws -> (Library, URL) {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "inbox-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return (try Library(path: folder.appending(path: "library.sqlite").path), folder)
  }

  @Test func whatComesTogetherIsFiledInTheOrderOfPublication() async throws {
    let (library, folder) = try library()
    defer { try? FileManager.default.removeItem(at: folder) }
    let inbox = Inbox(desk: try NewsDesk(library: library))
    let deliveries = [
      [page("Adorf", hour: 19), page("Bedorf", hour: 11)], [page("Cedorf", hour: 12)], [],
      [page("Dedorf", hour: 18)],
    ]
    let reports = try await withThrowingTaskGroup(of: (Int, Int).self) { group in
      for (index, pages) in deliveries.enumerated() {
        group.addTask { (index, try await inbox.file(pages).newArticles) }
      }
      var found = [Int](repeating: -1, count: deliveries.count)
      for try await (index, count) in group { found[index] = count }
      return found
    }
    #expect(reports == [2, 1, 0, 1])
    #expect(
      try library.sinceDesk().map(\.article.headline)
        == ["Rat in Bedorf", "Rat in Cedorf", "Rat in Dedorf", "Rat in Adorf"])
  }

  @Test func whatFirstReadingsBringWaitsForTheOthersThatAreReadForTheFirstTime() async throws {
    let (library, folder) = try library()
    defer { try? FileManager.default.removeItem(at: folder) }
    let inbox = Inbox(desk: try NewsDesk(library: library), patience: .milliseconds(20))
    await inbox.firstReading(begins: true)
    await inbox.firstReading(begins: true)
    async let late = inbox.file([page("Adorf", hour: 19)], isFirst: true)
    try await Task.sleep(for: .milliseconds(400))
    #expect(try library.sinceDesk().isEmpty)
    async let early = inbox.file([page("Bedorf", hour: 11)], isFirst: true)
    #expect(try await [late.newArticles, early.newArticles] == [1, 1])
    #expect(
      try library.sinceDesk().map(\.article.headline) == ["Rat in Bedorf", "Rat in Adorf"])
  }
}

extension Library {
  /// What was filed after the story desk was last kept.
  func sinceDesk() throws -> [FiledArticle] {
    try articles(ofVersions: versions(after: desk().lastVersion, ofLast: 8 * 86_400))
  }
}
