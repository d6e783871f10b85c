import Languages
import Press

/// One key for the spellings of a speaker.
struct SpeakerKeys {
  private let findings: Findings
  private let body: ArticleText
  /// Found out when the first role alone is met.
  private var holders: RoleHolders?

  init(_ findings: Findings, _ body: ArticleText) {
    self.findings = findings
    self.body = body
  }

  /// The key of the name that stands in the words, a person's before a place's; else their last
  /// noun, folded. Words without either have none.
  mutating func key(of range: Range<Int>) -> String? {
    var best: Name?
    for name in Self.names(in: range, of: findings.names) {
      if best == nil || Self.rank(name.kind) < Self.rank(best?.kind ?? .other) { best = name }
    }
    if let best, !best.key.isEmpty { return best.key }
    let range = range.clamped(to: body.utf8.indices)
    let isCapital = findings.language != .english
    var last: ArraySlice<UInt8>?
    for word in body.utf8[range].split(whereSeparator: { $0 == 0x20 || $0 == 0x2C }) {
      if !isCapital, last != nil, word.elementsEqual("of".utf8) { break }
      guard let first = word.first else { continue }
      if !isCapital || (0x41...0x5A).contains(first) || first == 0xC3 { last = word }
    }
    guard let last else { return nil }
    if findings.language == .german, RoleHolders.isBareRole(last, in: range, of: body.utf8) {
      let known = holders ?? RoleHolders(findings, body)
      holders = known
      if let holder = known.key(ofRole: last) { return holder }
    }
    let key = String(decoding: Folding.fold(last), as: UTF8.self)
    return key.isEmpty ? nil : key
  }

  private static func rank(_ kind: Name.Kind) -> Int {
    switch kind {
    case .person: 0
    case .organisation: 1
    case .place: 2
    case .other: 3
    }
  }

  private static func names(in range: Range<Int>, of names: [Name]) -> ArraySlice<Name> {
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if names[middle].stretch.lower < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return names[low...].prefix { $0.stretch.lower < range.upperBound }
  }
}
