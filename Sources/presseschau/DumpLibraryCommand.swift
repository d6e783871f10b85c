import ArgumentParser
import Dispatch
import Evidence
import Foundation
import Languages
import Press
import Storage
import Stories
import Synchronization

/// `presseschau dump library FILE --articles N`: a large library of invented articles, for measuring.
struct DumpLibrary: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "library", abstract: "Writes a large library of invented articles.")

  @Option(help: "How many articles.") var articles = 100_000
  @Argument(help: "The file to write.") var file: String

  func run() throws {
    let library = try Library(path: file)
    try library.hurry()
    let press = InventedPress()
    let progress = Progress()
    let batchSize = 1_000
    for first in stride(from: 0, to: articles, by: batchSize) {
      var batch = Library.Batch()
      let numbers = first..<min(first + batchSize, articles)
      let made = press.filings(numbers, of: articles)
      batch.filings = made
      batch.stories = press.stories(made)
      // No news will come: a desk that remembers nothing is enough.
      if numbers.upperBound == articles { batch.desk = StoryDesk().encode() }
      try library.keep(batch)
      progress.show("\(numbers.upperBound) of \(articles) articles written")
    }
    progress.clear()
    try library.close()
  }
}

/// Invents articles: words by Zipf's law, 200 outlets, four articles a story, the newest an hour old.
struct InventedPress {
  private let words: [String]
  private let shares: [Double]
  private let people: [String]
  private static let outlets = 200
  private static let perStory = 4
  private static let newest: Int64 = 1_795_240_000

  init() {
    var chance = Chance(seed: 1)
    let starts = [
      "Ha", "Schi", "Stra", "Bu", "We", "Re", "Ko", "Mi", "Fa", "Lo", "Du", "Be", "Pla",
    ]
    let middles = [
      "fen", "ffs", "ssen", "ndes", "rken", "gier", "mmis", "nis", "bri", "gis", "ten",
    ]
    let ends = [
      "bau", "ung", "er", "haus", "plan", "zahl", "kosten", "lage", "rat", "amt", "preis",
    ]
    var seen: Set<String> = []
    while seen.count < 30_000 {
      var word = starts[chance.below(starts.count)]
      for _ in 0...chance.below(3) { word += middles[chance.below(middles.count)] }
      seen.insert(word + ends[chance.below(ends.count)])
    }
    words =
      ["der", "und", "Hafen", "Container", "Regierung"] + seen.sorted().shuffled(using: &chance)
    var sum = 0.0
    shares = words.indices.map { rank in
      sum += 1 / Double(rank + 2)
      return sum
    }
    people = (0..<3_000).map { _ in "Anna" }.enumerated().map {
      "\($1) Weber\(String($0, radix: 36))"
    }
  }

  /// Packed on all cores.
  func filings(_ numbers: Range<Int>, of count: Int) -> [Filing] {
    let made = Mutex<[Filing]>([])
    DispatchQueue.concurrentPerform(iterations: 8) { part in
      let mine = stride(from: numbers.lowerBound + part, to: numbers.upperBound, by: 8)
        .compactMap { try? filing($0, of: count) }
      made.withLock { $0 += mine }
    }
    return made.withLock { $0 }.sorted {
      ($0.arrivedAt, $0.article.id) < ($1.arrivedAt, $1.article.id)
    }
  }

  private func filing(_ number: Int, of count: Int) throws -> Filing {
    var chance = Chance(seed: UInt64(number) + 7)
    let story = number / Self.perStory
    let outlet = chance.below(Self.outlets)
    let person = people[story % people.count]
    // The articles of a story share some words.
    var shared = Chance(seed: UInt64(story) + 99)
    let matter = (0..<6).map { _ in word(&shared) }
    let paragraphs = (0..<5).map { paragraph -> Block in
      let text = (0..<50).map { _ in
        chance.below(6) == 0 ? matter[chance.below(6)] : word(&chance)
      }.joined(separator: " ")
      return .paragraph(RichText("\(paragraph == 0 ? person + " " : "")\(text)."))
    }
    let at = Self.newest - Int64(count - number) * 20
    let section = Section.allCases[story % Section.allCases.count]
    let article = Article(
      id: "a\(String(number, radix: 36))", url: "https://outlet\(outlet).example/\(number)",
      outlet: Outlet(id: "outlet\(outlet).example", name: "Outlet \(outlet)"),
      headline: (matter.prefix(3) + [word(&chance), word(&chance)]).joined(separator: " "),
      published: PressDate(instant: at), section: section, language: .german, blocks: paragraphs)
    let body = article.body
    var findings = Findings(language: .german)
    findings.sentences = body.paragraphs.map {
      Sentence(
        stretch: Stretch($0.range), anchor: $0.anchor, hash: SentenceHash.of(body.utf8[$0.range]),
        isHeading: false)
    }
    findings.names = [
      Name(stretch: Stretch(0..<person.utf8.count), kind: .person, key: person.lowercased())
    ]
    return Filing(
      article: article, findings: findings, capture: nil, source: nil, arrivedAt: at,
      story: "s\(String(story, radix: 36))", copyOf: nil, section: section,
      packed: try PackedReading(article: article, findings: findings, capture: nil))
  }

  private func word(_ chance: inout Chance) -> String {
    let wanted = chance.fraction * (shares.last ?? 1)
    var low = 0
    var high = shares.count - 1
    while low < high {
      let middle = (low + high) / 2
      if shares[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return words[low]
  }

  func stories(_ filings: [Filing]) -> [FiledStory] {
    Dictionary(grouping: filings, by: \.story).sorted { $0.key < $1.key }.map { id, members in
      let first = members[0].article
      let dates = members.map { $0.article.published?.start ?? 0 }
      let outlets = members.map(\.article.outlet.id)
      let story = Story(
        id: id, saga: id, section: first.section,
        members: members.map { Story.Member(article: $0.article.id, because: "invented") })
      let summary = StorySummary(
        id: id, saga: id, section: first.section, lead: first.id, headline: first.headline,
        kicker: nil, standfirst: nil, language: .german, leadOutlet: first.outlet.id,
        outlets: outlets, independentOutlets: outlets, articleCount: members.count,
        independentCount: members.count, firstAt: dates.min() ?? 0, lastAt: dates.max() ?? 0,
        reports: zip(outlets, dates).map { .init(outlet: $0, at: $1, isCopy: false) },
        disagreement: nil)
      return FiledStory(story: story, summary: summary, dossier: Dossier())
    }
  }
}

/// Numbers that look like chance and are the same in every run (SplitMix64).
struct Chance: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }
  var fraction: Double { mutating get { Double(next() >> 11) / Double(1 << 53) } }
}
