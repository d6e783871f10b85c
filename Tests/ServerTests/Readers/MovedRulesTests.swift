import Feeds
import HTTPTypes
import HummingbirdTesting
import Press
import Storage
import Testing

@testable import Server

@Suite struct MovedRulesTests {
  private typealias Moved = MovedRules.Moved

  @Test func whatMinifluxBlocksIsHidden() throws {
    let text = """
      [{"feed_url":"https://a.example/f","blocklist_rules":"(?i)(Gewinnspiel|Sponsored Post)","keeplist_rules":"Hafen"},
       {"feed_url":"https://b.example/f","blocklist_rules":"",
        "block_filter_entry_rules":"EntryTitle=(?i)\\\\bHoroskop\\\\b\\nEntryTitle=\\\\d+ best\\nEntryURL=/shop/\\nEntryAuthor=Meier"}]
      """
    let moved = try #require(MovedRules(miniflux: Array(text.utf8)))
    #expect(moved.rules.count == 8)
    #expect(
      moved.rules.contains(
        Moved(feed: "https://a.example/f", field: .tag, words: "Sponsored Post", action: .hide)))
    #expect(
      moved.rules.suffix(2) == [
        Moved(feed: "https://b.example/f", field: .title, words: "Horoskop", action: .hide),
        Moved(feed: "https://b.example/f", field: .author, words: "Meier", action: .hide),
      ])
    #expect(moved.left == ["Hafen", "EntryTitle=\\d+ best", "EntryURL=/shop/"])
  }

  @Test(arguments: ["", "[]", "{}", "{\"items\":[]}", "[{\"feed_url\":\"x\"}]", "<opml/>", "[1]"])
  func otherFilesHaveNone(text: String) {
    #expect(MovedRules(miniflux: Array(text.utf8)) == nil)
  }

  @Test func onlyExpressionsOfWordsAreTakenAlong() {
    #expect(MovedRules.words(of: "Fußball|Tennis") == ["Fußball", "Tennis"])
    #expect(MovedRules.words(of: "(?i).*a\\.b.*") == ["a.b"])
    #expect(MovedRules.words(of: "\\bSport\\b") == ["Sport"])
    for other in ["\\bKI\\b", "a.c", "^Anzeige", "x+", "(a|b)c|d", "a||b", "\\d", "", "a\\"] {
      #expect(MovedRules.words(of: other) == nil, "\(other)")
    }
  }

  @Test func whatFreshRSSMarksAsReadIsRead() throws {
    let list = try OPML.read(
      Array(
        """
        <opml version="2.0" xmlns:frss="https://freshrss.org/opml"><body>
        <outline text="A" xmlUrl="https://a.example/f" frss:filtersActionRead="intitle:Horoskop&#xA;author:&quot;Anna Weber&quot; OR #Werbung+hier&#xA;-intitle:x&#xA;zwei Wörter&#xA;Lotto"/>
        </body></opml>
        """.utf8))
    let moved = MovedRules(list)
    #expect(
      moved.rules.map { "\($0.field) \($0.words)" } == [
        "title Horoskop", "author Anna Weber", "tag Werbung hier", "title Lotto", "text Lotto",
      ])
    #expect(moved.rules.allSatisfy { $0.action == .read && $0.feed == "https://a.example/f" })
    #expect(moved.left == ["-intitle:x", "zwei Wörter"])
  }

  @Test func rulesAreTakenAlongOnce() async throws {
    let site = try await ReaderSite()
    let url = "https://anzeiger.example/feed"
    _ = try site.library.add(
      [Source(url: url, kind: .feed, outlet: "anzeiger.example", title: "Anzeiger")],
      outlets: [Outlet(id: "anzeiger.example", name: "Anzeiger")], at: SampleSite.now)
    let other =
      "{\"feed_url\":\"https://weg.example/f\",\"blocklist_rules\":\"Lotto\"}"
    let json =
      "[\(other),{\"feed_url\":\"\(url)\",\"blocklist_rules\":\"Wetter\",\"keep_filter_entry_rules\":\"EntryTitle=x\"}]"
    try await site.test { client in
      for _ in 0..<2 {
        let fields = [("csrf", site.annaSession.formToken), ("opml", json)].map {
          "--xx\r\nContent-Disposition: form-data; name=\"\($0)\"\r\n\r\n\($1)\r\n"
        }
        let answer = try await client.send(
          .post, "/desk/subscriptions", ["Cookie": "presseschau=\(site.annaSession.text)"],
          body: fields.joined() + "--xx--\r\n", type: "multipart/form-data; boundary=xx")
        #expect(answer.status == .ok)
        #expect(answer.text.contains("EntryTitle=x"))
        #expect(answer.text.contains("Lotto (https://weg.example/f)"))
      }
    }
    let rules = try site.library.rules(of: site.anna.id)
    #expect(rules.map(\.pattern) == ["Wetter", "Wetter", "Wetter"])
    #expect(rules.allSatisfy { $0.feed != nil && $0.action == .hide })
  }
}
