import Foundation
import Testing

@testable import Packing

@Suite struct ZipArchiveTests {
  @Test func filesLieInTheArchiveAsTheyWereGiven() throws {
    var archive = ZipArchive()
    archive.add("mimetype", Array("application/epub+zip".utf8), isStored: true)
    let text = Array(String(repeating: "Die Lonne steigt. ", count: 200).utf8)
    archive.add("book/ä.txt", text)
    let bytes = archive.finished
    // What an EPUB must begin with: the name at byte 30, the stored content after it.
    #expect(bytes[30..<58].elementsEqual("mimetypeapplication/epub+zip".utf8))
    #expect(bytes.count < text.count)
    #expect(bytes.suffix(22).starts(with: [0x50, 0x4B, 5, 6]))
    #expect(bytes.suffix(12).prefix(2).elementsEqual([2, 0]))
  }

  @Test func anotherReaderFindsTheSameFiles() throws {
    let python = "/usr/bin/python3"
    guard FileManager.default.isExecutableFile(atPath: python) else {
      print("skipped: \(python) is not installed")
      return
    }
    var archive = ZipArchive()
    archive.add("a.txt", Array("eins".utf8), isStored: true)
    archive.add("b.txt", Array("zwei zwei zwei".utf8))
    archive.add("empty", [])
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).zip")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(archive.finished).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [
      "-c",
      """
      import sys, zipfile
      z = zipfile.ZipFile(sys.argv[1])
      assert z.testzip() is None
      assert [z.read(n) for n in ("a.txt", "b.txt", "empty")] == [b"eins", b"zwei zwei zwei", b""]
      """, file.path,
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
