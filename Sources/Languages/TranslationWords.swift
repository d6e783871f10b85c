import Press

/// The words behind the signs; read from `translation-words.txt`.
final class TranslationWords: Sendable {
  static let german = TranslationWords(WordList(.german, "translation-words"))

  let openers: WordSet
  /// Words that begin sentences, but stand with capitals in names too.
  let starts: WordSet
  let articled: WordSet
  let naming: WordSet
  let works: WordSet
  let english: WordSet
  let that: WordSet
  let saying: WordSet
  let finite: WordSet
  let helpers: WordSet
  let infinitives: WordSet
  let joins: WordSet
  let adjectives: WordSet
  let months: WordSet
  let scales: WordSet
  let titles: WordSet
  let half: WordSet
  let tags: WordSet
  let inWord = WordSet("in")
  /// Lines of links, by the hashes of their first words.
  let furniture: [[UInt64]]
  /// Their first words.
  let furnitureStarts: WordSet
  let also = Words("siehe auch").all.map(\.hash)
  let participleHeads = ["ge", "ver", "be", "ent", "er", "zer", "auf", "an"].map { Array($0.utf8) }

  private init(_ list: WordList) {
    func set(_ name: String) -> WordSet {
      WordSet(
        list.entries.filter { $0.attributes.contains(name) }.map(\.phrase).joined(separator: " "))
    }
    openers = set("opener")
    starts = set("start")
    articled = set("articled")
    naming = set("naming")
    works = set("work")
    english = set("english")
    that = set("that")
    saying = set("saying")
    finite = set("finite")
    helpers = set("helper")
    infinitives = set("infinitive")
    joins = set("join")
    adjectives = set("adjective")
    months = set("month")
    scales = set("scale")
    titles = set("title")
    half = set("half")
    tags = set("tag")
    let lines = list.entries.filter { $0.attributes.contains("furniture") }.map(\.phrase)
    furniture = lines.map { Words($0).all.map(\.hash) }
    furnitureStarts = WordSet(
      lines.compactMap { $0.split(separator: " ").first }.joined(separator: " "))
  }
}
