import Languages
import Press

/// A name of an article: its first and fullest mention, and its role.
struct NameDigest: Sendable {
  var key: String
  var kind: Name.Kind
  var count: Int
  var first: Range<Int>
  var fullest: Range<Int>
  var role: Range<Int>?
}

extension ExhibitDigest {
  static func names(_ findings: Findings, body: ArticleText) -> [NameDigest] {
    var places: [String: Int] = [:]
    var result: [NameDigest] = []
    for (index, name) in findings.names.enumerated() where !name.key.isEmpty {
      let range = name.stretch.range.clamped(to: body.utf8.indices)
      guard !range.isEmpty else { continue }
      let role = name.kind == .person ? role(index, findings.names, body) : nil
      if let place = places[name.key] {
        result[place].count += 1
        if isFuller(body[range], than: body[result[place].fullest]) {
          result[place].fullest = range
        }
        if result[place].role == nil { result[place].role = role }
      } else {
        places[name.key] = result.count
        result.append(
          NameDigest(
            key: name.key, kind: name.kind, count: 1, first: range, fullest: range, role: role))
      }
    }
    return result
  }

  /// More words, or as many without the ending of a genitive.
  static func isFuller(_ a: String, than b: String) -> Bool {
    func words(_ name: String) -> Int { name.utf8.count { $0 == UInt8(ascii: " ") } }
    return (words(a), b.utf8.count) > (words(b), a.utf8.count)
  }

  /// The noun right before a name, or the apposition behind it.
  private static func role(_ index: Int, _ names: [Name], _ body: ArticleText) -> Range<Int>? {
    let range = names[index].stretch.range.clamped(to: body.utf8.indices)
    if let before = RoleWords.before(range.lowerBound, in: body.utf8),
      index == 0 || names[index - 1].stretch.upper <= before.lowerBound
    {
      return before
    }
    let after = RoleWords.after(range.upperBound, in: body.utf8)
    if let after, index + 1 < names.count, names[index + 1].stretch.lower < after.lowerBound {
      return nil
    }
    return after
  }
}

/// Words beside a name that say who it is.
enum RoleWords {
  /// Words that stand before names and are no roles.
  private static let others: Set<String> = [
    "Herr", "Frau", "Herrn", "Dr", "Prof", "Der", "Die", "Das", "Den", "Dem", "Und", "In", "Im",
    "Am", "Mit", "Von", "Laut", "Nach", "Für", "Auch", "Als", "Wie", "So", "Mr", "Mrs", "Ms", "The",
    "Zu", "Bei", "Doch", "Aber", "Wenn", "Dass", "Während", "Sowohl", "Ob", "Weil", "Seit", "Ex",
  ]

  static func before(_ name: Int, in utf8: [UInt8]) -> Range<Int>? {
    guard name >= 2, utf8[name - 1] == UInt8(ascii: " ") else { return nil }
    let end = name - 1
    var start = end
    while start > 0, end - start < 60, isWordByte(utf8[start - 1]) { start -= 1 }
    guard end - start >= 4, isCapital(utf8, start), start == 0 || utf8[start - 1] == 0x20 else {
      return nil
    }
    let word = String(decoding: utf8[start..<end], as: UTF8.self)
    return others.contains(word) ? nil : start..<end
  }

  /// ", Sprecher des Ministeriums," behind a name: up to the next comma.
  static func after(_ name: Int, in utf8: [UInt8]) -> Range<Int>? {
    guard name + 3 < utf8.count, utf8[name] == UInt8(ascii: ","), utf8[name + 1] == 0x20 else {
      return nil
    }
    let start = name + 2
    var end = start
    while end < utf8.count, end - start < 80 {
      let byte = utf8[end]
      if byte == UInt8(ascii: ",") { break }
      if byte == UInt8(ascii: ".") || byte == 0x0A || byte == UInt8(ascii: ";") { return nil }
      end += 1
    }
    guard end < utf8.count, utf8[end] == UInt8(ascii: ",") else { return nil }
    let words = utf8[start..<end].split(separator: 0x20)
    guard let first = words.first, (1...8).contains(words.count) else { return nil }
    // An article and a noun, or a noun: no clause of its own.
    let articles = ["der", "die", "ein", "eine", "the", "a", "an"]
    let head = articles.contains { first.elementsEqual($0.utf8) } ? words.dropFirst() : words[...]
    guard let noun = head.first(where: { isCapital(utf8, $0.startIndex) }),
      noun.startIndex - start < 40, noun.count >= 4
    else { return nil }
    if head.count == words.count && !isCapital(utf8, start) { return nil }
    if let last = words.last, !isCapital(utf8, last.startIndex) { return nil }
    return start..<end
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "-"), 0x80...0xC1, 0xC3...0xDF:
      true
    default: false
    }
  }

  private static func isCapital(_ utf8: [UInt8], _ at: Int) -> Bool {
    guard at < utf8.count else { return false }
    if (0x41...0x5A).contains(utf8[at]) { return true }
    return utf8[at] == 0xC3 && at + 1 < utf8.count && utf8[at + 1] < 0x9F
  }
}

/// The people, places and organisations of a story.
struct Cast: Sendable {
  private struct Member: Sendable {
    var key: String
    var kinds: [Name.Kind: Int]
    var mentions: Int
    var places: [(exhibit: Int, name: Int)]
  }

  private var members: [Member] = []
  private var numbers: [String: Int] = [:]

  /// How many are shown.
  private static let most = 24

  mutating func add(_ digest: ExhibitDigest, number: Int) {
    for (index, name) in digest.names.enumerated() {
      let place = numbers[name.key] ?? members.count
      if place == members.count {
        numbers[name.key] = place
        members.append(Member(key: name.key, kinds: [:], mentions: 0, places: []))
      }
      members[place].kinds[name.kind, default: 0] += name.count
      members[place].mentions += name.count
      members[place].places.append((number, index))
    }
  }

  func castMembers(_ digests: [ExhibitDigest]) -> [CastMember] {
    let ranked = members.indices.sorted {
      (members[$1].places.count, members[$1].mentions, $0)
        < (members[$0].places.count, members[$0].mentions, $1)
    }
    return ranked.prefix(Self.most).map { castMember(members[$0], digests) }
  }

  private func castMember(_ member: Member, _ digests: [ExhibitDigest]) -> CastMember {
    let first = member.places[0]
    var fullest = digests[first.exhibit].body[digests[first.exhibit].names[first.name].fullest]
    var role: Citation?
    for place in member.places.prefix(40) {
      let digest = digests[place.exhibit]
      let name = digest.names[place.name]
      let words = digest.body[name.fullest]
      if ExhibitDigest.isFuller(words, than: fullest) { fullest = words }
      if role == nil, let words = name.role { role = digest.citation(words) }
    }
    let kind =
      member.kinds.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? .other
    return CastMember(
      name: fullest, kind: kind, key: member.key, role: role,
      articles: member.places.map { digests[$0.exhibit].article.id },
      mention: digests[first.exhibit].citation(digests[first.exhibit].names[first.name].first))
  }
}
