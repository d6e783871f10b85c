package import Press

/// A row of `presseschau group`: an article as research pipelines give it.
package struct GroupRow: Sendable, Decodable {
  package var id: String
  package var date: String?
  package var year: String?
  package var outlet: String
  package var title: String
  package var text: String
  package var lang: String?
  package var url: String?
  package var categories: [String]

  private enum Key: String, CodingKey { case id, date, year, outlet, title, text, lang, url, tags }

  package init(from decoder: any Decoder) throws {
    let row = try decoder.container(keyedBy: Key.self)
    id = try row.decode(String.self, forKey: .id)
    date = try? row.decodeIfPresent(String.self, forKey: .date)
    year =
      (try? row.decodeIfPresent(String.self, forKey: .year))
      ?? (try? row.decodeIfPresent(Int.self, forKey: .year)).map { String($0) }
    outlet = (try? row.decodeIfPresent(String.self, forKey: .outlet)) ?? ""
    title = (try? row.decodeIfPresent(String.self, forKey: .title)) ?? ""
    text = (try? row.decodeIfPresent(String.self, forKey: .text)) ?? ""
    lang = try? row.decodeIfPresent(String.self, forKey: .lang)
    url = try? row.decodeIfPresent(String.self, forKey: .url)
    categories = (try? row.decodeIfPresent([String].self, forKey: .tags)) ?? []
  }

  /// When it was published, as exactly as the row says.
  package var published: PressDate? {
    if let date, let read = Self.read(date) { return read }
    if let year, let read = Self.read(year) { return read }
    return nil
  }

  /// The arrival; one without a date comes when the one before it came.
  package func arrival(after latest: Int64) -> Arrival {
    let published = published
    let isExact = published.map { $0.end - $0.start <= 86_400 } ?? false
    return Arrival(
      id: id, outlet: outlet, language: lang.flatMap { Language(tag: $0) } ?? .unknown,
      published: published, arrived: isExact ? published?.start ?? latest : latest,
      headline: title, body: ArticleText(plain: text), url: url, categories: categories)
  }

  /// Reads an ISO 8601 date at its own precision: year, month, day, or instant with or without a
  /// zone.
  static func read(_ text: String) -> PressDate? {
    let bytes = Array(text.utf8.prefix(40))
    var numbers: [Int] = []
    var index = 0
    func number(_ most: Int) -> Int? {
      var value = 0
      var digits = 0
      while index < bytes.count, digits < most, (48...57).contains(bytes[index]) {
        value = value * 10 + Int(bytes[index]) - 48
        index += 1
        digits += 1
      }
      return digits > 0 ? value : nil
    }
    for most in [4, 2, 2, 2, 2, 2] {
      guard let value = number(most) else { break }
      numbers.append(value)
      guard index < bytes.count, [45, 84, 116, 32, 58].contains(bytes[index]), numbers.count < 6
      else { break }
      if numbers.count >= 3 && bytes[index] == 45 { break }
      index += 1
    }
    return date(numbers, zone: zone(bytes[min(index, bytes.count)...]))
  }

  private static func date(_ numbers: [Int], zone: Int64) -> PressDate? {
    guard let year = numbers.first, (1...9_998).contains(year) else { return nil }
    func start(_ year: Int, _ month: Int) -> Int64 {
      Int64(CivilDay(year: year, month: month, day: 1)?.daysSince1970 ?? 0) * 86_400
    }
    guard numbers.count > 1 else {
      return PressDate(start: start(year, 1), end: start(year + 1, 1), precision: .year)
    }
    let month = numbers[1]
    guard (1...12).contains(month) else { return nil }
    guard numbers.count > 2 else {
      let next = month == 12 ? start(year + 1, 1) : start(year, month + 1)
      return PressDate(start: start(year, month), end: next, precision: .month)
    }
    guard let day = PressDate(year: year, month: month, day: numbers[2]) else { return nil }
    guard numbers.count > 3 else { return day }
    let minute = numbers.count > 4 ? numbers[4] : 0
    let second = numbers.count > 5 ? numbers[5] : 0
    return PressDate(
      instant: day.start + Int64(numbers[3] * 3600 + minute * 60 + second) - zone)
  }

  /// Seconds east of UTC: `+01:00`, `-0530`; 0 for `Z` or none.
  private static func zone(_ bytes: ArraySlice<UInt8>) -> Int64 {
    guard let sign = bytes.firstIndex(where: { $0 == 43 || $0 == 45 }) else { return 0 }
    let digits = bytes[(sign + 1)...].filter { (48...57).contains($0) }.prefix(4).map {
      Int64($0) - 48
    }
    guard digits.count >= 2 else { return 0 }
    let minutes = digits.count == 4 ? digits[2] * 10 + digits[3] : 0
    let seconds = (digits[0] * 10 + digits[1]) * 3600 + minutes * 60
    return bytes[sign] == 45 ? -seconds : seconds
  }
}

/// A line `presseschau group` prints: where an article belongs as of now.
package struct GroupLine: Sendable, Hashable, Encodable {
  package var id: String
  package var story: String
  package var saga: String
  package var copyOf: String?
  /// The article it says it has its news from; the key is left out where there is none.
  package var citing: String?
  package var section: Section?
  /// Of a live blog or newsletter: the parts that tell of other stories; the key is left out where
  /// there are none.
  package var attached: [Part] = []

  /// A part of an article that tells of a story: its first and last paragraph, counted from 1.
  package struct Part: Sendable, Hashable, Encodable {
    package var story: String
    package var from: Int
    package var to: Int
  }

  private enum Key: String, CodingKey { case id, story, saga, copyOf, citing, section, attached }

  package func encode(to encoder: any Encoder) throws {
    var line = encoder.container(keyedBy: Key.self)
    try line.encode(id, forKey: .id)
    try line.encode(story, forKey: .story)
    try line.encode(saga, forKey: .saga)
    try line.encode(copyOf, forKey: .copyOf)
    try line.encodeIfPresent(citing, forKey: .citing)
    try line.encode(section, forKey: .section)
    if !attached.isEmpty { try line.encode(attached, forKey: .attached) }
  }
}

/// Places rows one after the other and says what is new about each article.
package struct GroupReport: Sendable {
  private var desk = StoryDesk()
  private var said: [String: GroupLine] = [:]
  /// By article and story its parts that are laid to stories.
  private var parts: [String: [String: [GroupLine.Part]]] = [:]
  private var latest: Int64 = 0

  package init() {}

  /// The row's own line first, then one for every other article whose line has changed.
  package mutating func lines(for row: GroupRow) -> [GroupLine] {
    let arrival = row.arrival(after: latest)
    latest = max(latest, arrival.arrived)
    let placement = desk.place(arrival)
    var lines: [GroupLine] = []
    let stories = [placement.story] + placement.changed
    let tickers = noteParts(stories)
    for story in stories {
      for member in story.members {
        let isNew = member.article == row.id
        let line = GroupLine(
          id: member.article, story: story.id, saga: story.saga, copyOf: member.copyOf,
          citing: member.citing,
          section: isNew
            ? placement.section ?? story.section : said[member.article]?.section ?? story.section,
          attached: attached(member.article))
        guard isNew || said[member.article] != line else { continue }
        said[member.article] = line
        if isNew { lines.insert(line, at: 0) } else { lines.append(line) }
      }
    }
    for ticker in tickers {
      guard var line = said[ticker], line.attached != attached(ticker) else { continue }
      line.attached = attached(ticker)
      said[ticker] = line
      lines.append(line)
    }
    return lines
  }

  /// Notes the parts that are laid to stories as they now are; answers whose parts those are and
  /// were, in order of their names.
  private mutating func noteParts(_ stories: [Story]) -> [String] {
    var tickers: Set<String> = []
    for story in stories {
      for ticker in parts.keys where parts[ticker]?.removeValue(forKey: story.id) != nil {
        tickers.insert(ticker)
      }
      for attachment in story.attachments {
        parts[attachment.article, default: [:]][story.id, default: []].append(
          GroupLine.Part(
            story: story.id, from: attachment.anchors.lowerBound, to: attachment.anchors.upperBound)
        )
        tickers.insert(attachment.article)
      }
    }
    return tickers.sorted()
  }

  private func attached(_ article: String) -> [GroupLine.Part] {
    parts[article]?.values.flatMap { $0 }.sorted { ($0.from, $0.story) < ($1.from, $1.story) } ?? []
  }
}
