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
    let folder = language == .english ? "English" : "German"
    let path = "\(folder)/\(name).txt"
    let file = EmbeddedFile.all.first { $0.path == path }
    self.init(text: file.map { "\($0.text)" } ?? "")
  }

  init(text: String) {
    var entries: [Entry] = []
    for line in text.utf8.split(separator: 10) {
      let content = line.prefix { $0 != UInt8(ascii: "#") }
      let fields = content.split(separator: 9).map { Self.trimmed($0) }
      guard let phrase = fields.first, !phrase.isEmpty else { continue }
      let attributes = Array(fields.dropFirst())
      for form in Self.forms(phrase) {
        entries.append(Entry(phrase: form, attributes: attributes))
      }
    }
    self.entries = entries
  }

  private static func trimmed(_ field: Substring.UTF8View) -> String {
    var field = field
    while field.first == 32 { field.removeFirst() }
    while field.last == 32 { field.removeLast() }
    return String(Substring(field))
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
