import Evidence
import Foundation
import Languages
import Press
import Testing

/// What is shown between statements, over the cases in `Evaluation/relations`: silence before a
/// wrong relation.
struct RelationsTests {
  private struct Case: Decodable {
    var id: String
    var lang: String
    var articles: [String]
    /// Words of the claim that is denied.
    var denies: String?
    /// How the figures of the articles compare.
    var verdict: String?
    /// The outlet that only passes on.
    var relays: String?
    /// Whether the two who speak contradict each other.
    var contradicts: Bool?
    /// Whether a machine translated the text.
    var translated: Bool?
  }

  private static func cases(_ name: String) throws -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Evaluation/relations/\(name).jsonl")
    return try Data(contentsOf: file).split(separator: 10).map {
      try JSONDecoder().decode(Case.self, from: $0)
    }
  }

  private func dossier(_ item: Case) -> Dossier { Dossier(of: exhibits(item)) }

  private func exhibits(_ item: Case) -> [Exhibit] {
    let language: Language = item.lang == "en" ? .english : .german
    let published = PressDate(year: 2026, month: 11, day: 20)
    return item.articles.enumerated().map { number, text in
      Exhibit(text, number: number, language: language, published: published)
    }
  }

  /// Right, shown and wanted relations, and what went wrong.
  private struct Tally {
    var right = 0
    var shown = 0
    var wanted = 0
    var wrong: [String] = []

    mutating func add(_ found: [String], wanted words: String?, _ item: Case) {
      let good = found.filter { shown in words.map { shown.contains($0) } ?? false }
      if words != nil { wanted += 1 }
      shown += found.count
      right += good.count
      if good.count < found.count || (words != nil && good.isEmpty) {
        wrong.append("\(item.id): \(found), wanted \(words ?? "none")")
      }
    }

    var precision: Double { Double(right) / Double(max(1, shown)) }
    var recall: Double { Double(right) / Double(max(1, wanted)) }
  }

  @Test func denialsPointAtWhatTheyDenyOrStaySilent() throws {
    var tally = Tally()
    let cases = try Self.cases("denies")
    for item in cases {
      let found = dossier(item).claimGroups.flatMap { group in
        group.claims.compactMap { $0.denies.map { group.claims[$0].citation.words } }
      }
      tally.add(found, wanted: item.denies, item)
    }
    #expect(cases.count >= 180)
    #expect(tally.precision >= 0.95, "\(tally.wrong)")
    #expect(tally.recall >= 0.6, "\(tally.wrong)")
  }

  @Test func figuresCompareWhereTheySpeakOfOneQuantity() throws {
    var tally = Tally()
    let cases = try Self.cases("quantities")
    for item in cases {
      tally.add(
        dossier(item).comparisons.map(\.verdict.rawValue), wanted: item.verdict, item)
    }
    #expect(cases.count >= 200)
    #expect(tally.precision >= 0.95, "\(tally.wrong)")
    #expect(tally.recall >= 0.6, "\(tally.wrong)")
  }

  @Test func outletsThatOnlyPassOnAreToldFromSources() throws {
    var tally = Tally()
    let cases = try Self.cases("relays")
    for item in cases {
      let found = exhibits(item).flatMap { exhibit in
        exhibit.findings.speech.compactMap { $0.relay.map { exhibit.article.body[$0.range] } }
      }
      tally.add(found, wanted: item.relays, item)
    }
    #expect(cases.count >= 200)
    #expect(tally.precision >= 0.95, "\(tally.wrong)")
    #expect(tally.recall >= 0.6, "\(tally.wrong)")
  }

  @Test func whoContradictStandSideBySide() throws {
    let all = try Self.cases("contradicts")
    let cases = all.filter { $0.contradicts ?? false }
    let apart = cases.filter { item in
      !dossier(item).claimGroups.contains { $0.claims.count == 2 }
    }
    #expect(all.count >= 200)
    #expect(apart.count * 4 <= cases.count, "\(apart.map(\.id))")
  }

  @Test func whatMachinesTranslatedIsMarkedOrLeftAlone() throws {
    let cases = try Self.cases("translated")
    let marked = cases.filter { item in
      item.articles.contains { TranslationSigns(ArticleText(plain: $0)).areEnough }
    }
    let right = marked.filter { $0.translated ?? false }
    #expect(cases.count >= 200)
    #expect(right.count * 100 >= marked.count * 95, "\(marked.map(\.id))")
    #expect(right.count * 10 >= cases.filter { $0.translated ?? false }.count * 4)
  }
}
