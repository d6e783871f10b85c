import Press

/// Judges what a page is, and how much of its article it gave.
struct AccessReader {
  let page: Page
  let signals: PageSignals
  let data: StructuredData
  let url: String?
  /// Bytes of the article's text.
  let textBytes: Int

  /// A front page or list is said to be one; so are live blogs, films and pages without text.
  var kind: PageKind {
    if textBytes == 0 { return .notAnArticle }
    if data.type == "LiveBlogPosting" { return .liveBlog }
    let type = signals.meta("og:type")?.lowercased() ?? ""
    if type.hasPrefix("video"), textBytes < 600 { return .video }
    let teasers = page.removedBy.count { $0 == "teaser-box" || $0 == "link-box" || $0 == "teaser" }
    let isFront = url.flatMap { WebAddress($0) }?.path == "/"
    if data.headline == nil, isFront || type == "website" && teasers >= 40 && textBytes < 1200 {
      return .list
    }
    return .article
  }

  var access: Access {
    let walls = page.removedBy.count { $0 == "paywall" }
    if textBytes == 0 {
      return page.removedBy.contains("consent") ? .consentWall : walls > 0 ? .paywall : .full
    }
    guard textBytes < 2500 else { return .full }
    if data.isFree == false || walls >= 2 { return textBytes < 500 ? .teaser : .paywall }
    return .full
  }
}
