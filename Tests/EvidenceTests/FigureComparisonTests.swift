import Evidence
import Languages
import Testing

struct FigureComparisonTests {
  private func figure(
    _ relation: Figure.Relation, _ value: Double? = nil, low: Double? = nil, high: Double? = nil
  ) -> Figure {
    Figure(stretch: Stretch(0..<1), value: value, low: low, high: high, relation: relation)
  }

  @Test func roundedFiguresAgree() {
    #expect(FigureComparison.verdict(figure(.about, 3500), figure(.equal, 3420)) == .compatible)
    #expect(FigureComparison.verdict(figure(.about, 3500), figure(.equal, 5200)) == .conflict)
  }

  @Test func limitsMeetWhereTheirIntervalsMeet() {
    #expect(FigureComparison.verdict(figure(.more, 10_000), figure(.about, 11_000)) == .compatible)
    #expect(FigureComparison.verdict(figure(.more, 500), figure(.less, 450)) == .conflict)
    #expect(FigureComparison.verdict(figure(.atMost, 3), figure(.equal, 4)) == .conflict)
    #expect(
      FigureComparison.verdict(figure(.range, low: 8, high: 10), figure(.more, 12)) == .conflict)
  }

  @Test func theSameLimitIsTheSame() {
    #expect(FigureComparison.verdict(figure(.less, 5), figure(.atMost, 5)) == .same)
    #expect(FigureComparison.verdict(figure(.equal, 5), figure(.equal, 5)) == .same)
    #expect(FigureComparison.verdict(figure(.equal, 5), figure(.about, 5)) == .compatible)
  }

  @Test func ordersOfMagnitudeAreOpenAbove() {
    #expect(
      FigureComparison.verdict(figure(.order, low: 2000), figure(.about, 11_000)) == .compatible)
    #expect(
      FigureComparison.verdict(figure(.order, low: 20_000), figure(.equal, 7500)) == .conflict)
  }

  @Test func nearlyIsNotFarBelow() {
    let nearly = figure(.less, 5_000_000)
    let far = figure(.equal, 2_000_000)
    #expect(FigureComparison.verdict(nearly, far) == .compatible)
    #expect(FigureComparison.verdict(nearly, far, aIsNear: true, bIsNear: false) == .conflict)
  }

  @Test func figuresWithoutValuesAndOddNumbersAreNeverInConflict() {
    #expect(FigureComparison.verdict(figure(.equal), figure(.equal, 3)) == .compatible)
    #expect(FigureComparison.verdict(figure(.equal, .nan), figure(.equal, 3)) == .compatible)
    #expect(FigureComparison.verdict(figure(.about, -.infinity), figure(.equal, 3)) != .same)
  }

  @Test func theVerdictIsTheSameFromBothSides() {
    let figures = [
      figure(.equal, 41), figure(.about, 43), figure(.less, 40), figure(.more, 44),
      figure(.range, low: 30, high: 42), figure(.order, low: 20), figure(.equal),
    ]
    for a in figures {
      for b in figures {
        #expect(FigureComparison.verdict(a, b) == FigureComparison.verdict(b, a))
      }
    }
  }
}
