import Press
import Storage
import Stories
import Testing

@testable import Server

/// The stories the sample press makes, as readers see them.
@Suite struct SampleStoriesTests {
  /// Beginnings of headlines that tell of one event each.
  private static let events = [
    [
      "Tausende müssen Harsbach", "Lonne steigt weiter", "Sirenen in Harsbach", "Landratsamt zählt",
    ],
    ["Solvetta baut die Zellfabrik", "Bericht: Solvetta sagt", "Solvetta drops plan"],
    ["Parlament von Sarnau verschiebt", "Hafengesetz vertagt"],
    ["Warnstreik legt den Hafen", "Hafenarbeiter in Sarnau"],
    ["Lücke in Türschlössern", "Klinkora-Schlösser"],
    ["Bohrkern aus dem Varner Moor", "Bog core points"],
    ["Brenningen schlägt Ostrau", "Brenningen dreht das Spiel"],
    ["Jorinde Malk gewinnt", "Filmpreis von Lüdau"],
    ["Rechenzentrum in Ostrau"], ["Brenningen baut die Schule"], ["Storch bleibt"],
  ]

  private func places() async throws -> [(event: Int, story: Story)] {
    let sample = try await SampleSite()
    var found: [(Int, Story)] = []
    for summary in try sample.library.stories(limit: 100) {
      guard let filed = try sample.library.story(summary.id) else { continue }
      for member in filed.story.members {
        let headline = try sample.library.article(member.article)?.article.headline ?? ""
        let event = Self.events.firstIndex { $0.contains { headline.hasPrefix($0) } }
        if let event { found.append((event, filed.story)) }
      }
    }
    return found
  }

  @Test func noStoryMixesEventsAndFewEventsAreParted() async throws {
    let places = try await places()
    #expect(places.count >= Self.events.joined().count)
    for (event, story) in places {
      for other in places where other.story.id == story.id {
        #expect(other.event == event, "\(Self.events[event][0]) and \(Self.events[other.event][0])")
      }
    }
    let parted = Self.events.indices.filter { event in
      Set(places.filter { $0.event == event }.map(\.story.id)).count > 1
    }
    #expect(parted.count <= 2, "\(parted.map { Self.events[$0][0] })")
  }

  @Test func aTownAloneMakesNoSaga() async throws {
    let places = try await places()
    func sagas(_ headline: String) -> Set<String> {
      Set(places.filter { Self.events[$0.event][0] == headline }.map(\.story.saga))
    }
    let factory = sagas("Solvetta baut die Zellfabrik")
    #expect(!factory.isEmpty)
    for other in [
      "Brenningen schlägt Ostrau", "Rechenzentrum in Ostrau", "Tausende müssen Harsbach",
    ] {
      #expect(factory.isDisjoint(with: sagas(other)), "\(other)")
    }
    #expect(sagas("Parlament von Sarnau verschiebt") == sagas("Warnstreik legt den Hafen"))
  }
}
