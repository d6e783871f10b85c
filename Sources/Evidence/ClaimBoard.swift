import Languages
import Press

/// What is said in a story: the same claim of several outlets once, claims on one matter together,
/// a denial beside what it denies.
struct ClaimBoard: Sendable {
  private struct Entry: Sendable {
    var exhibit: Int
    var claim: Int
    var digest: ClaimDigest
    var carriedBy: [(exhibit: Int, claim: Int)] = []
    var group: Int
    /// The entry it denies.
    var denies: Int?
  }

  private var entries: [Entry] = []
  private var groups: [[Int]] = []
  private var index = LikenessIndex()

  private static let sameClaim = 0.6
  private static let sameMatter = 0.34
  private static let mostGroups = 16
  private static let mostClaims = 12
  private static let mostQuotes = 24

  mutating func add(_ digest: ExhibitDigest, number: Int) {
    var entered: [Int: Int] = [:]
    let denied = digest.claims.indices.map { digest.claimDeniedBefore($0) }
    let isDenied = Set(denied.compactMap { $0 })
    for (place, claim) in digest.claims.enumerated() {
      let isShort = claim.words.count < 3
      guard !isShort || claim.status == .denied || isDenied.contains(place) else { continue }
      let before = denied[place].flatMap { entered[$0] }
      entered[place] = add(claim, place: place, exhibit: number, before: before)
    }
  }

  private mutating func add(
    _ claim: ClaimDigest, place: Int, exhibit: Int, before: Int?
  ) -> Int {
    let candidates = index.candidates(claim.words, least: 2).prefix(8).filter {
      // A quotation inside a claim is no other claim.
      let other = entries[$0.item]
      return other.exhibit != exhibit || !other.digest.range.overlaps(claim.range)
    }
    let same = candidates.first {
      let other = entries[$0.item]
      // "Die Brücke sei sicher", "Die Brücke sei nicht sicher": all words alike, and not one claim.
      return $0.common >= 3 && (other.digest.status == .denied) == (claim.status == .denied)
        && other.digest.isNegative == claim.isNegative
        && Likeness.share(other.digest.words, claim.words) >= Self.sameClaim
        && Likeness.jaccard(other.digest.words, claim.words) >= 0.3
    }
    if let same {
      entries[same.item].carriedBy.append((exhibit, place))
      return same.item
    }
    let matter = candidates.first {
      $0.common >= 3
        && Likeness.share(entries[$0.item].digest.words, claim.words) >= Self.sameMatter
    }?.item
    var denies = before
    if denies == nil, let denial = claim.denial {
      denies = candidates.first { denial.denies(entries[$0.item].digest, denial: claim) }?.item
    }
    let group: Int
    if let near = denies ?? matter {
      group = entries[near].group
    } else {
      group = groups.count
      groups.append([])
    }
    let number = entries.count
    entries.append(
      Entry(exhibit: exhibit, claim: place, digest: claim, group: group, denies: denies))
    groups[group].append(number)
    index.add(number, words: claim.words)
    return number
  }

  func claimGroups(_ digests: [ExhibitDigest]) -> [ClaimGroup] {
    let weighed = groups.indices.filter { groups[$0].count > 1 }.sorted {
      (weight($1), $0) < (weight($0), $1)
    }
    // A group that no word names is none.
    return weighed.lazy.compactMap { claimGroup(groups[$0], digests) }.prefix(Self.mostGroups)
      .map { $0 }
  }

  private func weight(_ group: Int) -> Int {
    groups[group].reduce(0) {
      $0 + 1 + entries[$1].carriedBy.count + (entries[$1].denies == nil ? 0 : 3)
    }
  }

  private func claimGroup(_ numbers: [Int], _ digests: [ExhibitDigest]) -> ClaimGroup? {
    // A denial is shown only with what it denies.
    var kept = Set(numbers.prefix(Self.mostClaims))
    for number in numbers where kept.contains(number) {
      if let denied = entries[number].denies { kept.insert(denied) }
    }
    let shown = numbers.filter { kept.contains($0) }
    let words = sharedWords(shown, digests)
    guard shown.count > 1, !words.isEmpty else { return nil }
    var places: [Int: Int] = [:]
    for (place, number) in shown.enumerated() { places[number] = place }
    let claims = shown.map { number in
      var claim = claim(entries[number], digests)
      claim.denies = entries[number].denies.flatMap { places[$0] }
      return claim
    }
    return ClaimGroup(words: words, claims: claims)
  }

  /// Up to three nouns that claims of a group share, as they first stand; where nothing but a
  /// denial joins them, the nouns of what is denied.
  private func sharedWords(_ numbers: [Int], _ digests: [ExhibitDigest]) -> [String] {
    var counts: [UInt64: Int] = [:]
    for number in numbers {
      for word in Set(entries[number].digest.nouns.map(\.hash)) { counts[word, default: 0] += 1 }
    }
    let nouns = Set(
      numbers.flatMap { number in
        let claim = entries[number].digest
        return claim.nouns.map(\.hash).filter { $0 != claim.opening }
      })
    var named = words(of: numbers) { counts[$0, default: 0] > 1 && nouns.contains($0) }
    if named.isEmpty {
      named = words(of: numbers.compactMap { entries[$0].denies }) { nouns.contains($0) }
    }
    let ranked = named.enumerated().sorted {
      (counts[$1.element.place.hash] ?? 0, $0.offset) < (
        counts[$0.element.place.hash] ?? 0, $1.offset
      )
    }
    return ranked.prefix(3).map { digests[$0.element.exhibit].body[$0.element.place.range] }
  }

  private func words(
    of numbers: [Int], where isNamed: (UInt64) -> Bool
  ) -> [(exhibit: Int, place: ContentWords.Place)] {
    var seen: Set<UInt64> = []
    return numbers.flatMap { number in
      entries[number].digest.nouns.filter { isNamed($0.hash) && seen.insert($0.hash).inserted }
        .map { (entries[number].exhibit, $0) }
    }
  }

  /// Words in quotation marks with a speaker, those many outlets carry first.
  func quotes(_ digests: [ExhibitDigest]) -> [Claim] {
    let direct = entries.indices.filter {
      let claim = digests[entries[$0].exhibit].claims[entries[$0].claim]
      return claim.kind == .direct && claim.words.count >= 4
    }
    let ranked = direct.sorted {
      (quoteWeight($1, digests), $0) < (quoteWeight($0, digests), $1)
    }
    return ranked.prefix(Self.mostQuotes).map { claim(entries[$0], digests) }
  }

  private func quoteWeight(_ number: Int, _ digests: [ExhibitDigest]) -> Int {
    let entry = entries[number]
    let claim = digests[entry.exhibit].claims[entry.claim]
    return entry.carriedBy.count * 3 + (claim.speaker == nil ? 0 : 2)
      + min(claim.words.count, 12) / 4
  }

  private func claim(_ entry: Entry, _ digests: [ExhibitDigest]) -> Claim {
    let digest = digests[entry.exhibit]
    let claim = digest.claims[entry.claim]
    // Exhibits come one after the other, so that those of one article stand together.
    var last = entry.exhibit
    var carried: [Citation] = []
    for other in entry.carriedBy where other.exhibit != last {
      last = other.exhibit
      carried.append(digests[last].citation(digests[last].claims[other.claim].range))
    }
    return Claim(
      citation: digest.citation(claim.range), kind: claim.kind, status: claim.status,
      speaker: claim.speaker.map { digest.body[$0] }, speakerKey: claim.speakerKey,
      relay: claim.relay.map { digest.body[$0] }, date: digest.article.published,
      carriedBy: carried)
  }
}
