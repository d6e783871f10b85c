/// Walks over the words of a line: runs of letters and digits, lower-cased as far as Latin-1 goes,
/// without soft hyphens. A hash stands for each.
struct WordWalk {
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  private let bytes: ArraySlice<UInt8>
  private var at: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  static func join(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    (hash ^ word) &* 0x9e37_79b9_7f4a_7c15 ^ (hash >> 29)
  }

  struct Word {
    var start: Int
    var end: Int
    var hash: UInt64
    /// Begins with a lower-case letter.
    var isLower: Bool
  }

  /// Adds the hash of each word of a line.
  static func append(hashesOf line: ArraySlice<UInt8>, to out: inout [UInt64]) {
    let span = line.span
    var place = 0
    while let word = word(in: span, from: place) {
      out.append(word.hash)
      place = word.end
    }
  }

  mutating func next() -> Word? {
    let base = bytes.startIndex
    let found = Self.word(in: bytes.span, from: at &- base)
    guard let found else {
      at = bytes.endIndex
      return nil
    }
    at = found.end &+ base
    return Word(start: found.start &+ base, end: at, hash: found.hash, isLower: found.isLower)
  }

  @inline(__always)
  private static func word(in line: Span<UInt8>, from first: Int) -> Word? {
    let end = line.count
    var place = first
    while place < end, !isLetter(line, place) { place &+= width(line[place]) }
    guard place < end else { return nil }
    let start = place
    let letter = line[place]
    let isLower =
      letter &- 0x61 < 26 || letter == 0xC3 && place &+ 1 < end && line[place &+ 1] >= 0x9F
    var hash = LetterHash()
    while place < end {
      if hash.isAligned, place &+ 8 <= end {
        let chunk = LetterChunk(
          line.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self), digits: true)
        hash.take(chunk)
        place &+= chunk.count
        if chunk.count == 8 { continue }
        if line[place] < 0x80 { break }
      }
      let byte = line[place]
      if byte < 0x80 {
        guard (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 else { break }
        hash.take(byte | 0x20)
        place &+= 1
        continue
      }
      guard isLetter(line, place) else { break }
      let low = place &+ 1 < end ? line[place &+ 1] : 0
      if byte == 0xC3, low != 0 {
        hash.take(byte)
        hash.take(low >= 0x80 && low <= 0x9E ? low &+ 0x20 : low)
        place &+= 2
      } else if byte == 0xC2, low == 0xAD {
        place &+= 2
      } else {
        hash.take(byte)
        place &+= 1
      }
    }
    return Word(start: start, end: min(place, end), hash: hash.value, isLower: isLower)
  }

  @inline(__always)
  private static func width(_ byte: UInt8) -> Int {
    byte < 0xC0 || byte >= 0xF0 ? 1 : byte < 0xE0 ? 2 : 3
  }

  /// Letters, digits, `©`, and every character beyond ASCII that is no punctuation or space.
  @inline(__always)
  private static func isLetter(_ line: Span<UInt8>, _ place: Int) -> Bool {
    let byte = line[place]
    if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
    let next = place &+ 1 < line.count ? line[place &+ 1] : 0
    switch byte {
    case 0xC2: return next == 0xA9 || next == 0xAD || next == 0xAA || next == 0xBA || next == 0xB5
    case 0xE2: return next != 0x80 && next != 0x81 && next != 0x86 && next != 0x96 && next != 0x97
    case 0xEF: return next != 0xBB && next != 0xBF
    default: return true
    }
  }
}
