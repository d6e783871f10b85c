import Feeds
import Foundation
import Storage

/// Rules from another reader, as far as they can be said in ours: words in a field. Expressions and
/// joined conditions are left, and named, so that nobody believes in a rule that is not there.
struct MovedRules: Sendable {
  /// A rule, and the feed it is for; nil for all.
  struct Moved: Sendable, Hashable {
    var feed: String?
    var field: ReadingRule.Field
    var words: String
    var action: ReadingRule.Action
  }

  private(set) var rules: [Moved] = []
  /// What could not be taken along, as it was written there.
  private(set) var left: [String] = []

  private static let most = 2_000

  /// What Miniflux answers at `/v1/feeds` or `/v1/me`; nil where the bytes are no such file.
  init?(miniflux bytes: [UInt8]) {
    let json = try? JSONSerialization.jsonObject(with: Data(bytes))
    let rows = json as? [[String: Any]] ?? (json as? [String: Any]).map { [$0] } ?? []
    let known = [
      "blocklist_rules", "keeplist_rules", "block_filter_entry_rules", "keep_filter_entry_rules",
    ]
    guard !rows.isEmpty, rows.allSatisfy({ row in known.contains { row[$0] is String } }) else {
      return nil
    }
    for row in rows {
      let feed = row["feed_url"] as? String
      func lines(_ name: String) -> [String] {
        (row[name] as? String ?? "").split(whereSeparator: \.isNewline).map(String.init)
      }
      for line in lines("blocklist_rules") {
        add(line, as: line, in: [.title, .author, .tag], of: feed)
      }
      for line in lines("block_filter_entry_rules") { addFilter(line, of: feed) }
      // What keeps some entries and throws all others away has no like here.
      left += lines("keeplist_rules") + lines("keep_filter_entry_rules")
    }
  }

  /// The searches by which FreshRSS marks entries as read, from its OPML.
  init(_ subscriptions: [OPML.Subscription]) {
    for subscription in subscriptions {
      for search in subscription.readBySearch { addSearch(search, of: subscription.url) }
    }
  }

  // MARK: Miniflux

  private static let fields: [Substring: ReadingRule.Field] = [
    "EntryTitle": .title, "EntryContent": .text, "EntryAuthor": .author, "EntryTag": .tag,
  ]

  /// `EntryTitle=expression`.
  private mutating func addFilter(_ line: String, of feed: String?) {
    let parts = line.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let field = Self.fields[parts[0]] else {
      left.append(line)
      return
    }
    add(String(parts[1]), as: line, in: [field], of: feed)
  }

  private mutating func add(
    _ expression: String, as written: String, in fields: [ReadingRule.Field], of feed: String?
  ) {
    guard let words = Self.words(of: expression), rules.count < Self.most else {
      left.append(written)
      return
    }
    for word in words {
      for field in fields {
        rules.append(Moved(feed: feed, field: field, words: word, action: .hide))
      }
    }
  }

  /// The words an expression looks for, if it is nothing but words with bars between them.
  static func words(of expression: String) -> [String]? {
    var text = expression.trimmingCharacters(in: .whitespaces)
    if text.hasPrefix("(?i)") { text.removeFirst(4) }
    for opening in ["(?:", "("] where text.hasPrefix(opening) && text.hasSuffix(")") {
      text = String(text.dropFirst(opening.count).dropLast())
      break
    }
    var found: [String] = []
    for part in text.split(separator: "|", omittingEmptySubsequences: false) {
      guard let words = literal(part) else { return nil }
      found.append(words)
    }
    return found
  }

  private static func literal(_ part: Substring) -> String? {
    var part = part
    var isBounded = false
    for edge in [".*", "\\b"] {
      while part.hasPrefix(edge) || part.hasSuffix(edge) {
        if part.hasPrefix(edge) { part.removeFirst(edge.count) }
        if part.hasSuffix(edge) { part.removeLast(edge.count) }
        if edge == "\\b" { isBounded = true }
      }
    }
    var words = ""
    var isEscaped = false
    for letter in part {
      if isEscaped {
        // A letter behind a stroke is a class such as `\d`.
        guard !letter.isLetter, !letter.isNumber else { return nil }
        words.append(letter)
        isEscaped = false
      } else if letter == "\\" {
        isEscaped = true
      } else if ".^$*+?()[]{}".contains(letter) {
        return nil
      } else {
        words.append(letter)
      }
    }
    words = words.trimmingCharacters(in: .whitespaces)
    // Ours are found inside words, too: a short one that must stand alone would hide too much.
    return isEscaped || words.count < (isBounded ? 5 : 2) ? nil : words
  }

  // MARK: FreshRSS

  /// One condition, or several with `OR` between them.
  private mutating func addSearch(_ search: String, of feed: String) {
    var found: [Moved] = []
    for part in search.split(separator: " OR ") {
      guard let conditions = Self.conditions(part.trimmingCharacters(in: .whitespaces)) else {
        left.append(search)
        return
      }
      found += conditions.map { Moved(feed: feed, field: $0, words: $1, action: .read) }
    }
    if found.isEmpty || rules.count >= Self.most { left.append(search) } else { rules += found }
  }

  private static func conditions(_ part: String) -> [(ReadingRule.Field, String)]? {
    let marks: [(String, [ReadingRule.Field])] = [
      ("intitle:", [.title]), ("author:", [.author]), ("intext:", [.text]), ("#", [.tag]),
    ]
    let mark = marks.first { part.hasPrefix($0.0) }
    var words = String(part.dropFirst(mark?.0.count ?? 0))
    if let quote = words.first, quote == "\"" || quote == "'" {
      guard words.count > 2, words.last == quote else { return nil }
      words = String(words.dropFirst().dropLast())
      guard !words.contains(quote) else { return nil }
    } else if words.contains(where: \.isWhitespace) || words.contains(":") {
      return nil
    }
    // Tags are written with a plus for each space.
    if mark?.0 == "#" { words = words.replacing("+", with: " ") }
    guard words.count > 1, !"-!/(".contains(words.first ?? "-") else { return nil }
    return (mark?.1 ?? [.title, .text]).map { ($0, words) }
  }
}

extension ReaderVisit {
  /// Takes rules along; those that are there already are not doubled.
  ///
  /// - Returns: how many are new, and what could not be taken along; rules for feeds that are not
  ///   here are among it.
  func take(_ moved: MovedRules, to account: Account) throws -> (count: Int, left: [String]) {
    var known = Set(
      try library.rules(of: account.id).map { rule in
        ReadingRule(feed: rule.feed, field: rule.field, pattern: rule.pattern, action: rule.action)
      })
    var feeds: [String: Int64?] = [:]
    var left = moved.left
    var count = 0
    for rule in moved.rules {
      var feed: Int64?
      if let url = rule.feed {
        let found = try feeds[url] ?? library.feed(ofSource: url)
        feeds[url] = .some(found)
        guard let found else {
          let words = "\(rule.words) (\(url))"
          if left.last != words { left.append(words) }
          continue
        }
        feed = found
      }
      let own = ReadingRule(
        feed: feed, field: rule.field, pattern: rule.words, action: rule.action)
      guard known.insert(own).inserted else { continue }
      _ = try library.add(own, to: account.id, toUnread: false, at: now)
      count += 1
    }
    return (count, left)
  }
}
