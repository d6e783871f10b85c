import Hypertext
import Press

extension SampleFile {
  /// An outlet's feed, newest entry first.
  init(feedOf outlet: SampleOutlet) {
    let newest = outlet.articles.first?.published ?? 0
    let body =
      switch outlet.feed {
      case .rss: ("\(XML.declaration)\(outlet.rss)" as XML).bytes
      case .atom: ("\(XML.declaration)\(outlet.atom)" as XML).bytes
      case .json: [UInt8](outlet.jsonFeed.utf8)
      }
    self.init(
      contentType: outlet.feed.contentType + "; charset=utf-8", lastModified: newest, body: body)
  }
}

extension SampleOutlet {
  fileprivate var rss: XML {
    """
    <rss version="2.0"><channel><title>\(name)</title><link>\(home)/</link>\
    <description>\(name)</description><language>\(language.rawValue)</language>\
    \(articles, item)</channel></rss>
    """
  }

  private func item(_ article: SampleArticle) -> XML {
    """
    <item><title>\(article.headline)</title><link>\(url(of: article))</link>\
    <guid isPermaLink="true">\(url(of: article))</guid>\
    <pubDate>\(dates.rfc822(article.published))</pubDate>\
    <category>\(article.section)</category><description>\(article.standfirst)</description></item>
    """
  }

  fileprivate var atom: XML {
    """
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(attribute: language.rawValue)">\
    <title>\(name)</title><id>\(home)/</id><link href="\(attribute: home)/"/>\
    <link rel="self" href="\(attribute: feedURL)"/>\
    <updated>\(dates.rfc3339(articles.first?.published ?? 0))</updated>\
    \(articles, entry)</feed>
    """
  }

  private func entry(_ article: SampleArticle) -> XML {
    """
    <entry><title>\(article.headline)</title><id>\(url(of: article))</id>\
    <link href="\(attribute: url(of: article))"/>\
    <published>\(dates.rfc3339(article.published))</published>\
    <updated>\(dates.rfc3339(article.published))</updated>\
    <author><name>\(article.byline)</name></author><category term="\(attribute: article.section)"/>\
    <summary>\(article.standfirst)</summary>\
    <content type="html">\(escaped: article.body(of: self))</content></entry>
    """
  }

  /// JSON Feed 1.1 (jsonfeed.org).
  fileprivate var jsonFeed: String {
    let items = articles.map { article in
      """
      {"id":\(url(of: article).json),"url":\(url(of: article).json),\
      "title":\(article.headline.json),"summary":\(article.standfirst.json),\
      "content_text":\(article.standfirst.json),\
      "date_published":\(dates.rfc3339(article.published).json),\
      "authors":[{"name":\(article.byline.json)}],"tags":[\(article.section.json)]}
      """
    }
    return """
      {"version":"https://jsonfeed.org/version/1.1","title":\(name.json),\
      "home_page_url":\((home + "/").json),"feed_url":\(feedURL.json),\
      "language":\(language.rawValue.json),"items":[\(items.joined(separator: ","))]}
      """
  }
}
