import GRDB
import Languages
import Press

/// A query in the language of FTS5. Terms are made as those of the index are.
struct SearchMatch {
  /// What must be in the text.
  private(set) var text: [String] = []
  private(set) var excluded: [String] = []
  /// What must be among the facts.
  private(set) var facts: [String] = []

  /// What must be there; nil where nothing is asked for.
  var wanted: String? {
    let wanted = (text + facts).joined(separator: " AND ")
    return wanted.isEmpty ? nil : wanted
  }

  /// What must not be there. FTS5 has NOT, but takes thirty times as long with it as for both sides
  /// by themselves.
  var unwanted: String? { excluded.isEmpty ? nil : excluded.joined(separator: " OR ") }

  /// The same as is wanted, with all words in the headline.
  var inHeadline: String? {
    guard !text.isEmpty else { return nil }
    return (["{headline} : (\(text.joined(separator: " AND ")))"] + facts).joined(
      separator: " AND ")
  }

  /// - Parameter outlets: the outlets that `outlet:` means.
  init(_ query: SearchQuery, outlets: [Outlet.ID], prefixes: (String) throws -> [String]) rethrows {
    for part in query.parts {
      guard let term = try Self.term(part, query.language, prefixes) else { continue }
      if part.isExcluded { excluded.append(term) } else { text.append(term) }
    }
    if query.outlet != nil { facts.append(Self.anyOf(outlets.map { "o_\($0)" })) }
    if let language = query.language { facts.append(Self.fact("l_\(language.rawValue)")) }
    if let section = query.section { facts.append(Self.fact("s_\(section.rawValue)")) }
    if let person = query.person {
      let terms = IndexTermsMaker.personTerms(person)
      if !terms.isEmpty { facts.append(Self.fact(terms.joined(separator: " "))) }
    }
  }

  /// A single word, to see whether the index knows it.
  static func word(_ text: String, _ language: Language?) -> String? {
    Self.forms(text, language) { $0.prefix(1) }
  }

  private static func term(
    _ part: SearchQuery.Part, _ language: Language?, _ prefixes: (String) throws -> [String]
  ) rethrows -> String? {
    switch part.kind {
    case .word: return forms(part.text, language) { $0.prefix(1) }
    case .phrase: return forms(part.text, language) { $0[...] }
    case .prefix:
      let stem = String(
        decoding: Folding.fold(part.text.lowercased().utf8), as: UTF8.self)
      // A short beginning has thousands of terms: the frequent words that begin so stand for it.
      if stem.utf8.count >= 6 { return "(\(quoted(stem)) *)" }
      let words = try prefixes(part.text.lowercased()).compactMap {
        forms($0, language) { $0.prefix(1) }
      }
      return words.isEmpty
        ? forms(part.text, language) { $0.prefix(1) }
        : "(\(words.joined(separator: " OR ")))"
    }
  }

  /// A text in its German or its English form; one where they are the same.
  private static func forms(
    _ text: String, _ language: Language?, _ choose: ([String]) -> ArraySlice<String>
  ) -> String? {
    let languages = language.map { [$0] } ?? [Language.german, .english]
    let forms = Set(
      languages.compactMap { language -> String? in
        let terms = choose(SearchTerms.terms(of: text, language: language))
        return terms.isEmpty ? nil : terms.joined(separator: " ")
      })
    let quoted = forms.sorted().map { "{headline body} : \(Self.quoted($0))" }
    return quoted.isEmpty ? nil : "(\(quoted.joined(separator: " OR ")))"
  }

  private static func fact(_ term: String) -> String { "{facts} : \(quoted(term))" }

  private static func anyOf(_ terms: [String]) -> String {
    let terms = terms.isEmpty ? ["o_"] : terms
    return "{facts} : (\(terms.map(quoted).joined(separator: " OR ")))"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
