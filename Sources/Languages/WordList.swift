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
    for line in text.split(separator: "\n") {
      let content = line.prefix { $0 != "#" }
      let fields = content.split(separator: "\t").map { Self.trimmed($0) }
      guard let phrase = fields.first, !phrase.isEmpty else { continue }
      for form in Self.forms(phrase) {
        entries.append(Entry(phrase: form, attributes: Array(fields.dropFirst())))
      }
    }
    self.entries = entries
  }

  private static func trimmed(_ field: Substring) -> String {
    var field = field
    while field.first == " " { field.removeFirst() }
    while field.last == " " { field.removeLast() }
    return String(field)
  }

  /// A phrase with every `~` and `^` written out.
  private static func forms(_ phrase: String) -> [String] {
    let endings: [String]
    let mark: Character
    if phrase.contains("~") {
      (mark, endings) = ("~", ["", "e", "er", "en", "em", "es"])
    } else if phrase.contains("^") {
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
