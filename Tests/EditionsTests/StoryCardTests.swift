import Hypertext
import Press
import Testing

@testable import Editions

@Suite struct StoryCardTests {
  private let edition = Edition(now: FloodSample.now)

  private func drawing(_ teaser: StoryTeaser, width: Int = 900, height: Int = 200) -> String {
    let set = StoryCard.SetHeadline(file: "headline.png", width: width, height: height)
    return String(
      decoding: StoryCard(edition: edition, teaser: teaser).drawing(set).bytes, as: UTF8.self)
  }

  @Test func itShowsTheOutletsInTheirColours() {
    var teaser = FloodSample.teaser
    teaser.outlets = Array(teaser.outlets.prefix(2))
    let card = drawing(teaser)
    for outlet in teaser.outlets { #expect(card.contains(">\(outlet.name)</text>")) }
    #expect(card.contains("width=\"900\" height=\"200\" xlink:href=\"headline.png\""))
    #expect(!card.contains("fill=\"#000000\"") && !card.contains(">+"))
  }

  @Test func whatHasNoRoomIsCounted() {
    var teaser = FloodSample.teaser
    teaser.outlets = (1...30).map { Outlet(id: "o\($0)", name: "Zeitung <\($0)> & Söhne") }
    let card = drawing(teaser)
    let shown = card.split(separator: "</text>").count { $0.contains("&amp; Söhne") }
    #expect(card.contains("Zeitung &lt;1&gt; &amp; Söhne</text>"))
    #expect((2...4).contains(shown) && card.contains(">+\(30 - shown)</text>"))
  }

  @Test func aHeadlineKeepsItsShapeAndItsRoom() {
    #expect(
      drawing(FloodSample.teaser, width: 2_080, height: 300).contains(
        "width=\"1040\" height=\"150\""))
    #expect(
      drawing(FloodSample.teaser, width: 1_000, height: 624).contains(
        "width=\"500\" height=\"312\""))
    var teaser = FloodSample.teaser
    teaser.headline = String(repeating: "Hochwasser ", count: 40)
    let card = StoryCard(edition: edition, teaser: teaser)
    #expect(card.headline.utf8.count <= 160 && card.headlineSize == 54)
  }

  @Test func everyOutletHasAColourByDay() {
    let colours = Palette.names.map { Stylesheet.daylight(outlet: $0) }
    #expect(Set(colours).count == 12 && colours.allSatisfy { $0.utf8.count == 7 })
    #expect(Stylesheet.daylight("nothing") == "#000000" && StoryCard.ink != "#000000")
  }
}
