import Evidence
import Languages
import Press
import Testing

/// What a denial points at, over cases of our own: articles (parted by bars), and words of the claim
/// that is denied, or nil where none may be pointed at.
struct DenialTests {
  struct Case: Sendable {
    var articles: String
    var denied: String?
    var language = Language.german

    init(_ articles: String, denies denied: String?, _ language: Language = .german) {
      self.articles = articles
      self.denied = denied
      self.language = language
    }
  }

  /// The words each denial of a case points at.
  private func pointings(_ item: Case) -> [String] {
    let exhibits = item.articles.split(separator: "|").enumerated().map { number, text in
      let plain = PlainText(String(text))
      let published = PressDate(year: 2026, month: 11, day: 20)
      let article = Article(
        id: "a\(number)", outlet: Outlet(id: "a\(number).example", name: "a"), headline: "",
        published: published, language: item.language, blocks: plain.blocks)
      return Exhibit(
        article: article,
        findings: Reading.findings(in: plain.body, language: item.language, published: published),
        arrived: Int64(number))
    }
    return Dossier(of: exhibits).claimGroups.flatMap { group in
      group.claims.compactMap { $0.denies.map { group.claims[$0].citation.words } }
    }
  }

  @Test func denialsPointAtWhatTheyDenyOrStaySilent() {
    var right = 0
    var pointed = 0
    var wanted = 0
    var misses: [String] = []
    for item in Self.cases {
      let found = pointings(item)
      if item.denied != nil { wanted += 1 }
      pointed += found.count
      let good = found.filter { words in item.denied.map { words.contains($0) } ?? false }.count
      right += min(1, good)
      if good != found.count || (item.denied != nil && good == 0) {
        misses.append("\(item.articles) points at \(found), wanted \(item.denied ?? "none")")
      }
    }
    let precision = Double(right) / Double(max(1, pointed))
    let recall = Double(right) / Double(wanted)
    #expect(Self.cases.count >= 40)
    #expect(precision >= 0.95, "\(misses)")
    #expect(recall >= 0.85, "\(misses)")
  }
}
