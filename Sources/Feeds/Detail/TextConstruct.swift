import Markup

/// A text of a feed with what is known of its form.
struct TextConstruct: Sendable {
  enum Form: Sendable { case plain, html, xhtml }

  var form: Form
  /// Decoded once, as XML demands; markup of an XHTML text is written out as HTML.
  var bytes: [UInt8]
  /// The media type as the feed gives it, or as it follows.
  var type: String
}

extension FeedDocument {
  /// Reads a title, summary, content … with the rules of its format.
  ///
  /// - Parameter isHTML: whether the element holds HTML when it does not say what it holds.
  func textConstruct(_ node: XMLTree.NodeID, isHTML: Bool) -> TextConstruct {
    var type = attribute("type", of: node).map { $0.lowercased() } ?? ""
    let mode = attribute("mode", of: node)
    switch type {
    case "text", "plain": type = "text/plain"
    case "html": type = "text/html"
    case "xhtml": type = "application/xhtml+xml"
    default: break
    }
    let hasElements = hasElements(node)
    if type.isEmpty {
      type = isHTML ? "text/html" : "text/plain"
      if hasElements, family == .atom { type = "application/xhtml+xml" }
    }
    if mode == "base64" || (mode == nil && isBase64(type)), family == .atom {
      let decoded = Base64.decode(bytes(of: node)) ?? []
      let form: TextConstruct.Form = type.hasPrefix("text/plain") ? .plain : .html
      return TextConstruct(form: form, bytes: decoded, type: type)
    }
    if hasElements {
      let isXHTML = type.hasSuffix("xml")
      return TextConstruct(
        form: .xhtml, bytes: markup(inside: node), type: isXHTML ? type : "text/html")
    }
    let text = bytes(of: node)
    switch type {
    case "text/html": return TextConstruct(form: .html, bytes: text, type: type)
    case "application/xhtml+xml":
      // Inline markup without any tag: its text is markup still.
      return TextConstruct(form: .xhtml, bytes: markup(inside: node), type: type)
    case "text/plain" where attribute("type", of: node) != nil:
      return TextConstruct(form: .plain, bytes: text, type: type)
    default:
      let guessed: TextConstruct.Form = PlainText.looksLikeHTML(text) ? .html : .plain
      return TextConstruct(form: guessed, bytes: text, type: type)
    }
  }

  private func hasElements(_ node: XMLTree.NodeID) -> Bool {
    var child = tree[node].firstChild
    while child >= 0 {
      if tree[child].kind == .element, fields[Int(tree[child].name)] != .entry { return true }
      child = tree[child].nextSibling
    }
    return false
  }

  private func isBase64(_ type: String) -> Bool {
    !type.isEmpty && !type.hasPrefix("text/") && !type.hasSuffix("+xml") && !type.hasSuffix("/xml")
      && type.contains("/")
  }
}

/// Base64 (RFC 4648), white space passed over.
enum Base64 {
  /// The bytes, or nil if there is something else in the text.
  static func decode(_ text: some Sequence<UInt8>) -> [UInt8]? {
    var out: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text {
      let value: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - 65
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - 71
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte + 4
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      case UInt8(ascii: "="), 32, 9, 10, 13: continue
      default: return nil
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return out
  }
}
