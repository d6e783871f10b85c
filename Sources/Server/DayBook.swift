package import Editions
package import Foundation
import Newsroom
import Packing
import Press
package import Storage
import Stories

/// One day of the paper as an EPUB or, where Chromium is installed, as a PDF.
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

  /// Writes an EPUB.
  package func write(to file: URL) throws {
    var archive = ZipArchive()
    for part in book.files {
      archive.add(part.name, part.bytes, isStored: part.name == "mimetype")
    }
    try write(Data(archive.finished), to: file)
  }

  private static let limits = OutsideProgram.Limits(seconds: 120, memory: nil, file: 256 << 20)

  /// Writes a PDF, for paper and e-ink: Chromium prints the book, which
  /// has no script and asks for nothing, without network.
  package func writePDF(to file: URL) async throws {
    guard let browser = OutsideProgram("chromium", "chromium-browser", "google-chrome") else {
      throw ExportError.noBrowser
    }
    let bytes = try await OutsideProgram.inOwnFolder { folder in
      let page = folder.appending(path: "day.xhtml")
      let out = folder.appending(path: "day.pdf")
      try Data(book.sheet).write(to: page)
      var arguments = [
        "--headless", "--disable-gpu",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer",
        "--user-data-dir=\(folder.appending(path: "profile").path)",
        "--print-to-pdf=\(out.path)", page.absoluteString,
      ]
      // Chromium refuses its own walls where root runs it.
      if getuid() == 0 { arguments.insert("--no-sandbox", at: 0) }
      do {
        _ = try await browser.run(arguments, in: folder, limits: Self.limits)
        return try Data(contentsOf: out)
      } catch {
        throw ExportError.cannotWrite(file: file.path, reason: "Chromium did not print: \(error)")
      }
    }
    try write(bytes, to: file)
  }

  private func write(_ bytes: Data, to file: URL) throws {
    do {
      try bytes.write(to: file, options: .atomic)
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
