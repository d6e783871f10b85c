import Press

/// Judges what a page is, and how much of its article it gave.
struct AccessReader {
  let page: Page
  let signals: PageSignals
  let data: StructuredData
  let url: String?
  let blocks: [Block]
  /// Bytes of the article's text.
  let textBytes: Int

  init(page: Page, signals: PageSignals, data: StructuredData, url: String?, blocks: [Block]) {
    self.page = page
    self.signals = signals
    self.data = data
    self.url = url
    self.blocks = blocks
    textBytes = blocks.reduce(0) { $0 + $1.text.utf8.count }
  }

  /// A front page or list is said to be one; so are live blogs, films, galleries and pages without
  /// text.
  var kind: PageKind {
    if textBytes == 0 { return .notAnArticle }
    if isVideo { return .video }
    if isGallery { return .gallery }
    if isLiveBlog { return .liveBlog }
    return isList ? .list : .article
  }

  private var isLiveBlog: Bool {
    LiveBlog.isLiveBlog(page: page, data: data)
      || page.span.count >= 12 && LiveBlog.isNamed(in: url)
  }

  private var isVideo: Bool {
    guard textBytes < 600 else { return false }
    let type = signals.meta("og:type")?.lowercased() ?? ""
    if type.hasPrefix("video") { return true }
    return data.headline == nil && data.hasVideo && blocks.contains(where: \.isEmbed)
  }

  private var isGallery: Bool {
    guard textBytes < 1500 else { return false }
    let pictures = blocks.count(where: \.isPicture)
    if data.type == "ImageGallery" || data.type == "MediaGallery" { return true }
    return pictures >= 6 && textBytes < pictures * 150
  }

  private var isList: Bool {
    guard data.headline == nil else { return false }
    if url.flatMap({ WebAddress($0) })?.path == "/" { return true }
    let teasers = page.removedBy.count { $0 == "teaser-box" || $0 == "link-box" || $0 == "teaser" }
    return signals.meta("og:type")?.lowercased() == "website" && teasers >= 40 && textBytes < 1200
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

extension Block {
  fileprivate var isPicture: Bool { if case .picture = self { true } else { false } }

  fileprivate var isEmbed: Bool { if case .embed = self { true } else { false } }
}
