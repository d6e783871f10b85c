import Editions
import Foundation
import NIOCore
import Packing
import Synchronization
import Testing

@testable import Server

/// What goes over the wire, with raw sockets: the shelf at the door must never answer differently
/// from the whole HTTP pipeline behind it.
@Suite struct DoorTests {
  static let close = "GET /how HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"

  /// A site whose shelf is filled, so that the door answers.
  private func filled() async throws -> SampleSite {
    let sample = try await SampleSite()
    for path in ["/", "/politik", "/robots.txt"] { try sample.site.prepare(path) }
    return sample
  }

  @Test func pipelinedRequestsAreAnsweredInOrder() async throws {
    let sample = try await filled()
    let shelf = sample.shelf
    try await RawServer.run(sample.site) { port in
      let request = { (path: String) in "GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n" }
      let all =
        request("/robots.txt") + request("/search?q=Hafen") + request("/nothing")
        + request("/robots.txt") + "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n" + Self.close
      let answer = try await RawServer.talk(port, [all])
      #expect(RawServer.statuses(answer) == [200, 200, 404, 200, 200, 200])
      #expect(answer.ranges(of: "User-agent").count == 2)
      #expect(shelf.tally.ready.load(ordering: .relaxed) == 3)
    }
  }

  @Test func splitRequestsAreAnsweredLikeWholeOnes() async throws {
    let sample = try await filled()
    try await RawServer.run(sample.site) { port in
      let whole = Array(("GET /robots.txt HTTP/1.1\r\nHost: a\r\n\r\n" + Self.close).utf8)
      let expected = RawServer.withoutDates(try await RawServer.talk(port, pieces: [whole]))
      for cut in stride(from: 1, to: whole.count, by: 3) {
        let answer = try await RawServer.talk(
          port, pieces: [Array(whole[..<cut]), Array(whole[cut...])])
        #expect(
          RawServer.withoutDates(answer).lowercased().sorted()
            == expected.lowercased().sorted(), "cut at \(cut)")
      }
    }
  }

  /// The same bytes to a server with an empty shelf and one with a full one.
  @Test(arguments: [
    "GET /robots.txt HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabcde",
    "GET /robots.txt HTTP/1.1\r\nHost: a\r\nContent-Length: 42\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "GET /robots.txt HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nGET /\r\n0\r\n\r\n",
    "GET /robots.txt HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n",
    "GET /robots.txt HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    "GET /robots.txt HTTP/1.1\r\nHost : a\r\n\r\n", "GET /robots.txt HTTP/1.1\r\n Host: a\r\n\r\n",
    "GET /robots.txt HTTP/1.1\r\nHost: a\r\nX: y\rZ: w\r\n\r\n",
    "GET /robots.txt HTTP/1.1\r\nHost: a\r\nX: y\u{0}\r\n\r\n",
    "GET /robots.txt HTTP/1.1\nHost: a\n\n", "GET /robots.txt HTTP/9.9\r\nHost: a\r\n\r\n",
    "GET /robots.txt HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    "BREW /robots.txt HTTP/1.1\r\nHost: a\r\n\r\n",
    "\r\n\r\nGET /robots.txt HTTP/1.1\r\nHost: a\r\n\r\n",
    "POST /robots.txt HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc",
    "GET /robots.txt?x HTTP/1.1\r\nHost: a\r\n\r\n", "GET //robots.txt HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /robots.txt HTTP/1.1\r\nHost: a\r\nCookie: a=b\r\nX: é\r\n\r\n",
  ])
  func theDoorChangesNoAnswer(_ attack: String) async throws {
    let full = try await filled()
    let empty = try await SampleSite(isEmpty: true)
    let answers = Answers()
    for (name, site) in [("full", full.site), ("empty", empty.site)] {
      try await RawServer.run(site) { port in
        let answer = try await RawServer.talk(port, [attack + Self.close])
        await answers.set(name, RawServer.statuses(answer))
      }
    }
    let (full0, empty0) = await (answers["full"], answers["empty"])
    #expect(full0 == empty0)
    #expect(full0?.isEmpty == false)
  }

  private actor Answers {
    private var statuses: [String: [Int]] = [:]
    func set(_ name: String, _ value: [Int]) { statuses[name] = value }
    subscript(name: String) -> [Int]? { statuses[name] }
  }

  @Test func theDoorSendsWhatTheSiteSends() async throws {
    let sample = try await filled()
    try await RawServer.run(sample.site) { port in
      for extra in ["", "Accept-Encoding: gzip\r\n", "Accept-Encoding: br, zstd\r\n"] {
        let door = try await RawServer.talk(
          port, ["GET / HTTP/1.1\r\nHost: a\r\n\(extra)\r\n" + Self.close])
        let site = try await RawServer.talk(
          port, ["GET / HTTP/1.1\r\nHost: a\r\n\(extra)Content-Length: 0\r\n\r\n" + Self.close])
        let lines = { (text: String) in
          RawServer.withoutDates(text).split(separator: "\r\n").map { $0.lowercased() }.sorted()
        }
        #expect(lines(door) == lines(site))
      }
    }
  }

  @Test func aKnownPageIsNotSentAgain() async throws {
    let sample = try await filled()
    let ready = sample.shelf.ready(for: Array("/".utf8).span, now: SampleSite.now)
    let etag = try #require(ready).answer.form(accepting: .none).etag
    try await RawServer.run(sample.site) { port in
      let answer = try await RawServer.talk(
        port, ["GET / HTTP/1.1\r\nHost: a\r\nIf-None-Match: W/\(etag)\r\n\r\n" + Self.close])
      #expect(RawServer.statuses(answer) == [304, 200])
      let end = try #require(answer.firstRange(of: "\r\n\r\n"))
      let head = String(answer[..<end.lowerBound])
      #expect(head.contains("ETag: \(etag)"))
      #expect(head.contains("Content-Security-Policy: "))
      #expect(!head.contains("Content-Length"))
    }
  }

  @Test func aHeadThatNeverEndsIsCutOff() async throws {
    let sample = try await filled()
    var limits = ConnectionLimits()
    limits.head = .seconds(4)
    limits.tick = .milliseconds(100)
    try await RawServer.run(sample.site, limits: limits) { port in
      let first = try await RawServer.talk(port, ["GET / HTTP/1.1\r\nHost: a\r\nX: "])
      #expect(RawServer.statuses(first).isEmpty)
      // The second request of a connection has the same deadline as the first.
      let second = try await RawServer.talk(
        port, ["POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n", "GET / HT"])
      #expect(RawServer.statuses(second).count == 1)
    }
  }

  @Test func aSilentConnectionIsCutOff() async throws {
    let sample = try await filled()
    var limits = ConnectionLimits()
    limits.idle = .seconds(8)
    limits.tick = .milliseconds(20)
    try await RawServer.run(sample.site, limits: limits) { port in
      let silent = try await RawServer.talk(port, [String]())
      #expect(silent.isEmpty)
      let used = try await RawServer.talk(port, ["GET / HTTP/1.1\r\nHost: a\r\n\r\n"])
      #expect(RawServer.statuses(used) == [200])
    }
  }

  @Test func aClosedHalfIsAnswered() async throws {
    let sample = try await filled()
    try await RawServer.run(sample.site) { port in
      let answer = try await RawServer.talk(port, [Self.close])
      #expect(RawServer.statuses(answer) == [200])
      #expect(answer.hasSuffix("</html>") || answer.contains("</html>"))
    }
  }
}
