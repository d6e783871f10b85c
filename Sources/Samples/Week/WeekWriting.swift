import Hypertext
import Press

/// Writes what a source of the simulated week sends.
struct WeekWriting: Sendable {
  let source: WeekSource
  let port: Int

  private static let listed = 20

  private var base: String { "http://\(source.host):\(port)" }
  private func url(_ article: Int) -> String { base + source.articlePath(article) }

  /// The feed, sitemap or page with the newest articles, and its type.
  func document(newest count: Int, editedBefore: Int64, now: Int64) -> (String, [UInt8]) {
    let articles = Array((max(0, count - Self.listed)..<count).reversed())
    switch source.temper {
    case .atom, .edited:
      return ("application/atom+xml", Array(atom(articles, editedBefore).utf8))
    case .json: return ("application/feed+json", Array(json(articles).utf8))
    case .rdf: return ("application/rdf+xml", Array(rdf(articles).utf8))
    case .sitemap: return ("application/xml", Array(sitemap(articles).utf8))
    case .page: return ("text/html; charset=utf-8", Array(home(articles).utf8))
    case .flooding:
      return ("application/rss+xml", Array(flood(now).utf8))
    case .latin1:
      let bytes = rss(articles, encoding: "iso-8859-1").unicodeScalars.map {
        $0.value < 256 ? UInt8($0.value) : UInt8(ascii: "?")
      }
      return ("application/rss+xml", bytes)
    case .brokenXML:
      let text = rss(articles, encoding: "utf-8")
      return ("application/rss+xml", Array((text.dropLast(16) + "& <b>").utf8))
    default: return ("application/rss+xml", Array(rss(articles, encoding: "utf-8").utf8))
    }
  }

  private var hasText: Bool { !source.temper.hasPages }

  private func rss(_ articles: [Int], encoding: String) -> String {
    let ttl = source.temper == .patient ? "<ttl>120</ttl>" : ""
    return "<?xml version=\"1.0\" encoding=\"\(encoding)\"?><rss version=\"2.0\"><channel>"
      + "<title>Bote \(source.number)</title><link>\(base)/</link>\(ttl)<language>de</language>"
      + articles.map { number in
        "<item><title>\(WeekText.headline(source.number, number))</title><link>\(url(number))</link>"
          + "<guid>\(url(number))</guid><pubDate>\(WeekDate.http(source.published(number)))</pubDate>"
          + "<description>\(description(number))</description></item>"
      }.joined() + "</channel></rss>"
  }

  /// The whole text in CDATA, else the teaser.
  private func description(_ article: Int) -> String {
    guard hasText else { return WeekText.teaser(source.number, article) }
    return "<![CDATA[\(paragraphs(article))]]>"
  }

  private func paragraphs(_ article: Int) -> String {
    WeekText.paragraphs(source.number, article).map { "<p>\($0)</p>" }.joined()
  }

  private func atom(_ articles: [Int], _ editedBefore: Int64) -> String {
    "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"de\">"
      + "<title>Bote \(source.number)</title><id>\(base)/</id><link href=\"\(base)/\"/>"
      + articles.map { number in
        let published = source.published(number)
        let isEdited = source.temper == .edited && published < editedBefore
        let updated = PressDate(instant: isEdited ? published + 3_600 : published).iso8601
        return "<entry><title>\(WeekText.headline(source.number, number))</title>"
          + "<id>\(url(number))</id><link href=\"\(url(number))\"/>"
          + "<published>\(PressDate(instant: published).iso8601)</published>"
          + "<updated>\(updated)</updated>"
          + (hasText
            ? "<content type=\"html\"><![CDATA[\(paragraphs(number))]]></content>"
            : "<summary>\(WeekText.teaser(source.number, number))</summary>") + "</entry>"
      }.joined() + "</feed>"
  }

  private func rdf(_ articles: [Int]) -> String {
    "<?xml version=\"1.0\"?><rdf:RDF xmlns=\"http://purl.org/rss/1.0/\""
      + " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
      + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
      + "<channel rdf:about=\"\(base)/\"><title>Bote \(source.number)</title><link>\(base)/</link>"
      + "</channel>"
      + articles.map { number in
        "<item rdf:about=\"\(url(number))\"><title>\(WeekText.headline(source.number, number))</title>"
          + "<link>\(url(number))</link>"
          + "<dc:date>\(PressDate(instant: source.published(number)).iso8601)</dc:date>"
          + "<description>\(description(number))</description></item>"
      }.joined() + "</rdf:RDF>"
  }

  private func json(_ articles: [Int]) -> String {
    "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Bote \(source.number)\","
      + "\"language\":\"de\",\"items\":["
      + articles.map { number in
        "{\"id\":\"\(url(number))\",\"url\":\"\(url(number))\","
          + "\"title\":\"\(WeekText.headline(source.number, number))\",\"date_published\":"
          + "\"\(PressDate(instant: source.published(number)).iso8601)\","
          + "\"content_html\":\"\(paragraphs(number))\"}"
      }.joined(separator: ",") + "]}"
  }

  private func sitemap(_ articles: [Int]) -> String {
    "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
      + " xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">"
      + articles.map { number in
        "<url><loc>\(url(number))</loc><news:news><news:publication_date>"
          + PressDate(instant: source.published(number)).iso8601
          + "</news:publication_date><news:title>\(WeekText.headline(source.number, number))"
          + "</news:title></news:news></url>"
      }.joined() + "</urlset>"
  }

  private func home(_ articles: [Int]) -> String {
    "<!DOCTYPE html><html lang=\"de\"><title>Bote \(source.number)</title><body><nav>"
      + "<a href=\"/impressum\">Impressum und Datenschutz des Boten</a></nav><main>"
      + articles.map { number in
        "<p><a href=\"\(source.articlePath(number))\">\(WeekText.headline(source.number, number))</a>"
      }.joined() + "</main></body></html>"
  }

  private func flood(_ now: Int64) -> String {
    "<rss version=\"2.0\"><channel><title>Flut \(source.number)</title>"
      + (0..<1_000).map { number in
        "<item><title>Meldung \(now) \(number) der Flut</title><guid>\(now)-\(number)</guid>"
          + "<description>Der Pegel stand um \(number) bei \(now).</description></item>"
      }.joined() + "</channel></rss>"
  }

  /// An article's page; those behind a paywall break off.
  func page(_ article: Int, isEdited: Bool) -> String {
    var paragraphs = WeekText.paragraphs(source.number, article)
    if isEdited { paragraphs.append("Nachtrag: Das Amt hat die Zahl später bestätigt.") }
    var end = ""
    if source.temper == .paywall {
      paragraphs = Array(paragraphs.prefix(1))
      end = "<div class=\"angebot\"><p>Dieser Artikel ist nur für Abonnenten.</p></div>"
    }
    return
      "<!DOCTYPE html><html lang=\"de\"><head><title>\(WeekText.headline(source.number, article))"
      + "</title><meta property=\"article:published_time\" content=\""
      + "\(PressDate(instant: source.published(article)).iso8601)\"></head><body><nav>"
      + "<a href=\"/\">Start</a></nav><article><h1>\(WeekText.headline(source.number, article))</h1>"
      + paragraphs.map { "<p>\($0)</p>" }.joined() + end + "</article></body></html>"
  }

  static let consentPage =
    "<!DOCTYPE html><html lang=\"de\"><title>Zustimmung</title><body><div><h2>Weiter mit Werbung</h2>"
    + "<p>Um diese Website zu nutzen, stimmen Sie bitte der Verwendung von Cookies zu.</p>"
    + "<button>Zustimmen und weiter</button></div></body></html>"
}

/// Dates as HTTP and RSS write them.
enum WeekDate {
  private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  static func http(_ seconds: Int64) -> String {
    let date = PressDate(instant: seconds).iso8601
    let month = months[(Int(date.dropFirst(5).prefix(2)) ?? 1) - 1]
    let days = (seconds / 86_400 + 3) % 7
    return "\(Self.days[Int(days)]), \(date.dropFirst(8).prefix(2)) \(month) \(date.prefix(4))"
      + " \(date.dropFirst(11).prefix(8)) GMT"
  }
}
