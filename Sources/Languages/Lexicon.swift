/// A set of words and phrases, looked up by hash over case-folded tokens; of several entries that
/// begin at a token the longest is found.
public struct Lexicon: Sendable {
  /// An entry found in a text.
  public struct Match: Sendable, Hashable {
    /// How many tokens it takes.
    public var length: Int
    /// The entry's index in `attributes(of:)`.
    public var entry: Int
  }

  private struct Slot: Sendable {
    var hash: UInt64 = 0
    /// Index of the entry that ends here, or -1.
    var entry: Int32 = -1
    /// Whether a longer entry begins with these words.
    var goesOn = false
    var isUsed = false
    /// Whether it is the first word of an entry.
    var isFirst = false
  }

  private var slots: [Slot]
  private let mask: Int
  private var attributesOfEntry: [[String]] = []

  /// A lexicon of phrases, each with its attributes.
  public init(_ entries: [(phrase: String, attributes: [String])]) {
    var size = 16
    var needed = 0
    let cut = entries.map { Words($0.phrase).all.map(\.hash) }
    for words in cut { needed += words.count }
    while size < needed * 2 + 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    mask = size - 1
    for (entry, words) in zip(entries, cut) where !words.isEmpty {
      add(words[...], entry.attributes)
    }
  }

  /// The words of a list of names, each also with the genitive's s, which a sibilant has not.
  init(names list: NameList) {
    var size = 16
    while size < list.wordCount * 2 + 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    mask = size - 1
    list.each { add($0, $1) }
  }

  init(_ list: WordList) {
    self.init(list.entries.map { ($0.phrase, $0.attributes) })
  }

  /// A lexicon of words without attributes, written with spaces or line breaks between them.
  public init(words: String) {
    self.init(words.split { $0 == " " || $0 == "\n" }.map { (String($0), []) })
  }

  /// The attributes an entry has in its list.
  public func attributes(of match: Match) -> [String] {
    match.entry < attributesOfEntry.count ? attributesOfEntry[match.entry] : []
  }

  /// The attributes of all entries, by entry.
  var allAttributes: [[String]] { attributesOfEntry }

  /// The first words of all entries, each with whether it is an entry by itself.
  func eachFirst(_ body: (UInt64, Bool) -> Void) {
    for slot in slots where slot.isFirst { body(slot.hash, slot.entry >= 0) }
  }

  /// Whether a single word is an entry.
  @inline(__always) public func contains(_ hash: UInt64) -> Bool {
    let slot = slots[place(of: hash)]
    return slot.isUsed && slot.entry >= 0
  }

  /// The entry that is exactly one word.
  @inline(__always) public func entry(of hash: UInt64) -> Match? {
    let slot = slots[place(of: hash)]
    return slot.isUsed && slot.entry >= 0 ? Match(length: 1, entry: Int(slot.entry)) : nil
  }

  /// The longest entry that begins at a token and ends before `end`.
  public func match(_ words: Words, at start: Int, end: Int) -> Match? {
    guard start < end else { return nil }
    var hash = words[start].hash
    var found: Match?
    var at = start
    while true {
      let slot = slots[place(of: hash)]
      guard slot.isUsed else { return found }
      if slot.entry >= 0 { found = Match(length: at - start + 1, entry: Int(slot.entry)) }
      at += 1
      guard slot.goesOn, at < end else { return found }
      hash = WordHash.join(hash, words[at].hash)
    }
  }

  @inline(__always) private func place(of hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while slots[place].isUsed, slots[place].hash != hash { place = (place &+ 1) & mask }
    return place
  }

  private mutating func add(_ words: ArraySlice<UInt64>, _ attributes: [String]) {
    guard let first = words.first else { return }
    var hash = first
    for at in words.indices {
      if at > words.startIndex { hash = WordHash.join(hash, words[at]) }
      note(hash, isFirst: at == words.startIndex, isLast: at == words.endIndex - 1, attributes)
    }
  }

  private mutating func note(
    _ hash: UInt64, isFirst: Bool, isLast: Bool, _ attributes: [String]
  ) {
    let place = place(of: hash)
    slots[place].isUsed = true
    if isFirst { slots[place].isFirst = true }
    slots[place].hash = hash
    if !isLast {
      slots[place].goesOn = true
    } else if slots[place].entry < 0 {
      slots[place].entry = Int32(truncatingIfNeeded: attributesOfEntry.count)
      attributesOfEntry.append(attributes)
    }
  }
}
