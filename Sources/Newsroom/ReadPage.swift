import Documents
package import Languages
package import Press
package import Storage

/// A page that was read: the clean article and all that was found in it.
package struct ReadPage: Sendable {
  package var page: RawPage
  package var article: Article
  package var findings: Findings
  /// Whether it is only the teaser of a page that could not be read: it never takes the place of
  /// a text that is kept.
  package var isStandIn = false
  /// What the library will keep of it, made here beside the reading.
  package var packed: PackedReading?

  /// Reads a page; pure, so pages are read beside each other on all cores.
  package init(_ page: RawPage) {
    self.page = page
    var article =
      switch page.form {
      case .html:
        ArticleReader.article(
          page: page.bytes, url: page.url, contentType: page.contentType, hints: page.hints)
      case .flattenedText:
        ArticleReader.article(text: page.bytes, url: page.url, hints: page.hints).article
      }
    article.published = Self.believable(article.published, arrived: page.capture.fetchedAt)
    findings = Reading.findings(
      in: article.body, language: article.language, published: article.published)
    if article.language == .unknown { article.language = findings.language }
    self.article = article
    if refusal == nil {
      packed = try? PackedReading(article: article, findings: findings, capture: page.capture)
    }
  }

  /// When it was published, else when it came; seconds since 1970.
  var time: Int64 { article.published?.start ?? page.capture.fetchedAt }

  /// Why the page is no news; nil if it is.
  package var refusal: String? {
    switch article.access {
    case .consentWall: return "a consent wall stands before the article"
    case .blocked: return "the server blocks us"
    case .full, .teaser, .paywall: break
    }
    if article.kind == .notAnArticle || article.kind == .list {
      return article.kind == .list
        ? "the page is a list of articles, not an article" : "no article was found on the page"
    }
    if article.headline.isEmpty || article.body.utf8.isEmpty {
      return "no article was found on the page"
    }
    return nil
  }

  /// A date that lies more than an hour after the page was fetched is not true, nor is one of
  /// before 1950: programs write the year 1 or 1900 where they know none.
  private static func believable(_ date: PressDate?, arrived: Int64) -> PressDate? {
    guard let date, date.start <= arrived + 3600, date.start >= -631_152_000 else { return nil }
    return date
  }

  /// Reads pages on all cores; the answers come in the order of the pages.
  package static func read(_ pages: [RawPage]) async -> [ReadPage] {
    await withTaskGroup(of: (Int, ReadPage).self) { group in
      for (index, page) in pages.enumerated() {
        group.addTask { (index, ReadPage(page)) }
      }
      var read = [ReadPage?](repeating: nil, count: pages.count)
      for await (index, page) in group { read[index] = page }
      return read.compactMap { $0 }
    }
  }
}
