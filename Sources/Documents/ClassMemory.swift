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
  /// Far more than a page has classes, so that few take each other's place.
  private static let size = 1024
  private let names = ClassNames.shared

  init() {
    keys = Array(repeating: 0, count: Self.size)
    findings = Array(repeating: Finding(), count: Self.size)
  }

  /// What the words of an `id` say; those are not kept, as each stands on one element.
  func traits(of id: ArraySlice<UInt8>) -> Traits { names.traits(of: id) }

  mutating func look(up value: ArraySlice<UInt8>) -> Finding {
    let bytes = value.prefix(400)
    let key = ByteHash.of(bytes.span) | 1
    let place = Int(truncatingIfNeeded: key >> 40) & (Self.size - 1)
    if keys[place] == key { return findings[place] }
    var found = Finding()
    found.traits = names.traits(of: value)
    found.mayNameAuthor = AuthorClasses.mayNameAuthor(value.prefix(300))
    if found.mayNameAuthor { found.authorStrength = AuthorClasses.strength(of: value) }
    keys[place] = key
    findings[place] = found
    return found
  }
}
