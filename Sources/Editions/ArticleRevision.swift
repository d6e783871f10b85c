import Hypertext
import Press

/// An earlier version of an article, and what the version after it changed.
package struct ArticleRevision: Sendable, Hashable {
  package var version: Int
  /// Seconds since 1970.
  package var readAt: Int64
  /// The headline as it was, where the next version has another.
  package var oldHeadline: String?
  /// Sentences the next version no longer has, verbatim.
  package var dropped: [String]
  /// Sentences the next version has instead.
  package var added: [String]

  /// - Parameters:
  ///   - sentences: the version's sentences with their hashes, in their order.
  ///   - next: those of the version after it.
  package init(
    version: Int, readAt: Int64, headline: String, nextHeadline: String,
    sentences: [(hash: UInt64, words: String)], next: [(hash: UInt64, words: String)]
  ) {
    self.version = version
    self.readAt = readAt
    oldHeadline = headline == nextHeadline ? nil : headline
    let kept = Set(next.map(\.hash))
    let known = Set(sentences.map(\.hash))
    dropped = sentences.filter { !kept.contains($0.hash) }.map(\.words)
    added = next.filter { !known.contains($0.hash) }.map(\.words)
  }
}

/// The earlier versions of an article, each with its differences.
struct RevisionList {
  var revisions: [ArticleRevision]
  var edition: Edition
  var language: Language

  private var words: PaperWords { edition.wording.paper }

  var html: HTML? {
    guard !revisions.isEmpty else { return nil }
    return """
      <details class="rem"><summary>\(words.versions(revisions.count))</summary>\
      <dl>\(revisions.prefix(8), revision)</dl></details>
      """
  }

  private func revision(_ revision: ArticleRevision) -> HTML {
    let dates = edition.dates
    let headline: HTML? = revision.oldHeadline.map {
      "<dd>\(words.oldHeadline): <del\(attribute: "lang", lang)>\(set($0))</del></dd>"
    }
    let isSame = headline == nil && revision.dropped.isEmpty && revision.added.isEmpty
    return """
      <dt>\(words.versionRead(revision.version, dates.moment(revision.readAt)))</dt>\(headline)\
      \(revision.dropped.prefix(12), { "<dd>\(words.dropped): <del\(attribute: "lang", lang)>\(set($0))</del></dd>" })\
      \(revision.added.prefix(12), { "<dd>\(words.added): <ins\(attribute: "lang", lang)>\(set($0))</ins></dd>" })\
      \(isSame ? "<dd>\(words.sameText)</dd>" as HTML : nil)
      """
  }

  private var lang: String? { edition.foreign(language) }

  private func set(_ text: String) -> String {
    Typography.set(text.shortened(to: 400), in: language)
  }
}
