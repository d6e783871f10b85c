import Press

/// A linear model over hashed words and runs of letters that tells German sections apart.
///
/// Trained on headlines (`Weights/sections-de.txt`); it holds no text and no word in clear.
package enum SectionModel {
  /// The sections it knows, in the order of its weights.
  package static let names = [
    "politik", "wirtschaft", "technik", "wissen", "kultur", "unterhaltung", "sport", "panorama",
  ]
  package static let buckets = 1 << 18
  /// Letters of a bucket in the file: a weight for each section, then how rare its sign is, and the
  /// mark by which it is known. Of the signs that fall into a bucket only one counts.
  package static let letters = names.count + 2

  /// A bucket's share in a text.
  package struct Share: Sendable {
    package var bucket: Int
    package var share: Float
  }

  /// What each of a text's signs counts: the rarer, and the more often it stands there, the more.
  /// Words and runs are brought to length 1 apart, for a text has ten times as many runs.
  ///
  /// `rarity` says how rare a sign is, 0 for one that does not count.
  package static func shares(
    of signs: SectionSigns, rarity: (SectionSigns.Sign) -> Float
  ) -> [Share] {
    var shares = [Share(bucket: always, share: 1)]
    shares.reserveCapacity(signs.words.count + signs.runs.count + 1)
    for group in [signs.words, signs.runs] {
      let start = shares.count
      var square: Float = 0
      for sign in group {
        let rarity = rarity(sign)
        guard rarity > 0 else { continue }
        let share = share(sign, rarity)
        square += share * share
        shares.append(Share(bucket: sign.bucket, share: share))
      }
      guard square > 0 else { continue }
      let length = 1 / square.squareRoot()
      for index in start..<shares.count { shares[index].share *= length }
    }
    return shares
  }

  /// Words and pairs of words that a text must have.
  private static let fewest = 4

  /// The likeliest section of a German text; nil where it has too few words, or where two sections
  /// are as likely.
  static func section(_ text: some Collection<UInt8>, _ reader: inout SignReader) -> Section? {
    guard !table.isEmpty else { return nil }
    let rows = table.span
    reader.open(text)
    let words = reader.readWords()
    guard words >= fewest else { return nil }
    var sums = SIMD8<Float>(rows[always].weights)
    sums += sum(of: reader.signs.span.extracting(first: words), rows)
    let runs = reader.readRuns { rows[$0.bucket].mark == $0.mark }
    sums += sum(of: reader.signs.span.extracting(first: runs), rows)
    var best = 0
    for index in sections.indices where sums[index] > sums[best] { best = index }
    let isTie = sections.indices.contains { $0 != best && sums[$0] == sums[best] }
    return isTie ? nil : sections[best]
  }

  /// What signs of a kind say of each section, their shares brought to length 1.
  private static func sum(
    of signs: Span<SectionSigns.Sign>, _ rows: Span<Row>
  ) -> SIMD8<Float> {
    var sum = SIMD8<Float>.zero
    var square: Float = 0
    for index in signs.indices {
      let sign = signs[index]
      let row = rows[sign.bucket]
      guard row.mark == sign.mark else { continue }
      let share = share(sign, row.rarity)
      square += share * share
      sum += SIMD8<Float>(row.weights) * share
    }
    return square > 0 ? sum / square.squareRoot() : sum
  }

  /// What a sign counts by its rarity and the times it is met.
  private static func share(_ sign: SectionSigns.Sign, _ rarity: Float) -> Float {
    sign.times == 1 ? rarity : rarity * (1 + naturalLog(Float(sign.times)))
  }

  private static let sections = names.compactMap(Section.init(rawValue:))

  /// The bucket that counts in every text, with a share of 1: how common each section is.
  package static let always = 0

  /// What one step of a bucket's rarity stands for.
  package static let rarityStep: Float = 0.5

  private struct Row {
    /// One for each section, in whole steps.
    var weights: SIMD8<Int8> = .zero
    var rarity: Float = 0
    /// That of the sign it stands for; no sign's where none counts.
    var mark: Int8 = 0
  }

  private static let table: [Row] = {
    let letters = Weights.letters(of: "Weights/sections-de.txt")
    guard letters.count == buckets * Self.letters else { return [] }
    var table = Array(repeating: Row(), count: buckets)
    for bucket in table.indices {
      func step(_ place: Int) -> Int8 {
        Int8(truncatingIfNeeded: Int(letters[bucket * Self.letters + place]) - 80)
      }
      for place in names.indices { table[bucket].weights[place] = step(place) }
      table[bucket].rarity = Float(step(names.count)) * rarityStep
      if table[bucket].rarity > 0 { table[bucket].mark = step(names.count + 1) }
    }
    return table
  }()
}

/// The files of trained weights: letters in lines of any length.
enum Weights {
  /// The letters of a file, without the line ends.
  static func letters(of path: String) -> [UInt8] {
    guard let file = EmbeddedFile.all.first(where: { $0.path == path }) else { return [] }
    return file.text.withUTF8Buffer { bytes in bytes.filter { $0 > 32 } }
  }
}
