/// The rules of a robots.txt (RFC 9309). Bytes past 500 KiB are not read.
package struct Robots: Sendable {
  private struct Rule: Sendable {
    var pattern: [UInt8]
    var allows: Bool
  }

  private struct Group: Sendable {
    /// Product tokens in lower case; `*` for all.
    var agents: [[UInt8]] = []
    var rules: [Rule] = []
    var delay: Double?
  }

  private var groups: [Group] = []
  /// Addresses of sitemaps as the file gives them.
  package private(set) var sitemaps: [String] = []

  package static let sizeLimit = 500 << 10

  /// About how many bytes of memory the rules take.
  var weight: Int {
    groups.reduce(256) { $0 + 64 + $1.rules.reduce(0) { $0 + 80 + $1.pattern.count } }
      + sitemaps.reduce(0) { $0 + 32 + $1.utf8.count }
  }

  /// No rules: everything is allowed, as where there is no file.
  package init() {}

  package init(_ bytes: [UInt8]) {
    var text = bytes.prefix(Self.sizeLimit)
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    var isNaming = false
    for line in text.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
      guard let (key, value) = Self.field(line) else { continue }
      switch key {
      case .agent:
        if !isNaming { groups.append(Group()) }
        isNaming = true
        groups[groups.count - 1].agents.append(Self.product(value))
      case .rule(let allows):
        isNaming = false
        // Rules before any agent are for nobody; an empty one says nothing.
        guard !groups.isEmpty, !value.isEmpty else { continue }
        groups[groups.count - 1].rules += Self.rules(Self.normalized(value), allows: allows)
      case .delay:
        guard !groups.isEmpty, let delay = Double(String(decoding: value, as: UTF8.self)),
          delay.isFinite, delay >= 0
        else { continue }
        groups[groups.count - 1].delay = delay
      case .sitemap:
        if sitemaps.count < 1000 { sitemaps.append(String(decoding: value, as: UTF8.self)) }
      }
    }
  }

  /// The rule of a line; one that allows `…/index.html` allows `…/` too, as large crawlers read it.
  private static func rules(_ pattern: [UInt8], allows: Bool) -> [Rule] {
    let rule = Rule(pattern: pattern, allows: allows)
    guard allows, let slash = pattern.lastIndex(of: UInt8(ascii: "/")),
      pattern[(slash + 1)...].starts(with: Array("index.htm".utf8))
    else { return [rule] }
    return [rule, Rule(pattern: Array(pattern[...slash]) + [UInt8(ascii: "$")], allows: true)]
  }

  /// Whether an agent may ask for a path (with its query). The rule with the longest pattern
  /// decides, and of two equal ones the allowing one (RFC 9309, 2.2.2). The path is as a request
  /// line has it: bytes above ASCII escaped.
  package func allows(path: String, agent: String) -> Bool {
    let target = Self.normalized(Array(path.utf8)[...], escapes: false)
    if target == Array("/robots.txt".utf8) { return true }
    var best = -1
    var allows = true
    for rule in groups(for: agent).flatMap(\.rules) {
      guard rule.pattern.count > best || (rule.pattern.count == best && rule.allows),
        Self.matches(target, rule.pattern)
      else { continue }
      best = rule.pattern.count
      allows = rule.allows
    }
    return allows
  }

  /// Seconds between requests that the host asks of an agent; not in the RFC, but kept by many.
  package func crawlDelay(agent: String) -> Double? {
    groups(for: agent).compactMap(\.delay).max()
  }

  /// All groups that name the agent, which count as one; else those for everybody.
  private func groups(for agent: String) -> [Group] {
    let name = agent.utf8.prefix { $0 != UInt8(ascii: "/") }
      .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let own = groups.filter { $0.agents.contains(name) }
    return own.isEmpty ? groups.filter { $0.agents.contains([UInt8(ascii: "*")]) } : own
  }
}

// How lines are read.
extension Robots {
  private enum Key {
    case agent, delay, sitemap
    case rule(allows: Bool)
  }

  /// The key and value of a line without its comment. A missing colon is forgiven where white
  /// space stands in its place, as large crawlers do.
  private static func field(_ line: ArraySlice<UInt8>) -> (Key, ArraySlice<UInt8>)? {
    let line = trimmed(line.prefix { $0 != UInt8(ascii: "#") })
    guard
      let end = line.firstIndex(of: UInt8(ascii: ":"))
        ?? line.firstIndex(where: { $0 == 32 || $0 == 9 })
    else { return nil }
    let name = trimmed(line[..<end]).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let value = trimmed(line[(end + 1)...])
    switch String(decoding: name, as: UTF8.self) {
    case "user-agent", "useragent", "user agent": return (.agent, value)
    case "allow": return (.rule(allows: true), value)
    case "disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw":
      return (.rule(allows: false), value)
    case "crawl-delay": return (.delay, value)
    case "sitemap", "site-map": return (.sitemap, value)
    default: return nil
    }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, first <= 32 { bytes = bytes.dropFirst() }
    while let last = bytes.last, last <= 32 { bytes = bytes.dropLast() }
    return bytes
  }

  /// The product token in lower case: letters, `-` and `_` (RFC 9309, 2.2.1), or `*`.
  private static func product(_ value: ArraySlice<UInt8>) -> [UInt8] {
    if value.first == UInt8(ascii: "*") {
      let next = value.dropFirst().first
      if next == nil || next == 32 || next == 9 { return [UInt8(ascii: "*")] }
    }
    return value.prefix { (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D || $0 == 0x5F }
      .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// A path or pattern in one spelling: escapes in upper case, bytes above ASCII escaped.
  private static func normalized(_ path: ArraySlice<UInt8>, escapes: Bool = true) -> [UInt8] {
    let hex = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    out.reserveCapacity(path.count)
    var index = path.startIndex
    while index < path.endIndex {
      let byte = path[index]
      if byte >= 0x80, escapes {
        out += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      } else if byte == UInt8(ascii: "%"), index + 2 < path.endIndex,
        let high = HexDigit.value(of: path[index + 1]),
        let low = HexDigit.value(of: path[index + 2])
      {
        out += [byte, hex[Int(high)], hex[Int(low)]]
        index += 2
      } else {
        out.append(byte)
      }
      index += 1
    }
    return out
  }

  /// Whether a pattern with `*` and a final `$` matches the beginning of a path. It keeps one point
  /// to come back to, so that the work is at most path × pattern.
  private static func matches(_ path: [UInt8], _ pattern: [UInt8]) -> Bool {
    let isAnchored = pattern.last == UInt8(ascii: "$")
    let pattern = isAnchored ? pattern.dropLast() : pattern[...]
    var p = 0
    var at = 0
    var star = -1
    var resume = 0
    while true {
      if p == pattern.count {
        if !isAnchored || at == path.count { return true }
      } else if pattern[p] == UInt8(ascii: "*") {
        star = p
        resume = at
        p += 1
        continue
      } else if at < path.count, pattern[p] == path[at] {
        p += 1
        at += 1
        continue
      }
      guard star >= 0, resume < path.count else { return false }
      resume += 1
      at = resume
      p = star + 1
    }
  }
}
