import Editions
import Foundation
import Newsroom
import Press
import Storage
import Testing

@testable import Server

@Suite struct StaticExportTests {
  private func export(
    _ sample: SampleSite, to folder: URL, isPublic: Bool = false, base: String = "",
    at now: Int64 = SampleSite.now
  ) async throws -> ExportReport {
    var settings = SiteSettings(formToken: "")
    settings.isPublic = isPublic
    settings.base = base
    return try await StaticExport(
      library: sample.library, settings: settings, language: .german, folder: folder, now: now
    ).run()
  }

  private func pages(in folder: URL) throws -> [String: String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return try Dictionary(
      uniqueKeysWithValues: names.filter { $0.hasSuffix(".html") }.map {
        ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
      })
  }

  @Test func everyLinkOfEveryFileLeadsToAFile() async throws {
    let sample = try await SampleSite()
    let folder = sample.folder.appending(path: "export")
    let report = try await export(sample, to: folder)
    let pages = try pages(in: folder)
    #expect(report.written > pages.count && pages.count > 40)
    for (name, text) in pages {
      let own = folder.appending(path: name)
      for match in text.matches(of: /(?:href|src|action)="([^"]*)"/) {
        let target = String(match.1)
        if target.contains(":") || target.hasPrefix("#") && target.count > 1 { continue }
        let path = String(target.prefix { $0 != "#" })
        let goal = own.deletingLastPathComponent().appending(path: path).standardizedFileURL
        #expect(
          !path.isEmpty && !path.hasPrefix("/")
            && FileManager.default.fileExists(atPath: goal.path), "\(name): \(target)")
      }
      #expect(!text.contains("role=\"search\""), "\(name) has a search")
    }
  }

  @Test func aSecondExportWritesOnlyWhatChanged() async throws {
    let sample = try await SampleSite()
    let folder = sample.folder.appending(path: "export")
    let first = try await export(sample, to: folder)
    let second = try await export(sample, to: folder)
    #expect(second.written == 0 && second.unchanged == first.written && second.removed == 0)
    // A day later fronts and lists are new, stories and articles are not.
    let later = try await export(sample, to: folder, at: SampleSite.now + 86_400)
    #expect(later.written < first.written * 2 / 3)
    let stray = folder.appending(path: "story/stray.html")
    try Data("x".utf8).write(to: stray)
    #expect(try await export(sample, to: folder).removed == 0, "only our own files are removed")
  }

  @Test func aFolderOfOthersIsNotTouched() async throws {
    let sample = try await SampleSite()
    let folder = sample.folder.appending(path: "mine")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: folder.appending(path: "index.html"))
    await #expect(throws: ExportError.notOurs(folder: folder.path)) {
      try await export(sample, to: folder)
    }
    #expect(try String(contentsOf: folder.appending(path: "index.html"), encoding: .utf8) == "mine")
  }

  @Test func aPublicExportKeepsToTheRights() async throws {
    let sample = try await SampleSite()
    let folder = sample.folder.appending(path: "public")
    _ = try await export(sample, to: folder, isPublic: true, base: "https://paper.example")
    let articles = try pages(in: folder).filter { $0.key.hasPrefix("article/") }
    #expect(!articles.isEmpty)
    for (name, text) in articles {
      #expect(text.contains("Den vollen Wortlaut zeigt die Quelle"), "\(name)")
    }
    let feed = try String(contentsOf: folder.appending(path: "feed.json"), encoding: .utf8)
    #expect(feed.contains("https://paper.example/story/"))
  }

  @Test func aDayBecomesABook() async throws {
    let sample = try await SampleSite()
    let story = try #require(try sample.library.stories(limit: 1).first)
    let day = Edition(now: story.lastAt).zone.day(at: story.lastAt).iso8601
    let book = try DayBook(
      library: sample.library, settings: SiteSettings(formToken: ""), language: .german, day: day,
      now: SampleSite.now)
    let file = sample.folder.appending(path: "day.epub")
    try book.write(to: file)
    #expect(book.storyCount > 0)
    #expect(try Data(contentsOf: file).starts(with: [0x50, 0x4B, 3, 4]))
    if OutsideProgram("chromium", "chromium-browser", "google-chrome") != nil {
      let printed = sample.folder.appending(path: "day.pdf")
      try await book.writePDF(to: printed)
      #expect(try Data(contentsOf: printed).starts(with: Array("%PDF-".utf8)))
    }
    #expect(throws: ExportError.noSuchDay("gestern")) {
      try DayBook(
        library: sample.library, settings: SiteSettings(formToken: ""), language: .german,
        day: "gestern", now: SampleSite.now)
    }
  }

  @Test func manyMayWriteIntoAFolderThatIsNotThereYet() async throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "site-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let folder = try ExportFolder(root)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for place in 0..<400 {
        group.addTask { try folder.write([0x61], to: "\(place / 8)/\(place).html") }
      }
      try await group.waitForAll()
    }
    #expect(try folder.finish().written == 400)
  }
}
