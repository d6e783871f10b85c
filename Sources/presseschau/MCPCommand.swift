import ArgumentParser
import Evidence
import Foundation
import Languages
import Press
import Storage
import Stories

/// `presseschau mcp`: answers assistants over standard input and output (Model Context Protocol,
/// JSON-RPC 2.0, one message a line), so that they can cite exact passages.
struct MCP: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Answers assistants on standard input: search, story, article, passage.")

  @OptionGroup var library: LibraryOption

  func run() throws {
    let desk = MCPDesk(tools: MCPTools(library: try library.open()))
    while let line = readLine(strippingNewline: true) {
      if line.isEmpty { continue }
      guard let answer = desk.answer(Data(line.utf8)) else { continue }
      try FileHandle.standardOutput.write(contentsOf: answer + Data([10]))
    }
  }
}

/// Reads one message and writes its answer.
struct MCPDesk {
  let tools: MCPTools
  private static let protocols = ["2025-06-18", "2025-03-26", "2024-11-05"]

  /// The answer's bytes; nil where none is wanted, as for notifications.
  func answer(_ line: Data) -> Data? {
    guard let message = try? JSONSerialization.jsonObject(with: line) as? [String: Any],
      let method = message["method"] as? String
    else { return Self.failure(nil, -32_700, "The message is no JSON-RPC request.") }
    guard let id = message["id"] else { return nil }
    let values = message["params"] as? [String: Any] ?? [:]
    switch method {
    case "initialize":
      let asked = values["protocolVersion"] as? String ?? ""
      return Self.success(
        id,
        [
          "protocolVersion": Self.protocols.contains(asked) ? asked : Self.protocols[0],
          "capabilities": ["tools": [String: Any]()],
          "serverInfo": ["name": "presseschau", "version": Presseschau.configuration.version],
          "instructions":
            "Search the library, read stories and articles, and cite words verbatim with their passage.",
        ])
    case "ping": return Self.success(id, [String: Any]())
    case "tools/list": return Self.success(id, ["tools": MCPTools.list])
    case "tools/call":
      let name = values["name"] as? String ?? ""
      guard MCPTools.names.contains(name) else {
        return Self.failure(id, -32_602, "There is no tool “\(name)”.")
      }
      let (text, isWrong) = tools.call(name, values["arguments"] as? [String: Any] ?? [:])
      return Self.success(
        id, ["content": [["type": "text", "text": text]], "isError": isWrong])
    default: return Self.failure(id, -32_601, "There is no method “\(method)”.")
    }
  }

  private static func success(_ id: Any, _ result: [String: Any]) -> Data? {
    bytes(["jsonrpc": "2.0", "id": id, "result": result])
  }

  private static func failure(_ id: Any?, _ code: Int, _ message: String) -> Data? {
    bytes([
      "jsonrpc": "2.0", "id": id ?? NSNull(), "error": ["code": code, "message": message],
    ])
  }

  private static func bytes(_ object: [String: Any]) -> Data? {
    try? JSONSerialization.data(
      withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
  }
}

/// What assistants can ask.
struct MCPTools {
  let library: Library

  static let names = ["search", "story", "article", "passage"]

  static var list: [[String: Any]] {
    [
      tool(
        "search", "Finds stories by words; bounds: outlet: section: person: lang: before: after:.",
        ["query": "Words to be found."], required: ["query"]),
      tool(
        "story", "A story's articles and its evidence side by side, each with its passage.",
        ["id": "The story's id."], required: ["id"]),
      tool(
        "article", "An article's text by paragraphs.", ["id": "The article's id."],
        required: ["id"]),
      tool(
        "passage", "The sentences of an article that hold words, verbatim, with their passage.",
        ["article": "The article's id.", "words": "Words of the sentence."],
        required: ["article", "words"]),
    ]
  }

  private static func tool(
    _ name: String, _ words: String, _ values: [String: String], required: [String]
  ) -> [String: Any] {
    [
      "name": name, "description": words,
      "inputSchema": [
        "type": "object", "required": required,
        "properties": values.mapValues { ["type": "string", "description": $0] },
      ],
    ]
  }

  /// The tool's text, and whether it tells of a failure.
  func call(_ name: String, _ values: [String: Any]) -> (text: String, isWrong: Bool) {
    func value(_ name: String) -> String { values[name] as? String ?? "" }
    do {
      switch name {
      case "search": return (try search(value("query")), false)
      case "story": return try story(value("id"))
      case "article": return try article(value("id"))
      default: return try passage(value("article"), value("words"))
      }
    } catch {
      return ("\(error)", true)
    }
  }

  private func search(_ query: String) throws -> String {
    let answer = try library.find(SearchQuery(query))
    if answer.found.isEmpty {
      return "Nothing was found." + (answer.suggestion.map { " Did you mean “\($0)”?" } ?? "")
    }
    return answer.found.map { found in
      let article = found.article
      return """
        \(article.headline) – \(article.outlet.name), \(article.published?.iso8601 ?? "undated")
        article \(article.id), story \(found.story ?? "none"), \(found.more) more articles of it
        """
    }.joined(separator: "\n\n")
  }

  private func story(_ id: String) throws -> (String, Bool) {
    guard let filed = try library.story(id) else { return ("There is no story “\(id)”.", true) }
    var lines = [filed.summary.headline, ""]
    for member in filed.story.members {
      let article = try library.article(member.article)?.article
      lines.append(
        "- article \(member.article), \(article?.outlet.name ?? "?"): \(article?.headline ?? "?")"
          + (member.copyOf.map { " (copy of \($0))" } ?? ""))
    }
    let dossier = filed.dossier
    lines += dossier.keyPoints.map {
      "• “\($0.citation.words)” [\(Self.place($0.citation.passage))]"
    }
    for comparison in dossier.comparisons {
      lines.append(
        "# \(comparison.unit) \(comparison.direction ?? ""): \(comparison.verdict.rawValue)")
      lines += comparison.readings.map {
        "  “\($0.citation.words)” says \($0.claimant ?? "nobody named") [\(Self.place($0.citation.passage))]"
      }
    }
    for claim in dossier.claimGroups.flatMap(\.claims) + dossier.quotes {
      lines.append(
        "\(claim.speaker ?? "nobody named") (\(claim.status.rawValue)): “\(claim.citation.words)” [\(Self.place(claim.citation.passage))]"
      )
    }
    return (lines.joined(separator: "\n"), false)
  }

  private func article(_ id: String) throws -> (String, Bool) {
    guard let article = try library.article(id)?.article else {
      return ("There is no article “\(id)”.", true)
    }
    let body = article.body
    let head = [
      article.headline, "\(article.outlet.name), \(article.published?.iso8601 ?? "undated")",
      article.url ?? "",
    ]
    return (
      (head + body.paragraphs.map { "[p\($0.anchor)] \(body[$0.range])" })
        .joined(separator: "\n"), false
    )
  }

  private func passage(_ id: String, _ words: String) throws -> (String, Bool) {
    guard let filed = try library.article(id) else { return ("There is no article “\(id)”.", true) }
    let body = filed.article.body
    let found = filed.findings.sentences.filter {
      !words.isEmpty && body[$0.stretch.range].localizedStandardContains(words)
    }
    if found.isEmpty { return ("No sentence holds these words.", true) }
    return (
      found.prefix(20).map { sentence in
        let passage = Passage(
          article: id, version: filed.article.version, anchor: sentence.anchor,
          range: sentence.stretch.range, sentence: sentence.hash)
        return "“\(body[sentence.stretch.range])” [\(Self.place(passage))]"
      }.joined(separator: "\n"), false
    )
  }

  /// `/passage/ARTICLE.VERSION.HASH`, as the paper serves it.
  private static func place(_ passage: Passage) -> String {
    let hash = String(passage.sentence, radix: 16)
    return "/passage/\(passage.article).\(passage.version)."
      + String(repeating: "0", count: max(0, 16 - hash.count)) + hash
  }
}
