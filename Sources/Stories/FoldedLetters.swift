/// The folded letters of the word being read, with the hash of its beginning up to each of them.
struct FoldedLetters: Sendable {
  private(set) var count = 0
  private var letters = Array(repeating: UInt8(0), count: room)
  /// The hash of the first so many letters, not yet mixed, by their number.
  private var states = Array(repeating: Hash().state, count: room + 1)
  private var hash = Hash()

  /// Letters there is room for; what comes then is not kept.
  static let room = 96

  var isEmpty: Bool { count == 0 }

  subscript(place: Int) -> UInt8 { letters[place] }

  mutating func removeAll() {
    count = 0
    hash = Hash()
  }

  /// Takes one letter, lower case.
  mutating func append(_ letter: UInt8) {
    guard count < Self.room else { return }
    letters[count] = letter
    hash.take(letter)
    count += 1
    states[count] = hash.state
  }

  /// Takes the two letters one character is folded to.
  mutating func append(_ first: UInt8, _ second: UInt8) {
    append(first)
    append(second)
  }

  /// Takes plain letters of either case as long as there are any, and answers where they end.
  mutating func appendPlain(_ bytes: [UInt8], from start: Int, upTo end: Int) -> Int {
    Self.append(
      bytes, start, min(end, start + Self.room - count), &letters, &states, &count, &hash)
  }

  private static func append(
    _ bytes: [UInt8], _ start: Int, _ end: Int, _ letters: inout [UInt8],
    _ states: inout [UInt32], _ count: inout Int, _ hash: inout Hash
  ) -> Int {
    let bytes = bytes.span
    var letters = letters.mutableSpan
    var states = states.mutableSpan
    var own = hash
    var place = count
    var index = start
    precondition(start >= 0 && end <= bytes.count && place + max(0, end - start) <= letters.count)
    while index < end {
      // Unchecked, for each letter is walked here: there is room for all up to `end`.
      let letter = bytes[unchecked: index] | 0x20
      guard letter &- 97 < 26 else { break }
      letters[unchecked: place] = letter
      own.take(letter)
      place &+= 1
      states[unchecked: place] = own.state
      index &+= 1
    }
    hash = own
    count = place
    return index
  }

  /// The hash of the first so many letters.
  func hash(upTo end: Int) -> UInt32 { Self.mixed(states[end]) }

  /// The hash of some letters.
  func hash(_ range: Range<Int>) -> UInt32 {
    let letters = letters.span
    var hash = Hash()
    for index in range { hash.take(letters[index]) }
    return Self.mixed(hash.state)
  }

  private static func mixed(_ state: UInt32) -> UInt32 {
    var hash = state ^ state >> 15
    hash = hash &* 0x85eb_ca6b
    return hash ^ hash >> 13
  }

  /// A hash in the making.
  private struct Hash {
    private(set) var state: UInt32 = 0x811c_9dc5
    private var previous: UInt8 = 0

    @inline(__always)
    mutating func take(_ letter: UInt8) {
      defer { previous = letter }
      // "Haus" and "Häuser" meet when the e of ae, oe, ue is left out.
      if letter == UInt8(ascii: "e"),
        previous == UInt8(ascii: "a") || previous == UInt8(ascii: "o")
          || previous == UInt8(ascii: "u")
      {
        return
      }
      state = (state ^ UInt32(letter)) &* 0x0100_0193
    }
  }

  /// How many of the first letters stay when the endings of German and English inflection are cut
  /// off.
  func stemLength(_ length: Int) -> Int {
    let letters = letters.span
    var count = length
    func ends(_ first: UInt8, _ second: UInt8) -> Bool {
      letters[count - 2] == first && letters[count - 1] == second
    }
    let e = UInt8(ascii: "e")
    let s = UInt8(ascii: "s")
    let n = UInt8(ascii: "n")
    if count >= 6, letters[count - 3] == e, ends(UInt8(ascii: "r"), n) {
      count -= 3
    } else if count >= 5,
      letters[count - 2] == e && Self.followsE(letters[count - 1])
    {
      count -= 2
    } else if count >= 4,
      letters[count - 1] == e || letters[count - 1] == s || letters[count - 1] == n
    {
      if letters[count - 1] != n || count >= 5 { count -= 1 }
    }
    if count >= 5, letters[count - 1] == s { count -= 1 }
    return count
  }

  /// Whether a letter makes an ending with an e before it.
  private static func followsE(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "n"), UInt8(ascii: "s"), UInt8(ascii: "m"), UInt8(ascii: "r"): true
    default: false
    }
  }
}
