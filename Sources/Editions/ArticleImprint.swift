import Hypertext
import Languages
import Press

/// What stands beside an article: outlet, author, date, reading time, the original, the display.
struct ArticleImprint {
  var page: ArticlePage
  var marks: Marks

  private var article: Article { page.article }
  private var edition: Edition { page.edition }
  private var words: ArticleWords { edition.wording.article }

  var html: HTML {
    let outlet = article.outlet
    return """
      <aside class="by \(marks.palette[outlet.id])" aria-label="\(words.about)"><div>\
      <span class="mono" aria-hidden="true">\(Monogram.letter(of: outlet))</span>
      <dl><div><dt>\(words.outlet)</dt><dd><a href="\(url: edition.path(.outlet(outlet.id)))">\
      \(marks.name(outlet.id))</a></dd></div>\(bylines)\(dates)
      <div><dt>\(words.readingTime)</dt><dd>\
      \(edition.wording.counts.minutes(ReadingTime.minutes(article.body)))</dd></div>\(original)</dl>
      \(display)</div></aside>
      """
  }

  private var bylines: HTML {
    let roles: [(Byline.Role, String)] = [
      (.author, words.author), (.agency, words.agency), (.translator, words.translator),
      (.editor, words.editor),
    ]
    let rows = roles.compactMap { role, label -> (String, String)? in
      let names = article.bylines.filter { $0.role == role }.prefix(6).map(\.name)
      return names.isEmpty ? nil : (label, names.joined(separator: ", "))
    }
    return "\(rows, { row($0.0, "\($0.1)") })\(machine)"
  }

  /// Said where nobody is named for the translation.
  private var machine: HTML? {
    guard article.language == .german, !article.bylines.contains(where: { $0.role == .translator }),
      TranslationSigns(article.body).areEnough
    else { return nil }
    return row(words.translator, "\(words.byMachine)")
  }

  private var dates: HTML {
    let published: HTML =
      article.published.map { edition.dates.element($0) } ?? "\(words.noDate)"
    let updated: HTML? = article.updated.flatMap {
      $0.start > (article.published?.start ?? .max)
        ? """
        <div class="up"><dt>\(words.updated)</dt><dd>\(edition.dates.element($0))</dd></div>
        """ : nil
    }
    return "\(row(words.published, published))\(updated)"
  }

  private var original: HTML {
    let copied: HTML? = page.original.map {
      row(words.takenFrom, marks.outlet($0.outlet.id, to: .article($0.id, anchor: nil)))
    }
    let address: HTML? = (article.canonicalURL ?? article.url).map {
      row(
        words.original,
        """
        <a href="\(url: $0)" rel="external noopener noreferrer">\(WebHost.name(of: $0) ?? marks.name(article.outlet.id))</a>
        """)
    }
    return "\(copied)\(address)"
  }

  private func row(_ label: String, _ value: HTML) -> HTML {
    "<div><dt>\(label)</dt><dd>\(value)</dd></div>"
  }

  /// Size, face and colours of the text, by the sheet alone.
  private var display: HTML {
    """
    <details class="aa"><summary>\(words.display)</summary>\
    \(LookChoice.html(.size, words.size, words.sizes, edition.look))\
    \(LookChoice.html(.face, words.face, words.faces, edition.look))\
    \(LookChoice.html(.colours, words.colours, words.colourNames, edition.look))\
    \(forAllPages)</details>
    """
  }

  private var forAllPages: HTML? {
    guard edition.has(.look) else { return nil }
    return "<a href=\"\(url: edition.path(.look))\">\(edition.wording.look.forAllPages)</a>"
  }
}

/// The host of an address, for readers.
enum WebHost {
  /// `lonnetaler-bote.example` of `https://www.lonnetaler-bote.example/a`; nil where there is none.
  static func name(of address: String) -> String? {
    let bytes = Array(address.utf8)
    guard let start = bytes.firstIndex(of: UInt8(ascii: ":")),
      bytes.dropFirst(start).starts(with: "://".utf8)
    else { return nil }
    let rest = bytes[(start + 3)...]
    let end = rest.firstIndex {
      $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#")
    }
    var host = rest[..<(end ?? rest.endIndex)]
    if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(at + 1)...] }
    if host.starts(with: "www.".utf8) { host = host.dropFirst(4) }
    return host.isEmpty ? nil : String(decoding: host.prefix(120), as: UTF8.self)
  }
}
