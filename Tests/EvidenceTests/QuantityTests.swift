import Languages
import Press
import Testing

@testable import Evidence

/// A quantity followed through the months of a saga.
@Suite struct QuantityTests {
  private static let day: Int64 = 86_400

  private func exhibit(_ number: Int, _ text: String, day: Int64) -> Exhibit {
    Exhibit(
      text, number: number, language: .german,
      published: PressDate(instant: 1_780_000_000 + day * Self.day))
  }

  private static let june =
    "Nach Angaben des Ministeriums in Ostrau lieferte Nordland mehr als 10.000 Container mit Granaten nach Westholm."
  private static let july =
    "Der Geheimdienst schätzt, dass Nordland inzwischen etwa 16.000 Container mit Granaten nach Westholm geliefert hat."
  private static let back =
    "Westholm lieferte im Gegenzug 3.000 Container mit Getreide nach Nordland, sagte der Hafenmeister."

  private var saga: [Exhibit] {
    [
      exhibit(1, Self.june, day: 0), exhibit(2, Self.july, day: 40),
      exhibit(3, Self.back, day: 41),
      exhibit(
        4,
        "Wie der Bote unter Berufung auf das Ministerium in Ostrau berichtet, lieferte Nordland mehr als 10.000 Container mit Granaten nach Westholm.",
        day: 2),
    ]
  }

  private func anchor(_ exhibit: Exhibit, _ words: String) throws -> Quantity.Anchor {
    let body = exhibit.article.body
    let figure = try #require(
      ExhibitDigest.figures(exhibit.findings, body: body).first { body[$0.range] == words })
    return Quantity.Anchor(
      article: exhibit.article.id, version: exhibit.article.version,
      lower: figure.range.lowerBound)
  }

  @Test func valuesStandByDateAndWordsAreVerbatim() throws {
    let saga = saga
    let quantity = try #require(
      Quantity(at: try anchor(saga[0], "mehr als 10.000 Container"), in: saga.reversed()))
    let words = quantity.entries.map(\.reading.citation.words)
    #expect(words.first == "mehr als 10.000 Container")
    #expect(words.last == "etwa 16.000 Container")
    #expect(!words.contains { $0.contains("3.000") }, "another direction is another quantity")
    for entry in quantity.entries {
      let passage = entry.reading.citation.passage
      let article = try #require(saga.first { $0.article.id == passage.article }).article
      #expect(article.body[passage.range] == entry.reading.citation.words)
    }
    #expect(quantity.direction == "nach Westholm")
    let dates = quantity.entries.filter { !$0.isRelay }.compactMap(\.date?.start)
    #expect(dates == dates.sorted())
  }

  @Test func everyReadingOfAQuantityLeadsToTheSame() throws {
    let saga = saga
    let first = try #require(
      Quantity(at: try anchor(saga[0], "mehr als 10.000 Container"), in: saga))
    let second = try #require(
      Quantity(at: try anchor(saga[1], "etwa 16.000 Container"), in: saga))
    #expect(Set(first.entries) == Set(second.entries))
  }

  @Test func whatIsNoFigureHasNoQuantity() throws {
    let saga = saga
    let id = saga[0].article.id
    #expect(Quantity(at: .init(article: id, version: 1, lower: 3), in: saga) == nil)
    #expect(Quantity(at: .init(article: "none", version: 1, lower: 3), in: saga) == nil)
    #expect(Quantity(at: .init(article: id, version: 9, lower: 3), in: saga) == nil)
    #expect(Quantity(at: .init(article: id, version: 1, lower: 3), in: []) == nil)
  }
}
