/// Finds the words that name a speaker.
struct SpeechSpeaker {
  let text: SpeechText
  private var words: Words { text.words }

  init(_ text: SpeechText) { self.text = text }

  /// The nominal group that begins at a token: a pronoun, or nouns and names with what belongs to
  /// them; nil where none begins.
  func group(at start: Int, end: Int) -> Range<Int>? {
    guard start < end else { return nil }
    if text.has(start, .pronoun),
      text.isDisjoint(start, .determiner) || !startsNounPhrase(start, end: end)
    {
      return start..<start + 1
    }
    var at = start
    var last: Int?
    var isOpen = true
    while at < end {
      if text.isHidden(at) {
        guard let next = endOfHidden(at, end: end), last != nil || next - at <= 8,
          text.quotationAt[at] < 0 || words[at + 1].isCapitalised || last == nil
        else { break }
        if text.quotationAt[at] >= 0 {
          last = next - 1
          isOpen = false
        }
        at = next
        continue
      }
      let word = words[at]
      if word.kind == .number {
        guard isOpen || last != nil else { break }
        at += 1
        if last != nil, !isOpen { break }
        continue
      }
      if text.isNominal(at) {
        last = at
        isOpen = false
        at += 1
      } else if isOpen, text.isByte(at, UInt8(ascii: "-")), word.isAttached,
        words[at + 1].isAttached
      {
        // "die 64-jährige Kanzlerin"
        at += 1
      } else if word.kind == .word, carriesOn(at, isOpen: isOpen, end: end) {
        isOpen = true
        at += 1
      } else {
        break
      }
    }
    guard let last else { return nil }
    return start..<last + 1
  }

  /// Whether a determiner is followed by its noun.
  private func startsNounPhrase(_ start: Int, end: Int) -> Bool {
    guard text.has(start, .determiner) else { return false }
    var at = start + 1
    while at < end, at < start + 5 {
      if text.isNominal(at) { return true }
      guard text.looksAdjective(at) || words[at].kind == .number || text.has(at, .adverb) else {
        return false
      }
      at += 1
    }
    return false
  }

  private func endOfHidden(_ at: Int, end: Int) -> Int? {
    var next = at
    while next < end, text.isHidden(next) { next += 1 }
    return next - at <= 14 ? next : nil
  }

  /// Whether a word in small letters belongs to the group: an article, an adjective, "von", "und".
  private func carriesOn(_ at: Int, isOpen: Bool, end: Int) -> Bool {
    if !text.lexicon.nounsAreCapital { return carriesOnEnglish(at, isOpen: isOpen, end: end) }
    if text.has(at, .determiner) {
      return isOpen || (isGenitive(at) && startsNounPhrase(at, end: end))
    }
    if text.has(at, .preposition) {
      // "einer am Dienstag veröffentlichten Mitteilung"
      if isOpen { return text.has(at - 1, .determiner) }
      guard text.has(at, .of) else { return false }
      return text.isNominal(at + 1)
        || (isGenitiveLike(at) && leadsToNoun(at + 1, end: end))
    }
    if text.has(at, .and) { return !isOpen && leadsToNoun(at + 1, end: end) }
    if isOpen, text.has(at, .adverb), text.has(at - 1, .determiner) { return true }
    guard text.looksAdjective(at), text.isDisjoint(at, [.auxiliary, .subjunctive, .subjunctive2])
    else { return false }
    if isOpen { return leadsToNoun(at, end: end) }
    // After a noun only a genitive plural without article: "Angaben informierter Kreise".
    return words.utf8[words[at].range].suffix(2).elementsEqual("er".utf8)
      && text.isNominal(at + 1)
  }

  private func carriesOnEnglish(_ at: Int, isOpen: Bool, end: Int) -> Bool {
    if text.has(at, .determiner) { return isOpen }
    if text.has(at, [.of, .and]) { return !isOpen && leadsToNoun(at + 1, end: end) }
    return false
  }

  /// "der", "des", "einer": what can follow a noun.
  private func isGenitive(_ at: Int) -> Bool {
    let bytes = words.utf8[words[at].range]
    guard let last = bytes.last, last == UInt8(ascii: "r") || last == UInt8(ascii: "s") else {
      return false
    }
    return !bytes.elementsEqual("das".utf8)
  }

  /// "von", "vom".
  private func isGenitiveLike(_ at: Int) -> Bool {
    words.utf8[words[at].range].starts(with: "vo".utf8)
  }

  private func leadsToNoun(_ start: Int, end: Int) -> Bool {
    var at = start
    while at < end, at < start + 5 {
      if text.isNominal(at) { return true }
      guard
        text.has(at, .determiner) || text.looksAdjective(at) || words[at].kind == .number
      else { return false }
      if lexiconVerb(at) { return false }
      at += 1
    }
    return false
  }

  private func lexiconVerb(_ at: Int) -> Bool {
    text.has(at, [.auxiliary, .subjunctive, .subjunctive2])
  }

  /// The subject behind a verb: the first group that is no time, place or reflexive.
  func subject(after verb: Int, end: Int) -> Range<Int>? {
    var at = verb + 1
    while at < end {
      if text.isHidden(at) { return group(at: at, end: end) }
      if text.has(at, [.reflexive, .negation, .to])
        || (text.has(at, .adverb) && text.isDisjoint(at, .pronoun))
      {
        at += 1
      } else if text.has(at, [.opener]) {
        return nil
      } else if text.has(at, .preposition) {
        guard let group = group(at: at + 1, end: end) else {
          at += 1
          continue
        }
        at = group.upperBound
      } else if let group = group(at: at, end: end) {
        return group
      } else if words[at].kind == .word {
        at += 1
      } else {
        return nil
      }
    }
    return nil
  }

  /// The group that ends before a token: "Medienberichten" before "zufolge".
  func group(before end: Int, from start: Int) -> Range<Int>? {
    var lower = end
    while lower > start {
      let at = lower - 1
      guard !text.isHidden(at), words[at].kind != .punctuation else { break }
      let belongs =
        text.isNominal(at) || text.has(at, .determiner) || text.looksAdjective(at)
        || text.has(at, .of) || words[at].kind == .number
      if !belongs || text.has(at, [.auxiliary, .subjunctive, .subjunctive2]) { break }
      if lower < end, text.lexicon.forms.contains(words[at].hash), !words[at].isCapitalised {
        break
      }
      lower -= 1
    }
    while lower < end, text.isDisjoint(lower, .determiner), !text.isNominal(lower),
      !text.looksAdjective(lower)
    {
      lower += 1
    }
    return lower < end ? lower..<end : nil
  }
}
