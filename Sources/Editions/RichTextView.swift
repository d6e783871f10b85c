import Hypertext
package import Press

/// Text with its few marks: emphasis, strong, code, links.
///
/// Marks may overlap or lie outside the text, as sources are; the text is cut at every border, and
/// each piece gets the marks that hold it.
struct RichTextView {
  var text: RichText
  var language: Language

  var html: HTML {
    guard !text.runs.isEmpty else { return "\(Typography.set(text.text, in: language))" }
    let bytes = Array(text.text.utf8)
    let runs = text.runs.prefix(2_000).filter {
      $0.lower < $0.upper && $0.lower >= 0 && $0.upper <= bytes.count
        && Self.isBorder($0.lower, bytes) && Self.isBorder($0.upper, bytes)
    }
    let borders = Set(runs.flatMap { [$0.lower, $0.upper] } + [0, bytes.count]).sorted()
    var open: [RichText.Run] = []
    var next = runs.sorted { $0.lower < $1.lower }[...]
    var pieces: [HTML] = []
    for (start, end) in zip(borders, borders.dropFirst()) {
      open.removeAll { $0.upper <= start }
      while let run = next.first, run.lower <= start {
        open.append(run)
        next.removeFirst()
      }
      pieces.append(piece(bytes[start..<end], open))
    }
    return "\(pieces, { $0 })"
  }

  private func piece(_ bytes: ArraySlice<UInt8>, _ runs: [RichText.Run]) -> HTML {
    let words = Typography.set(String(decoding: bytes, as: UTF8.self), in: language)
    var html: HTML = "\(words)"
    var kinds: Set<RichText.Run.Kind> = []
    var isLinked = false
    for run in runs where kinds.insert(run.kind).inserted {
      switch run.kind {
      case .emphasis: html = "<em>\(html)</em>"
      case .strong: html = "<strong>\(html)</strong>"
      case .code: html = "<code>\(html)</code>"
      case .link(let url) where !isLinked:
        isLinked = true
        html = "<a href=\"\(url: url)\" rel=\"external noopener noreferrer\">\(html)</a>"
      case .link: continue
      }
    }
    return html
  }

  private static func isBorder(_ index: Int, _ bytes: [UInt8]) -> Bool {
    index >= bytes.count || bytes[index] & 0xC0 != 0x80
  }
}

/// A picture with caption and credit; where it is not kept here, its caption with a word on it.
struct PictureView {
  var picture: Picture
  /// What we keep of it; nil where it can only be seen at the outlet.
  var kept: KeptPicture?
  var edition: Edition
  var language: Language
  /// The first picture of a page is seen at once; the others when they are scrolled to.
  var isFirst = false

  private var words: ArticleWords { edition.wording.article }

  /// A figure of an article's text.
  func html(anchor: Int) -> HTML {
    guard let kept else {
      guard picture.caption?.visible != nil else { return "" }
      return """
        <figure class="pic" id="p\(anchor)"><figcaption>\(words.pictureAtOriginal): \(caption)\(credit)\
        </figcaption></figure>

        """
    }
    return """
      <figure class="pic" id="p\(anchor)">\(image(kept, "(min-width: 40rem) 37rem, 92vw"))\(legend)</figure>

      """
  }

  /// A figure at the head of a story; its caption leads to the article it was taken from.
  func lead(to path: String, sizes: String, outlet: String) -> HTML? {
    guard let kept else { return nil }
    let source: HTML = " <a href=\"\(url: path)\">\(outlet)</a>"
    return """
      <figure class="leadpic">\(image(kept, sizes))\
      <figcaption\(attribute: "lang", edition.foreign(language))>\(caption)\(credit)\(source)</figcaption></figure>

      """
  }

  private var legend: HTML? {
    picture.caption?.visible == nil && credit == nil
      ? nil : "<figcaption>\(caption)\(credit)</figcaption>"
  }

  private var caption: String { picture.caption.map { Typography.set($0, in: language) } ?? "" }

  private var credit: HTML? {
    picture.credit?.visible.map { " <small>\(words.picture): \($0)</small>" }
  }

  private func image(_ kept: KeptPicture, _ sizes: String) -> HTML {
    let largest = kept.sizes[kept.sizes.count - 1]
    let middle = kept.sizes[kept.sizes.count / 2]
    let set = kept.sizes.map { size in
      (address: edition.path(.picture(kept.id, width: size.width)), width: size.width)
    }
    return """
      <img src="\(url: edition.path(.picture(kept.id, width: middle.width)))"\
      \(srcset: set.count > 1 ? set : [])\
      \(attribute: "sizes", kept.sizes.count > 1 ? sizes : nil) alt="\(picture.alt?.visible ?? "")"\
      \(attribute: "loading", isFirst ? nil : "lazy") decoding="async"\
       width="\(largest.width)" height="\(largest.height)">
      """
  }
}

/// The picture that stands at the head of a story, and the article it was taken from.
package struct LeadPicture: Sendable, Hashable {
  package var picture: Picture
  package var kept: KeptPicture
  package var article: Article.ID
  package var outlet: Outlet
  package var language: Language

  package init(
    picture: Picture, kept: KeptPicture, article: Article.ID, outlet: Outlet, language: Language
  ) {
    self.picture = picture
    self.kept = kept
    self.article = article
    self.outlet = outlet
    self.language = language
  }

  /// The figure with caption, credit and the outlet.
  func html(_ edition: Edition, sizes: String) -> HTML? {
    PictureView(
      picture: picture, kept: kept, edition: edition, language: language, isFirst: true
    ).lead(
      to: edition.path(.article(article, anchor: nil)), sizes: sizes, outlet: outlet.name)
  }
}
