/// A piece of finished markup.
///
/// A piece is written as a literal, and what is put into a literal is escaped unless it is itself
/// `HTML`. There is no way from a `String` to unescaped markup.
///
///     let item: HTML = "<li>\(story.headline)</li>"
package struct HTML: Sendable, Hashable {
  /// The markup in UTF-8.
  package let bytes: [UInt8]

  /// No markup at all.
  package static let nothing = HTML(bytes: [])

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The markup as text, for tests and for tools that want a `String`.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  package var isEmpty: Bool { bytes.isEmpty }
}

extension HTML: ExpressibleByStringInterpolation {
  package init(stringLiteral literal: StaticString) {
    var parts = StringInterpolation(
      literalCapacity: literal.utf8CodeUnitCount, interpolationCount: 0)
    parts.appendLiteral(literal)
    self.init(stringInterpolation: parts)
  }

  package init(stringInterpolation parts: StringInterpolation) {
    #if DEBUG
    assert(parts.context.isComplete, "a piece of markup closes what it opens")
    #endif
    bytes = parts.bytes
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    var bytes: [UInt8] = []
    // Release builds carry no context: a page is a few hundred literals.
    #if DEBUG
    var context = Context()
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

    /// Text between tags or inside a quoted attribute.
    package mutating func appendInterpolation(_ text: String) {
      #if DEBUG
      assert(context.takesText, "text where markup is expected: \(context)")
      #endif
      bytes.append(escaping: text)
    }

    package mutating func appendInterpolation(_ number: some BinaryInteger) {
      #if DEBUG
      assert(context.takesText, "a number where markup is expected: \(context)")
      #endif
      bytes.append(contentsOf: String(number).utf8)
    }

    /// A link target: `http`, `https`, `mailto` or a path on this site; else `#`.
    package mutating func appendInterpolation(url target: String) {
      #if DEBUG
      assert(
        context.takesURL,
        "url: belongs in a quoted href, src, cite, action or poster: \(context)")
      #endif
      if LinkTarget.isSafe(target) {
        bytes.append(escaping: LinkTarget.encoded(target))
      } else {
        bytes.append(UInt8(ascii: "#"))
      }
    }

    /// An attribute inside a tag, with the space before it: ` lang="fr"`; nothing without a value.
    package mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
      #if DEBUG
      assert(
        context.takesAttribute(name), "no place for the attribute \(name): \(context)")
      #endif
      guard let value else { return }
      bytes.append(UInt8(ascii: " "))
      bytes.append(name)
      bytes.append("=\"")
      bytes.append(escaping: value)
      bytes.append(UInt8(ascii: "\""))
    }

    /// The widths of a picture as `srcset`, with the space before it (HTML, section 4.8.4.2.1);
    /// nothing without any. An address that is not safe, or would end before its end, is left out.
    package mutating func appendInterpolation(srcset: [(address: String, width: Int)]) {
      #if DEBUG
      assert(context.takesAttribute("sizes"), "no place for the attribute srcset: \(context)")
      #endif
      let parts = srcset.filter {
        LinkTarget.isSafe($0.address) && !$0.address.utf8.contains(UInt8(ascii: ","))
      }
      guard !parts.isEmpty else { return }
      bytes.append(" srcset=\"")
      for (index, part) in parts.enumerated() {
        if index > 0 { bytes.append(", ") }
        bytes.append(escaping: LinkTarget.encoded(part.address))
        bytes.append(escaping: " \(part.width)w")
      }
      bytes.append(UInt8(ascii: "\""))
    }

    package mutating func appendInterpolation(_ piece: HTML?) {
      #if DEBUG
      assert(context.takesMarkup, "markup inside a tag: \(context)")
      #endif
      if let piece { bytes.append(contentsOf: piece.bytes) }
    }

    /// One piece for each value, one after the other.
    package mutating func appendInterpolation<Value>(
      _ values: some Sequence<Value>, _ piece: (Value) -> HTML
    ) {
      for value in values { appendInterpolation(piece(value)) }
    }

    /// A style sheet of our own, between `<style>` and `</style>`.
    package mutating func appendInterpolation(_ sheet: CSS) {
      #if DEBUG
      assert(context.takesStyle, "a style sheet belongs in <style>: \(context)")
      #endif
      bytes.append(contentsOf: sheet.bytes)
    }
  }
}
