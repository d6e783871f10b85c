import Foundation
import Press
import Testing

@testable import Storage

@Suite struct SourcesAsHandledTests {
  private static let now: Int64 = 1_795_240_000

  private func library() throws -> Library {
    let folder = FileManager.default.temporaryDirectory.appending(path: "src-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return try Library(path: folder.appending(path: "l.sqlite").path)
  }

  private func source(_ url: String) -> Source {
    Source(url: url, kind: .feed, outlet: "bote.example", title: url)
  }

  private static let outlet = Outlet(id: "bote.example", name: "Bote")
  private static let old = "https://bote.example/feed"
  private static let new = "https://neu.bote.example/feed"

  @Test func aMovedSourceKeepsWhatIsKnownOfIt() throws {
    let library = try library()
    _ = try library.add([source(Self.old)], outlets: [Self.outlet], at: Self.now)
    try library.markSeen([SeenEntry(source: Self.old, id: "1", hash: "h", article: nil)])
    try library.set(SourceAccess(login: "maria"), of: Self.old)
    let livesOn = try library.move(
      source: Self.old, to: Self.new, outlet: Outlet(id: "neu.bote.example", name: "Bote"))
    #expect(livesOn)
    #expect(try library.sources().map(\.source.url) == [Self.new])
    #expect(try library.seenEntries(of: Self.new) == ["1": "h"])
    #expect(try library.access(of: Self.new)?.login == "maria")
    // The old address leads on, and brings no second source.
    #expect(try library.source(url: Self.old)?.source.url == Self.new)
    #expect(try library.add([source(Self.old)], outlets: [], at: Self.now) == 0)
  }

  @Test func aSourceThatMovesToAnotherGoesUpInIt() throws {
    let library = try library()
    _ = try library.add(
      [source(Self.old), source(Self.new)], outlets: [Self.outlet], at: Self.now)
    try library.markSeen([SeenEntry(source: Self.old, id: "1", hash: "h", article: nil)])
    #expect(try !library.move(source: Self.old, to: Self.new, outlet: Self.outlet))
    #expect(try library.sources().count == 1)
    #expect(try library.seenEntries(of: Self.new) == ["1": "h"])
  }

  @Test func aSourceThatMovesBackIsItselfAgain() throws {
    let library = try library()
    _ = try library.add([source(Self.old)], outlets: [Self.outlet], at: Self.now)
    _ = try library.move(source: Self.old, to: Self.new, outlet: Self.outlet)
    _ = try library.move(source: Self.new, to: Self.old, outlet: Self.outlet)
    #expect(try library.source(url: Self.old)?.source.url == Self.old)
    #expect(try library.source(url: Self.new)?.source.url == Self.old)
  }

  @Test func whatPeopleSayOfASourceOutlivesItsChecks() throws {
    let library = try library()
    _ = try library.add([source(Self.old)], outlets: [Self.outlet], at: Self.now)
    var edited = source(Self.old)
    edited.title = "Mein Bote"
    edited.rights = .headline
    edited.owner = "Bote GmbH"
    edited.ownerKind = .press
    edited.selectors = Source.Selectors(content: "article", removal: ".werbung")
    #expect(try library.edit(edited))
    var state = try #require(try library.source(url: Self.old))
    state.source.title = "Was der Feed sagt"
    state.published = [1, 2, 3]
    state.wishedSeconds = 1_800
    state.fault = SourceFault(.busy, Self.old, number: 503, detail: "120")
    try library.note(state)
    let kept = try #require(try library.source(url: Self.old))
    #expect(kept.source == edited)
    #expect(kept.published == [1, 2, 3])
    #expect(kept.wishedSeconds == 1_800)
    #expect(kept.fault == state.fault)
    #expect(try !library.edit(source("https://nicht.example/")))
  }

  @Test func onlyWhatIsDueIsGiven() throws {
    let library = try library()
    _ = try library.add(
      [source(Self.old), source(Self.new)], outlets: [Self.outlet], at: Self.now)
    var state = try #require(try library.source(url: Self.new))
    state.nextCheckAt = Self.now + 60
    try library.note(state)
    #expect(try library.sourcesDue(at: Self.now).map(\.source.url) == [Self.old])
    #expect(try library.sourcesDue(at: Self.now + 60).count == 2)
  }

  @Test func secretsAreNamedButNotShown() throws {
    let access = SourceAccess(
      login: "maria", password: "p4ss", cookie: "s=1",
      headers: [SourceAccess.Header(name: "X-Token", value: "t0k")])
    #expect(access.summary == ["login maria", "cookie", "header X-Token"])
    let library = try library()
    _ = try library.add([source(Self.old)], outlets: [Self.outlet], at: Self.now)
    try library.set(access, of: Self.old)
    #expect(try library.access(of: Self.old) == access)
    try library.set(SourceAccess(), of: Self.old)
    #expect(try library.access(of: Self.old) == nil)
  }

  @Test(arguments: ["", "X-Token", ": a", "X Token: a", "X-Token:", "X: a\u{7}b"])
  func whatIsNoHeaderIsRefused(_ line: String) {
    #expect(SourceAccess.Header(line: line) == nil)
  }

  @Test func entriesCountTowardsTheQuotaAndAreForgotten() throws {
    let library = try library()
    _ = try library.add([source(Self.old)], outlets: [Self.outlet], at: Self.now)
    try library.markSeen(
      (0..<4).map {
        SeenEntry(
          source: Self.old, id: "\($0)", hash: "h", article: nil, seenAt: Self.now + Int64($0))
      })
    #expect(try library.entryCount(of: Self.old, since: Self.now + 1) == 2)
    try library.forgetEntries(of: Self.old, before: Self.now + 3, but: ["1"])
    #expect(try Set(library.seenEntries(of: Self.old).keys) == ["1", "3"])
  }
}
