import Evidence
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Press
import Storage
import Stories
import Testing

@testable import Server

@Suite struct DeskPagesTests {
  private func unread(_ site: ReaderSite) throws -> [Int64] {
    try site.library.items(ItemQuery(.everything, isRead: false), of: site.anna.id).map(\.id)
  }

  @Test func theDeskShowsFoldersStoriesAndFoldsCopies() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      let page = try await client.desk(.get, "/desk", as: site.annaSession).text
      #expect(page.contains("Lonnetaler Bote") && page.contains("eigenständig"))
      #expect(page.contains("Kopie") && page.contains("name=\"open\""))
      #expect(!page.contains("<script>") && !page.contains(" style="))
      let english = try await client.desk(.get, "/en/desk", as: site.annaSession).text
      #expect(english.contains("independent") && english.contains("lang=\"en\""))
    }
  }

  @Test func openingAnEntryReadsItAndItsCopies() async throws {
    let site = try await ReaderSite()
    let all = try unread(site)
    let headings = try site.library.headings(all, of: site.anna.id)
    let copy = try #require(headings.first { $0.copyOf != nil })
    let original = try #require(headings.first { $0.article == copy.copyOf })
    try await site.test { client in
      let answer = try await client.desk(
        .post, "/desk/act", "open1=\(original.id)&back=/desk", as: site.annaSession)
      #expect(answer.headers[.location] == "/desk?item=\(original.id)")
      let page = try await client.desk(.get, "/desk?item=\(original.id)", as: site.annaSession).text
      #expect(page.contains("id=\"entry\"") && page.contains("Das Wichtigste"))
    }
    let left = try unread(site)
    #expect(!left.contains(original.id) && !left.contains(copy.id))
    #expect(try site.library.headings([original.id], of: site.anna.id).first?.readAt != nil)
  }

  @Test func lookingChangesNothing() async throws {
    let site = try await ReaderSite()
    let before = try unread(site)
    try await site.test { client in
      for path in ["/desk", "/desk?item=\(before[0])", "/desk/history", "/desk/search?q=Hafen"] {
        let page = try await client.desk(.get, path, as: site.annaSession)
        #expect(page.status == .ok)
      }
    }
    #expect(try unread(site) == before)
  }

  @Test func allReadIsUndone() async throws {
    let site = try await ReaderSite()
    let before = try unread(site)
    try await site.test { client in
      let done = try await client.desk(
        .post, "/desk/act", "all=unread&until=\(SampleSite.now)", as: site.annaSession)
      #expect(done.headers[.location] == "/desk?read=\(before.count)")
      let page = try await client.desk(
        .get, "/desk?read=\(before.count)", as: site.annaSession
      ).text
      #expect(page.contains("Rückgängig") && page.contains("Alles gelesen."))
      _ = try await client.desk(.post, "/desk/act", "undo=1", as: site.annaSession)
    }
    #expect(try unread(site) == before)
  }

  @Test func rulesSearchesFoldersAndDevicesAreKept() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      let session = site.annaSession
      func post(_ path: String, _ form: String) async throws -> String {
        try await client.desk(.post, path, form, as: session).text
      }
      let rules = try await post("/desk/rules", "field=title&pattern=Hafen&action=star&unread=1")
      #expect(rules.contains("die Überschrift „Hafen“"))
      #expect(try site.library.count(ItemQuery(.starred), of: site.anna.id) > 0)
      _ = try await post("/desk/act", "keep=Hafen")
      #expect(try site.library.savedSearches(of: site.anna.id).map(\.query) == ["Hafen"])
      let feed = try #require(try site.library.subscriptions(of: site.anna.id).first?.id)
      let moved = try await post("/desk/subscriptions", "change=\(feed)&title=Bote&folder=Region")
      #expect(moved.contains("<h2>Region</h2>"))
      let device = try await post("/desk/devices", "name=Telefon&fever=1")
      let made = try #require(try site.library.devices(of: site.anna.id).first)
      #expect(made.name == "Telefon" && made.speaksFever && device.contains("/fever/"))
      let habits = try await post("/desk/settings", "copies=1")
      #expect(habits.contains("Gespeichert."))
      #expect(try site.library.account(site.anna.id)?.joinsSources == false)
    }
  }

  @Test func aPersonTakesEverythingAlongAndLeaves() async throws {
    let site = try await ReaderSite()
    let one = try #require(try unread(site).first)
    try site.library.setStarred(true, [one], of: site.anna.id, at: SampleSite.now)
    try await site.test { client in
      let export = try await client.desk(.get, "/desk/export.json", as: site.annaSession).object
      #expect((export["starred"] as? [[String: Any]])?.first?["item"] as? Int == Int(one))
      #expect((export["subscriptions"] as? [Any])?.isEmpty == false)
      let gone = try await client.desk(
        .post, "/desk/removal", "old=ein+gutes+Kennwort", as: site.annaSession)
      #expect(gone.status == .seeOther)
      #expect(try await client.desk(.get, "/desk", as: site.annaSession).status == .seeOther)
    }
    #expect(try site.library.account(site.anna.id) == nil)
    #expect(try site.library.subscriptions(of: site.bert.id).isEmpty == false)
  }

  @Test func thePlaceInATextIsKept() async throws {
    let site = try await ReaderSite()
    let one = try #require(try unread(site).first)
    try await site.test { client in
      _ = try await client.desk(
        .post, "/desk/act", "item=\(one)&position=4", as: site.annaSession)
      let page = try await client.desk(.get, "/desk?item=\(one)", as: site.annaSession).text
      #expect(page.contains("href=\"#p4\""))
    }
  }

  @Test func theScriptIsSmallAndOurs() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      let script = try await client.send(.get, "/desk/desk.js")
      #expect(script.body.readableBytes < 2_048 && script.body.readableBytes > 500)
      #expect(script.headers[.contentType]?.hasPrefix("text/javascript") == true)
    }
  }

  @Test func operatorsSeeTheHouse() async throws {
    let site = try await ReaderSite()
    _ = try site.library.add(
      [
        Source(
          url: "https://anzeiger.example/f", kind: .feed, outlet: "a.example", title: "Anzeiger")
      ],
      outlets: [Outlet(id: "a.example", name: "Anzeiger")], at: 1)
    try await site.test { client in
      let page = try await client.desk(.get, "/desk/house", as: site.annaSession).text
      #expect(page.contains("Warteschlange") && page.contains("MB auf der Platte"))
      #expect(page.contains("Anzeiger</a><small>jetzt an der Reihe"))
      let other = try await client.desk(.get, "/en/desk/house", as: site.annaSession).text
      #expect(other.contains("Queue"))
      #expect(
        try await client.desk(.get, "/desk/house", as: site.bertSession).status == .forbidden)
    }
  }

  @Test func operatorsMendStories() async throws {
    let site = try await ReaderSite()
    let story = try #require(try site.library.stories(limit: 50).first { $0.articleCount > 1 })
    let article = try #require(try site.library.story(story.id)?.story.members.last?.article)
    try await site.test { client in
      let path = "/desk/stories/\(story.id)"
      let page = try await client.desk(.get, path, as: site.annaSession).text
      #expect(page.contains("value=\"\(article)\"") && page.contains("Abtrennen") == false)
      #expect(
        try await client.desk(.get, "/desk/stories", as: site.annaSession).text
          .contains("/desk/stories/\(story.id)"))
      #expect(try await client.desk(.get, path, as: site.bertSession).status == .forbidden)
      let nothing = try await client.desk(.post, path, "do=split", as: site.annaSession)
      #expect(nothing.status == .unprocessableContent)
      let foreign = try await client.desk(
        .post, path, "do=split&article=another", as: site.annaSession)
      #expect(foreign.status == .unprocessableContent)
      let done = try await client.desk(
        .post, path, "do=split&article=\(article)", as: site.annaSession)
      #expect(done.status == .ok && done.text.contains("Vermerkt"))
    }
    let rulings = try site.library.rulings(after: 0).rulings.map(\.ruling)
    #expect(rulings.count == story.articleCount)
    #expect(rulings.contains { $0.article == article && $0.story != story.id })
  }

  @Test func operatorsInviteAndRemove() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      let made = try await client.desk(
        .post, "/desk/accounts", "invite=1", as: site.annaSession
      ).text
      #expect(made.contains("/welcome/"))
      _ = try await client.desk(
        .post, "/desk/accounts", "remove=\(site.bert.id)", as: site.annaSession)
      _ = try await client.desk(
        .post, "/desk/accounts", "remove=\(site.anna.id)", as: site.annaSession)
    }
    #expect(try site.library.accounts().map(\.name) == ["anna"])
  }
}
