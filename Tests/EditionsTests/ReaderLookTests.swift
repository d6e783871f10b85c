import Hypertext
import Testing

@testable import Editions

@Suite struct ReaderLookTests {
  @Test func aCookieIsReadAndWritten() {
    let look = ReaderLook(code: "z3f2t3k")
    #expect(ReaderLook.Row.allCases.map { look[$0] } == [3, 2, 3])
    #expect(look.hasScript && look.code == "z3f2t3k" && look.classes == ["z3", "f2", "t3"])
  }

  @Test func whatIsNotUnderstoodCountsForNothing() {
    for code in ["", "z2f1t1", "z9", "f3", "t0", "x1", "z", "🦔", "\"><script>", "zzzz"] {
      #expect(ReaderLook(code: code).isStandard, "\(code)")
    }
    #expect(ReaderLook(code: "zf2").code == "f2")
    #expect(ReaderLook(code: "t2" + String(repeating: "k", count: 900)).code == "t2k")
  }

  @Test func theStandardLeavesNoTraceOnAPage() {
    let edition = Edition(now: 1_795_240_000)
    let page = String(decoding: ErrorPage(edition: edition, status: 404).html.bytes, as: UTF8.self)
    #expect(page.contains("<html lang=\"de\">"))
    #expect(!page.contains("<script") && !page.contains("manifest"))
    #expect(page.contains("href=\"/look\""))
  }

  @Test func aChoiceShowsOnEveryPageAndInItsRows() {
    var edition = Edition(language: .english, now: 1_795_240_000)
    edition.look = ReaderLook(code: "z1t3k")
    let page = String(
      decoding: LookPage(edition: edition, csrf: "c\"s").html.bytes, as: UTF8.self)
    #expect(page.contains("<html lang=\"en\" class=\"z1 t3\">"))
    #expect(page.contains("<script src=\"/paper.js\" defer></script>"))
    #expect(page.contains("id=\"z1\" value=\"1\" checked"))
    #expect(page.contains("id=\"f1\" value=\"1\" checked"))
    #expect(page.contains("id=\"t3\" value=\"3\" checked"))
    #expect(!page.contains("id=\"z2\" value=\"2\" checked"))
    #expect(page.contains("c&quot;s"))
  }

  @Test func theScriptIsSmall() {
    for asset in [Asset.script, .worker] {
      #expect((200..<2_000).contains(asset.bytes(title: "").count))
    }
    let manifest = String(decoding: Asset.manifest.bytes(title: "Die \"Schau\""), as: UTF8.self)
    #expect(manifest.contains("\"name\":\"Die \\\"Schau\\\"\""))
  }
}
