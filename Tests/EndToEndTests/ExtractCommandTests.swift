import Foundation
import Testing

/// `presseschau extract` as a researcher runs it: the real program over files, archives and lists.
@Suite struct ExtractCommandTests {
  private static let page = """
    <!doctype html><html lang="de"><head><title>Grünau baut den Hafen aus</title></head><body>
    <article><h1>Grünau baut den Hafen aus</h1>
    <p>Der Stadtrat von Grünau hat am Montag beschlossen, den alten Hafen bis zum Jahr 2031 auszubauen.</p>
    <p>Die Arbeiten sollen nach Angaben der Verwaltung im Frühjahr beginnen, zunächst am östlichen Ufer.</p>
    </article></body></html>
    """

  private struct Row: Decodable {
    var id: String
    var headline: String?
    var text: String?
    var error: String?
    var extractor: String?
    var confidence: Double?
    var section: String?
  }

  private func rows(_ output: String) throws -> [Row] {
    try output.split(separator: "\n").map {
      try JSONDecoder().decode(Row.self, from: Data($0.utf8))
    }
  }

  private func pages(_ count: Int) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let pages = folder.url.appending(path: "pages")
    try FileManager.default.createDirectory(at: pages, withIntermediateDirectories: true)
    for number in 1...count {
      let name = "p\(number < 10 ? "0" : "")\(number).html"
      let page = Self.page.replacingOccurrences(of: "2031", with: "\(2030 + number)")
      try Data(page.utf8).write(to: pages.appending(path: name))
    }
    return folder
  }

  @Test func rowsComeInTheOrderOfTheFilesOneForEach() throws {
    let folder = try pages(40)
    let run = try CommandRun([
      "extract", "--format", "jsonl", folder.url.appending(path: "pages").path,
    ])
    let rows = try rows(run.output)
    #expect(run.status == 0)
    #expect(rows.map(\.id) == (1...40).map { "p\($0 < 10 ? "0" : "")\($0)" })
    #expect(rows.allSatisfy { $0.headline == "Grünau baut den Hafen aus" })
    #expect(rows[6].text?.contains("2037") == true)
    #expect(rows.allSatisfy { $0.extractor?.hasPrefix("presseschau/") == true })
    #expect(rows.allSatisfy { ($0.confidence ?? 0) > 0.5 })
    #expect(run.errors.isEmpty, "progress in a pipe: \(run.errors)")
  }

  @Test func theSectionIsTheOneTheAddressNames() throws {
    let folder = try pages(1)
    let page = folder.url.appending(path: "pages/p01.html").path
    for (address, section) in [("sport/hafen.html", "sport"), ("hafen.html", nil)] {
      let run = try CommandRun([
        "extract", "--format", "jsonl", "--url", "https://bote.example/\(address)", page,
      ])
      #expect(try rows(run.output).map(\.section) == [section])
    }
  }

  @Test func whatFailsHasARowAndIsNamed() throws {
    let folder = try pages(1)
    let pages = folder.url.appending(path: "pages")
    try Data([0, 1, 2, 3, 0, 0, 0, 1]).write(to: pages.appending(path: "a.txt"))
    let run = try CommandRun([
      "extract", "--format", "jsonl", pages.path, folder.url.appending(path: "none.html").path,
    ])
    let rows = try rows(run.output)
    #expect(run.status == 1)
    #expect(rows.count == 3)
    #expect(rows.count { $0.error != nil } == 2)
    #expect(run.errors.contains("a.txt") && run.errors.contains("none.html"))
  }

  @Test func aWrongCommandLineEndsWithTwo() throws {
    #expect(try CommandRun(["extract"]).status == 2)
    #expect(try CommandRun(["extract", "--resume", "x"]).status == 2)
    #expect(try CommandRun(["extract", "--format", "pdf", "x"]).status == 2)
  }

  @Test func aRunThatWasStoppedGoesOn() throws {
    let folder = try pages(5)
    let pages = folder.url.appending(path: "pages").path
    let output = folder.url.appending(path: "rows.jsonl")
    _ = try CommandRun(["extract", "--format", "jsonl", "--output", output.path, pages])
    let whole = try String(contentsOf: output, encoding: .utf8)
    let lines = whole.split(separator: "\n")
    // Stopped within the fourth row; the second had failed.
    let cut =
      [lines[0], "{\"id\":\"p02\",\"error\":\"a fault\"}", lines[2]].joined(separator: "\n") + "\n"
      + lines[3].prefix(40)
    try Data(cut.utf8).write(to: output)
    let run = try CommandRun([
      "extract", "--format", "jsonl", "--output", output.path, "--resume", pages,
    ])
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    let rows = try rows(String(contentsOf: output, encoding: .utf8))
    #expect(rows.map(\.id) == ["p01", "p02", "p03", "p02", "p04", "p05"])
    #expect(rows.dropFirst(3).allSatisfy { $0.error == nil })
  }

  @Test func anArchiveIsReadRecordByRecord() throws {
    let folder = try TemporaryFolder()
    let answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + Self.page
    var archive = ""
    for number in 1...3 {
      archive += """
        WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:\(number)>\r\n\
        WARC-Target-URI: https://bote.example/\(number)\r\n\
        Content-Type: application/http; msgtype=response\r\n\
        Content-Length: \(answer.utf8.count)\r\n\r\n\(answer)\r\n\r\n
        """
    }
    let path = folder.url.appending(path: "news.warc")
    try Data(archive.utf8).write(to: path)
    let run = try CommandRun(["extract", "--format", "jsonl", path.path])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try rows(run.output).map(\.id) == ["urn:uuid:1", "urn:uuid:2", "urn:uuid:3"])
    #expect(run.output.contains("https://bote.example/2"))
  }

  @Test func standardInputIsReadAndRequestsAreAnswered() throws {
    let one = try CommandRun(["extract", "--format", "jsonl", "-"], input: Self.page)
    #expect(try rows(one.output).map(\.id) == ["-"])
    let folder = try pages(1)
    let path = folder.url.appending(path: "pages/p01.html").path
    let requests = """
      {"id":"a","path":"\(path)","url":"https://bote.example/hafen"}
      {"id":"b","path":"/none/there"}
      nonsense

      """
    let answers = try CommandRun(["extract", "--requests", "--format", "jsonl"], input: requests)
    #expect(answers.status == 1)
    let rows = try rows(answers.output)
    #expect(rows.map(\.id) == ["a", "b", ""])
    #expect(rows.map { $0.error != nil } == [false, true, true])
  }

  @Test func aBookHoldsAChapterForEachArticle() throws {
    let folder = try pages(2)
    let book = folder.url.appending(path: "book.epub")
    let run = try CommandRun([
      "extract", "--format", "epub", "--output", book.path,
      folder.url.appending(path: "pages").path,
    ])
    #expect(run.status == 0, "\(run.errors)")
    let bytes = [UInt8](try Data(contentsOf: book))
    // The media type stands in place, as the format asks.
    #expect(bytes.dropFirst(30).starts(with: Array("mimetypeapplication/epub+zip".utf8)))
    #expect(String(decoding: bytes, as: UTF8.self).contains("book/2.xhtml"))
  }
}

/// One run of the program from start to end.
struct CommandRun {
  let status: Int32
  let output: String
  let errors: String

  init(_ arguments: [String], input: String? = nil) throws {
    let folder = try TemporaryFolder()
    let paths = ["in", "out", "err"].map { folder.url.appending(path: $0) }
    try Data((input ?? "").utf8).write(to: paths[0])
    for path in paths.dropFirst() { try Data().write(to: path) }
    let process = Process()
    process.executableURL = try RunningHouse.binary()
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: paths[0])
    process.standardOutput = try FileHandle(forWritingTo: paths[1])
    process.standardError = try FileHandle(forWritingTo: paths[2])
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = String(decoding: try Data(contentsOf: paths[1]), as: UTF8.self)
    errors = String(decoding: try Data(contentsOf: paths[2]), as: UTF8.self)
  }
}
