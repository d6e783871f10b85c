import Fetching
import Foundation
import Packing
import Testing

/// One record with its fields and block.
private func record(
  _ type: String, _ id: Int, _ block: [UInt8], url: String? = "https://bote.example/a"
) -> [UInt8] {
  var head = "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Record-ID: <urn:uuid:\(id)>\r\n"
  if let url { head += "WARC-Target-URI: <\(url)>\r\n" }
  head += "WARC-Date: 2026-11-21T10:00:00Z\r\nContent-Length: \(block.count)\r\n\r\n"
  return Array(head.utf8) + block + [13, 10, 13, 10]
}

private func answer(_ body: [UInt8], _ fields: String = "") -> [UInt8] {
  Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\(fields)\r\n".utf8) + body
}

private let page = Array("<p>Der Rat tagt.</p>".utf8)

private let archive: [[UInt8]] = [
  record("warcinfo", 0, Array("software: keine\r\n".utf8), url: nil),
  record("request", 1, Array("GET / HTTP/1.1\r\n\r\n".utf8)),
  record("response", 2, answer(page)),
  record("response", 3, answer(Packing.gzip(page), "Content-Encoding: gzip\r\n")),
  record(
    "response", 4,
    answer(
      Array("7\r\n<p>Der \r\nd;x=y\r\nRat tagt.</p>\r\n0\r\n\r\n".utf8),
      "Transfer-Encoding: chunked\r\n")),
]

/// All records of some bytes, read in pieces of a size, and the error at the end.
private func read(
  _ bytes: [UInt8], piece: Int = 1 << 20, blockLimit: Int = 1 << 20
) -> (records: [WARCRecord], error: WARCError?) {
  var records: [WARCRecord] = []
  var reader = WARCReader(SmallPieces(bytes, piece), blockLimit: blockLimit)
  do throws(WARCError) {
    while let record = try reader.next() { records.append(record) }
  } catch {
    if let more = try? reader.next() { Issue.record("after an error came \(more.id)") }
    return (records, error)
  }
  return (records, nil)
}

private struct SmallPieces: ByteSource {
  private var bytes: MemoryBytes
  private let size: Int

  init(_ bytes: [UInt8], _ size: Int) {
    self.bytes = MemoryBytes(bytes)
    self.size = size
  }

  mutating func read(atMost count: Int) -> [UInt8] { bytes.read(atMost: min(count, size)) }
}

@Suite struct WARCReaderTests {
  @Test(arguments: [1, 3, 64, 1 << 20], ["plain", "members", "one"])
  func recordsComeInOrder(piece: Int, form: String) throws {
    let bytes =
      switch form {
      case "members": archive.flatMap { Packing.gzip($0) }
      case "one": Packing.gzip(archive.flatMap { $0 })
      default: archive.flatMap { $0 }
      }
    let (records, error) = read(bytes, piece: piece)
    #expect(error == nil)
    try #require(records.count == 5)
    #expect(records.map(\.id) == (0...4).map { "urn:uuid:\($0)" })
    #expect(records[2].url == "https://bote.example/a")
    #expect(records[2].date == "2026-11-21T10:00:00Z")
    for record in records[2...] {
      let message = try #require(record.page())
      #expect(message.status == 200)
      #expect(message.header("content-type") == "text/html")
      #expect(message.body == page)
    }
    #expect(records[1].page() == nil)
  }

  @Test func offsetsNameThePlaceInTheFile() {
    let plain = read(archive.flatMap { $0 }).records.map(\.offset)
    #expect(
      plain == [0]
        + archive.dropLast().indices.map { i in Int64(archive[...i].map(\.count).reduce(0, +)) })
    let members = archive.map { Packing.gzip($0) }
    let packed = read(members.flatMap { $0 }, piece: 50).records.map(\.offset)
    #expect(
      packed == [0]
        + members.dropLast().indices.map { i in Int64(members[...i].map(\.count).reduce(0, +)) })
  }

  @Test func aCutArchiveGivesItsWholeRecordsAndThePlace() {
    let bytes = archive.flatMap { $0 }
    let last = Int64(bytes.count - archive[4].count)
    let (records, error) = read(Array(bytes.dropLast(40)))
    #expect(records.count == 4)
    #expect(error == .truncated(offset: last))

    let members = archive.map { Packing.gzip($0) }
    let start = Int64(members.dropLast().map(\.count).reduce(0, +))
    let cut = read(Array(members.flatMap { $0 }.dropLast(60)))
    #expect(cut.records.count == 4)
    #expect(cut.error == .truncated(offset: start))
  }

  @Test func damageIsNamed() {
    var members = archive.map { Packing.gzip($0) }
    let start = Int64(members[..<3].map(\.count).reduce(0, +))
    members[3][20] ^= 0xFF
    members[3][21] ^= 0xFF
    let (records, error) = read(members.flatMap { $0 })
    #expect(records.count == 3)
    #expect(error == .damaged(offset: start))
    #expect(read(Array("<html>".utf8)).error == .notARecord(offset: 0))
    #expect(
      read(archive[0] + Array("Unsinn\r\n".utf8)).error
        == .notARecord(offset: Int64(archive[0].count)))
    #expect(read([]).error == nil)
  }

  @Test func aBlockAboveTheLimitIsPassedOver() {
    let long = record("response", 9, answer([UInt8](repeating: 65, count: 5000)))
    let (records, error) = read(long + archive[2], piece: 100, blockLimit: 1000)
    #expect(error == nil)
    #expect(records.map(\.isCut) == [true, false])
    #expect(records.first?.block.isEmpty == true)
    let cut = read(Array(long.dropLast(500)), blockLimit: 1000)
    #expect(cut.error == .truncated(offset: 0))
  }

  @Test func brokenArchivesNeverTrap() {
    var dice = Dice(seed: 3)
    let alphabet = Array("\r\n:<>0123456789abWARC/HTP -;".utf8) + [0, 0xFF]
    let plain = archive.flatMap { $0 }
    let packed = archive.flatMap { Packing.gzip($0) }
    for index in 0..<4000 {
      let bytes = dice.mutate(index % 2 == 0 ? plain : packed, alphabet: alphabet)
      for record in read(bytes, piece: 1 + dice.roll(400)).records {
        _ = record.page(limit: 10_000)
      }
    }
  }

  @Test func memoryStaysSmallForALongArchive() throws {
    // Not a measurement: a reader that keeps what it has read would take seconds for the copies.
    let one = record("response", 5, answer([UInt8](repeating: 66, count: 20_000)))
    let bytes = [[UInt8]](repeating: one, count: 2000).flatMap { $0 }
    let time = ContinuousClock().measure { #expect(read(bytes).records.count == 2000) }
    #expect(time < .seconds(10))
  }
}

@Suite struct HTTPMessageTests {
  private func body(_ text: String, limit: Int = 1000) -> String? {
    HTTPMessage(Array(text.utf8), limit: limit).map { String(decoding: $0.body, as: UTF8.self) }
  }

  @Test func keptAnswersAreRead() {
    #expect(body("HTTP/1.1 200 OK\r\nA: b\r\n\r\nText") == "Text")
    #expect(body("HTTP/1.1 200\nA: b\n c\n\nText") == "Text")
    #expect(body("HTTP/2 200\r\n\r\n") == "")
    #expect(body("HTTP/1.1 abc\r\n\r\nx") == nil)
    #expect(body("<html>") == nil)
    #expect(body("HTTP/1.1 200 OK\r\n\r\n" + String(repeating: "x", count: 1001)) == nil)
  }

  @Test func aCodingThatWasTakenOffIsNotTakenOffAgain() {
    let text =
      "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n<p>da</p>"
    #expect(body(text) == "<p>da</p>")
    #expect(body("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n<p>da</p>") == "<p>da</p>")
  }

  @Test func foldedFieldsAreJoined() {
    let message = HTTPMessage(Array("HTTP/1.0 404 X\r\nLang: a\r\n\tb\r\n\r\n".utf8), limit: 10)
    #expect(message?.header("LANG") == "a b")
    #expect(message?.status == 404)
  }
}
