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
  @inlinable public static func of(_ sentence: some Sequence<UInt8>) -> UInt64 {
    let hash = sentence.withContiguousStorageIfAvailable { of(letters: $0) }
    return hash ?? Array(sentence).withUnsafeBufferPointer { of(letters: $0) }
  }

  /// Bytes that lie in one piece.
  @usableFromInline static func of(letters sentence: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = FNV1a()
    // The first bytes of a sign of two or three that may have to be left out; 0 where there is none.
    var first: UInt8 = 0
    var second: UInt8 = 0
    for byte in sentence {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): hash.mix(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        hash.mix(byte)
      case 0xC2, 0xE2: (first, second) = (byte, 0)
      case 0x80...0xBF where first == 0xC2:
        if byte != 0xA0, byte != 0xAB, byte != 0xAD, byte != 0xBB {
          hash.mix(0xC2)
          hash.mix(byte)
        }
        first = 0
      case 0x80...0xBF where first == 0xE2 && second == 0: second = byte
      case 0x80...0xBF where first == 0xE2:
        if second != 0x80 && second != 0x81 {
          hash.mix(first)
          hash.mix(second)
          hash.mix(byte)
        }
        (first, second) = (0, 0)
      case 0x80...: hash.mix(byte)
      default: continue
      }
    }
    return hash.value
  }
}
