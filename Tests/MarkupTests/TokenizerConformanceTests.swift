import Foundation
import Testing

@testable import Markup

/// The tokenizer against the tokenizer tests of html5lib: all tokens of all tests, in every initial
/// state. Left out are inputs with half a surrogate pair, which UTF-8 cannot hold.
struct TokenizerConformanceTests {
  static let names = [
    "contentModelFlags", "domjs", "entities", "escapeFlag", "namedEntities", "numericEntities",
    "pendingSpecChanges", "test1", "test2", "test3", "test4", "unicodeChars",
    "unicodeCharsProblematic",
  ]

  @Test(arguments: names) func allTokensAreAsTheStandardHasThem(_ name: String) throws {
    var count = 0
    for test in try TokenizerTest.all(in: name) {
      for state in test.states {
        count += 1
        let tokens = TokenReader(test.input, state: state, lastStartTag: test.lastStartTag).tokens()
        #expect(
          tokens == test.output, "\(test.description), \(state): \(test.input.debugDescription)")
      }
    }
    #expect(count > 0)
  }
}

/// One test of a file.
struct TokenizerTest {
  var description: String
  var input: String
  var states: [String]
  var lastStartTag: String?
  var output: [String]

  static func all(in name: String) throws -> [TokenizerTest] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let data = try SharedData.unpacked(
      folder.appending(path: "html5lib-tests/tokenizer/\(name).test.gz").path)
    let file = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    return (file?["tests"] as? [[String: Any]] ?? []).compactMap(TokenizerTest.init)
  }

  private init?(_ row: [String: Any]) {
    let isEscaped = row["doubleEscaped"] as? Bool ?? false
    func text(_ value: Any) -> String? {
      guard let text = value as? String else { return nil }
      return isEscaped ? Self.unescaped(text) : text
    }
    guard let given = row["input"], let input = text(given), let tokens = row["output"] as? [[Any]]
    else { return nil }
    description = row["description"] as? String ?? ""
    self.input = input
    states = row["initialStates"] as? [String] ?? ["Data state"]
    lastStartTag = row["lastStartTag"] as? String
    output = []
    for token in tokens {
      guard let line = Self.line(token, text) else { return nil }
      output.append(line)
    }
  }

  /// A token as one line, for comparison; nil where UTF-8 cannot hold it.
  private static func line(_ token: [Any], _ text: (Any) -> String?) -> String? {
    switch token.first as? String {
    case "StartTag":
      guard let name = text(token[1]), let given = token[2] as? [String: Any] else { return nil }
      var attributes: [String: String] = [:]
      for (key, value) in given {
        guard let key = text(key), let value = text(value) else { return nil }
        attributes[key] = value
      }
      return start(name, attributes, token.count > 3 && token[3] as? Bool == true)
    case "EndTag": return text(token[1]).map { "</\($0)>" }
    case "Comment": return text(token[1]).map { "<!--\($0)-->" }
    case "Character": return text(token[1]).map { "\"\($0)\"" }
    case "DOCTYPE":
      return doctype(
        text(token[1]) ?? "", text(token[2]), text(token[3]), !(token[4] as? Bool ?? true))
    default: return nil
    }
  }

  static func start(_ name: String, _ attributes: [String: String], _ closes: Bool) -> String {
    let list = attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
    return "<\(name)\(list)\(closes ? "/" : "")>"
  }

  static func doctype(_ name: String, _ publicID: String?, _ systemID: String?, _ quirks: Bool)
    -> String
  {
    "<!DOCTYPE \(name) \(publicID.map { "“\($0)”" } ?? "–") \(systemID.map { "“\($0)”" } ?? "–") \(quirks)>"
  }

  /// `\uXXXX` made characters; nil for half a surrogate pair.
  private static func unescaped(_ text: String) -> String? {
    var units: [UInt16] = []
    var rest = Array(text.utf16)[...]
    while let unit = rest.popFirst() {
      if unit == 0x5C, rest.first == 0x75, rest.count >= 5,
        let value = UInt16(String(decoding: rest.dropFirst().prefix(4), as: UTF16.self), radix: 16)
      {
        units.append(value)
        rest = rest.dropFirst(5)
      } else {
        units.append(unit)
      }
    }
    let text = String(decoding: units, as: UTF16.self)
    return Array(text.utf16) == units ? text : nil
  }
}

/// Runs the tokenizer as tree construction would, and writes its tokens down.
struct TokenReader {
  private let source: [UInt8]
  private let state: String
  private let lastStartTag: String?

  init(_ input: String, state: String, lastStartTag: String?) {
    source = Array(input.utf8)
    self.state = state
    self.lastStartTag = lastStartTag
  }

  func tokens() -> [String] {
    let span = source.span
    var tokenizer = Tokenizer(end: source.count, attributeLimit: 256)
    var lines: [String] = []
    var text = ""
    func string(_ slice: Slice) -> String {
      let store = slice.isExtra ? tokenizer.extra : source
      return String(decoding: store[slice.offset..<slice.end], as: UTF8.self)
    }
    func add(_ line: String) {
      if !text.isEmpty { lines.append("\"\(text)\"") }
      text = ""
      lines.append(line)
    }
    if state == "CDATA section state" {
      tokenizer.readCharacterData(span)
      text += string(tokenizer.text)
    } else if state != "Data state" {
      let tag = lastStartTag.map { KnownNames.shared.tag(Array($0.utf8)[...]) }
      let isPlain = state == "PLAINTEXT state"
      let until = isPlain ? nil : tag ?? (state == "Script data state" ? .script : .unknown)
      // The end tag is read and dropped; a name that no tag has shows whether there was one.
      tokenizer.id = .max
      tokenizer.readRawText(span, until: until, references: state == "RCDATA state")
      text += string(tokenizer.text)
      if let name = lastStartTag, tokenizer.id != .max, tokenizer.position > 0,
        source[tokenizer.position - 1] == UInt8(ascii: ">")
      {
        add("</\(name)>")
      }
    }
    while true {
      let token = tokenizer.next(span)
      switch token {
      case .end:
        if !text.isEmpty { lines.append("\"\(text)\"") }
        return lines
      case .text: text += string(tokenizer.text)
      case .comment: add("<!--\(string(tokenizer.text))-->")
      case .characterData:
        _ = tokenizer.readCharacterDataAsComment(span)
        add("<!--\(string(tokenizer.text))-->")
      case .doctype:
        let doctype = tokenizer.doctype
        add(
          TokenizerTest.doctype(
            string(doctype.name), doctype.publicID.map(string), doctype.systemID.map(string),
            doctype.forcesQuirks))
      case .startTag, .endTag:
        var name = String(
          decoding: KnownNames.shared.bytes(tokenizer.tag, in: .html), as: UTF8.self)
        if tokenizer.tag == .unknown {
          name = string(tokenizer.names.slices[Int(tokenizer.id - Tag.firstUnknown)])
        }
        guard token == .startTag else {
          add("</\(name)>")
          continue
        }
        var attributes: [String: String] = [:]
        for record in tokenizer.attributes[tokenizer.attributeStart...] {
          let value = record.value
          let raw = value.isExtra ? tokenizer.extra : source
          let decoded = CharacterReferences.decodedAttribute(raw[value.offset..<value.end])
          attributes[string(record.name)] = String(decoding: decoded, as: UTF8.self)
        }
        add(TokenizerTest.start(name, attributes, tokenizer.isSelfClosing))
        tokenizer.attributeStart = tokenizer.attributes.count
      }
    }
  }
}
