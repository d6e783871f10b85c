/// The spellings of the known element names, and the way from a name to its number.
final class KnownNames: Sendable {
  static let shared = KnownNames()

  private let letters: [UInt8]
  private let plain: [Slice]
  private let capitals: [Slice]
  /// Names of up to eight bytes as one word, by hash with open addressing; 0 is an empty place.
  let shortKeys: [UInt64]
  let shortTags: [KnownTag]
  /// Longer names, by their first eight bytes and their length.
  private let long: [UInt64: [KnownTag]]

  static let mask = 1023

  @inline(__always)
  static func place(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54) & mask
  }

  private init() {
    var letters: [UInt8] = []
    var plain = [Slice.empty]
    for word in KnownNames.words(KnownTag.names) {
      plain.append(Slice(letters.count, letters.count + word.count))
      letters += word
    }
    var capitals = plain
    for word in KnownNames.words(KnownTag.spelledWithCapitals) {
      let lower = word.map { (65...90).contains($0) ? $0 | 0x20 : $0 }
      for (place, slice) in plain.enumerated()
      where Array(letters[slice.offset..<slice.end]) == lower {
        capitals[place] = Slice(letters.count, letters.count + word.count)
      }
      letters += word
    }
    var keys = [UInt64](repeating: 0, count: KnownNames.mask + 1)
    var tags = [KnownTag](repeating: .unknown, count: KnownNames.mask + 1)
    var long: [UInt64: [KnownTag]] = [:]
    for (place, slice) in plain.enumerated() where slice.count > 0 {
      let key = KnownNames.key(letters[slice.offset..<slice.end])
      guard slice.count <= 8 else {
        long[key, default: []].append(
          KnownTag(rawValue: UInt8(truncatingIfNeeded: place)) ?? .unknown)
        continue
      }
      var spot = KnownNames.place(key)
      while keys[spot] != 0 { spot = (spot + 1) & KnownNames.mask }
      keys[spot] = key
      tags[spot] = KnownTag(rawValue: UInt8(truncatingIfNeeded: place)) ?? .unknown
    }
    self.letters = letters
    self.plain = plain
    self.capitals = capitals
    self.shortKeys = keys
    self.shortTags = tags
    self.long = long
  }

  /// Up to eight bytes as one word, the first in the lowest place.
  static func key(_ name: ArraySlice<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    for byte in name.prefix(8).reversed() { key = key << 8 | UInt64(byte) }
    return key
  }

  private static func words(_ text: StaticString) -> [ArraySlice<UInt8>] {
    text.withUTF8Buffer { Array($0) }.split { $0 == 0x20 || $0 == 0x0A }
  }

  /// How the name is spelled in this vocabulary.
  func bytes(_ tag: KnownTag, in namespace: Node.Namespace) -> ArraySlice<UInt8> {
    let slice = (namespace == .svg ? capitals : plain)[Int(tag.rawValue)]
    return letters[slice.offset..<slice.end]
  }

  /// The tag of a name in lower case that stands among other bytes, or `unknown`.
  func tag(_ bytes: Span<UInt8>, _ start: Int, _ stop: Int) -> KnownTag {
    var key: UInt64 = 0
    var place = min(stop, start &+ 8)
    while place > start {
      place &-= 1
      key = key << 8 | UInt64(bytes[place])
    }
    if stop &- start <= 8 { return tag(short: key) }
    for tag in long[key] ?? [] {
      let name = self.bytes(tag, in: .html)
      if name.count == stop &- start,
        name.indices.allSatisfy({ name[$0] == bytes[start &+ $0 &- name.startIndex] })
      {
        return tag
      }
    }
    return .unknown
  }

  /// The tag of a name in lower case, or `unknown`.
  func tag(_ name: ArraySlice<UInt8>) -> KnownTag {
    let key = KnownNames.key(name)
    if name.count <= 8 { return tag(short: key) }
    for tag in long[key] ?? [] where bytes(tag, in: .html) == name { return tag }
    return .unknown
  }

  /// The tag of a name of one to eight bytes, packed as by `key`.
  @inline(__always)
  func tag(short key: UInt64) -> KnownTag {
    var spot = KnownNames.place(key)
    while shortKeys[spot] != 0 {
      if shortKeys[spot] == key { return shortTags[spot] }
      spot = (spot &+ 1) & KnownNames.mask
    }
    return .unknown
  }
}
