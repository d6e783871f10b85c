/// The words that tell how surely a sentence is said; read from `speech-status.txt`.
struct SpeechStatusRules: Sendable {
  private enum Part: Sendable {
    case word(UInt64)
    case beginning([UInt8])
  }
  private struct Rule: Sendable {
    var parts: [Part]
    var status: Speech.Status
  }
  private let rules: [Rule]
  /// Rules by the hash of their first word, and by the first byte of the beginning they open with.
  private var byWord: [UInt64: [Int]] = [:]
  private var byBeginning: [UInt8: [Int]] = [:]
  /// How many words may stand between two parts of a rule.
  private static let reach = 9

  init(_ list: WordList) {
    rules = list.entries.compactMap { entry in
      guard let name = entry.attributes.first, let status = Speech.Status(rawValue: name) else {
        return nil
      }
      let parts: [Part] = entry.phrase.split(separator: " ").map { part in
        part.hasSuffix("*")
          ? .beginning(Folding.fold(part.dropLast().utf8)) : .word(Folding.hash(part.utf8))
      }
      return Rule(parts: parts, status: status)
    }
    for (number, rule) in rules.enumerated() {
      switch rule.parts.first {
      case .word(let hash): byWord[hash, default: []].append(number)
      case .beginning(let bytes): byBeginning[bytes.first ?? 0, default: []].append(number)
      case nil: continue
      }
    }
  }

  /// The status of the first rule, of those wanted, that fits a run of tokens.
  func status(
    _ words: Words, _ tokens: Range<Int>, wanted: Set<Speech.Status>
  ) -> Speech.Status? {
    let folded = tokens.map {
      words[$0].kind == .word ? Folding.fold(words.utf8[words[$0].range]) : []
    }
    var best = rules.count
    for at in tokens {
      for number in byWord[words[at].hash] ?? [] where number < best {
        if wanted.contains(rules[number].status), fits(rules[number], words, at, tokens, folded) {
          best = number
        }
      }
      for number in byBeginning[folded[at - tokens.lowerBound].first ?? 0] ?? [] where number < best
      {
        if wanted.contains(rules[number].status), fits(rules[number], words, at, tokens, folded) {
          best = number
        }
      }
    }
    return best < rules.count ? rules[best].status : nil
  }

  /// Whether one word alone hedges or tells hearsay.
  func isHedge(_ words: Words, _ at: Int) -> Bool {
    let folded = Folding.fold(words.utf8[words[at].range])
    return rules.contains { rule in
      guard rule.parts.count == 1, rule.status == .hedged || rule.status == .hearsay else {
        return false
      }
      switch rule.parts[0] {
      case .word(let hash): return words[at].hash == hash
      case .beginning(let bytes): return folded.starts(with: bytes)
      }
    }
  }

  /// Whether a rule fits from a token on.
  private func fits(
    _ rule: Rule, _ words: Words, _ start: Int, _ tokens: Range<Int>, _ folded: [[UInt8]]
  ) -> Bool {
    func isMatch(_ part: Part, _ at: Int) -> Bool {
      switch part {
      case .word(let hash): words[at].hash == hash
      case .beginning(let bytes): folded[at - tokens.lowerBound].starts(with: bytes)
      }
    }
    guard let first = rule.parts.first, isMatch(first, start) else { return false }
    var at = start
    for part in rule.parts.dropFirst() {
      let end = Swift.min(at + 2 + Self.reach, tokens.upperBound)
      guard at + 1 < end, let next = (at + 1..<end).first(where: { isMatch(part, $0) }) else {
        return false
      }
      at = next
    }
    return true
  }
}
