import Press

/// Draws a feed from JSON: JSON Feed 1.0 and 1.1 (jsonfeed.org), RSS in JSON.
struct JSONFeedReader {
  let url: String?

  /// Whether a document may be JSON: its first mark is a brace.
  static func isJSON(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes[start...].first { $0 > 32 } == UInt8(ascii: "{")
  }

  func feed(_ bytes: [UInt8]) throws(FeedError) -> Feed {
    guard let value = JSONValue(bytes) else { throw .notAFeed("broken JSON") }
    if let rss = value["rss"], let channel = rss["channel"] { return rssFeed(rss, channel) }
    guard let items = value["items"], case .array(let elements) = items else {
      throw .notAFeed("JSON without the list \"items\"")
    }
    return jsonFeed(value, elements)
  }

  /// The format's short name.
  static func version(_ value: JSONValue) -> String {
    let stated = value["version"]?.text ?? ""
    return stated.hasSuffix("/1.1") ? "json11" : stated.hasSuffix("/1") ? "json1" : "json"
  }

  // MARK: JSON Feed

  private func jsonFeed(_ value: JSONValue, _ items: [JSONValue]) -> Feed {
    var feed = Feed(version: Self.version(value))
    feed.title = plain(value["title"]) ?? ""
    feed.subtitle = plain(value["description"])
    feed.home = address(value["home_page_url"])
    feed.selfURL = address(value["feed_url"])
    feed.nextURL = address(value["next_url"])
    feed.icon = address(value["icon"]) ?? address(value["favicon"])
    feed.language = value["language"]?.text.flatMap(Language.init(tag:))
    for hub in value["hubs"]?.elements ?? [] where feed.hub == nil {
      feed.hub = address(hub["url"])
    }
    let names = authors(of: value)
    feed.entries = items.map { entry($0, feedAuthors: names) }
    return feed
  }

  private func entry(_ item: JSONValue, feedAuthors: [String]) -> Entry {
    let page = address(item["url"]) ?? address(item["external_url"])
    let text = item["content_text"]?.text
    var html = item["content_html"]?.text
    if html == nil, let text { html = EntryDrawing.html(.plain(text)) }
    let summary = plain(item["summary"]) ?? text.map { PlainText.ofText(Array($0.utf8)) }
    let names = authors(of: item)
    var entry = Entry(
      id: item["id"]?.text ?? page ?? "", url: page, title: plain(item["title"]) ?? "",
      summary: summary, contentHTML: html, authors: names.isEmpty ? feedAuthors : names,
      published: item["date_published"]?.text.flatMap { FeedDate.read($0) },
      updated: item["date_modified"]?.text.flatMap { FeedDate.read($0) },
      categories: (item["tags"]?.elements ?? []).compactMap(plain),
      language: item["language"]?.text.flatMap(Language.init(tag:)))
    for key in ["image", "banner_image"] {
      if let picture = address(item[key]), !entry.enclosures.contains(where: { $0.url == picture })
      {
        entry.enclosures.append(Entry.Enclosure(url: picture, type: "image/*"))
      }
    }
    for attachment in (item["attachments"]?.elements ?? []).prefix(64) {
      guard let file = address(attachment["url"]) else { continue }
      entry.enclosures.append(
        Entry.Enclosure(
          url: file, type: attachment["mime_type"]?.text,
          length: attachment["size_in_bytes"]?.text.flatMap { Int($0) }))
    }
    if entry.published == nil { entry.published = entry.updated }
    return entry
  }

  private func authors(of value: JSONValue) -> [String] {
    let people = (value["authors"]?.elements ?? []) + (value["author"]?.elements ?? [])
    var names: [String] = []
    for person in people.prefix(64) {
      let name = plain(person["name"]) ?? plain(person)
      if let name, !names.contains(name) { names.append(name) }
    }
    return names
  }

  // MARK: RSS in JSON

  private func rssFeed(_ rss: JSONValue, _ channel: JSONValue) -> Feed {
    var feed = Feed(version: rss["version"]?.text == "2.0" ? "rss20" : "rss")
    feed.title = plain(channel["title"]) ?? ""
    feed.subtitle = plain(channel["description"])
    feed.home = address(channel["link"])
    feed.language = channel["language"]?.text.flatMap(Language.init(tag:))
    feed.ttl = channel["ttl"]?.text.flatMap { Int($0) }
    feed.updated = channel["lastBuildDate"]?.text.flatMap { FeedDate.read($0) }
    feed.icon = address(channel["image"]?["url"])
    let items = channel["item"]?.elements ?? rss["item"]?.elements ?? []
    feed.entries = items.map(rssEntry)
    return feed
  }

  private func rssEntry(_ item: JSONValue) -> Entry {
    let identifier = item["guid"]?["#value"]?.text ?? item["guid"]?["_"]?.text ?? item["guid"]?.text
    let page = address(item["link"]) ?? identifier.flatMap { Address.isWeb($0) ? $0 : nil }
    var entry = Entry(
      id: identifier ?? page ?? "", url: page, title: plain(item["title"]) ?? "",
      summary: plain(item["description"]),
      contentHTML: item["content:encoded"]?.text ?? item["description"]?.text,
      authors: (item["dc:creator"] ?? item["author"])?.elements.compactMap(plain) ?? [],
      published: item["pubDate"]?.text.flatMap { FeedDate.read($0) },
      categories: (item["category"]?.elements ?? []).compactMap { plain($0["#value"] ?? $0) })
    for enclosure in item["enclosure"]?.elements ?? [] {
      guard let file = address(enclosure["url"]) else { continue }
      entry.enclosures.append(
        Entry.Enclosure(
          url: file, type: enclosure["type"]?.text,
          length: enclosure["length"]?.text.flatMap { Int($0) }))
    }
    return entry
  }

  // MARK: Values

  /// Plain text; HTML that has no place there is taken out.
  private func plain(_ value: JSONValue?) -> String? {
    guard let text = value?.text else { return nil }
    let bytes = Array(text.utf8)
    let plain = PlainText.looksLikeHTML(bytes) ? PlainText.ofHTML(bytes) : PlainText.ofText(bytes)
    return plain.isEmpty ? nil : plain
  }

  private func address(_ value: JSONValue?) -> String? {
    guard let text = value?.text else { return nil }
    let address = Address.resolve(text, against: url)
    return Address.isWeb(address) || !Address.hasScheme(Array(address.utf8)) ? address : nil
  }
}

extension TextConstruct {
  static func plain(_ text: String) -> TextConstruct {
    TextConstruct(form: .plain, bytes: Array(text.utf8), type: "text/plain")
  }
}
