package import Evidence
import Hypertext
package import Press

/// One day's stories as a book for e-ink and paper: the files of an EPUB 3.3 without their
/// container.
package struct DayEdition: Sendable {
  /// A story with those of its articles whose text may be shown.
  package struct Chapter: Sendable {
    package var teaser: StoryTeaser
    package var dossier: Dossier
    package var articles: [Article]

    package init(teaser: StoryTeaser, dossier: Dossier, articles: [Article]) {
      self.teaser = teaser
      self.dossier = dossier
      self.articles = articles
    }
  }

  /// A file of the book.
  package struct File: Sendable {
    package var name: String
    package var bytes: [UInt8]
  }

  package var edition: Edition
  package var day: CivilDay
  /// Best first.
  package var chapters: [Chapter]

  package init(edition: Edition, day: CivilDay, chapters: [Chapter]) {
    self.edition = edition
    self.day = day
    self.chapters = chapters
  }

  /// All files in their order; the first has to lie in the container as it is.
  package var files: [File] {
    var files = [
      File(name: "mimetype", bytes: Array("application/epub+zip".utf8)),
      file("META-INF/container.xml", container), file("book/package.opf", manifest),
      file("book/contents.xhtml", contents),
      File(name: "book/style.css", bytes: Array(Self.style.utf8)),
    ]
    for (index, chapter) in chapters.enumerated() {
      files.append(
        file("book/\(Self.name(index))", BookChapter(chapter: chapter, edition: edition).xml))
    }
    return files
  }

  /// All of the book on one page, for printing: XHTML that asks for nothing else.
  package var sheet: [UInt8] {
    let language = edition.language.rawValue
    let page: XML = """
      \(XML.declaration)<html xmlns="http://www.w3.org/1999/xhtml" lang="\(attribute: language)" \
      xml:lang="\(attribute: language)"><head><title>\(title)</title>\
      <style>\(Self.style + Self.printed)</style></head><body>\
      <h1>\(title)</h1><ol>\(chapters, { chapter in
        "<li>\(edition.headline(chapter.teaser.headline, chapter.teaser.language))</li>"
      })</ol><p class="m">\(edition.wording.frame.creed)</p>\
      \(chapters, { "<section>\(BookChapter(chapter: $0, edition: edition).body)</section>" })\
      </body></html>
      """
    return page.bytes
  }

  private func file(_ name: String, _ xml: XML) -> File {
    File(name: name, bytes: ("\(XML.declaration)\(xml)" as XML).bytes)
  }

  private static func name(_ index: Int) -> String { "s\(index + 1).xhtml" }

  private var title: String {
    "\(edition.title), \(edition.dates.weekday(day)), \(edition.dates.day(day))"
  }

  private var container: XML {
    """
    <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">\
    <rootfiles><rootfile full-path="book/package.opf" \
    media-type="application/oebps-package+xml"/></rootfiles></container>
    """
  }

  private var manifest: XML {
    let language = edition.language.rawValue
    return """
      <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" \
      xml:lang="\(attribute: language)">
      <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:identifier id="id">urn:presseschau:\(day.iso8601):\(language)</dc:identifier>
      <dc:title>\(title)</dc:title><dc:language>\(language)</dc:language>
      <dc:creator>\(edition.title)</dc:creator><dc:date>\(day.iso8601)</dc:date>
      <meta property="dcterms:modified">\(OutgoingFeed.timestamp(modified))</meta>
      </metadata>
      <manifest>
      <item id="nav" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
      <item id="css" href="style.css" media-type="text/css"/>
      \(chapters.indices, { "<item id=\"s\(attribute: String($0 + 1))\" href=\"\(attribute: Self.name($0))\" media-type=\"application/xhtml+xml\"/>\n" })</manifest>
      <spine><itemref idref="nav"/>\
      \(chapters.indices, { "<itemref idref=\"s\(attribute: String($0 + 1))\"/>" })</spine>
      </package>
      """
  }

  /// The day's last report: the same day gives the same book.
  private var modified: Int64 {
    chapters.compactMap(\.teaser.newest?.start).max() ?? Int64(day.daysSince1970) * 86_400
  }

  private var contents: XML {
    let words = edition.wording
    return BookChapter.page(
      title: title, language: edition.language.rawValue,
      body: """
        <p class="k">\(words.counts.stories(chapters.count))</p><h1>\(title)</h1>\
        <nav epub:type="toc"><h2>\(words.paper.contents)</h2><ol>\(chapters.enumerated(), { index, chapter in
          """
          <li><a href="\(attribute: Self.name(index))">\
          \(edition.headline(chapter.teaser.headline, chapter.teaser.language))</a></li>
          """
        })</ol></nav><p class="m">\(words.frame.creed)</p>
        """)
  }

  private static let printed = """
    @page{size:A5;margin:14mm 13mm}body{font-size:10.5pt;hyphens:auto}h1{font-size:17pt}\
    h2{font-size:13pt;break-after:avoid}section{break-before:page}a{color:inherit}\
    tr,blockquote,li{break-inside:avoid}p{orphans:3;widows:3}
    """

  private static let style = """
    body{font-family:serif;line-height:1.45}h1{line-height:1.15}h2{margin-top:2em}\
    .k,.m{font-family:sans-serif;font-size:.85em}.k{font-weight:bold}.l{font-size:1.15em}\
    table{border-collapse:collapse;width:100%}td{border-top:1px solid;padding:.3em .6em .3em 0;\
    vertical-align:top}blockquote{margin-left:1em}

    """
}
