import Press

/// The details of a JSON feed under the names feed readers know.
enum JSONDetail {
  static func read(_ bytes: [UInt8], url: String?, into result: inout [String: JSONValue]) {
    result["encoding"] = .string("utf-8")
    result["version"] = .string("")
    result["bozo"] = .bool(true)
    guard let feed = try? JSONFeedReader(url: url).feed(bytes) else { return }
    result["bozo"] = .bool(false)
    result["version"] = .string(feed.version)
    result["feed"] = .object(properties(of: feed))
    result["entries"] = .array(feed.entries.map { .object(properties(of: $0)) })
  }

  /// What a feed says of itself.
  static func properties(of feed: Feed) -> [String: JSONValue] {
    var out: [String: JSONValue] = ["title": .string(feed.title)]
    out["subtitle"] = feed.subtitle.map(JSONValue.string)
    out["link"] = feed.home.map(JSONValue.string)
    out["language"] = feed.language.map { .string($0.rawValue) }
    out["icon"] = feed.icon.map(JSONValue.string)
    out["image"] = feed.icon.map { .object(["href": .string($0)]) }
    out["rights"] = feed.rights.map(JSONValue.string)
    out["ttl"] = feed.ttl.map { .string(String($0)) }
    var links: [JSONValue] = []
    let given = [
      ("alternate", feed.home), ("self", feed.selfURL), ("hub", feed.hub), ("next", feed.nextURL),
    ]
    for (rel, address) in given {
      if let address { links.append(.object(["rel": .string(rel), "href": .string(address)])) }
    }
    out["links"] = .array(links)
    if let updated = feed.updated {
      out["updated"] = .string(updated.iso8601)
      out["updated_parsed"] = .string(PressDate(instant: updated.start).iso8601)
    }
    return out
  }

  /// What an entry holds.
  static func properties(of entry: Entry) -> [String: JSONValue] {
    var out: [String: JSONValue] = ["id": .string(entry.id), "title": .string(entry.title)]
    out["link"] = entry.url.map(JSONValue.string)
    out["summary"] = entry.summary.map(JSONValue.string)
    out["language"] = entry.language.map { .string($0.rawValue) }
    if let html = entry.contentHTML {
      let clean = String(
        decoding: HTMLCleaner.clean(Array(html.utf8), base: entry.url), as: UTF8.self)
      out["content"] = .array([.object(["type": .string("text/html"), "value": .string(clean)])])
    }
    if let author = entry.authors.first {
      out["author"] = .string(author)
      out["authors"] = .array(entry.authors.map { .object(["name": .string($0)]) })
    }
    for (key, date) in [("published", entry.published), ("updated", entry.updated)] {
      guard let date else { continue }
      out[key] = .string(date.iso8601)
      out[key + "_parsed"] = .string(PressDate(instant: date.start).iso8601)
    }
    out["tags"] = .array(entry.categories.map { .object(["term": .string($0)]) })
    out["enclosures"] = .array(
      entry.enclosures.map { enclosure in
        var part: [String: JSONValue] = ["href": .string(enclosure.url)]
        part["type"] = enclosure.type.map(JSONValue.string)
        part["length"] = enclosure.length.map { .string(String($0)) }
        return .object(part)
      })
    return out
  }
}
