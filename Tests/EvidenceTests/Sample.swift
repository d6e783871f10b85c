import Evidence
import Languages
import Press

/// Articles for tests, read as the newsroom reads them; what is said is marked by hand, so that
/// these tests stand for the dossier alone.
enum Sample {
  struct Said {
    var words: String
    var speaker: String?
    var kind: Speech.Kind = .indirect
    var status: Speech.Status = .claimed
    var relay: String?
  }

  static func exhibit(
    _ id: String, outlet: String? = nil, _ text: String, headline: String = "", day: Int = 18,
    said: [Said] = [], names: [(String, Name.Kind)] = [], copyOf: String? = nil,
    isSibling: Bool = false
  ) -> Exhibit {
    let plain = PlainText(text)
    let published = PressDate(year: 2026, month: 11, day: day)
    var findings = Reading.findings(in: plain.body, language: .german, published: published)
    func stretch(_ words: String) -> Stretch? { Self.stretch(of: words, in: plain.body) }
    findings.speech = said.compactMap { said in
      guard let words = stretch(said.words) else { return nil }
      return Speech(
        stretches: [words], kind: said.kind,
        speaker: said.speaker.flatMap(stretch).map { [$0] } ?? [], status: said.status,
        relay: said.relay.flatMap(stretch))
    }
    findings.names = names.compactMap { name, kind in
      stretch(name).map { Name(stretch: $0, kind: kind, key: name.lowercased()) }
    }.sorted { $0.stretch.lower < $1.stretch.lower }
    let article = Article(
      id: id, outlet: Outlet(id: outlet ?? "\(id).example", name: id), headline: headline,
      published: published, language: .german, blocks: plain.blocks)
    return Exhibit(
      article: article, findings: findings, copyOf: copyOf, arrived: Int64(day) * 86_400,
      isSibling: isSibling)
  }

  /// Where words first stand in a text.
  static func stretch(of words: String, in body: ArticleText) -> Stretch? {
    let needle = Array(words.utf8)
    guard !needle.isEmpty, body.utf8.count >= needle.count else { return nil }
    for start in 0...body.utf8.count - needle.count
    where body.utf8[start..<start + needle.count].elementsEqual(needle) {
      return Stretch(start..<start + needle.count)
    }
    return nil
  }
}
