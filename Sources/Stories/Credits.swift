import Languages
import Press

/// The outlets an article says it has its news from: "wie der Telegraph berichtet", "laut Spiegel",
/// "the Guardian reported".
///
/// A text is asked for names beside words of telling; which of them are outlets shows where one of
/// that name has a report in the story.
struct Credits: Sendable {
  /// Hashes of the names, each once.
  private(set) var names: [UInt32] = []
  /// The words just read, the latest last, 0 for one that is no name and where there is none.
  private var latest: (UInt32, UInt32, UInt32) = (0, 0, 0)
  /// Words since the last word of telling.
  private var sinceCue = reach

  /// Names kept of one text.
  private static let most = 8
  /// Words between a name and the word of telling: "berichtet die Zeitung Telegraph".
  private static let reach = 3

  /// Takes the next word of a text.
  mutating func take(_ word: WordReader.Word) {
    if Self.cues.contains(word.hash) {
      note(latest.0)
      note(latest.1)
      note(latest.2)
      sinceCue = 0
      latest = (0, 0, 0)
      return
    }
    let isName = word.isCapitalised && word.length > 2 && !StopWords.contains(word.hash)
    sinceCue += 1
    if isName && sinceCue <= Self.reach { note(word.hash) }
    latest = (latest.1, latest.2, isName ? word.hash : 0)
  }

  /// A sentence has ended.
  mutating func endSentence() {
    latest = (0, 0, 0)
    sinceCue = Self.reach
  }

  private mutating func note(_ name: UInt32) {
    guard name != 0, names.count < Self.most, !names.contains(name) else { return }
    names.append(name)
  }

  /// The name by which texts call an outlet, 0 where its identifier has none: "telegraph" of
  /// "www.telegraph.co.uk".
  static func name(of outlet: Outlet.ID) -> UInt32 {
    let bytes = Array(outlet.utf8)
    let end = bytes.lastIndex(of: UInt8(ascii: ".")) ?? bytes.count
    var best: (hash: UInt32, length: Int) = (0, 2)
    var reader = WordReader()
    reader.read(bytes, in: 0..<end) { word in
      if word.length > best.length && word.hash != web { best = (word.hash, word.length) }
      return true
    }
    return best.hash
  }

  private static let web = WordReader.hash("www")

  private static let cues = WordSet(CreditWords.all)
}
