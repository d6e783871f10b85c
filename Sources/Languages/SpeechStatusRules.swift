/// The words that tell how surely a sentence is said; read from `speech-status.txt`.
final class SpeechStatusRules: Sendable {
  private enum Part: Sendable {
    case word(UInt64)
    case beginning([UInt8])
  }
  private struct Rule: Sendable {
    var parts: [Part]
    var status: Speech.Status
    var bit: UInt16
  }
  private let rules: [Rule]
  /// Rules by the hash of their first word, and by the first byte of the beginning they open with.
  private let byWord: HashTable<[Int]>
  private let byBeginning: [[Int]]
  /// Rules of one word that hedge or tell hearsay, in the same order.
  private let hedges: HashTable<Bool>
  private let hedgeBeginnings: [[[UInt8]]]
  /// How the first words of the rules in `byBeginning` begin, by their first letter.
  private let beginnings: [[[UInt8]]]
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
      return Rule(parts: parts, status: status, bit: Self.bit(of: status))
    }
    var byWord = HashTable<[Int]>()
    var byBeginning: [[Int]] = Array(repeating: [], count: 256)
    var hedges = HashTable<Bool>()
    var hedgeBeginnings: [[[UInt8]]] = Array(repeating: [], count: 256)
    for (number, rule) in rules.enumerated() {
      switch rule.parts.first {
      case .word(let hash): byWord[hash, default: []].append(number)
      case .beginning(let bytes): byBeginning[Int(bytes.first ?? 0)].append(number)
      case nil: continue
      }
      guard rule.parts.count == 1, rule.status == .hedged || rule.status == .hearsay else {
        continue
      }
      switch rule.parts[0] {
      case .word(let hash): hedges[hash, default: true] = true
      case .beginning(let bytes): hedgeBeginnings[Int(bytes.first ?? 0)].append(bytes)
      }
    }
    self.byWord = byWord
    let rules = rules
    beginnings = byBeginning.map { numbers in
      let all = numbers.compactMap { number -> [UInt8]? in
        guard case .beginning(let bytes) = rules[number].parts.first else { return nil }
        return bytes
      }
      // One that only goes on another one tells no more.
      return all.enumerated().filter { place, bytes in
        !all.enumerated().contains {
          $0.offset != place && bytes.starts(with: $0.element)
            && (bytes.count > $0.element.count || $0.offset < place)
        }
      }.map(\.element)
    }
    self.byBeginning = byBeginning
    self.hedges = hedges
    self.hedgeBeginnings = hedgeBeginnings
  }

  /// The status of the first rule, of those wanted, that fits a run of tokens.
  func status(
    _ text: SpeechText, _ tokens: Range<Int>, wanted: [Speech.Status]
  ) -> Speech.Status? {
    let words = text.words
    let mask = wanted.reduce(0) { $0 | Self.bit(of: $1) }
    var best = rules.count
    for at in tokens {
      if text.flags[at].contains(.opensStatus) || words[at].kind != .word,
        let numbers = byWord[words[at].hash]
      {
        for number in numbers where number < best && rules[number].bit & mask != 0 {
          if fits(rules[number], words, at, tokens) { best = number }
        }
      }
      guard text.tags[at].contains(.mayOpenStatus) else { continue }
      for number in byBeginning[Self.firstLetter(words[at], words.utf8)]
      where number < best && rules[number].bit & mask != 0 {
        if fits(rules[number], words, at, tokens) { best = number }
      }
    }
    return best < rules.count ? rules[best].status : nil
  }

  private static func bit(of status: Speech.Status) -> UInt16 {
    switch status {
    case .stated: 1
    case .claimed: 2
    case .confirmed: 4
    case .estimated: 8
    case .announced: 16
    case .hedged: 32
    case .hearsay: 64
    case .unconfirmed: 128
    case .asked: 256
    case .denied: 512
    }
  }

  /// The first folded byte of a word, 0 for other tokens.
  private static func firstLetter(_ word: Word, _ utf8: [UInt8]) -> Int {
    guard word.kind == .word else { return 0 }
    let first = utf8[word.start]
    if first < 0x80 { return Int((first | 0x20) &- 0x61 < 26 ? first | 0x20 : first) }
    let scalar = Scalar(utf8, word.start)
    if let latin = Folding.latin(scalar.value) { return Int(latin & 0xFF) }
    return Int(Folding.fold(utf8[word.range]).first ?? 0)
  }

  /// Whether a word begins with folded bytes.
  private static func begins(_ word: Word, _ utf8: [UInt8], _ bytes: [UInt8]) -> Bool {
    guard word.kind == .word else { return bytes.isEmpty }
    if word.marks.contains(.hasAccent) {
      return Folding.begins(utf8, word.range, with: bytes)
    }
    guard word.length >= bytes.count else { return false }
    for (offset, byte) in bytes.enumerated() {
      let letter = utf8[word.start + offset]
      guard (0x41...0x5A).contains(letter) ? letter | 0x20 == byte : letter == byte else {
        return false
      }
    }
    return true
  }

  /// The single words that hedge or tell hearsay as they stand.
  func eachHedge(_ body: (UInt64) -> Void) { hedges.each { hash, _ in body(hash) } }

  /// The words that rules begin with.
  func eachFirst(_ body: (UInt64) -> Void) { byWord.each { hash, _ in body(hash) } }

  /// Whether a word begins as words do that hedge or tell hearsay.
  func beginsHedge(_ word: Word, in utf8: [UInt8]) -> Bool {
    hedgeBeginnings[Self.firstLetter(word, utf8)].contains { Self.begins(word, utf8, $0) }
  }

  /// Whether a word begins as the first word of some rule does.
  func mayBegin(_ word: Word, in utf8: [UInt8]) -> Bool {
    beginnings[Self.firstLetter(word, utf8)].contains { Self.begins(word, utf8, $0) }
  }

  /// Whether a rule fits from a token on.
  private func fits(
    _ rule: Rule, _ words: Words, _ start: Int, _ tokens: Range<Int>
  ) -> Bool {
    func isMatch(_ part: Part, _ at: Int) -> Bool {
      switch part {
      case .word(let hash): words[at].hash == hash
      case .beginning(let bytes): Self.begins(words[at], words.utf8, bytes)
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
