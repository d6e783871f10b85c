import Foundation
import Press
import Testing

@testable import Stories

@Suite struct GroupRowTests {
  private func row(_ json: String) throws -> GroupRow {
    try JSONDecoder().decode(GroupRow.self, from: Data(json.utf8))
  }

  @Test(arguments: [
    ("2026-01-03T07:10:00", "2026-01-03T07:10:00Z"),
    ("2026-01-03T07:10:00Z", "2026-01-03T07:10:00Z"),
    ("2026-01-03T07:10:00+01:00", "2026-01-03T06:10:00Z"), ("2026-01-03", "2026-01-03"),
    ("2026-01-03 07:10", "2026-01-03T07:10:00Z"), ("2026-01", "2026-01"), ("2026", "2026"),
    ("2026-01-03T07:10:00.250-0530", "2026-01-03T12:40:00Z"),
  ])
  func datesAreReadAtTheirPrecision(text: String, printed: String) {
    #expect(GroupRow.read(text)?.iso8601 == printed)
  }

  @Test(arguments: ["", "gestern", "2026-13-01", "2026-02-30", "99999999999", "-1"])
  func whatIsNoDateIsNone(text: String) { #expect(GroupRow.read(text) == nil) }

  @Test func unknownAndMissingKeysAreFine() throws {
    let row = try row(#"{"id":"a","title":"T","year":2010,"more":[1]}"#)
    #expect(row.published?.precision == .year)
    #expect(throws: DecodingError.self) { try self.row(#"{"title":"T"}"#) }
  }

  @Test func aStoryThatChangesIsSaidAgain() throws {
    var report = GroupReport()
    func lines(_ id: String, _ hour: String, _ text: String) throws -> [GroupLine] {
      let encoded = try JSONEncoder().encode([
        "id": id, "date": "2026-01-03T\(hour):00:00", "title": "Großbrand im Hafen von Ostmünde",
        "text": text, "outlet": id + ".example",
      ])
      return report.lines(for: try row(String(decoding: encoded, as: UTF8.self)))
    }
    let first = try lines("late", "12", Wire.fire)
    #expect(first.map(\.id) == ["late"])
    #expect(first[0].saga == first[0].story)
    let second = try lines("early", "06", Wire.fire)
    #expect(second.map(\.id) == ["early", "late"])
    #expect(second[1].copyOf == "early")
  }

  @Test func everyKeyIsPrinted() throws {
    var report = GroupReport()
    let line = report.lines(for: try row(#"{"id":"a"}"#))[0]
    let printed = String(decoding: try JSONEncoder().encode(line), as: UTF8.self)
    for key in ["id", "story", "saga", "copyOf", "section"] {
      #expect(printed.contains("\"\(key)\":"))
    }
  }
}
