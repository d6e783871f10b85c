import Hypertext
import Languages
import Testing

@testable import Editions

@Suite struct FigureChartTests {
  private func figure(
    _ value: Double?, _ relation: Figure.Relation = .equal, low: Double? = nil, high: Double? = nil
  ) -> Figure {
    Figure(stretch: Stretch(0..<0), value: value, low: low, high: high, relation: relation)
  }

  @Test(arguments: [
    [2_400, 2_500, 3_000], [6.12, 6.19], [0], [5], [-5], [1e-9, 2e-9], [1e14, 2e14], [-3, 7],
    [0.1, 1_000_000], [99.9, 100],
  ])
  func scalesHoldTheirValuesInFourFields(values: [Double]) throws {
    let scale = try #require(FigureScale(values.map { figure($0) }))
    #expect(scale.ticks.count == 5 && scale.ticks.first == scale.low)
    for value in values { #expect(scale.low <= value && value <= scale.high) }
    if let least = values.min(), least >= 0 { #expect(scale.low >= 0) }
  }

  @Test func whatIsNoNumberHasNoScale() {
    #expect(FigureScale([figure(.nan), figure(.infinity), figure(nil), figure(1e300)]) == nil)
  }

  @Test func relationsAreDrawn() throws {
    let scale = try #require(FigureScale([figure(10_000), figure(12_000)]))
    func drawing(_ figure: Figure) -> String {
      FigureChart(figure: figure, scale: scale).html.string
    }
    #expect(drawing(figure(11_000)).components(between: "<circle", and: ">").count == 1)
    #expect(drawing(figure(11_000, .about)).contains("class=\"halo\""))
    #expect(drawing(figure(11_000, .more)).contains("x2=\"100%\""))
    #expect(drawing(figure(11_000, .atMost)).contains("x1=\"0%\""))
    #expect(
      drawing(figure(nil, .range, low: 10_500, high: 11_500)).components(
        between: "<circle", and: ">"
      ).count == 2)
    #expect(!drawing(figure(nil, .order)).contains("<circle"))
  }

  @Test(arguments: [(3.0, "3"), (3.14159, "3.1"), (99.96, "100"), (-0.04, "0"), (.nan, "0")])
  func percentagesAreShort(value: Double, text: String) {
    #expect(Percent.string(value) == text)
  }
}
