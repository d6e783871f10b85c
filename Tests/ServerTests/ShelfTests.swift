import Editions
import Storage
import Testing

@testable import Server

@Suite struct ShelfTests {
  private func answer(_ text: String) -> Answer {
    Answer(contentType: "text/plain", body: Array(text.utf8))
  }

  @Test func whatIsOnTheShelfIsNotMadeAgain() {
    let shelf = Shelf(seen: 0)
    var made = 0
    for _ in 0..<3 {
      _ = shelf.answer(for: "/", now: 1) {
        made += 1
        return (answer("a"), [.everything])
      }
    }
    #expect(made == 1)
  }

  @Test func onlyWhatShowsTheChangeIsPutAway() {
    let shelf = Shelf(seen: 0)
    var made: [String] = []
    func ask(_ key: String, _ subject: Shelf.Subject) {
      _ = shelf.answer(for: key, now: 1) {
        made.append(key)
        return (answer(key), [subject])
      }
    }
    let asked: [(String, Shelf.Subject)] = [
      ("/story/a", .story("a")), ("/story/b", .story("b")), ("/", .everything),
    ]
    for (key, subject) in asked { ask(key, subject) }
    made = []
    shelf.note([Change(number: 7, kind: .story, id: "a")])
    for (key, subject) in asked { ask(key, subject) }
    #expect(made == ["/story/a", "/"])
    #expect(shelf.seen == 7)
  }

  @Test func aPageGetsOld() {
    let shelf = Shelf(seen: 0)
    var made = 0
    for now in [0, 59, 61] as [Int64] {
      _ = shelf.answer(for: "/", now: now) {
        made += 1
        return (answer("a"), [])
      }
    }
    #expect(made == 2)
  }

  @Test func whatWasPackedForOneIsPackedForAllWhenMoreAsk() {
    let shelf = Shelf(seen: 0)
    let text = String(repeating: "Lange Texte lassen sich packen. ", count: 40)
    func ask(_ codings: String) -> Answer {
      shelf.answer(for: "/a", Codings(codings), now: 1) {
        (
          Answer(
            contentType: "text/plain", body: Array(text.utf8), care: .quickly(Codings(codings))),
          []
        )
      }
    }
    #expect(ask("gzip").form(accepting: Codings("gzip")).coding == .gzip)
    #expect(shelf.due(now: 1, limit: 9) == [])
    _ = ask("gzip, br")
    #expect(shelf.due(now: 1, limit: 9) == ["/a"])
    // Somebody who cannot read that form gets one of their own.
    #expect(ask("br").form(accepting: Codings("br")).coding == .brotli)
    shelf.prepare("/a", now: 1) { _ in (answer(text), []) }
    #expect(ask("br, zstd").isQuick == false)
    #expect(shelf.due(now: 1, limit: 9) == [])
  }

  @Test func aPageThatSaysTheSameKeepsItsTagAndDate() {
    let laid = LaidOut(contentType: "text/plain", bytes: Array("a".utf8))
    func answer(_ laid: LaidOut, at now: Int64, _ before: Answer?) -> Answer {
      laid.answer(for: ReaderLook(), root: "", now: now, care: .whole, before: before)
    }
    let first = answer(laid, at: 100, nil)
    #expect(first.lastModified == "Thu, 01 Jan 1970 00:01:40 GMT")
    #expect(answer(laid, at: 200, first).lastModified == first.lastModified)
    var other = laid
    other.bytes = Array("b".utf8)
    #expect(answer(other, at: 200, first).lastModified == "Thu, 01 Jan 1970 00:03:20 GMT")
  }

  /// A change that comes while a page is laid out must not be covered by the old page.
  @Test func whatWasMadeOfAnOldStateIsNotKept() {
    let shelf = Shelf(seen: 0)
    _ = shelf.answer(for: "/", now: 1) {
      shelf.note([Change(number: 1, kind: .article, id: "x")])
      return (answer("old"), [.everything])
    }
    var isMadeAgain = false
    _ = shelf.answer(for: "/", now: 1) {
      isMadeAgain = true
      return (answer("new"), [.everything])
    }
    #expect(isMadeAgain)
  }
}
