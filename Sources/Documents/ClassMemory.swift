/// What was found for the classes of one page, so that a class that stands on many elements is looked
/// up once. A class whose place is taken by another is looked up again.
struct ClassMemory: Sendable {
  struct Finding: Sendable {
    var traits: Traits = []
    var mayNameAuthor = false
    /// How surely the class names an author.
    var authorStrength: Int8 = 0
  }

  private var keys: [UInt64]
  private var findings: [Finding]
  private static let size = 256

  init() {
    keys = Array(repeating: 0, count: Self.size)
    findings = Array(repeating: Finding(), count: Self.size)
  }

  mutating func look(up value: ArraySlice<UInt8>) -> Finding {
    let key = Self.key(of: value)
    let place = Int(truncatingIfNeeded: key >> 40) & (Self.size - 1)
    if keys[place] == key { return findings[place] }
    var found = Finding()
    found.traits = ClassNames.shared.traits(of: value)
    found.mayNameAuthor = AuthorClasses.mayNameAuthor(value.prefix(300))
    if found.mayNameAuthor {
      found.authorStrength = Int8(AuthorClasses.strength(of: value))
    }
    keys[place] = key
    findings[place] = found
    return found
  }

  /// A hash of the first 400 bytes, which are all that is looked at; never 0.
  private static func key(of value: ArraySlice<UInt8>) -> UInt64 {
    let span = value.span
    let bytes = span.bytes
    let end = min(span.count, 400)
    var hash = UInt64(truncatingIfNeeded: end) &* 0x9e37_79b9_7f4a_7c15
    var place = 0
    while place &+ 8 <= end {
      hash = mixed(hash ^ bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
      place &+= 8
    }
    var rest: UInt64 = 0
    while place < end {
      rest = rest << 8 | UInt64(span[place])
      place &+= 1
    }
    return mixed(hash ^ rest) | 1
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
    return product.high ^ product.low
  }
}
