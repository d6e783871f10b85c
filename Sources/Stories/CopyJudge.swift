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
    let leads = coveredLead(sketch, reading)
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

  /// How far the first sentences of one are covered by sentences of the other, whichever way round
  /// is more.
  private static func coveredLead(_ sketch: CopySketch, _ reading: CopyReading) -> Float {
    let sketched = (sketch.sentences.count + CopySketch.width - 1) / CopySketch.width
    // How much of the best sentence of the other side stands in each.
    var bestOfSketch = Array(repeating: Float(0), count: min(sketched, lead))
    let count = min(reading.sentences.count, CopyReading.mostOpen)
    var bestOfReading = Array(repeating: Float(0), count: count)
    var found = Array(repeating: 0, count: count)
    for number in 0..<sketched {
      let start = number * CopySketch.width
      var all = 0
      for index in start..<min(start + CopySketch.width, sketch.sentences.count)
      where sketch.sentences[index] != 0 {
        all += 1
        reading.eachSentence(with: sketch.sentences[index]) { found[$0] += 1 }
      }
      for place in found.indices where found[place] > 0 {
        let share = Float(found[place]) / Float(max(all, 3))
        found[place] = 0
        bestOfReading[place] = max(bestOfReading[place], share)
        if number < lead { bestOfSketch[number] = max(bestOfSketch[number], share) }
      }
    }
    let weights = reading.sentences.prefix(lead).map { Float(min($0.count, 12)) }
    let even = Array(repeating: Float(1), count: bestOfSketch.count)
    return max(covered(bestOfReading, weights), covered(bestOfSketch, even))
  }

  /// The share of sentences that are covered, with how much each weighs.
  private static func covered(_ best: [Float], _ weights: [Float]) -> Float {
    var covered: Float = 0
    var total: Float = 0
    for (best, weight) in zip(best, weights) {
      total += weight
      if best >= 0.39 { covered += weight * best }
    }
    return total > 0 ? covered / total : 0
  }
}
