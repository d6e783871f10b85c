import Languages

/// Counts how words are used, for `WordTendencies`.
struct TendencyCount {
  private var counts: [UInt64: WordTendencies.Count] = [:]

  private static let determiners = hashes(
    "der die das dem den des ein eine einen einem einer eines kein keine keinen im am zum zur vom "
      + "beim ins ans dieser diese dieses diesem diesen jeder jede jedes seine seiner seinem "
      + "seinen sein ihre ihr ihrer ihrem ihren unser unsere unserer mein meine deine alle allen "
      + "aller viele vielen mehr mehrere einige wenige zwei drei vier fünf sechs sieben acht neun "
      + "zehn")
  private static let placing = hashes("in aus nach bei von bis um")

  private static func hashes(_ words: String) -> Set<UInt64> { Set(Words(words).all.map(\.hash)) }

  mutating func add(_ text: String) {
    let words = Words(text)
    for index in words.indices where words[index].kind == .word {
      let word = words[index]
      guard word.isCapitalised else {
        counts[word.hash, default: .init()].small += 1
        continue
      }
      let before = words[index - 1]
      guard index > 0, before.kind != .punctuation || words.firstByte(index - 1) == 0x2C else {
        continue
      }
      var count = counts[word.hash] ?? .init()
      count.capital += 1
      if before.kind == .number || Self.determiners.contains(before.hash) {
        count.determined += 1
      } else if Self.placing.contains(before.hash) {
        count.placed += 1
      } else if before.kind == .word, before.isCapitalised {
        count.led += 1
      } else if before.kind == .word, Self.isInflected(words.utf8[before.range]) {
        count.determined += 1
      }
      let after = words[index + 1]
      if after.kind == .word, after.isCapitalised { count.followed += 1 }
      counts[word.hash] = count
    }
  }

  /// As adjectives end.
  private static func isInflected(_ letters: ArraySlice<UInt8>) -> Bool {
    guard letters.count > 4, let last = letters.last else { return false }
    if last == UInt8(ascii: "e") { return true }
    return letters.dropLast().last == UInt8(ascii: "e")
      && [UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "s"), UInt8(ascii: "m")].contains(last)
  }

  /// The file `word-tendencies.txt`: a bucket has the code of its commonest word.
  var letters: String {
    var best = Array(
      repeating: (all: 1, hash: UInt64(0), code: UInt8(0)), count: 1 << WordTendencies.bits)
    for (hash, count) in counts {
      let bucket = WordTendencies.bucket(of: hash)
      let known = best[bucket]
      // Of two words met as often the one with the lower hash, so that every run gives the same.
      guard count.all > known.all || (count.all == known.all && count.all > 1 && hash < known.hash)
      else { continue }
      best[bucket] = (count.all, hash, count.code)
    }
    var out = ""
    for (index, entry) in best.enumerated() {
      for half in [entry.code >> 4, entry.code & 15] {
        out.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "a") + half))
      }
      if index % 50 == 49 { out += "\n" }
    }
    return out.hasSuffix("\n") ? out : out + "\n"
  }
}
