import Documents
import Evidence
import Foundation
import Press
import Storage
import Testing

@testable import Newsroom

@Suite struct NewsDeskTests {

  private func page(_ path: String, _ headline: String, _ paragraphs: [String]) -> ReadPage {
    SamplePage.read(path, headline, paragraphs)
  }

  private static let text = [
    "Am Pegel Alte Mühle stand das Wasser der Lonne um fünf Uhr bei 6,12 Metern, das sind 48 Zentimeter mehr als am Vorabend.",
    "Der Hochwasserdienst rechnet für Sonntag mit einem Scheitel zwischen 6,40 und 6,60 Metern, teilte das Landratsamt Lonnetal mit.",
    "Kurz nach Mitternacht gingen in Harsbach die Sirenen. Verletzt wurde nach den Worten der Bürgermeisterin Hedda Vorwerk niemand.",
  ]

  private func library() throws -> (Library, URL) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return (try Library(path: folder.appending(path: "library.sqlite").path), folder)
  }

  @Test func anArticleIsFiledOnceAndAnEditIsAVersion() async throws {
    let (library, folder) = try library()
    defer { try? FileManager.default.removeItem(at: folder) }
    let desk = try NewsDesk(library: library)
    let first = page("bote.example/lonne", "Lonne steigt weiter", Self.text)
    let report = try await desk.file([first])
    #expect(report.newArticles == 1)
    #expect(try await desk.file([first]).unchanged == 1)
    let edited = page(
      "bote.example/lonne", "Lonne steigt weiter",
      Self.text + [
        "Am Nachmittag sollen zwei Pumpenzüge aus Ostrau in Harsbach eintreffen, sagte ein Sprecher."
      ])
    let second = try await desk.file([edited])
    #expect(second.newVersions == 1)
    #expect(second.newArticles == 0)
    let kept = try #require(try library.article(first.article.id))
    #expect(kept.article.version == 2)
    #expect(try library.article(first.article.id, version: 1)?.article.version == 1)
  }

  @Test func aCopyIsCountedOnceAndARestartForgetsNothing() async throws {
    let (library, folder) = try library()
    defer { try? FileManager.default.removeItem(at: folder) }
    let desk = try NewsDesk(library: library)
    _ = try await desk.file([page("bote.example/lonne", "Lonne steigt weiter", Self.text)])
    let restarted = try NewsDesk(library: library)
    let report = try await restarted.file([
      page("kurier.example/lonne", "Harsbach: Lonne steigt weiter", Self.text)
    ])
    #expect(report.copies == 1)
    let stories = try library.stories(limit: 10)
    #expect(stories.count == 1)
    #expect(stories.first?.articleCount == 2)
    #expect(stories.first?.independentCount == 1)
  }

  @Test func aPageWithoutAnArticleIsRefusedByName() async throws {
    let (library, folder) = try library()
    defer { try? FileManager.default.removeItem(at: folder) }
    let desk = try NewsDesk(library: library)
    let bytes = Array("<html><body><nav><a href=/>Start</a></nav></body></html>".utf8)
    let empty = ReadPage(
      RawPage(
        form: .html, bytes: bytes, url: nil, label: "empty.html",
        capture: Capture(url: "empty", fetchedAt: SamplePage.now, body: bytes)))
    let good = page("bote.example/lonne", "Lonne steigt weiter", Self.text)
    let report = try await desk.file([empty, good])
    #expect(report.failures.map(\.what) == ["empty.html"])
    #expect(report.newArticles == 1)
  }

  @Test func everyCitationOfADossierStandsVerbatimInItsArticle() async throws {
    let (library, folder) = try library()
    defer { try? FileManager.default.removeItem(at: folder) }
    let desk = try NewsDesk(library: library)
    _ = try await desk.file([page("bote.example/lonne", "Lonne steigt weiter", Self.text)])
    let story = try #require(try library.stories(limit: 1).first)
    let dossier = try #require(try library.story(story.id)?.dossier)
    let body = try #require(try library.article(story.lead)).article.body
    #expect(!dossier.keyPoints.isEmpty)
    for point in dossier.keyPoints {
      #expect(body[point.citation.passage.range] == point.citation.words)
    }
  }

  @Test func anImportGoesOnAfterWhatCannotBeRead() async throws {
    let (library, folder) = try library()
    defer { try? FileManager.default.removeItem(at: folder) }
    let pages = folder.appending(path: "pages")
    try FileManager.default.createDirectory(at: pages, withIntermediateDirectories: true)
    try Data("<html><body><p>kurz".utf8).write(to: pages.appending(path: "short.html"))
    for number in 0..<150 {
      let text = Self.text.map { "<p>\($0) Nummer \(number).</p>" }.joined()
      try Data("<html lang=\"de\"><body><article><h1>Pegel \(number)</h1>\(text)".utf8)
        .write(to: pages.appending(path: "\(number).html"))
    }
    let importer = Importer(desk: try NewsDesk(library: library))
    let noise = folder.appending(path: "noise.bin")
    try Data((0..<4_000).map { UInt8($0 % 251 % 32) }).write(to: noise)
    let report = try await importer.run(
      [pages.path, noise.path, "/no/such/file"], now: SamplePage.now)
    #expect(report.newArticles == 150)
    #expect(report.failures.count == 3)
    #expect(report.failures.contains { $0.what.hasSuffix("noise.bin") })
    #expect(report.failures.contains { $0.what == "/no/such/file" })
  }

  @Test(arguments: [1 << 20, 1])
  func anImportIsFiledInTheOrderOfPublication(room: Int) async throws {
    let (library, folder) = try library()
    defer { try? FileManager.default.removeItem(at: folder) }
    let pages = folder.appending(path: "pages")
    try FileManager.default.createDirectory(at: pages, withIntermediateDirectories: true)
    for hour in 10..<20 {
      let text = Self.text.map { "<p>\($0) Stunde \(hour).</p>" }.joined()
      let page = """
        <html lang="de"><head><meta property="article:published_time" content="2026-11-20T\(hour):00:00Z"></head>\
        <body><article><h1>Pegel um \(hour)</h1>\(text)
        """
      try Data(page.utf8).write(to: pages.appending(path: "\(99 - hour).html"))
    }
    let importer = Importer(desk: try NewsDesk(library: library), room: room)
    let report = try await importer.run([pages.path], now: SamplePage.now)
    #expect(report.newArticles == 10)
    #expect(
      try library.sinceDesk().map(\.article.headline) == (10..<20).map { "Pegel um \($0)" })
  }

  @Test func aDeskOfAnotherProgramIsMadeAnewFromTheLibrary() async throws {
    let (library, folder) = try library()
    defer { try? FileManager.default.removeItem(at: folder) }
    let pages = folder.appending(path: "pages")
    try FileManager.default.createDirectory(at: pages, withIntermediateDirectories: true)
    func write(_ name: String, _ hour: Int) throws {
      let text = Self.text.map { "<p>\($0)</p>" }.joined()
      let page = """
        <html lang="de"><head><meta property="article:published_time" content="2026-11-20T\(hour):00:00Z"></head>\
        <body><article><h1>Pegel der Lonne steigt in Harsbach</h1>\(text)<p>Stand um \(hour) Uhr.</p>
        """
      try Data(page.utf8).write(to: pages.appending(path: name))
    }
    try write("a.html", 10)
    let first = try NewsDesk(library: library)
    _ = try await Importer(desk: first).run([pages.path], now: SamplePage.now)
    try await first.close()
    var batch = Library.Batch()
    batch.desk = [0, 1, 2, 3]
    try library.keep(batch)
    try write("b.html", 11)
    _ = try await Importer(desk: try NewsDesk(library: library)).run(
      [pages.path], now: SamplePage.now)
    #expect(try library.stories(limit: 10).map(\.articleCount) == [2])
  }
}
