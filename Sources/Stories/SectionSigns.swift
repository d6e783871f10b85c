/// What a text's section is told by, as hashes: its words and pairs of words, and apart
/// from them the runs of two to five characters inside its words, their ends, points and figures
/// with them.
package struct SectionSigns: Sendable {
  /// A word, a pair of words or a run by its hash, and how often the text holds it.
  package struct Sign: Sendable, Hashable {
    package var hash: UInt32
    package var times: UInt32

    package init(hash: UInt32, times: UInt32) {
      self.hash = hash
      self.times = times
    }

    package var bucket: Int { Int(hash >> 6) & (SectionModel.buckets - 1) }
    /// Tells most others of the bucket from it: 13…44.
    package var mark: Int8 { Int8(13 + hash & 31) }
  }

  /// In order of appearance, each once.
  package private(set) var words: [Sign]
  package private(set) var runs: [Sign]

  /// Words that are read: what comes later strays from the matter.
  private static let longest = 120
  /// Characters of a run at most.
  private static let widest = 5

  /// The signs of a text in UTF-8.
  package init(_ text: some Collection<UInt8>) {
    let letters = Self.folded(text)
    words = Self.counted(Self.words(of: letters))
    runs = Self.counted(Self.runs(of: letters))
  }

  /// The words and pairs of words of folded letters.
  private static func words(of letters: [UInt8]) -> [UInt32] {
    var found: [UInt32] = []
    found.reserveCapacity(letters.count / 2)
    let letters = letters.span
    var previous: UInt32 = 0
    var index = 0
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
      found.append(word)
      if previous != 0 { found.append((previous &* 31 ^ word) &* 0x9e37_79b9) }
      previous = word
    }
    return found
  }

  /// The runs of folded letters, each inside a word between two spaces, which belong to it.
  private static func runs(of letters: [UInt8]) -> ArraySlice<UInt32> {
    var found = Array(repeating: UInt32(0), count: letters.count * (widest - 1))
    var runs = found.mutableSpan
    let letters = letters.span
    var count = 0
    var start = 0
    for end in 1..<max(1, letters.count) where letters[end] == space {
      for first in start..<end where end > start + 1 {
        var hash = (0x9747_b28c ^ UInt32(letters[first])) &* 0x0100_0193
        for last in first + 1..<min(first + widest, end + 1) {
          hash = (hash ^ UInt32(letters[last])) &* 0x0100_0193
          runs[count] = mixed(hash)
          count += 1
        }
      }
      start = end
    }
    return found[..<count]
  }

  /// Lower case, umlauts in two letters, marks of a kind alike; one space before each word and
  /// one behind the last.
  private static func folded(_ text: some Collection<UInt8>) -> [UInt8] {
    var letters: [UInt8] = [space]
    letters.reserveCapacity(1_024)
    var left = longest
    var lead: UInt8 = 0
    var isMark = false
    for byte in text {
      guard left > 0 else { break }
      var byte = byte
      if lead == 0, byte > space, byte < 0x80 {
        letters.append((65...90).contains(byte) ? byte | 0x20 : byte)
        continue
      }
      switch (lead, byte) {
      case (0xC3, 0x80...0xBF):
        lead = 0
        fold(byte, into: &letters)
        continue
      case (0xC2, 0x80...0xBF):
        lead = 0
        byte = byte == 0xAB || byte == 0xBB ? UInt8(ascii: "\"") : space
      case (0xE2, 0x80...0xBF):
        isMark = byte == 0x80
        lead = isMark ? 0xE3 : 0
        if isMark { continue }
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
        guard letters.last != space else { continue }
        left -= 1
      }
      letters.append(byte)
    }
    if letters.last != space { letters.append(space) }
    return letters
  }

  /// A letter of two bytes that begins with C3.
  private static func fold(_ byte: UInt8, into letters: inout [UInt8]) {
    switch byte {
    case 0x9F: letters += [UInt8(ascii: "s"), UInt8(ascii: "s")]
    case 0x84, 0xA4: letters += [UInt8(ascii: "a"), UInt8(ascii: "e")]
    case 0x96, 0xB6: letters += [UInt8(ascii: "o"), UInt8(ascii: "e")]
    case 0x9C, 0xBC: letters += [UInt8(ascii: "u"), UInt8(ascii: "e")]
    default: letters += [0xC3, byte | 0x20]
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

  /// Each hash once, in order of appearance: by a table of places with open addressing.
  private static func counted(_ hashes: some Collection<UInt32>) -> [Sign] {
    var size = 64
    while size < hashes.count * 3 / 2 && size < 1 << 15 { size *= 2 }
    var signs = Array(repeating: Sign(hash: 0, times: 0), count: min(hashes.count, size * 3 / 4))
    // Places counted from 1, 0 where none stands.
    var table = Array(repeating: UInt16(0), count: size)
    var places = table.mutableSpan
    var found = signs.mutableSpan
    var count = 0
    for hash in hashes {
      var at = Int(hash) & (size - 1)
      while places[at] != 0, found[Int(places[at]) - 1].hash != hash { at = (at + 1) & (size - 1) }
      if places[at] != 0 {
        found[Int(places[at]) - 1].times += 1
      } else if count < found.count {
        found[count] = Sign(hash: hash, times: 1)
        count += 1
        places[at] = UInt16(count)
      }
    }
    signs.removeLast(signs.count - count)
    return signs
  }
}
