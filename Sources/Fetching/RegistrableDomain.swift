/// The part of a host that somebody registered: `bote.example` of `www.bote.example`, by the public
/// suffix list (publicsuffix.org) as it lies on the system, or by a plain rule where there is none.
package struct RegistrableDomain: Sendable {
  private enum Kind: Hashable {
    case suffix, wildcard, exception
  }

  /// Suffixes in ASCII, by what the list says of them.
  private var suffixes: [Kind: Set<String>] = [:]

  /// Without a list: the last two labels, and three below names such as `co.uk`.
  package init() {}

  /// Reads a list in the form of `public_suffix_list.dat`.
  package init(list bytes: [UInt8]) {
    for line in bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
      var rule = line.prefix { $0 > 32 }
      var kind = Kind.suffix
      if rule.first == UInt8(ascii: "/") { continue }
      if rule.first == UInt8(ascii: "!") {
        kind = .exception
        rule = rule.dropFirst()
      } else if rule.starts(with: Array("*.".utf8)) {
        kind = .wildcard
        rule = rule.dropFirst(2)
      }
      guard !rule.isEmpty, let name = DomainName.ascii(Array(rule)) else { continue }
      suffixes[kind, default: []].insert(String(decoding: name, as: UTF8.self))
    }
  }

  /// The registered part of a host in ASCII and lower case; nil for a suffix itself, an address, or
  /// what is no host.
  package func of(_ host: String) -> String? {
    guard !host.utf8.isEmpty, host.utf8.first != UInt8(ascii: "."),
      case .domain(let name)? = WebHost(Array(host.utf8)[...], isSpecial: true)
    else { return nil }
    var labels = name.split(separator: ".", omittingEmptySubsequences: false)
    if labels.last?.isEmpty == true { labels.removeLast() }
    guard !labels.contains(where: \.isEmpty) else { return nil }
    let count = suffixCount(labels)
    guard labels.count > count else { return nil }
    return labels.suffix(count + 1).joined(separator: ".")
  }

  /// How many labels at the end are a public suffix. Of the rules that match an exception decides,
  /// then the longest; a name no rule knows has a suffix of one label.
  private func suffixCount(_ labels: [Substring]) -> Int {
    guard !suffixes.isEmpty else { return plainSuffixCount(labels) }
    var longest = 1
    for count in 1...max(1, labels.count) {
      let name = labels.suffix(count).joined(separator: ".")
      if suffixes[.exception]?.contains(name) == true { return count - 1 }
      if suffixes[.suffix]?.contains(name) == true { longest = max(longest, count) }
      if suffixes[.wildcard]?.contains(name) == true { longest = max(longest, count + 1) }
    }
    return min(longest, labels.count)
  }

  private func plainSuffixCount(_ labels: [Substring]) -> Int {
    let seconds: Set<Substring> = ["ac", "co", "com", "edu", "gov", "gv", "ne", "net", "or", "org"]
    guard labels.count > 2, let last = labels.last, last.utf8.count == 2,
      seconds.contains(labels[labels.count - 2])
    else { return 1 }
    return 2
  }
}
