/// A name while its tokens are still at hand.
struct FoundName {
  var tokens: Range<Int>
  var kind: Name.Kind
  /// The key a list gives the name.
  var key: String?
  /// What the rules go by.
  var grounds = Grounds.context

  enum Grounds: Sendable {
    /// The words around it, its shape, or the same name elsewhere.
    case context
    /// The whole name stands in a list.
    case list
    /// A legal form closes it.
    case form
    /// A listed first name opens it and a listed family name closes it, or it is the family name
    /// of one that stood in full.
    case fullName
    /// A title with its stop leads to it: "Dr."
    case title
  }
}

/// Makes one key for the spellings of a name.
enum NameKey {
  /// Folded words parted by spaces; hyphens are spaces.
  static func key(_ words: Words, _ tokens: Range<Int>) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(words.stretch(tokens).count + 8)
    for index in tokens where words[index].kind != .punctuation {
      let word = words[index]
      if !key.isEmpty, key.last != space { key.append(space) }
      if word.marks.contains(.hasAccent) || word.kind == .number {
        for byte in Folding.fold(words.utf8[word.range]) { append(byte, to: &key) }
      } else {
        for byte in words.utf8[word.range] {
          append(byte &- 0x41 < 26 ? byte | 0x20 : byte, to: &key)
        }
      }
    }
    if key.last == space { key.removeLast() }
    return key
  }

  @inline(__always) private static func append(_ byte: UInt8, to key: inout [UInt8]) {
    if byte != UInt8(ascii: "-") {
      key.append(byte)
    } else if !key.isEmpty, key.last != space {
      key.append(space)
    }
  }

  private static let space = UInt8(ascii: " ")

  /// A person's key: transcriptions from Cyrillic fall together (`Schoigu`, `Shoigu`).
  static func person(_ key: [UInt8]) -> String {
    let gaps = key.indices.filter { key[$0] == space }
    var key = key
    if gaps.count == 2, patronymics.contains(where: { ends(key[..<gaps[1]], with: $0) }) {
      key.removeSubrange(gaps[0]..<gaps[1])
    }
    let last = key[(key.lastIndex(of: space) ?? -1) + 1..<key.count]
    guard slavic.contains(where: { ends(last, with: $0) }) else {
      return String(decoding: key, as: UTF8.self)
    }
    var parts: [UInt8] = []
    for part in key.split(separator: space) {
      if !parts.isEmpty { parts.append(space) }
      parts += skeleton(Array(part))
    }
    return String(decoding: parts, as: UTF8.self)
  }

  private static func ends(_ word: ArraySlice<UInt8>, with ending: [UInt8]) -> Bool {
    guard let last = word.last, last == ending.last, word.count >= ending.count else {
      return false
    }
    return word.suffix(ending.count).elementsEqual(ending)
  }

  private static let patronymics = ["witsch", "vich", "ovna", "owna", "ewna", "evna"].map {
    Array($0.utf8)
  }
  private static let slavic = [
    "ow", "ov", "ew", "ev", "eff", "off", "schin", "zhin", "shin", "ski", "sky", "skij", "skyj",
    "skiy", "skyy", "oigu", "enko", "chuk", "tschuk", "owa", "ova", "ewa", "eva", "itsch", "putin",
    "nalny", "nawalny", "navalny",
  ].map { Array($0.utf8) }

  /// What German and English transcriptions have in common.
  private static func skeleton(_ part: [UInt8]) -> [UInt8] {
    var out = part
    for (from, to) in sounds where out.contains(from[0]) { replace(from, by: to, in: &out) }
    return out
  }

  private static let sounds = [
    ("tsch", "ch"), ("sch", "sh"), ("zh", "sh"), ("kh", "ch"), ("yev", "ev"), ("jew", "ev"),
    ("w", "v"),
    ("z", "s"), ("skyj", "ski"), ("skiy", "ski"), ("skij", "ski"), ("sky", "ski"), ("ej", "ei"),
    ("ey", "ei"),
    ("ij", "i"), ("yi", "i"), ("j", "i"), ("y", "i"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// No replacement is longer than what it stands for.
  private static func replace(_ from: [UInt8], by to: [UInt8], in bytes: inout [UInt8]) {
    var at = 0
    var end = 0
    while at < bytes.count {
      if bytes[at...].starts(with: from) {
        for byte in to {
          bytes[end] = byte
          end += 1
        }
        at += from.count
      } else {
        bytes[end] = bytes[at]
        end += 1
        at += 1
      }
    }
    bytes.removeLast(bytes.count - end)
  }
}
