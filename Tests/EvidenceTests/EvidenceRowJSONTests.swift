import Foundation
import Testing

@testable import Evidence

@Test func aRowsJSONSaysWhatTheEncoderSays() throws {
  var row = EvidenceRow(id: "a \"b\" \\ \u{1} ü")
  row.blocks = [.init(b: 0, e: 12, keep: true), .init(b: 13, e: 20, keep: false)]
  row.timex = [.init(b: 3, e: 9, type: "DATE", value: "2024-06")]
  row.quotes = [
    .init(
      spans: [.init(1, 2), .init(30, 41)], type: "direct", speaker: [], cue: [.init(7, 8)],
      status: "stated",
      speakerID: nil),
    .init(
      spans: [], type: "indirect", speaker: [.init(1, 2)], cue: [], status: "claimed",
      speakerID: "x"),
  ]
  row.figures = [
    .init(b: 1, e: 2, value: nil, lo: 20, hi: nil, rel: "order", unit: nil, kind: "cardinal"),
    .init(
      b: 1, e: 2, value: 0.1, lo: -2.5, hi: 1e21, rel: "=", unit: "Euro", kind: "currency",
      claimant: "das Amt", group: "g1"),
  ]
  row.ents = [.init(b: 4, e: 5, type: "PER", id: "anna")]
  row.hedges = [.init(b: 4, e: 5), .init(b: 6, e: 7)]
  row.translated = true
  let encoded = try JSONSerialization.jsonObject(with: JSONEncoder().encode(row)) as? NSDictionary
  let written = try JSONSerialization.jsonObject(with: Data(row.json)) as? NSDictionary
  #expect(written == encoded)
  #expect(written?.count == 8)
}
