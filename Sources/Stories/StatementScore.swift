/// How surely two passages say the same in other words.
///
/// Half is the words both hold, weighted by rarity; half is the runs of four and five letters both
/// hold, in which compounds and inflected words meet ("Jahrestag", "Jahrestages", "zum Jahrestag").
enum StatementScore {
  /// Letters of the runs.
  private static let runs = 4...5
  /// Where as many pairs of development data say the same as not.
  private static let even: Float = 0.12

  /// 0…1, from one half on the same.
  static func score(_ left: String, _ right: String) -> Double {
    let a = Passage(left)
    let b = Passage(right)
    let raw = (share(a.words, b.words, Self.weight) + share(a.runs, b.runs) { _ in 1 }) / 2
    return Double(raw < even ? raw / even * 0.5 : 0.5 + (raw - even) / (1 - even) * 0.5)
  }

  /// What both hold by the geometric mean of what each holds.
  private static func share(
    _ left: Set<UInt32>, _ right: Set<UInt32>, _ weight: (UInt32) -> Float
  ) -> Float {
    // Sums of whole numbers: a set's order changes from run to run.
    func sum(_ hashes: Set<UInt32>) -> Float {
      Float(hashes.reduce(0) { $0 + Int(weight($1) * 256) }) / 256
    }
    let both = sum(left.intersection(right))
    return both > 0 ? both / (sum(left) * sum(right)).squareRoot() : 0
  }

  private static func weight(_ hash: UInt32) -> Float {
    StopWords.contains(hash)
      ? 1 : max(1, RarityTable.weight(ofBucket: UInt16(clamping: RarityTable.bucket(of: hash))))
  }

  /// A passage's words and runs of letters, each once.
  private struct Passage {
    var words: Set<UInt32> = []
    var runs: Set<UInt32> = []

    init(_ text: String) {
      var reader = WordReader()
      var words: Set<UInt32> = []
      var runs: Set<UInt32> = []
      func insert(_ run: UInt32) { runs.insert(run) }
      reader.read(Array(text.utf8), runs: StatementScore.runs, grams: insert) {
        if $0.length > 1 { words.insert($0.hash) }
        return true
      }
      self.words = words
      self.runs = runs
    }
  }
}
