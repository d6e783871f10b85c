/// A token of a text: a word, a number or one mark of punctuation.
public struct Word: Sendable, Hashable {
  public enum Kind: UInt8, Sendable {
    /// Letters, with hyphens, apostrophes and digits inside: `Jong-un`, `A380`, `Hwasong-17`.
    case word
    /// Digits with their group and decimal marks: `11.000`, `3,5`, `22.04.2016`; or `½`.
    case number
    /// One mark; a symbol (`€`, `%`) is one too.
    case punctuation
  }

  /// What a token looks like.
  public struct Marks: OptionSet, Sendable, Hashable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The first letter is a capital.
    public static let capitalised = Marks(rawValue: 1)
    /// Two letters or more, all of them capitals.
    public static let allCapitals = Marks(rawValue: 2)
    /// A capital after a small letter: `iPhone`.
    public static let innerCapital = Marks(rawValue: 4)
    public static let hasDigit = Marks(rawValue: 8)
    public static let hasHyphen = Marks(rawValue: 16)
    /// White space stands before it.
    public static let afterSpace = Marks(rawValue: 32)
    /// A line break stands before it; so it is with the first token.
    public static let afterLine = Marks(rawValue: 64)
    /// An empty line stands before it, as between paragraphs; so it is with the first token.
    public static let afterParagraph = Marks(rawValue: 128)
    /// Written with letters beyond ASCII.
    public static let hasAccent = Marks(rawValue: 256)
  }

  let lower: UInt32
  let upper: UInt32
  public let kind: Kind
  public let marks: Marks
  /// How it is written, as a place in `Spellings`; 0 where that is not asked for.
  var spelling: UInt32 = 0
  /// 64-bit hash of the folded letters (`Folding.hash`); for punctuation, of its bytes.
  public let hash: UInt64

  /// UTF-8 bytes of the text.
  public var range: Range<Int> { Int(lower)..<Int(upper) }
  public var start: Int { Int(lower) }
  public var end: Int { Int(upper) }
  public var length: Int { Int(upper &- lower) }
  public var isCapitalised: Bool { marks.contains(.capitalised) }
  /// Nothing stands between it and the token before.
  public var isAttached: Bool { !marks.contains(.afterSpace) }
}

/// A text cut into tokens, in one pass over its bytes.
///
/// Hyphenated words are one token, a genitive `'s` is no part of the word before it, and a number does not
/// take the stop behind it (`19.` is two tokens). Of a text beyond 1 GiB the beginning is read.
public struct Words: Sendable {
  public let utf8: [UInt8]
  public let all: [Word]

  public init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    var reader = WordReader(end: Swift.min(utf8.count, 1 << 30))
    reader.read(utf8.span)
    all = reader.words
  }

  public init(_ text: String) { self.init(Array(text.utf8)) }

  /// The tokens of a text with their spellings, told by what is known of former texts.
  init(_ utf8: [UInt8], by known: inout Spellings) {
    known.begin()
    var reader = WordReader(end: Swift.min(utf8.count, 1 << 30), known: known)
    known = Spellings()
    reader.read(utf8.span)
    known = reader.known
    self.init(utf8, all: reader.words)
  }

  init(_ utf8: [UInt8], all: [Word]) {
    self.utf8 = utf8
    self.all = all
  }

  public var count: Int { all.count }
  public var indices: Range<Int> { 0..<all.count }

  /// The token at an index; beyond the end an empty mark of punctuation.
  @inline(__always) public subscript(index: Int) -> Word {
    index >= 0 && index < all.count ? all[index] : Self.none
  }

  /// The first byte of the text's stretch that a token is; nil outside.
  @inline(__always) public func firstByte(_ index: Int) -> UInt8 {
    guard index >= 0, index < all.count else { return 0 }
    return utf8[Int(all[index].lower)]
  }

  /// A token's letters as they stand.
  public func text(_ index: Int) -> String {
    String(decoding: utf8[self[index].range], as: UTF8.self)
  }

  /// The text of a run of tokens, from the first to the end of the last.
  public func stretch(_ tokens: Range<Int>) -> Range<Int> {
    guard let first = tokens.first, let last = tokens.last, first >= 0, last < all.count else {
      return 0..<0
    }
    return all[first].start..<Swift.max(all[first].start, all[last].end)
  }

  /// The tokens that lie in a range of bytes.
  public func tokens(in range: Range<Int>) -> Range<Int> {
    let first = firstIndex(from: range.lowerBound)
    return first..<Swift.max(first, firstIndex(from: range.upperBound))
  }

  /// The first token that begins at or after a byte.
  public func firstIndex(from offset: Int) -> Int {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static let none = Word(lower: 0, upper: 0, kind: .punctuation, marks: [], hash: 0)
}
