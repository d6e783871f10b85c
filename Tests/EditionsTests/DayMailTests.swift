import Foundation
import Press
import Testing

@testable import Editions

@Suite struct DayMailTests {
  private func message() -> String {
    var edition = Edition(now: FloodSample.now, title: "Lonnetal & Presseschau")
    edition.base = "https://paper.example"
    let mail = DayMail(
      edition: edition, day: CivilDay(daysSince1970: 20_778),
      items: [.init(teaser: FloodSample.teaser, lines: ["Ein <Satz> & noch einer."])])
    return String(
      decoding: mail.message(from: "paper@paper.example", to: "anna@example.org"), as: UTF8.self)
  }

  /// The parts' contents, unpacked.
  private func parts(_ message: String) -> [String] {
    message.components(separatedBy: "base64\r\n\r\n").dropFirst().map { part in
      let text = part.components(separatedBy: "\r\n--")[0]
      let data = Data(base64Encoded: text.replacingOccurrences(of: "\r\n", with: "")) ?? Data()
      return String(decoding: data, as: UTF8.self)
    }
  }

  @Test func itHasTheSameAsTextAndAsHTML() {
    let message = message()
    let parts = parts(message)
    #expect(parts.count == 2)
    for part in parts {
      #expect(part.contains("https://paper.example/story/"))
      #expect(part.contains(part.hasPrefix("<") ? "&lt;Satz&gt; &amp;" : "<Satz> &"))
      #expect(!part.contains("<img") && !part.contains("<script"))
    }
    #expect(message.contains("To: anna@example.org\r\n"))
    #expect(message.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 })
    #expect(!message.replacingOccurrences(of: "\r\n", with: "").contains("\n"))
  }

  @Test func headersHoldNoMoreThanTheyShould() {
    #expect(DayMail.word("Plain 2") == "Plain 2")
    let word = DayMail.word("Übung\r\nBcc: x@example.org")
    #expect(word.hasPrefix("=?utf-8?B?") && !word.contains("Bcc"))
    let long = DayMail.word(String(repeating: "ä", count: 60))
    for part in long.components(separatedBy: "\r\n ") {
      #expect(part.utf8.count <= 75)
      let data = Data(base64Encoded: String(part.dropFirst(10).dropLast(2))) ?? Data()
      #expect(String(data: data, encoding: .utf8) != nil)
    }
  }

  @Test(arguments: 0...200) func base64IsFoundations(count: Int) {
    let bytes = (0..<count).map { UInt8($0 &* 37 & 0xFF) }
    #expect(DayMail.base64(bytes, isWrapped: false) == Data(bytes).base64EncodedString())
    #expect(
      DayMail.base64(bytes, isWrapped: true)
        == Data(bytes).base64EncodedString(options: [
          .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ]))
  }
}
