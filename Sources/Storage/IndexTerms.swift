package import Languages
package import Press

/// What the search index holds of an article: terms, made apart from writing them.
package struct IndexTerms: Sendable, Hashable {
  /// Terms divided by spaces, in the order of the text.
  package var headline: String
  package var body: String
  /// Terms with a mark before them: `o_` outlet, `l_` language, `p_` a person's name; `s_` for the
  /// section comes to them when they are written.
  package var facts: String
  /// Words of the headline and of names as they are written, in lower case, for suggestions.
  package var words: [String]

  /// The facts with the section, which is known only when an article has its place.
  func facts(in section: Section?) -> String {
    section.map { "\(facts) s_\($0.rawValue)" } ?? facts
  }

  /// Tells whether terms made again are those that were written.
  var hash: Int64 {
    var hash = FNV1a()
    hash.mix(headline.utf8)
    hash.mix(body.utf8)
    hash.mix(facts.utf8)
    return Int64(bitPattern: hash.value)
  }
}

/// The names of an article's findings, read without the rest of them.
struct FindingsNames: Decodable {
  var names: [Name]
}

/// Makes index terms, keeping its stemmers warm. One for each task.
package struct IndexTermsMaker {
  private var german = SearchTermReader(.german)
  private var english = SearchTermReader(.english)
  private var other = SearchTermReader(.unknown)
  private static let mostNames = 60
  /// A longer text is indexed up to here, so that one article cannot fill the index.
  private static let longestBody = 400_000

  package init() {}

  package mutating func terms(of article: Article, _ findings: Findings) -> IndexTerms {
    terms(of: article, FindingsNames(names: findings.names))
  }

  mutating func terms(of article: Article, _ findings: FindingsNames) -> IndexTerms {
    let body = article.body
    var facts = ["o_\(article.outlet.id)", "l_\(article.language.rawValue)"]
    var words = Self.words(article.headline)
    var seen: Set<String> = []
    for name in findings.names where name.kind == .person && seen.count < Self.mostNames {
      guard seen.insert(name.key).inserted else { continue }
      let written = body[name.stretch.range]
      facts += Self.personTerms(written)
      words += Self.words(written)
    }
    let utf8 =
      body.utf8.count > Self.longestBody ? Array(body.utf8.prefix(Self.longestBody)) : body.utf8
    return IndexTerms(
      headline: joined(Array(article.headline.utf8), article.language),
      body: joined(utf8, article.language), facts: facts.joined(separator: " "), words: words)
  }

  /// The terms a person is found by: `p_angela p_merkel`.
  static func personTerms(_ name: String) -> [String] {
    var reader = SearchTermReader(.unknown)
    var terms: [String] = []
    reader.read(Languages.Words(Array(name.utf8))) { term, _, isPart in
      if !isPart { terms.append("p_" + String(decoding: term, as: UTF8.self)) }
    }
    return terms
  }

  /// Words of four letters and more, in lower case; what has digits is left out.
  static func words(_ text: String) -> [String] {
    let words = Languages.Words(Array(text.utf8))
    return words.indices.compactMap { index in
      let word = words[index]
      guard word.kind == .word, (4...40).contains(word.length), !word.marks.contains(.hasDigit)
      else { return nil }
      return String(decoding: words.utf8[word.range], as: UTF8.self).lowercased()
    }
  }

  private mutating func joined(_ utf8: [UInt8], _ language: Language) -> String {
    switch language {
    case .german: Self.join(&german, utf8)
    case .english: Self.join(&english, utf8)
    default: Self.join(&other, utf8)
    }
  }

  private static func join(_ reader: inout SearchTermReader, _ utf8: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(utf8.count + utf8.count / 4)
    reader.read(Languages.Words(utf8)) { term, _, _ in
      out += term
      out.append(0x20)
    }
    return String(decoding: out, as: UTF8.self)
  }
}
