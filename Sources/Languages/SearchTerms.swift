public import Press

/// The terms a text is found by. The same terms are made of what is indexed and of what is asked.
///
/// Words are folded and stemmed, German compounds also give their parts (`Schiffscontainer` →
/// `schiffscontain`, `contain`, `schiff`), numbers lose their group marks (`11.000` → `11000`).
public enum SearchTerms {
  /// The terms in order of the text; parts of a compound follow it.
  public static func terms(of text: String, language: Language) -> [String] {
    terms(of: Array(text.utf8), language: language)
  }

  public static func terms(of utf8: [UInt8], language: Language) -> [String] {
    var reader = SearchTermReader(language)
    var terms: [String] = []
    reader.read(Words(utf8)) { term, _, _ in
      terms.append(String(decoding: term, as: UTF8.self))
    }
    return terms
  }
}

/// Makes search terms of many texts, keeping its stemmer warm. One for each task.
public struct SearchTermReader {
  private var stemmer: Stemmer
  private let language: Language
  private let compounds: Compounds?

  public init(_ language: Language) {
    self.language = language
    stemmer = Stemmer(language)
    compounds = language == .german ? Compounds.german : nil
  }

  /// Calls `body` for each term with the bytes of the text it stands for; `isPart` tells a second
  /// term for the same place.
  public mutating func read(
    _ words: Words, _ body: (_ term: [UInt8], _ range: Range<Int>, _ isPart: Bool) throws -> Void
  ) rethrows {
    for index in words.indices {
      let word = words[index]
      switch word.kind {
      case .punctuation: continue
      case .number: try body(number(words.utf8[word.range]), word.range, false)
      case .word: try read(word, of: words.utf8, body)
      }
    }
  }

  private mutating func read(
    _ word: Word, of utf8: [UInt8],
    _ body: (_ term: [UInt8], _ range: Range<Int>, _ isPart: Bool) throws -> Void
  ) rethrows {
    let bytes = utf8[word.range]
    if word.length == 1, word.start > 0, word.isAttached { return }
    try body(stemmer.stem(bytes, hash: word.hash), word.range, false)
    if word.marks.contains(.hasHyphen) {
      for part in bytes.split(separator: UInt8(ascii: "-")) where part.count > 1 {
        try body(stemmer.stem(part), word.range, true)
        try parts(of: part, word.range, body)
      }
    } else {
      try parts(of: bytes, word.range, body)
    }
  }

  private mutating func parts(
    of bytes: ArraySlice<UInt8>, _ range: Range<Int>,
    _ body: (_ term: [UInt8], _ range: Range<Int>, _ isPart: Bool) throws -> Void
  ) rethrows {
    guard let compounds, bytes.count >= 8 else { return }
    for part in compounds.parts(of: Folding.fold(bytes)) {
      try body(stemmer.stem(part), range, true)
    }
  }

  /// Digits without group marks; the decimal mark is a point.
  private func number(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let group = language == .english ? UInt8(ascii: ",") : UInt8(ascii: ".")
    var out: [UInt8] = []
    var isGroup = true
    for part in bytes.split(separator: group, omittingEmptySubsequences: false).dropFirst() {
      let digits = part.prefix { ByteClass.isDigit($0) }
      if digits.count != 3 { isGroup = false }
    }
    for byte in bytes {
      switch byte {
      case group where isGroup: continue
      case UInt8(ascii: ","): out.append(UInt8(ascii: "."))
      case UInt8(ascii: "'"): continue
      case 0x80...: if bytes.count < 4 { out.append(byte) }
      default: out.append(byte)
      }
    }
    return out
  }
}
