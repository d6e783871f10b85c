import Editions
import HTTPTypes
import Hummingbird
import Hypertext
import Press
import Storage

/// Streams and their items.
enum GoogleStreams {
  static let routes: [ReaderRoute] = [
    ReaderRoute(.get, "/reader/api/0/stream/items/ids", .googleReader, ids),
    ReaderRoute(.post, "/reader/api/0/stream/items/ids", .googleReader, ids),
    ReaderRoute(.post, "/reader/api/0/stream/items/contents", .googleReader, itemContents),
    ReaderRoute(.get, "/reader/api/0/stream/items/contents", .googleReader, itemContents),
    ReaderRoute(.get, "/reader/api/0/stream/contents", .googleReader, streamContents),
    ReaderRoute(.get, "/reader/api/0/stream/contents/{+stream}", .googleReader, streamContents),
    ReaderRoute(.get, "/reader/atom/{+stream}", .googleReader, atom),
  ]

  private static let everything = "user/-/state/com.google/reading-list"
  private static let mostNumbers = 200_000
  private static let mostContents = 1_000

  private static func ids(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let (_, refs, next) = try items(visit, most: mostNumbers)
    var answer: [(String, ReaderJSON)] = [
      (
        "itemRefs",
        .array(
          refs.map {
            [
              "id": .string(String($0.id)), "directStreamIds": [],
              "timestampUsec": .string("\($0.touchedAt)000000"),
            ]
          })
      )
    ]
    if let next { answer.append(("continuation", .string(next))) }
    return .json(.object(answer))
  }

  private static func itemContents(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let account = try visit.upToDate()
    let asked = visit.form.adding(visit.query).all("i").compactMap(GoogleStream.item)
    return .json(
      try contents(
        try visit.library.headings(Array(asked.prefix(mostContents)), of: account.id),
        of: everything, visit))
  }

  private static func streamContents(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let (name, refs, next) = try items(visit, most: mostContents)
    let account = try visit.owner()
    return .json(
      try contents(
        try visit.library.headings(refs.map(\.id), of: account.id), of: name, visit, next: next))
  }

  private static func atom(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let (name, refs, _) = try items(visit, most: mostContents)
    let account = try visit.owner()
    let entries = try ReaderEntries(visit: visit, account: account)
      .entries(visit.library.headings(refs.map(\.id), of: account.id))
    return .xml(
      GoogleAtom(stream: name, title: visit.house.settings.title, entries: entries).bytes,
      type: "application/atom+xml")
  }

  /// The items a request asks for and where the next part begins.
  private static func items(_ visit: ReaderVisit, most: Int) throws -> (
    name: String, refs: [ItemRef], next: String?
  ) {
    let account = try visit.upToDate()
    let fields = visit.form.adding(visit.query)
    let name = visit.values["stream"].flatMap { $0.isEmpty ? nil : $0 } ?? fields["s"] ?? everything
    guard let stream = try GoogleStream(name, library: visit.library),
      var query = try stream.query(for: account, visit.library)
    else { return (name, [], nil) }
    for (names, isWanted) in [(fields.all("xt"), false), (fields.all("it"), true)] {
      for tag in names {
        switch try GoogleStream(tag, library: visit.library) {
        case .state("read"): query.isRead = isWanted
        case .state("kept-unread"), .state("unread"): query.isRead = !isWanted
        case .state("starred"): query.isStarred = isWanted
        default: break
        }
      }
    }
    query.isAscending = fields["r"] == "o"
    query.arrivedSince = fields.number("ot")
    query.arrivedBefore = fields.number("nt").map { $0 &+ 1 }
    query.cursor = fields["c"].flatMap { ItemCursor($0) }
    query.limit = Int(min(max(fields.number("n") ?? 20, 1), Int64(most)))
    var asked = query
    asked.limit += 1
    var refs = try visit.library.items(asked, of: account.id)
    guard refs.count > query.limit else { return (name, refs, nil) }
    refs.removeLast()
    return (name, refs, refs.last?.cursor(query.order).text)
  }

  private static func contents(
    _ headings: [ItemHeading], of stream: String, _ visit: ReaderVisit, next: String? = nil
  ) throws -> ReaderJSON {
    let account = try visit.owner()
    let entries = try ReaderEntries(visit: visit, account: account).entries(headings)
    var answer: [(String, ReaderJSON)] = [
      ("direction", "ltr"), ("id", .string(stream)), ("title", .string("Presseschau")),
      ("author", .string(account.name)), ("updated", .int(visit.now)),
      ("self", [["href": .string(visit.base + visit.request.uri.path)]]),
      ("items", .array(entries.map(item))),
    ]
    if let next { answer.append(("continuation", .string(next))) }
    return .object(answer)
  }

  private static func item(_ entry: ReaderEntry) -> ReaderJSON {
    let heading = entry.heading
    var item: [(String, ReaderJSON)] = [
      ("id", .string(GoogleStream.name(heading.id))),
      ("crawlTimeMsec", .string("\(heading.touchedAt)000")),
      ("timestampUsec", .string("\(heading.touchedAt)000000")),
      ("published", .int(heading.publishedAt)), ("updated", .int(heading.touchedAt)),
      ("title", .string(heading.headline)), ("author", .string(entry.author)),
      ("canonical", [["href": .string(entry.link)]]),
      ("alternate", [["href": .string(entry.link), "type": "text/html"]]),
      ("categories", .array(categories(entry).map { .string($0) })),
      (
        "origin",
        [
          "streamId": .string("feed/\(heading.feed)"), "title": .string(entry.feedTitle),
          "htmlUrl": .string(entry.home),
        ]
      ),
      ("summary", ["direction": "ltr", "content": .string(entry.content.string)]),
    ]
    if !entry.enclosures.isEmpty {
      item.append(
        (
          "enclosure",
          .array(
            entry.enclosures.map {
              ["href": .string($0.url), "type": .string($0.type), "length": .int($0.length ?? 0)]
            })
        ))
    }
    return .object(item)
  }

  static func categories(_ entry: ReaderEntry) -> [String] {
    var categories = [everything]
    if let folder = entry.folder { categories.append(GoogleStream.label(folder)) }
    categories.append("user/-/state/com.google/\(entry.heading.isUnread ? "fresh" : "read")")
    if entry.heading.starredAt != nil { categories.append("user/-/state/com.google/starred") }
    return categories
  }
}

/// A stream as Atom, as newsboat's older backend reads it.
struct GoogleAtom {
  var stream: String
  var title: String
  var entries: [ReaderEntry]

  var bytes: [UInt8] {
    let newest = entries.map(\.heading.touchedAt).max() ?? 0
    let feed: XML = """
      <feed xmlns="http://www.w3.org/2005/Atom" \
      xmlns:gr="http://www.google.com/schemas/reader/atom/">
      <id>\("tag:google.com,2005:reader/\(stream)")</id><title>\(title)</title>
      <updated>\(PressDate(instant: newest).iso8601)</updated>
      \(entries, entry)</feed>

      """
    return ("\(XML.declaration)\(feed)" as XML).bytes
  }

  private func entry(_ entry: ReaderEntry) -> XML {
    let heading = entry.heading
    return """
      <entry gr:crawl-timestamp-msec="\(attribute: "\(heading.touchedAt)000")">\
      <id>\(GoogleStream.name(heading.id))</id><title>\(heading.headline)</title>\
      <link rel="alternate" type="text/html" href="\(attribute: entry.link)"/>\
      <author><name>\(entry.author)</name></author>\
      <published>\(PressDate(instant: heading.publishedAt).iso8601)</published>\
      <updated>\(PressDate(instant: heading.touchedAt).iso8601)</updated>\
      \(GoogleStreams.categories(entry), category)\
      <content type="html">\(escaped: entry.content)</content></entry>

      """
  }

  private func category(_ name: String) -> XML {
    """
    <category term="\(attribute: name)" scheme="http://www.google.com/reader/" \
    label="\(attribute: String(name.split(separator: "/").last ?? ""))"/>
    """
  }
}
