import Testing

@testable import Packing

struct ZipArchiveTests {
  private let text = Array(String(repeating: "Der Hafen wird ausgebaut. ", count: 40).utf8)

  @Test func aMemberThatIsStoredStandsInPlace() {
    var archive = ZipArchive()
    archive.add("mimetype", Array("application/epub+zip".utf8), stored: true)
    let bytes = archive.bytes
    #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]))
    #expect(bytes.dropFirst(30).starts(with: Array("mimetypeapplication/epub+zip".utf8)))
  }

  @Test func aPackedMemberIsRawDeflateAndUnpacksAgain() throws {
    var archive = ZipArchive()
    archive.add("a.txt", text)
    let bytes = archive.bytes
    let packed = Int(bytes[18]) | Int(bytes[19]) << 8
    #expect(bytes[8] == 8, "deflated")
    #expect(packed < text.count)
    let body = Array(bytes[(30 + 5)..<(30 + 5 + packed)])
    #expect(try inflate(body, limit: 1 << 20) == text)
  }

  @Test func theDirectoryNamesEveryMember() {
    var archive = ZipArchive()
    archive.add("a", [1])
    archive.add("b", [2, 3])
    let end = archive.bytes.suffix(22)
    #expect(end.starts(with: [0x50, 0x4B, 5, 6]))
    #expect(end[end.startIndex + 10] == 2)
    let start = end[(end.startIndex + 16)..<(end.startIndex + 20)].reversed().reduce(0) {
      $0 << 8 | Int($1)
    }
    #expect(archive.bytes[start..<(start + 4)].elementsEqual([0x50, 0x4B, 1, 2]))
  }
}
