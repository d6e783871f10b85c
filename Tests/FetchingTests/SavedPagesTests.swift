import Fetching
import Foundation
import Packing
import Testing

@Suite struct SavedPagesTests {
  /// A folder with the given files, which is gone afterwards.
  private func withFolder(_ files: [String: [UInt8]], _ work: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, bytes) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    try work(folder.path())
  }

  private func pages(_ paths: [String]) -> (pages: [SavedPage], errors: [SavedPageError]) {
    var pages: [SavedPage] = []
    var errors: [SavedPageError] = []
    SavedPages.walk(paths) { result in
      switch result {
      case .success(let page): pages.append(page)
      case .failure(let error): errors.append(error)
      }
      return true
    }
    return (pages, errors)
  }

  @Test func idsAreThePlacesBelowTheFolder() throws {
    let files = [
      "b.html": Array("<p>b</p>".utf8), "unter/a.b.htm": Array("<p>a</p>".utf8),
      "c.html.gz": Packing.gzip(Array("<p>c</p>".utf8)), "bild.png": [1, 2], ".versteckt.html": [3],
    ]
    try withFolder(files) { folder in
      let (found, errors) = pages([folder])
      #expect(found.map(\.id) == ["b", "c", "unter/a.b"])
      #expect(
        found.map { String(decoding: $0.bytes, as: UTF8.self) } == [
          "<p>b</p>", "<p>c</p>", "<p>a</p>",
        ])
      #expect(errors.isEmpty)
      // A file that is named is read whatever it is called.
      #expect(pages([folder + "/bild.png"]).pages.map(\.id) == ["bild"])
      #expect(pages([folder + "/unter/"]).pages.map(\.id) == ["a.b"])
    }
  }

  @Test func archivesGiveTheirPages() throws {
    func record(_ id: String, _ type: String, _ status: Int = 200) -> [UInt8] {
      let block = "HTTP/1.1 \(status) X\r\nContent-Type: \(type)\r\n\r\n<p>\(id)</p>"
      let head =
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:\(id)>\r\n"
        + "WARC-Target-URI: https://bote.example/\(id)\r\nContent-Length: \(block.utf8.count)\r\n\r\n"
      return Array((head + block + "\r\n\r\n").utf8)
    }
    let bytes =
      record("1", "text/html") + record("2", "image/png") + record("3", "text/html", 404)
      + record("4", "text/html; charset=utf-8")
    let cut =
      Packing.gzip(record("5", "text/html")) + Packing.gzip(record("6", "text/html")).dropLast(30)
    try withFolder(["a.warc": bytes, "b.warc.gz": cut]) { folder in
      let (found, errors) = pages([folder])
      #expect(found.map(\.id) == ["urn:1", "urn:4", "urn:5"])
      #expect(found.map(\.url) == ["1", "4", "5"].map { "https://bote.example/\($0)" })
      #expect(errors.map(\.id) == ["b.warc"] || errors.map(\.id) == ["b"])
      #expect(errors.first?.why.contains("ends within the record") == true)
    }
  }

  @Test func oneBadPathDoesNotStopTheRest() throws {
    try withFolder(["a.html": [60], "z.gz": [0x1F, 0x8B, 8, 0]]) { folder in
      let (found, errors) = pages(["/gibt/es/nicht", folder + "/z.gz", folder + "/a.html"])
      #expect(found.map(\.id) == ["a"])
      #expect(errors.map(\.path) == ["/gibt/es/nicht", folder + "/z.gz"])
    }
  }

  @Test func walkingStopsWhenItIsTold() throws {
    try withFolder(["a.html": [60], "b.html": [60], "c/d.html": [60]]) { folder in
      var count = 0
      SavedPages.walk([folder, folder]) { _ in
        count += 1
        return count < 2
      }
      #expect(count == 2)
    }
  }

  @Test(arguments: [
    "<!-- saved from url=(0026)https://bote.example/artikel -->\n<html>",
    "<html><!--\n Page saved with SingleFile \n url: https://bote.example/artikel \n saved date: x\n-->",
  ])
  func theAddressABrowserWroteIsFound(text: String) throws {
    try withFolder(["a.html": Array(text.utf8)]) { folder in
      #expect(pages([folder]).pages.first?.url == "https://bote.example/artikel")
    }
  }
}
