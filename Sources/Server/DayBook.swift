package import Editions
package import Foundation
import Packing
import Press
package import Storage
import Stories

/// One day of the paper as an EPUB.
package struct DayBook: Sendable {
  private let book: DayEdition

  package var storyCount: Int { book.chapters.count }

  /// - Parameter day: `2026-11-21`; what is no day is a wrong use.
  package init(
    library: Library, settings: SiteSettings, language: EditionLanguage, day: String, now: Int64
  ) throws {
    guard case .day(let civil)? = Address("/day/\(day)")?.place else {
      throw ExportError.noSuchDay(day)
    }
    let renderer = PageRenderer(library: library, settings: settings)
    let edition = try renderer.edition(language, now: now)
    let summaries = try renderer.stories(of: civil, edition)
    guard !summaries.isEmpty else { throw ExportError.emptyDay(day) }
    let outlets = try renderer.outletNames()
    let chapters = try summaries.prefix(60).compactMap { summary -> DayEdition.Chapter? in
      guard let filed = try library.story(summary.id) else { return nil }
      let texts = try library.texts(filed.story.members.filter { $0.copyOf == nil }.map(\.article))
      let shown = try texts.map(\.article).map { article in
        let rights = settings.isPublic ? try library.rights(ofArticle: article.id) : .full
        return rights == .full ? article : article.withoutText
      }
      return DayEdition.Chapter(
        teaser: filed.summary.teaser(outlets), dossier: filed.dossier, articles: shown)
    }
    book = DayEdition(edition: edition, day: civil, chapters: chapters)
  }

  package func write(to file: URL) throws {
    var archive = ZipArchive()
    for part in book.files {
      archive.add(part.name, part.bytes, isStored: part.name == "mimetype")
    }
    do {
      try Data(archive.finished).write(to: file, options: .atomic)
    } catch {
      throw ExportError.cannotWrite(
        file: file.path, reason: (error as NSError).localizedDescription)
    }
  }
}

extension Article {
  /// Headline, standfirst and link, where the text may not be shown.
  fileprivate var withoutText: Article {
    var article = self
    article.blocks = []
    return article
  }
}
