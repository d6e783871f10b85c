import Documents
import Packing
import Press

/// Articles as a book for reading devices (EPUB 3.3): one chapter each, with a table of contents,
/// without pictures and without anything that is fetched.
struct EPUBBook {
  private let articles: [Article]

  init(_ articles: [Article]) { self.articles = articles }

  var bytes: [UInt8] {
    var archive = ZipArchive()
    // The first member names the kind of book and must be readable in place.
    archive.add("mimetype", Array("application/epub+zip".utf8), isStored: true)
    archive.add("META-INF/container.xml", Self.document(Self.container))
    archive.add("book/package.opf", Self.document(package))
    archive.add("book/contents.xhtml", Self.page("Presseschau", language, contents))
    for (index, article) in articles.enumerated() {
      archive.add(
        "book/\(Self.name(index))",
        Self.page(Self.title(of: article), article.language.rawValue, chapter(article)))
    }
    return archive.finished
  }

  private static let container = """
    <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">\
    <rootfiles><rootfile full-path="book/package.opf" \
    media-type="application/oebps-package+xml"/></rootfiles></container>
    """

  private var language: String { articles.first?.language.rawValue ?? "und" }

  private var package: String {
    var manifest = """
      <item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
      """
    var spine = ""
    for index in articles.indices {
      manifest += """
        <item id="c\(index + 1)" href="\(Self.name(index))" media-type="application/xhtml+xml"/>
        """
      spine += "<itemref idref=\"c\(index + 1)\"/>"
    }
    // The book is named for what it holds, and dated by its newest article: the same articles give
    // the same book.
    let id = articles.map(\.id).joined(separator: ".").utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
    }
    let newest = articles.compactMap(\.published?.start).max() ?? 0
    let modified = PressDate(instant: newest).iso8601
    return """
      <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">\
      <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\
      <dc:identifier id="id">urn:presseschau:\(String(id, radix: 16))</dc:identifier>\
      <dc:title>Presseschau</dc:title><dc:language>\(Self.safe(language))</dc:language>\
      <meta property="dcterms:modified">\(modified)</meta></metadata>\
      <manifest>\(manifest)</manifest><spine>\(spine)</spine></package>
      """
  }

  private var contents: String {
    let items = articles.enumerated().map { index, article in
      "<li><a href=\"\(Self.name(index))\">\(Self.safe(Self.title(of: article)))</a></li>"
    }
    return """
      <nav xmlns:epub="http://www.idpf.org/2007/ops" epub:type="toc"><h1>Presseschau</h1>\
      <ol>\(items.joined())</ol></nav>
      """
  }

  private func chapter(_ article: Article) -> String {
    var source: [String] = []
    if !article.outlet.name.isEmpty { source.append(Self.safe(article.outlet.name)) }
    if !article.bylines.isEmpty {
      source.append(Self.safe(article.bylines.map(\.name).joined(separator: ", ")))
    }
    if let published = article.published { source.append(published.iso8601) }
    if let url = article.url {
      source.append("<a href=\"\(Self.safe(url))\">\(Self.safe(url))</a>")
    }
    return Self.xml(article.markup) + "<p>\(source.joined(separator: " · "))</p>"
  }

  private static func name(_ index: Int) -> String { "\(index + 1).xhtml" }

  private static func title(of article: Article) -> String {
    article.headline.isEmpty ? article.id : article.headline
  }

  private static func page(_ title: String, _ language: String, _ body: String) -> [UInt8] {
    let tag = safe(language)
    return document(
      """
      <!DOCTYPE html>
      <html xmlns="http://www.w3.org/1999/xhtml" lang="\(tag)" xml:lang="\(tag)">\
      <head><title>\(safe(title))</title></head><body>\(body)</body></html>
      """)
  }

  private static func document(_ text: String) -> [UInt8] {
    Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8) + text.utf8
  }

  /// Text as XML holds it.
  private static func safe(_ text: String) -> String {
    var out = ""
    for scalar in xml(text).unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Without the characters that XML 1.0 forbids even when escaped.
  private static func xml(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 9, 10, 13, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...: out.append(scalar)
      default: break
      }
    }
    return String(out)
  }
}
