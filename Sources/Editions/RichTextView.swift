import Hypertext
import Press

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
  var path: String?
  var words: ArticleWords

  func html(anchor: Int, language: Language, original: String?) -> HTML {
    let caption = picture.caption.map { Typography.set($0, in: language) } ?? ""
    let credit: HTML? = picture.credit.flatMap {
      $0.isEmpty ? nil : " <small>\(words.picture): \($0)</small>"
    }
    guard let path else {
      guard !caption.isEmpty else { return "" }
      return """
        <figure class="pic" id="p\(anchor)"><figcaption>\(words.pictureAtOriginal): \(caption)\(credit)\
        </figcaption></figure>

        """
    }
    let width = picture.width.flatMap { (1...20_000).contains($0) ? String($0) : nil }
    let height = picture.height.flatMap { (1...20_000).contains($0) ? String($0) : nil }
    let alt = picture.alt?.visible ?? ""
    return """
      <figure class="pic" id="p\(anchor)"><img src="\(url: path)" alt="\(alt)" loading="lazy"\
      \(attribute: "width", height == nil ? nil : width)\
      \(attribute: "height", width == nil ? nil : height)>\
      <figcaption>\(caption)\(credit)</figcaption></figure>

      """
  }
}
