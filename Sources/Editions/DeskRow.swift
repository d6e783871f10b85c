import Hypertext
package import Press

/// A row of the desk's list: one entry, or all entries of a story with their copies folded.
package struct DeskRow: Sendable, Hashable, Identifiable {
  /// Another report of the row's story.
  package struct Report: Sendable, Hashable, Identifiable {
    package var id: Int64
    package var outlet: Outlet.ID
    package var headline: String
    package var language: Language
    /// The outlet it was copied from.
    package var copyOf: Outlet.ID?
    package var isUnread: Bool

    package init(
      id: Int64, outlet: Outlet.ID, headline: String, language: Language, copyOf: Outlet.ID? = nil,
      isUnread: Bool
    ) {
      self.id = id
      self.outlet = outlet
      self.headline = headline
      self.language = language
      self.copyOf = copyOf
      self.isUnread = isUnread
    }
  }

  /// The entry that opens.
  package var id: Int64
  /// All unread entries that the row stands for, or the one that was read.
  package var items: [Int64]
  package var headline: String
  package var language: Language
  package var outlet: Outlet.ID
  /// Seconds since 1970.
  package var at: Int64
  package var isUnread: Bool
  package var isStarred: Bool
  /// Outlets of the story and how many reports are independent, where it has several.
  package var coverage: (sources: Int, independent: Int)?
  package var reports: [Report]

  package init(
    id: Int64, items: [Int64], headline: String, language: Language, outlet: Outlet.ID, at: Int64,
    isUnread: Bool, isStarred: Bool, coverage: (sources: Int, independent: Int)? = nil,
    reports: [Report] = []
  ) {
    self.id = id
    self.items = items
    self.headline = headline
    self.language = language
    self.outlet = outlet
    self.at = at
    self.isUnread = isUnread
    self.isStarred = isStarred
    self.coverage = coverage
    self.reports = reports
  }

  package static func == (one: DeskRow, other: DeskRow) -> Bool {
    one.id == other.id && one.items == other.items && one.headline == other.headline
      && one.isUnread == other.isUnread && one.isStarred == other.isStarred
      && one.reports == other.reports
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// A row as markup, inside the list's form.
struct DeskRowView {
  var row: DeskRow
  var marks: Marks
  var frame: DeskFrame
  var isOpen: Bool

  private var words: DeskWords { _read { yield frame.words } }
  private var edition: Edition { frame.edition }
  private var headline: String { edition.headline(row.headline, row.language) }

  var html: HTML {
    """
    <article class="row \(row.isUnread ? "nu" : "rd")\(isOpen ? " on" : "")" id="i\(row.id)">\
    \(dot)<p class="qs">\(coverage)\(edition.dates.element(PressDate(instant: row.at), .brief))</p>\
    <h3><button class="t" name="open" value="\(row.id)"\(attribute: "lang", edition.foreign(row.language))>\
    \(headline)</button></h3>\(copies)\(others)\(star)</article>

    """
  }

  /// The point that tells unread from read is the button that changes it.
  private var dot: HTML {
    let label = "\(row.isUnread ? words.markRead : words.keepUnread): \(headline)"
    let ids = row.items.prefix(200).map(String.init).joined(separator: ",")
    return row.isUnread
      ? "<button class=\"dot\" name=\"read\" value=\"\(ids)\" aria-label=\"\(label)\"></button>"
      : "<button class=\"dot\" name=\"unread\" value=\"\(ids)\" aria-label=\"\(label)\"></button>"
  }

  private var star: HTML {
    let label = "\(row.isStarred ? words.unstar : words.star): \(headline)"
    return row.isStarred
      ? "<button class=\"st on\" name=\"unstar\" value=\"\(row.id)\" aria-label=\"\(label)\">★</button>"
      : "<button class=\"st\" name=\"star\" value=\"\(row.id)\" aria-label=\"\(label)\">☆</button>"
  }

  private var coverage: HTML {
    guard let coverage = row.coverage else { return marks.outlet(row.outlet) }
    return """
      <span class="n1">\(edition.wording.counts.sources(coverage.sources))</span>\
      <span>\(words.independent(coverage.independent))</span>
      """
  }

  private var copies: HTML? {
    let copies = row.reports.filter { $0.copyOf != nil }
    guard !copies.isEmpty else { return nil }
    let allRead = copies.allSatisfy { !$0.isUnread }
    return """
      <details><summary>\(allRead ? words.copiesRead(copies.count) : words.copies(copies.count))</summary>\
      <ul>\(copies.prefix(20), { copy in
        "<li>\(marks.outlet(copy.outlet)) \(words.copyOf(marks.name(copy.copyOf ?? "")))</li>"
      })</ul></details>
      """
  }

  private var others: HTML? {
    let others = row.reports.filter { $0.copyOf == nil }
    guard !others.isEmpty else { return nil }
    return """
      <details><summary>\(words.moreReports(others.count))</summary>\
      <ul>\(others.prefix(20), report)</ul></details>
      """
  }

  private func report(_ report: DeskRow.Report) -> HTML {
    """
    <li>\(marks.outlet(report.outlet)) <button class="t" name="open1" value="\(report.id)"\
    \(attribute: "lang", edition.foreign(report.language))>\
    \(edition.headline(report.headline, report.language))</button></li>
    """
  }
}
