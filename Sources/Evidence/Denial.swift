import Languages
import Press

/// How a denial points at what it denies.
///
/// Silence before a wrong relation: what is denied shares enough of its words with the claim, or
/// the denial has no object of its own and the claim is in the sentence right before it.
struct Denial: Sendable {
  enum Object: Sendable {
    /// "dementierte", "wies das zurück", "bestreitet diese Darstellung": what was said before.
    case before
    /// "wies die Vorwürfe zurück": what was said before, if it fits the noun.
    case noun(DenialNoun)
    /// "bestreitet, dass …", "wies den Vorwurf der Untätigkeit zurück".
    case words([UInt64], isNegative: Bool)
    /// "wollte nicht dementieren": denies nothing.
    case nothing
  }
  var object: Object

  /// How much of the words of a denial a claim must share.
  private static let share = 0.5
  private static let leastCommon = 2

  /// Whether a denial with an object of its own denies a claim, whoever carries it.
  func denies(_ claim: ClaimDigest, denial: ClaimDigest) -> Bool {
    guard case .words(let words, let isNegative) = object, Self.isDeniable(claim, by: denial),
      isNegative == claim.isNegative
    else { return false }
    let aside = denial.speakerWords + claim.speakerWords
    let own = words.filter { !aside.contains($0) }
    let common = own.filter { claim.matter.contains($0) && !aside.contains($0) }
    guard common.count >= Self.leastCommon,
      Double(common.count) >= Self.share * Double(own.count)
    else { return false }
    let numbers = own.filter(denial.numbers.contains)
    return numbers.isEmpty || claim.numbers.isEmpty
      || numbers.contains(where: claim.numbers.contains)
  }

  /// A claim by somebody else, which is neither a denial nor a question.
  static func isDeniable(_ claim: ClaimDigest, by denial: ClaimDigest) -> Bool {
    guard claim.status != .denied, claim.status != .asked else { return false }
    if let speaker = claim.speakerKey, let other = denial.speakerKey { return speaker != other }
    return claim.speaker == nil || denial.speaker == nil || claim.speaker != denial.speaker
  }
}

extension Denial {
  /// Reads how a denial is said: `frame` are the words of its sentence, `said` what is told of it.
  init(
    of said: Range<Int>, in sentence: Range<Int>, speaker: Range<Int>?, kind: Speech.Kind,
    ignoring ignored: [Range<Int>], words content: ContentPlaces, body: [UInt8]
  ) {
    let said = said.clamped(to: sentence)
    let isWhole = said.lowerBound - sentence.lowerBound < 3
    // A counter-statement behind a colon or in quotation marks is no object.
    let isCounter = !isWhole && (kind == .direct || Self.followsColon(said.lowerBound, in: body))
    let places = content.places(in: sentence)
    var words: [UInt64] = []
    var isBlank = true
    var isRefused = false
    let frameEnd = isWhole ? sentence.upperBound : said.lowerBound
    for place in places {
      if isCounter, place.range.lowerBound >= said.lowerBound { break }
      if isCounter || place.range.lowerBound < frameEnd || said.contains(place.range.lowerBound) {
        if let speaker, speaker.overlaps(place.range) { continue }
        if ignored.contains(where: { $0.overlaps(place.range) }) { continue }
        if MatterWords.isGeneric(place.hash) || DenialWords.contains(place.hash) { continue }
        words.append(place.hash)
        isBlank = false
      }
    }
    let frame = sentence.lowerBound..<(isCounter ? said.lowerBound : frameEnd)
    let comma = body[frame].firstIndex(of: UInt8(ascii: ",")) ?? frame.upperBound
    isRefused = Negations.count(in: body[frame.lowerBound..<Swift.min(comma, frame.upperBound)]) > 0
    if isRefused && (isWhole || isCounter) {
      object = .nothing
    } else if isBlank {
      let noun = DenialNoun(in: body[frame])
      object = noun.map { .noun($0) } ?? .before
    } else {
      let complement = isCounter ? frame : sentence
      object = .words(
        ContentWords.distinct(words), isNegative: Negations.count(in: body[complement]) % 2 == 1)
    }
  }

  private static func followsColon(_ at: Int, in body: [UInt8]) -> Bool {
    var index = at - 1
    while index >= 0, at - index < 8 {
      switch body[index] {
      case UInt8(ascii: ":"): return true
      case 0x20, UInt8(ascii: "\""), 0x80...: index -= 1
      default: return false
      }
    }
    return false
  }
}

/// Words that turn a statement round.
enum Negations {
  static func count(in bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var length = 0
    // A word of up to seven letters, packed; longer ones are none of the list.
    var word: UInt64 = 0
    for byte in bytes {
      if byte <= 0x2F || byte == UInt8(ascii: ":") {
        if length > 0, length <= 7, list.contains(word) { count += 1 }
        length = 0
        word = 0
      } else {
        word = word << 8 | UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        length += 1
      }
    }
    return length > 0 && length <= 7 && list.contains(word) ? count + 1 : count
  }

  private static let list = {
    var table = HashTable<Bool>()
    for word in [
      "nicht", "nie", "niemals", "kein", "keine", "keinen", "keinem", "keiner", "keines", "ohne",
      "nichts", "niemand", "not", "never", "no", "none", "nobody", "without", "nor",
    ] {
      table[word.utf8.reduce(0) { $0 << 8 | UInt64($1) }, default: true] = true
    }
    return table
  }()
}

extension ExhibitDigest {
  /// The claim right before that a denial speaks of: "dementierte", "wies die Vorwürfe des Vereins
  /// zurück" where the club spoke.
  func claimDeniedBefore(_ place: Int) -> Int? {
    switch claims[place].denial?.object {
    case .before: return claimBefore(place)
    case .noun(let noun):
      return claimBefore(place).flatMap { before in
        let sentence = sentences[claims[before].sentence].range
        return noun.fits(claims[before], in: body.utf8[sentence]) ? before : nil
      }
    case .words(let words, _):
      guard let before = claimBefore(place) else { return nil }
      return words.allSatisfy(claims[before].speakerWords.contains) ? before : nil
    case .nothing, nil: return nil
    }
  }

  /// The claim a denial without object of its own speaks of: the only one, by somebody else, in the
  /// sentence right before; a sentence like "Bestätigt ist das nicht" may stand between.
  private func claimBefore(_ place: Int) -> Int? {
    let denial = claims[place]
    var sentence = denial.sentence - 1
    var steps = 0
    while sentence >= 0, steps < 2 {
      guard !findings.sentences[sentence].isHeading else { return nil }
      let range = sentences[sentence].range
      guard !hasRivals(range) else { return nil }
      var found: Int?
      for (index, claim) in claims[..<place].enumerated().reversed() {
        guard claim.range.upperBound > range.lowerBound else { break }
        guard claim.range.overlaps(range) else { continue }
        if claim.status == .unconfirmed, claim.words.count < 3 { continue }
        guard Denial.isDeniable(claim, by: denial), claim.status != .announced,
          claim.speaker == nil || claim.speakerKey != nil
        else { return nil }
        // Two who speak: it cannot be told whom it denies.
        if let other = found, claims[other].speakerKey != claim.speakerKey { return nil }
        if found.map({ claims[$0].words.count < claim.words.count }) ?? true { found = index }
      }
      if let found { return found }
      guard sentences[sentence].words.count <= 2, body.utf8[range].last == UInt8(ascii: ".") else {
        return nil
      }
      sentence -= 1
      steps += 1
    }
    return nil
  }

  /// Whether a sentence gives two figures for one thing: it cannot be told which is denied.
  private func hasRivals(_ range: Range<Int>) -> Bool {
    var values: [String: Double?] = [:]
    for figure in figures where range.contains(figure.figure.stretch.lower) {
      let value = figure.figure.value ?? figure.figure.low
      if let other = values[figure.unit], other != value { return true }
      values[figure.unit] = .some(value)
    }
    return false
  }
}
