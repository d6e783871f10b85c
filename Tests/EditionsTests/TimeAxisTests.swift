import Hypertext
import Press
import Testing

@testable import Editions

@Suite struct TimeAxisTests {
  static let spans: [Int64] = [
    0, 59, 3_600, 40_000, 90_000, 200_000, 900_000, 5_000_000, 30_000_000, 90_000_000, 900_000_000,
  ]

  @Test(arguments: spans)
  func marksAreFewAndFarEnoughApart(span: Int64) {
    let axis = TimeAxis(from: FloodSample.now - span, to: FloodSample.now)
    let ticks = axis.ticks(DaySample.edition)
    #expect(ticks.count <= 7)
    for (left, right) in zip(ticks, ticks.dropFirst()) {
      #expect(right.percent - left.percent >= 15)
    }
    for tick in ticks { #expect((4...96).contains(tick.percent) && !tick.label.isEmpty) }
    if span >= 40_000 { #expect(!ticks.isEmpty) }
  }

  @Test func endsStandInside() {
    let axis = TimeAxis(from: 1_000, to: 500_000)
    #expect(axis.percent(1_000) == 4 && axis.percent(500_000) == 96)
    #expect(axis.percent(.min) == 4 && axis.percent(.max) == 96)
    #expect(!TimeAxis(from: .min, to: .max).percent(0).isNaN)
  }
}
