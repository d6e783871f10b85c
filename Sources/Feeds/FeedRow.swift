import Press

/// Writes a feed as one row of JSON: `{"id","feed":{…},"entries":[…]}`.
///
/// The keys are those of the cases (`title`, `link`, `id`, `summary`, `content`, `published` …);
/// texts are plain, but for `content`, which is cleaned HTML.
package struct FeedRow {
  private var json = JSONWriter()

  /// The row for what was read under an identifier; without a line end.
  package static func row(
    id: String, _ bytes: [UInt8], contentType: String? = nil, url: String? = nil
  ) -> (row: [UInt8], error: FeedError?) {
    var writer = FeedRow()
    writer.json.write("{\"id\":")
    writer.json.write(string: id)
    var failure: FeedError?
    do {
      writer.write(try FeedReader.read(bytes, contentType: contentType, url: url))
    } catch {
      failure = error
      writer.json.write(",\"error\":")
      writer.json.write(string: error.description)
    }
    writer.json.write("}")
    return (writer.json.bytes, failure)
  }

  private mutating func write(_ feed: Feed) {
    json.write(",\"feed\":{\"title\":")
    json.write(string: feed.title)
    member(",\"subtitle\":", feed.subtitle)
    member(",\"link\":", feed.home)
    member(",\"self\":", feed.selfURL)
    member(",\"hub\":", feed.hub)
    member(",\"next\":", feed.nextURL)
    member(",\"icon\":", feed.icon)
    member(",\"rights\":", feed.rights)
    member(",\"language\":", feed.language?.rawValue)
    member(",\"updated\":", feed.updated?.iso8601)
    member(",\"ttl\":", feed.ttl.map(String.init))
    member(",\"version\":", feed.version)
    member(",\"encoding\":", feed.encoding)
    json.write(",\"problems\":")
    list(feed.problems)
    json.write("},\"entries\":[")
    for (index, entry) in feed.entries.enumerated() {
      if index > 0 { json.write(",") }
      write(entry)
    }
    json.write("]")
  }

  private mutating func write(_ entry: Entry) {
    json.write("{\"id\":")
    json.write(string: entry.id)
    json.write(",\"title\":")
    json.write(string: entry.title)
    member(",\"link\":", entry.url)
    member(",\"summary\":", entry.summary)
    if let html = entry.contentHTML {
      json.write(",\"content\":[{\"type\":\"text/html\",\"value\":")
      json.write(utf8: HTMLCleaner.clean(Array(html.utf8), base: entry.url))
      json.write("}]")
    }
    member(",\"author\":", entry.authors.first)
    if !entry.authors.isEmpty {
      json.write(",\"authors\":[")
      for (index, name) in entry.authors.enumerated() {
        json.write(index > 0 ? ",{\"name\":" : "{\"name\":")
        json.write(string: name)
        json.write("}")
      }
      json.write("]")
    }
    member(",\"published\":", entry.published?.iso8601)
    member(",\"updated\":", entry.updated?.iso8601)
    member(",\"language\":", entry.language?.rawValue)
    if !entry.categories.isEmpty {
      json.write(",\"tags\":[")
      for (index, term) in entry.categories.enumerated() {
        json.write(index > 0 ? ",{\"term\":" : "{\"term\":")
        json.write(string: term)
        json.write("}")
      }
      json.write("]")
    }
    write(entry.enclosures)
    json.write("}")
  }

  private mutating func write(_ enclosures: [Entry.Enclosure]) {
    guard !enclosures.isEmpty else { return }
    json.write(",\"enclosures\":[")
    for (index, enclosure) in enclosures.enumerated() {
      json.write(index > 0 ? ",{\"href\":" : "{\"href\":")
      json.write(string: enclosure.url)
      member(",\"type\":", enclosure.type)
      member(",\"length\":", enclosure.length.map(String.init))
      json.write("}")
    }
    json.write("]")
  }

  private mutating func member(_ key: StaticString, _ value: String?) {
    guard let value else { return }
    json.write(key)
    json.write(string: value)
  }

  private mutating func list(_ texts: [String]) {
    json.write("[")
    for (index, text) in texts.enumerated() {
      if index > 0 { json.write(",") }
      json.write(string: text)
    }
    json.write("]")
  }
}
