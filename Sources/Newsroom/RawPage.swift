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
}
