internal import CStemmer
public import Press

/// Reduces words to stems with Snowball's German and English stemmers (libstemmer), remembering
/// those it has seen.
///
/// Not safe for concurrent use: make one for each task. Making one costs about a microsecond.
public struct Stemmer {
  private let snowball: Snowball?
  private let isGerman: Bool
  private var known: [UInt64: [UInt8]] = [:]

  /// A stemmer for a language; words of languages without one are only folded.
  public init(_ language: Language) {
    isGerman = language == .german
    snowball = Snowball(language)
  }

  /// The folded stem of one word: `Häuser` and `Haeuser` give `haus`.
  public mutating func stem(_ word: some Collection<UInt8>) -> [UInt8] {
    stem(word, hash: Folding.hash(word))
  }

  /// The stem of a word whose folded hash is known.
  mutating func stem(_ word: some Collection<UInt8>, hash: UInt64) -> [UInt8] {
    if let stem = known[hash] { return stem }
    // A flood of different words must not become a flood of memory.
    if known.count > 20_000 { known.removeAll(keepingCapacity: true) }
    let stem = read(word)
    known[hash] = stem
    return stem
  }

  private func read(_ word: some Collection<UInt8>) -> [UInt8] {
    guard word.count <= 60, let snowball else { return Folding.fold(word) }
    guard isGerman else { return snowball.stem(Folding.fold(word)) }
    let lower = Folding.fold(word, germanUmlauts: false)
    return Folding.fold(snowball.stem(Self.umlauts(lower)))
  }

  /// `ae`, `oe`, `ue` as umlauts, so that both spellings have one stem; not behind a vowel or `q`
  /// (`neue`, `Quelle`).
  private static func umlauts(_ word: [UInt8]) -> [UInt8] {
    guard word.contains(UInt8(ascii: "e")) else { return word }
    var out: [UInt8] = []
    out.reserveCapacity(word.count)
    for (index, byte) in word.enumerated() {
      guard byte == UInt8(ascii: "e"), let last = out.last,
        last == UInt8(ascii: "a") || last == UInt8(ascii: "o") || last == UInt8(ascii: "u"),
        index < 2 || !blocks.contains(word[index - 2])
      else {
        out.append(byte)
        continue
      }
      out.removeLast()
      out.append(0xC3)
      out.append(last == 0x61 ? 0xA4 : last == 0x6F ? 0xB6 : 0xBC)
    }
    return out
  }

  private static let blocks = Array("aeiouyq".utf8)
}

/// Owner of one libstemmer object.
private final class Snowball {
  private let stemmer: OpaquePointer

  init?(_ language: Language) {
    let names = ["de": "german", "en": "english", "fr": "french", "es": "spanish", "it": "italian"]
    guard let name = names[language.rawValue], let stemmer = sb_stemmer_new(name, "UTF_8") else {
      return nil
    }
    self.stemmer = stemmer
  }

  func stem(_ word: [UInt8]) -> [UInt8] {
    guard let first = sb_stemmer_stem(stemmer, word, Int32(truncatingIfNeeded: word.count)) else {
      return word
    }
    let length = sb_stemmer_length(stemmer)
    return Array(UnsafeBufferPointer(start: first, count: Swift.max(0, Int(length))))
  }

  deinit { sb_stemmer_delete(stemmer) }
}
