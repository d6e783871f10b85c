/// How much of one text stands in another, told apart from a follow-up that only reuses a part.
///
/// A copy or rewrite takes over the words of what it was made from, and it takes over the lead; a
/// follow-up leads with what is new and keeps the old for its end.
enum CopyJudge {
  /// Sentences that count as the lead.
  static let lead = 8
  /// From here on a text counts as a copy.
  static let bar: Float = 0.5

  /// 0…1; `bar` and more for a copy or rewrite, whichever of the two came first.
  static func score(_ sketch: CopySketch, _ reading: CopyReading) -> Float {
    let shared = sharedWords(sketch, reading)
    guard shared > 0.1 else { return shared * 0.5 }
    let leads = max(coveredLead(of: reading, in: sketch), coveredLead(of: sketch, in: reading))
    let raw = 0.5 * shared + 0.5 * leads
    // Half way where follow-ups end and rewrites begin.
    return raw < 0.47 ? raw / 0.47 * 0.5 : 0.5 + (raw - 0.47) / 0.53 * 0.5
  }

  /// The share of the shorter text's words that the other holds too, weighted by rarity.
  static func sharedWords(_ sketch: CopySketch, _ reading: CopyReading) -> Float {
    var both: Float = 0
    var left: Float = 0
    var right: Float = 0
    var i = 0
    var j = 0
    let words = reading.words
    while i < sketch.words.count || (j < words.count && words[j] < sketch.limit) {
      let a = i < sketch.words.count ? sketch.words[i] : UInt16.max
      let b = j < words.count && words[j] < sketch.limit ? words[j] : UInt16.max
      if a == b {
        let weight = RarityTable.weight(ofBucket: a)
        both += weight
        left += weight
        right += weight
        i += 1
        j += 1
      } else if a < b {
        left += RarityTable.weight(ofBucket: a)
        i += 1
      } else {
        right += RarityTable.weight(ofBucket: b)
        j += 1
      }
    }
    let less = min(left, right)
    return less > 0 ? both / less : 0
  }

  /// How far the first sentences of a text are covered by those of a sketch.
  private static func coveredLead(of reading: CopyReading, in sketch: CopySketch) -> Float {
    var covered: Float = 0
    var total: Float = 0
    for (sentence, words) in zip(reading.sentences, reading.sets).prefix(lead) {
      var best: Float = 0
      var start = 0
      while start < sketch.sentences.count {
        best = max(best, share(of: sketch, start, in: words))
        start += CopySketch.width
      }
      let weight = Float(min(sentence.count, 12))
      total += weight
      if best >= 0.39 { covered += weight * best }
    }
    return total > 0 ? covered / total : 0
  }

  /// How far the first sentences of a sketch are covered by those of a text.
  private static func coveredLead(of sketch: CopySketch, in reading: CopyReading) -> Float {
    var covered: Float = 0
    var total: Float = 0
    var start = 0
    while start < min(sketch.sentences.count, lead * CopySketch.width) {
      let best = reading.sets.reduce(0) { max($0, share(of: sketch, start, in: $1)) }
      total += 1
      if best >= 0.39 { covered += best }
      start += CopySketch.width
    }
    return total > 0 ? covered / total : 0
  }

  /// The share of a sketched sentence's words that stand in a sentence.
  private static func share(of sketch: CopySketch, _ start: Int, in words: Set<UInt16>) -> Float {
    var found = 0
    var all = 0
    for index in start..<min(start + CopySketch.width, sketch.sentences.count)
    where sketch.sentences[index] != 0 {
      all += 1
      if words.contains(sketch.sentences[index]) { found += 1 }
    }
    return all > 0 ? Float(found) / Float(max(all, 3)) : 0
  }
}
