import Evidence
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Press
import Storage
import Testing

@testable import Server

/// What clients of the Google Reader interface need, each a trap that one of them fell into.
@Suite struct GoogleReaderTests {
  private let api = "/reader/api/0"
  private let everything = "s=user/-/state/com.google/reading-list"
  private let read = "user/-/state/com.google/read"

  @Test func itemNumbersAreReadInEveryForm() {
    let forms = [
      "tag:google.com,2005:reader/item/00000000000000ff", "tag:google.com,2005:reader/item/ff",
      "00000000000000ff", "255",
    ]
    #expect(forms.allSatisfy { GoogleStream.item($0) == 255 })
    #expect(GoogleStream.name(255) == forms[0])
    for broken in ["", "-1", "0", "x", "tag:google.com,2005:reader/item/", "ffffffffffffffff"] {
      #expect(GoogleStream.item(broken) == nil)
    }
  }

  @Test func timesAreReadInEveryUnit() {
    let second: Int64 = 1_795_240_000
    for factor: Int64 in [1, 1_000, 1_000_000, 1_000_000_000] {
      #expect(GoogleMarks.time(second * factor) == second)
    }
    #expect(GoogleMarks.time(nil) == nil && GoogleMarks.time(0) == nil)
  }

  @Test func signingInGivesATokenThatEveryClientKeeps() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      let form = "Email=anna&Passwd=ein+gutes+Kennwort&service=reader&source=x&continue=y"
      let answer = try await client.send(.post, "/accounts/ClientLogin", body: form)
      let lines = answer.text.split(separator: "\n").map { $0.split(separator: "=") }
      #expect(lines.count == 3 && lines.allSatisfy { $0.count == 2 })
      let token = String(lines[2][1])
      #expect(!token.contains { "=&+%/ ".contains($0) })
      let authorized = ["Authorization": "GoogleLogin auth=\(token)"]
      let shown = try await client.send(.get, "/reader/api/0/token", authorized)
      #expect(shown.text == token)
      let json = try await client.send(
        .post, "/accounts/ClientLogin", body: "Email=anna&Passwd=\(site.annaToken.text)&output=json"
      )
      #expect(try json.object["Auth"] as? String == site.annaToken.text)
    }
  }

  @Test func aWrongTokenIsNamedSo() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      for headers in [[:], ["Authorization": "GoogleLogin auth=guess"]] {
        let answer = try await client.send(.get, "/reader/api/0/tag/list", headers)
        #expect(answer.status == .unauthorized)
        let name = try #require(HTTPField.Name("X-Reader-Google-Bad-Token"))
        #expect(answer.headers[name] == "true")
      }
      let wrong = try await client.send(
        .post, "/accounts/ClientLogin", body: "Email=anna&Passwd=guess")
      #expect(wrong.status == .unauthorized)
    }
  }

  @Test func listsAreSentOnce() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      for list in ["tag/list", "subscription/list"] {
        let path = "/reader/api/0/\(list)?output=json"
        let first = try await client.google(.get, path)
        let tag = try #require(first.headers[.eTag])
        let again = try await client.send(
          .get, path,
          [
            "Authorization": "GoogleLogin auth=\(site.annaToken.text)", "If-None-Match": tag,
          ])
        #expect(again.status == .notModified)
        #expect(again.body.readableBytes == 0)
      }
    }
  }

  @Test func subscriptionsHaveWhatNetNewsWireDemands() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      let answer = try await client.google(.get, "\(api)/subscription/list?output=json")
      let rows = try #require(try answer.object["subscriptions"] as? [[String: Any]])
      #expect(rows.count >= 6)
      for row in rows {
        #expect((row["id"] as? String)?.hasPrefix("feed/") == true)
        let categories = try #require(row["categories"] as? [[String: Any]])
        #expect(categories.allSatisfy { $0["id"] is String && $0["label"] is String })
      }
      let tags = try await client.google(.get, "\(api)/tag/list?output=json")
      #expect(tags.text.contains("user/-/label/\(Library.defaultFolder)"))
    }
  }

  @Test func pagesOfNumbersGiveTheSameList() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      let path = "\(api)/stream/items/ids?output=json&\(everything)"
      let whole = try await client.google(.get, path + "&n=1000").refs
      #expect(whole.count > 10)
      #expect(whole.allSatisfy { (Int64($0) ?? 0) > 0 })
      var paged: [String] = []
      var next: String?
      repeat {
        let page = try await client.google(.get, path + "&n=3" + (next.map { "&c=\($0)" } ?? ""))
        paged += try page.refs
        next = try page.object["continuation"] as? String
      } while next != nil
      #expect(paged == whole)
      let oldestFirst = try await client.google(.get, path + "&n=1000&r=o").refs
      #expect(oldestFirst == whole.reversed())
      #expect(try await client.google(.get, path + "&n=9&ot=9999999999").refs.isEmpty)
    }
  }

  @Test func contentsHaveWhatNetNewsWireDemands() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      let ids = try await client.google(
        .get, "\(api)/stream/items/ids?\(everything)&n=5"
      ).refs
      let long = ids.compactMap { Int64($0) }.map { "i=" + GoogleStream.name($0) }
      let answer = try await client.google(
        .post, "\(api)/stream/items/contents",
        "T=\(site.annaToken.text)&output=json&" + long.joined(separator: "&"))
      let object = try answer.object
      #expect(object["id"] is String && object["updated"] is Int)
      let items = try #require(object["items"] as? [[String: Any]])
      #expect(items.count == ids.count)
      for (item, id) in zip(items, ids) {
        #expect(GoogleStream.item(item["id"] as? String ?? "") == Int64(id))
        let content = try #require((item["summary"] as? [String: Any])?["content"] as? String)
        #expect(content.contains("<p"))
        #expect(item["categories"] is [String] && item["origin"] is [String: Any])
        #expect(item["published"] is Int)
        #expect(item["crawlTimeMsec"] is String && item["timestampUsec"] is String)
        let link = (item["alternate"] as? [[String: Any]])?.first?["href"] as? String
        #expect(link?.hasPrefix("http") == true)
      }
    }
  }

  /// Liferea sends decimal numbers and its token as `T` only; RSS Guard encodes the long form.
  @Test func contentsAreGivenForEveryFormOfNumberAndToken() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      let ids = try await client.google(.get, "\(api)/stream/items/ids?\(everything)&n=2").refs
      let encoded = GoogleStream.name(try #require(Int64(ids[1])))
        .split(separator: ":").joined(separator: "%3A")
        .split(separator: "/").joined(separator: "%2F")
      let answer = try await client.send(
        .post, "\(api)/stream/items/contents",
        body: "T=\(site.annaToken.text)&i=\(ids[0])&i=\(encoded)")
      #expect((try answer.object["items"] as? [Any])?.count == 2)
    }
  }

  @Test func slashesMayBeEncodedAndUsersNumbered() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      let list = "user/-/state/com.google/reading-list"
      let plain = try await client.google(.get, "\(api)/stream/contents/\(list)?n=3")
      let encoded = try await client.google(
        .get,
        "\(api)/stream/contents/" + list.split(separator: "/").joined(separator: "%2F") + "?n=3")
      let numbered = try await client.google(
        .get, "\(api)/stream/contents/user/7/state/com.google/reading-list?n=3")
      func ids(_ text: String) -> Int { text.components(separatedBy: "reader/item/").count }
      #expect(ids(plain.text) == 4)
      #expect(ids(plain.text) == ids(encoded.text) && ids(plain.text) == ids(numbered.text))
      let prefixed = try await client.google(.get, "/api/greader.php/reader/api/0/user-info")
      #expect(try prefixed.object["userName"] as? String == "anna")
    }
  }

  @Test func readAndStarredAreKept() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      let unread = "\(api)/stream/items/ids?\(everything)&n=1000&xt=\(read)"
      let before = try await client.google(.get, unread).refs
      let one = try #require(before.first)
      let path = "\(api)/edit-tag"
      #expect(try await client.google(.post, path, "i=\(one)&a=\(read)").text == "OK")
      #expect(try await client.google(.get, unread).refs == before.filter { $0 != one })
      _ = try await client.google(.post, path, "i=\(one)&r=\(read)")
      #expect(try await client.google(.get, unread).refs == before)
      let starred = "user/-/state/com.google/starred"
      _ = try await client.google(.post, path, "i=\(one)&a=\(starred)&ac=edit&async=true")
      #expect(try await client.google(.get, "\(api)/stream/items/ids?s=\(starred)").refs == [one])
      _ = try await client.google(.post, path, "i=\(one)&r=\(starred)")
      #expect(try await client.google(.get, "\(api)/stream/items/ids?s=\(starred)").refs.isEmpty)
    }
  }

  @Test func allOfAStreamIsReadUntilATime() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      let unread = "\(api)/stream/items/ids?\(everything)&n=1000&xt=\(read)"
      let before = try await client.google(.get, unread).refs
      _ = try await client.google(.post, "\(api)/mark-all-as-read", "\(everything)&ts=1000")
      #expect(try await client.google(.get, unread).refs == before)
      _ = try await client.google(
        .post, "\(api)/mark-all-as-read", "\(everything)&ts=\(SampleSite.now)000000")
      #expect(try await client.google(.get, unread).refs.isEmpty)
      #expect(try site.library.undoReading(site.anna.id, at: SampleSite.now) == before.count)
      #expect(try await client.google(.get, unread).refs == before)
    }
  }

  @Test func nothingIsChangedByALink() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      for path in ["edit-tag?i=1&a=\(read)", "mark-all-as-read?\(everything)", "subscription/edit"]
      {
        let answer = try await client.google(.get, "\(api)/\(path)")
        #expect(answer.status == .methodNotAllowed)
      }
    }
  }

  @Test func feedsAreRenamedMovedAndLeft() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      let feed = try #require(try site.library.subscriptions(of: site.anna.id).first?.id)
      let path = "\(api)/subscription/edit"
      // NetNewsWire puts the label into the body as it is.
      _ = try await client.google(
        .post, path, "ac=edit&s=feed/\(feed)&t=Neu&a=user/-/label/Öffentlich & Recht")
      _ = try await client.google(.post, path, "ac=edit&s=feed/\(feed)&a=user/-/label/Öffentlich")
      let row = try #require(
        try site.library.subscriptions(of: site.anna.id).first { $0.id == feed })
      #expect(row.title == "Neu" && row.folder.title == "Öffentlich")
      _ = try await client.google(
        .post, "\(api)/rename-tag", "s=user/-/label/Öffentlich&dest=user/-/label/Recht")
      #expect(try site.library.folders(of: site.anna.id).contains { $0.title == "Recht" })
      _ = try await client.google(.post, path, "ac=unsubscribe&s=feed/\(feed)")
      #expect(!(try site.library.subscriptions(of: site.anna.id).contains { $0.id == feed }))
      #expect(try site.library.subscriptions(of: site.bert.id).contains { $0.id == feed })
    }
  }

  @Test func newsboatReadsAtom() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      let feed = try #require(try site.library.subscriptions(of: site.anna.id).first?.id)
      let answer = try await client.google(.get, "/reader/atom/feed/\(feed)?n=50")
      #expect(answer.headers[.contentType]?.hasPrefix("application/atom+xml") == true)
      for part in [
        "<entry gr:crawl-timestamp-msec=", "<published>", "<content type=\"html\">&lt;p",
      ] {
        #expect(answer.text.contains(part))
      }
    }
  }
}
