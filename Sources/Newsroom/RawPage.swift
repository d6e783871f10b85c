package import Documents
package import Press
package import Storage

/// A page, a saved file or a feed entry's text on its way into the library.
package struct RawPage: Sendable {
  package enum Form: Sendable { case html, flattenedText }

  package var form: Form
  package var bytes: [UInt8]
  /// The address, where there is one.
  package var url: String?
  package var contentType: String?
  /// What people see in messages: the address or the path.
  package var label: String
  package var source: Source.ID?
  package var hints: Hints?
  /// Categories of the feed entry.
  package var categories: [String]
  /// The bytes as they came, with time and headers.
  package var capture: Capture
  /// The feed entry it stands for.
  package var entry: SeenEntry?
  /// Whether the address is that of a feed's own text, which may be short but is an article.
  package var isEntryText: Bool

  package init(
    form: Form, bytes: [UInt8], url: String?, contentType: String? = nil, label: String,
    source: Source.ID? = nil, hints: Hints? = nil, categories: [String] = [], capture: Capture,
    entry: SeenEntry? = nil, isEntryText: Bool = false
  ) {
    self.form = form
    self.bytes = bytes
    self.url = url
    self.contentType = contentType
    self.label = label
    self.source = source
    self.hints = hints
    self.categories = categories
    self.capture = capture
    self.entry = entry
    self.isEntryText = isEntryText
  }

  /// Whether bytes are no text: more than one in fifty of the first 4,096 is a control character
  /// that no text holds. UTF-16 is text where its mark stands in front.
  package static func isBinary(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) { return false }
    let head = bytes.prefix(4096)
    let controls = head.count { $0 < 0x20 && !(9...13).contains($0) && $0 != 0x1B }
    return controls * 50 > head.count
  }
}
