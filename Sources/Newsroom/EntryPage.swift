import Hypertext
import Press

/// A feed entry's own text as a small page, so that it is read like any other.
struct EntryPage {
  let bytes: [UInt8]

  init(_ entry: Entry, language: Language?) {
    let language = (entry.language ?? language)?.rawValue ?? ""
    let head =
      "<!DOCTYPE html><html lang=\"\(Self.text(language))\"><head><meta charset=\"utf-8\">"
      + "<title>\(Self.text(entry.title))</title></head><body><article>"
      + "<h1>\(Self.text(entry.title))</h1>"
    bytes = Array((head + (entry.contentHTML ?? "") + "</article></body></html>").utf8)
  }

  /// Plain text as a paragraph.
  static func paragraph(_ text: String) -> String { "<p>\(Self.text(text))</p>" }

  private static func text(_ text: String) -> String { ("\(text)" as HTML).string }
}

extension Entry {
  /// What makes it another entry when it changes. The words of a link on a page change with the
  /// page's make-up and mean nothing.
  func changeHash(in kind: Source.Kind) -> String {
    if kind == .page { return FNV1a.text(id.utf8) }
    let parts = [title, url ?? "", summary ?? "", contentHTML ?? "", updated?.iso8601 ?? ""]
    return FNV1a.text(parts.joined(separator: "\u{0}").utf8)
  }
}

extension FNV1a {
  /// The hash in letters and digits.
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    String(hash(bytes), radix: 36)
  }
}
