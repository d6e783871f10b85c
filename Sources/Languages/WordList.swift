import Press

/// One of the house's word lists, as it stands in `German/` or `English/`.
///
/// One entry a line, attributes behind tabs, `#` begins a comment. `word~` stands for the word and
/// its German adjective endings, `word^` for the word and its genitive in `s`.
struct WordList: Sendable {
  struct Entry: Sendable, Hashable {
    var phrase: String
    var attributes: [String]
  }

  let entries: [Entry]

  /// The list with a name in a language's folder; empty if there is none.
  init(_ language: Language, _ name: String) {
    self.init(bytes: Self.file(language, name))
  }

  /// The bytes of a file in a language's folder; none if there is no such file.
  static func file(_ language: Language, _ name: String) -> [UInt8] {
    let path = "\(language == .english ? "English" : "German")/\(name).txt"
    return EmbeddedFile.all.first { $0.path == path }?.text.withUTF8Buffer { Array($0) } ?? []
  }

  init(text: String) { self.init(bytes: Array(text.utf8)) }

  /// One entry a line: the phrase and its attributes between tabs; `#` begins a remark.
  private init(bytes: [UInt8]) {
    var entries: [Entry] = []
    var at = 0
    while at < bytes.count {
      var field = at
      var fields: [String] = []
      var phrase: String?
      var hasForms = false
      var isRemark = false
      while true {
        let byte = at < bytes.count ? bytes[at] : 10
        let ends = byte == 10 || byte == UInt8(ascii: "#")
        if !isRemark, ends || byte == 9 {
          if at > field {
            let text = Self.trimmed(bytes, field, at)
            if phrase == nil { phrase = text } else { fields.append(text) }
          }
          field = at + 1
          isRemark = byte == UInt8(ascii: "#")
        } else if phrase == nil, byte == UInt8(ascii: "~") || byte == UInt8(ascii: "^") {
          hasForms = true
        }
        at += 1
        if byte == 10 { break }
      }
      guard let phrase, !phrase.isEmpty else { continue }
      guard hasForms else {
        entries.append(Entry(phrase: phrase, attributes: fields))
        continue
      }
      for form in Self.forms(phrase) { entries.append(Entry(phrase: form, attributes: fields)) }
    }
    self.entries = entries
  }

  private static func trimmed(_ bytes: [UInt8], _ lower: Int, _ upper: Int) -> String {
    var (lower, upper) = (lower, upper)
    while lower < upper, bytes[lower] == 32 { lower += 1 }
    while upper > lower, bytes[upper - 1] == 32 { upper -= 1 }
    return String(decoding: bytes[lower..<upper], as: UTF8.self)
  }

  /// A phrase with every `~` and `^` written out.
  private static func forms(_ phrase: String) -> [String] {
    let endings: [String]
    let mark: Character
    if phrase.utf8.contains(UInt8(ascii: "~")) {
      (mark, endings) = ("~", ["", "e", "er", "en", "em", "es"])
    } else if phrase.utf8.contains(UInt8(ascii: "^")) {
      (mark, endings) = ("^", ["", "s"])
    } else {
      return [phrase]
    }
    guard let place = phrase.firstIndex(of: mark) else { return [phrase] }
    let head = phrase[..<place]
    let tail = phrase[phrase.index(after: place)...]
    return endings.flatMap { forms(head + $0 + tail) }
  }
}
