/// A piece of finished XML, for feeds, OPML and sitemaps.
///
/// Written like `HTML`: a literal into which text goes escaped, and characters XML 1.0 does not
/// allow are left out.
///
///     let item: XML = "<title>\(story.headline)</title>"
package struct XML: Sendable, Hashable {
  /// The XML in UTF-8.
  package let bytes: [UInt8]

  /// The XML as text, for tests and for tools that want a `String`.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The declaration that stands before a document.
  package static let declaration: XML = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
}

extension XML: ExpressibleByStringInterpolation {
  package init(stringLiteral literal: StaticString) {
    var parts = StringInterpolation(
      literalCapacity: literal.utf8CodeUnitCount, interpolationCount: 0)
    parts.appendLiteral(literal)
    self.init(stringInterpolation: parts)
  }

  package init(stringInterpolation parts: StringInterpolation) {
    #if DEBUG
    assert(parts.context.isComplete, "a piece of XML closes what it opens")
    #endif
    bytes = parts.bytes
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    var bytes: [UInt8] = []
    #if DEBUG
    var context = Context(isXML: true)
    #endif

    package init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity &+ interpolationCount &* 48)
    }

    package mutating func appendLiteral(_ literal: StaticString) {
      bytes.append(literal)
      #if DEBUG
      assert(context.read(literal), "a tag closes what is not open: \(literal)")
      #endif
    }

    /// Text between tags.
    package mutating func appendInterpolation(_ text: String) {
      #if DEBUG
      assert(context.takesXMLText, "text where markup is expected: \(context)")
      #endif
      bytes.append(escaping: text)
    }

    /// Text inside a quoted attribute; line ends survive.
    package mutating func appendInterpolation(attribute text: String) {
      #if DEBUG
      assert(context.takesXMLText, "an attribute's text outside of one: \(context)")
      #endif
      bytes.append(escaping: text, keepingLineEnds: true)
    }

    package mutating func appendInterpolation(_ number: some BinaryInteger) {
      #if DEBUG
      assert(context.takesXMLText, "a number where markup is expected: \(context)")
      #endif
      bytes.append(contentsOf: String(number).utf8)
    }

    package mutating func appendInterpolation(_ piece: XML?) {
      #if DEBUG
      assert(context.takesMarkup, "markup inside a tag: \(context)")
      #endif
      if let piece { bytes.append(contentsOf: piece.bytes) }
    }

    /// Markup as text: the content of an Atom or RSS element of type `html` (RFC 4287 § 3.1.1.2).
    package mutating func appendInterpolation(escaped markup: HTML) {
      appendInterpolation(markup.string)
    }

    /// One piece for each value, one after the other.
    package mutating func appendInterpolation<Value>(
      _ values: some Sequence<Value>, _ piece: (Value) -> XML
    ) {
      for value in values { appendInterpolation(piece(value)) }
    }
  }
}
