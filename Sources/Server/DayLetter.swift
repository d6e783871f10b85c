package import Editions
import Evidence
import Press
package import Storage
import Stories

/// The mail of a day: its first stories, or those of them that a reader follows, with what was newly
/// said in each.
package struct DayLetter: Sendable {
  package let mail: DayMail
  package let storyCount: Int

  private static let most = 25
  private static let mostLines = 3

  /// - Parameters:
  ///   - day: `2026-11-21`; nil for the day that is.
  ///   - reader: whose followed stories are told of; nil for the day's first stories.
  /// - Throws: `ExportError` for what is no day or has no story.
  package init(
    library: Library, settings: SiteSettings, language: EditionLanguage, day: String?,
    reader: Account.ID?, now: Int64
  ) throws {
    let renderer = PageRenderer(library: library, settings: settings)
    let edition = try renderer.edition(language, now: now)
    let civil: CivilDay
    if let day {
      guard case .day(let named)? = Address("/day/\(day)")?.place else {
        throw ExportError.noSuchDay(day)
      }
      civil = named
    } else {
      civil = edition.zone.day(at: now)
    }
    var stories = try renderer.stories(of: civil, edition)
    if let reader {
      let followed = Set(try library.followedStories(of: reader))
      stories = stories.filter { followed.contains($0.id) }
    }
    guard !stories.isEmpty else { throw ExportError.emptyDay(civil.iso8601) }
    let outlets = try renderer.outletNames()
    let items = try stories.prefix(Self.most).map { story in
      // What is new, as its reports say it, for those who follow; else what stands above it.
      let told = try reader == nil ? nil : library.storyEntry(story.id)
      let lines = told?.lines.suffix(Self.mostLines).map(\.citation.words) ?? []
      return DayMail.Item(
        teaser: story.teaser(outlets),
        lines: lines.isEmpty ? [story.standfirst].compactMap { $0 } : Array(lines))
    }
    mail = DayMail(edition: edition, day: civil, items: items)
    storyCount = items.count
  }
}
