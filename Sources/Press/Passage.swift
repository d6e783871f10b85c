/// The exact place a statement was read from.
///
/// It names the article's version and the sentence's hash besides the range, so that a citation
/// survives edits and a later, better extraction: the sentence is looked up by its hash.
public struct Passage: Sendable, Hashable, Codable {
  public var article: Article.ID
  public var version: Int
  /// The paragraph's anchor on the article's page (`#p5`).
  public var anchor: Int
  /// First UTF-8 byte in the article's text (`Article.body`).
  public var lower: Int
  /// One past the last UTF-8 byte.
  public var upper: Int
  /// `SentenceHash` of the sentence in which the passage begins.
  public var sentence: UInt64

  public var range: Range<Int> { lower..<Swift.max(lower, upper) }

  public init(
    article: Article.ID, version: Int, anchor: Int, range: Range<Int>, sentence: UInt64
  ) {
    self.article = article
    self.version = version
    self.anchor = anchor
    lower = range.lowerBound
    upper = range.upperBound
    self.sentence = sentence
  }
}

/// The 64-bit FNV-1a hash of a sentence's letters and digits. White space, ASCII and general
/// punctuation (U+2000…U+207F, so quotation marks and dashes too), no-break spaces, guillemets and
/// soft hyphens are left out and ASCII letters lower-cased, so that a sentence set anew keeps it.
public enum SentenceHash {
  public static func of(_ sentence: some Sequence<UInt8>) -> UInt64 {
    var hash = FNV1a()
    var held: [UInt8] = []
    for byte in sentence {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): hash.mix(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        hash.mix(byte)
      case 0xC2, 0xE2: held = [byte]
      case 0x80...0xBF where held == [0xC2]:
        if ![0xA0, 0xAB, 0xAD, 0xBB].contains(byte) {
          hash.mix(0xC2)
          hash.mix(byte)
        }
        held = []
      case 0x80...0xBF where held.count == 1: held.append(byte)
      case 0x80...0xBF where held.count == 2:
        if held[1] != 0x80 && held[1] != 0x81 {
          hash.mix(held)
          hash.mix(byte)
        }
        held = []
      case 0x80...: hash.mix(byte)
      default: continue
      }
    }
    return hash.value
  }
}
