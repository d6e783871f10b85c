package import Press

/// What a run did, in figures, and what failed, by name.
package struct RunReport: Sendable, Hashable {
  /// Something that could not be read, and why.
  package struct Failure: Sendable, Hashable {
    package var what: String
    package var why: String
    /// The fact behind the words, where there is one.
    package var fault: SourceFault?
    /// Whether a source failed, not a page of one.
    package var isSource: Bool

    package init(what: String, why: String, fault: SourceFault? = nil, isSource: Bool = false) {
      self.what = what
      self.why = why
      self.fault = fault
      self.isSource = isSource
    }
  }

  /// Sources asked, how many of them had nothing new, and how many of those said so by 304.
  package var sources = 0
  package var unchangedSources = 0
  package var notModified = 0
  package var failedSources = 0
  /// Entries and pages looked at.
  package var pages = 0
  package var newArticles = 0
  package var newVersions = 0
  package var copies = 0
  package var unchanged = 0
  /// New articles of which only the teaser could be had: a wall stands before the page.
  package var standIns = 0
  /// Entries left for a later check, because a source brought more than its share.
  package var postponed = 0
  package var failures: [Failure] = []

  package init() {}

  package mutating func add(_ other: RunReport) {
    sources += other.sources
    unchangedSources += other.unchangedSources
    notModified += other.notModified
    failedSources += other.failedSources
    pages += other.pages
    newArticles += other.newArticles
    newVersions += other.newVersions
    copies += other.copies
    unchanged += other.unchanged
    standIns += other.standIns
    postponed += other.postponed
    failures += other.failures
  }
}
