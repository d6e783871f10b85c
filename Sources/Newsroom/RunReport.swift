/// What a run did, in figures, and what failed, by name.
package struct RunReport: Sendable, Hashable {
  /// Something that could not be read, and why.
  package struct Failure: Sendable, Hashable {
    package var what: String
    package var why: String

    package init(what: String, why: String) {
      self.what = what
      self.why = why
    }
  }

  /// Sources asked, and how many of them had nothing new.
  package var sources = 0
  package var unchangedSources = 0
  /// Entries and pages looked at.
  package var pages = 0
  package var newArticles = 0
  package var newVersions = 0
  package var copies = 0
  package var unchanged = 0
  package var failures: [Failure] = []

  package init() {}

  package mutating func add(_ other: RunReport) {
    sources += other.sources
    unchangedSources += other.unchangedSources
    pages += other.pages
    newArticles += other.newArticles
    newVersions += other.newVersions
    copies += other.copies
    unchanged += other.unchanged
    failures += other.failures
  }
}
