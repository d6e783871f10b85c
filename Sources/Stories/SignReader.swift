/// Reads the signs by which a text's section is told; the room is used again for the next text.
struct SignReader: Sendable {
  typealias Sign = SectionSigns.Sign

  /// The folded letters of the text being read.
  private var letters: [UInt8] = []
  private var length = 0
  private var hashes: [UInt32] = []
  /// Places among the signs counted from 1, 0 where none stands.
  private var places: [UInt16] = []
  /// The signs read last come first.
  private(set) var signs: [Sign] = []

  /// Words that are read: what comes later strays from the matter.
  private static let longest = 200
  /// Characters of a run at most.
  private static let widest = 5

  /// Begins with a text in UTF-8.
  mutating func open(_ text: some Collection<UInt8>) {
    // No character becomes longer than it is.
    let most = text.count + 2
    if letters.count < most { letters = Array(repeating: 0, count: most * 2) }
    length = Self.fold(text, into: &letters)
  }

  /// Puts the text's words and pairs of words, in order of appearance, into `signs` and answers their
  /// number.
  mutating func readWords() -> Int {
    // A word begins every other letter at most.
    widen(length)
    let count = Self.words(of: letters, length, into: &hashes)
    return Self.count(hashes, count, into: &signs, &places)
  }

  /// The same for those of the text's runs that are known: most runs of a text are none of those that
  /// were learnt, and are not even counted.
  @inline(__always)
  mutating func readRuns(_ isKnown: (Sign) -> Bool) -> Int {
    widen(length * (Self.widest - 1))
    let count = Self.runs(of: letters, length, isKnown, into: &hashes)
    return Self.count(hashes, count, into: &signs, &places)
  }

  /// Makes room for so many hashes and their signs.
  private mutating func widen(_ count: Int) {
    guard hashes.count < count else { return }
    hashes = Array(repeating: 0, count: count * 2)
    signs = Array(repeating: Sign(hash: 0, times: 0), count: count * 2)
    var size = 64
    while size < count * 3 && size < Self.largest { size *= 2 }
    places = Array(repeating: 0, count: size)
  }

  private static let largest = 1 << 15

  /// Each of the first hashes once, in order of appearance: by a table of places with open addressing.
  private static func count(
    _ hashes: [UInt32], _ read: Int, into signs: inout [Sign], _ places: inout [UInt16]
  ) -> Int {
    var size = 64
    while size < read * 3 / 2 && size < places.count { size *= 2 }
    let most = min(read, size * 3 / 4)
    let hashes = hashes.span.extracting(first: read)
    var signs = signs.mutableSpan
    var places = places.mutableSpan
    for at in 0..<size { places[at] = 0 }
    var count = 0
    for index in hashes.indices {
      let hash = hashes[unchecked: index]
      var at = Int(hash) & (size - 1)
      var place = Int(places[at])
      while place != 0, signs[place - 1].hash != hash {
        at = (at + 1) & (size - 1)
        place = Int(places[at])
      }
      if place != 0 {
        signs[place - 1].times &+= 1
      } else if count < most {
        signs[count] = Sign(hash: hash, times: 1)
        count &+= 1
        places[at] = UInt16(truncatingIfNeeded: count)
      }
    }
    return count
  }

  /// Puts the words and pairs of words of folded letters into `hashes` and answers their number.
  private static func words(of letters: [UInt8], _ length: Int, into hashes: inout [UInt32]) -> Int
  {
    let letters = letters.span.extracting(first: length)
    var hashes = hashes.mutableSpan
    var previous: UInt32 = 0
    var index = 0
    var count = 0
    while index < letters.count {
      guard isLetter(letters[index]) else {
        index += 1
        continue
      }
      var hash: UInt32 = 0x811c_9dc5
      while isLetter(letters[index]) {
        hash = (hash ^ UInt32(letters[index])) &* 0x0100_0193
        index += 1
      }
      let word = mixed(hash)
      hashes[count] = word
      count += 1
      if previous != 0 {
        hashes[count] = (previous &* 31 ^ word) &* 0x9e37_79b9
        count += 1
      }
      previous = word
    }
    return count
  }

  /// Puts the runs of folded letters that are known into `hashes` and answers their number; each lies
  /// inside a word between two spaces, which belong to it.
  @inline(__always)
  private static func runs(
    of letters: [UInt8], _ length: Int, _ isKnown: (Sign) -> Bool, into hashes: inout [UInt32]
  ) -> Int {
    let letters = letters.span.extracting(first: length)
    var hashes = hashes.mutableSpan
    precondition(hashes.count >= length * (widest - 1))
    var count = 0
    var start = 0
    for end in 1..<max(1, length) where letters[unchecked: end] == space {
      for first in start..<end where end > start + 1 {
        // Unchecked, for the places lie between `start` and `end`, and each letter begins four runs at
        // most.
        var hash = (0x9747_b28c ^ UInt32(letters[unchecked: first])) &* 0x0100_0193
        for last in first + 1..<min(first + widest, end + 1) {
          hash = (hash ^ UInt32(letters[unchecked: last])) &* 0x0100_0193
          let run = mixed(hash)
          guard isKnown(Sign(hash: run, times: 1)) else { continue }
          hashes[unchecked: count] = run
          count &+= 1
        }
      }
      start = end
    }
    return count
  }

  /// Lower case, umlauts in two letters, marks of a kind alike; one space before each word and
  /// one behind the last. Answers how many letters that are.
  private static func fold(_ text: some Collection<UInt8>, into letters: inout [UInt8]) -> Int {
    var letters = letters.mutableSpan
    letters[0] = space
    var count = 1
    var left = longest
    var lead: UInt8 = 0
    for byte in text {
      guard left > 0 else { break }
      var byte = byte
      if lead == 0, byte > space, byte < 0x80 {
        letters[count] = (65...90).contains(byte) ? byte | 0x20 : byte
        count += 1
        continue
      }
      switch (lead, byte) {
      case (0xC3, 0x80...0xBF):
        lead = 0
        (letters[count], letters[count + 1]) = fold(byte)
        count += 2
        continue
      case (0xC2, 0x80...0xBF):
        lead = 0
        byte = byte == 0xAB || byte == 0xBB ? UInt8(ascii: "\"") : space
      case (0xE2, 0x80...0xBF):
        lead = byte == 0x80 ? 0xE3 : 0
        if byte == 0x80 { continue }
      case (0xE3, 0x80...0xBF):
        lead = 0
        byte = mark(byte)
      case (_, 0xC2), (_, 0xC3), (_, 0xE2):
        lead = byte
        continue
      default:
        lead = 0
        if (65...90).contains(byte) { byte |= 0x20 }
        if byte < 0x20 { byte = space }
      }
      if byte == space {
        guard letters[count - 1] != space else { continue }
        left -= 1
      }
      letters[count] = byte
      count += 1
    }
    if letters[count - 1] != space {
      letters[count] = space
      count += 1
    }
    return count
  }

  /// A letter of two bytes that begins with C3.
  private static func fold(_ byte: UInt8) -> (UInt8, UInt8) {
    switch byte {
    case 0x9F: (UInt8(ascii: "s"), UInt8(ascii: "s"))
    case 0x84, 0xA4: (UInt8(ascii: "a"), UInt8(ascii: "e"))
    case 0x96, 0xB6: (UInt8(ascii: "o"), UInt8(ascii: "e"))
    case 0x9C, 0xBC: (UInt8(ascii: "u"), UInt8(ascii: "e"))
    default: (0xC3, byte | 0x20)
    }
  }

  /// The plain sign for a dash, a quotation mark or dots, whose last byte this is.
  private static func mark(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x90...0x95: UInt8(ascii: "-")
    case 0x98...0x9B, 0xB9, 0xBA: UInt8(ascii: "'")
    case 0x9C...0x9F: UInt8(ascii: "\"")
    case 0xA6: UInt8(ascii: ".")
    default: space
    }
  }

  private static let space: UInt8 = 32

  private static func isLetter(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte) || byte >= 0x80
  }

  private static func mixed(_ hash: UInt32) -> UInt32 {
    var hash = hash ^ hash >> 15
    hash = hash &* 0x85eb_ca6b
    return hash ^ hash >> 13
  }
}
