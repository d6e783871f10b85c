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
      // Works, products and events are no cast; in English the kind only says that none is known.
      if name.kind == .other, findings.language == .german { continue }
      var range = name.stretch.range.clamped(to: body.utf8.indices)
      guard !range.isEmpty, !isCommon(range, of: name.kind, body) else { continue }
      var role = name.kind == .person ? role(index, findings, body) : nil
      let start =
        name.kind == .person ? RoleWords.nameStart(range, in: body.utf8) : range.lowerBound
      if start > range.lowerBound {
        role = range.lowerBound..<start - 1
        range = start..<range.upperBound
      }
      if let place = places[name.key] {
        result[place].count += 1
        if isBetter(body[range], than: body[result[place].fullest], result[place]) {
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

  /// A common noun that was taken for a name.
  private static func isCommon(_ range: Range<Int>, of kind: Name.Kind, _ body: ArticleText) -> Bool
  {
    guard kind == .person || kind == .other, !body.utf8[range].contains(0x20) else { return false }
    return RoleWords.isCommon(range, in: body.utf8)
  }

  /// More words, or as many without the ending of a genitive.
  static func isFuller(_ a: String, than b: String) -> Bool {
    func words(_ name: String) -> Int { name.utf8.count { $0 == UInt8(ascii: " ") } }
    return (words(a), b.utf8.count) > (words(b), a.utf8.count)
  }

  /// Whether a spelling is rather shown than another: of a person the fuller one, of others first the one
  /// that the key is made of, "Russland" before "Russia".
  static func isBetter(_ a: String, than b: String, _ name: NameDigest) -> Bool {
    func isKey(_ spelling: String) -> Bool {
      Folding.fold(spelling.utf8).elementsEqual(name.key.utf8)
    }
    if name.kind != .person, isKey(a) != isKey(b) { return isKey(a) }
    return isFuller(a, than: b)
  }

  /// The noun right before a name, or the apposition behind it.
  private static func role(
    _ index: Int, _ findings: Findings, _ body: ArticleText
  ) -> Range<Int>? {
    let names = findings.names
    let range = names[index].stretch.range.clamped(to: body.utf8.indices)
    if let before = RoleWords.before(range.lowerBound, in: body.utf8),
      index == 0 || names[index - 1].stretch.upper <= before.lowerBound,
      RoleWords.kind(after: body[before]) != nil
        || RoleNouns.canBeRole(body.utf8[before], language: findings.language)
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

  /// Those with a full name, a role or a second article.
  func castMembers(_ digests: [ExhibitDigest]) -> [CastMember] {
    // Names beyond these stand in single articles of a large story.
    let known = members.indices.sorted {
      (members[$1].places.count, members[$1].mentions, $0)
        < (members[$0].places.count, members[$0].mentions, $1)
    }.prefix(Self.most * 6).sorted()
    let drafts = merged(known.map { draft(members[$0], digests) })
    let shown = drafts.indices.filter { number in
      let draft = drafts[number]
      return draft.isFull || draft.role != nil || Set(draft.places.map(\.exhibit)).count > 1
    }
    let ranked = shown.sorted {
      (drafts[$1].places.count, drafts[$1].mentions, $0)
        < (drafts[$0].places.count, drafts[$0].mentions, $1)
    }
    return ranked.prefix(Self.most).map { castMember(drafts[$0], digests) }
  }

  private struct Draft {
    var key: String
    var name: String
    var kind: Name.Kind
    var role: Citation?
    var mentions: Int
    var places: [(exhibit: Int, name: Int)]
    var isFull: Bool { name.utf8.contains(0x20) }
  }

  /// A first or family name alone joins the only full name of the story that it is a part of; where
  /// there are several, it is nobody for sure.
  private func merged(_ drafts: [Draft]) -> [Draft] {
    var owners: [Substring: Set<Int>] = [:]
    for (number, draft) in drafts.enumerated() where draft.kind == .person && draft.isFull {
      let words = draft.name.split(separator: " ")
      for word in [words.first, words.last].compactMap({ $0 }) {
        owners[word, default: []].insert(number)
      }
    }
    var result = drafts
    var isGone = Set<Int>()
    for (number, draft) in drafts.enumerated() where !draft.isFull && draft.kind == .person {
      guard let owners = owners[draft.name[...]] else { continue }
      isGone.insert(number)
      guard owners.count == 1, let owner = owners.first else { continue }
      let known = Set(result[owner].places.map(\.exhibit))
      result[owner].places += draft.places.filter { !known.contains($0.exhibit) }
      result[owner].places.sort { $0.exhibit < $1.exhibit }
      result[owner].mentions += draft.mentions
    }
    return result.indices.filter { !isGone.contains($0) && !result[$0].name.isEmpty }.map {
      result[$0]
    }
  }

  private func draft(_ member: Member, _ digests: [ExhibitDigest]) -> Draft {
    let first = member.places[0]
    var fullest = digests[first.exhibit].body[digests[first.exhibit].names[first.name].fullest]
    var role: Citation?
    for place in member.places.prefix(40) {
      let digest = digests[place.exhibit]
      let name = digest.names[place.name]
      let words = digest.body[name.fullest]
      if ExhibitDigest.isBetter(words, than: fullest, name) { fullest = words }
      if role == nil, let words = name.role { role = digest.citation(words) }
    }
    var kind =
      member.kinds.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? .other
    if kind == .person, let words = role?.words, let other = RoleWords.kind(after: words) {
      kind = other
      if other == .place || !fullest.utf8.contains(0x20) { role = nil }
    }
    return Draft(
      key: member.key, name: fullest, kind: kind, role: role, mentions: member.mentions,
      places: member.places)
  }

  private func castMember(_ draft: Draft, _ digests: [ExhibitDigest]) -> CastMember {
    let first = draft.places[0]
    var seen: Set<Article.ID> = []
    return CastMember(
      name: draft.name, kind: draft.kind, key: draft.key, role: draft.role,
      articles: draft.places.map { digests[$0.exhibit].article.id }.filter {
        seen.insert($0).inserted
      },
      mention: digests[first.exhibit].citation(digests[first.exhibit].names[first.name].first))
  }
}
