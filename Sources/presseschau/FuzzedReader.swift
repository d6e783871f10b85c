import ArgumentParser
import Feeds
import Fetching
import Newsroom

/// A reader of foreign bytes, as fuzzing meets it.
enum FuzzedReader: String, ExpressibleByArgument, CaseIterable {
  case feed, opml, sitemap, robots, warc, json, html, address, selector

  /// Reads an input as the program would; what comes out does not matter.
  func read(_ input: [UInt8]) {
    switch self {
    case .feed, .json:
      _ = FeedRow.row(id: "x", input, contentType: nil, url: "https://example.org/feed")
      if input.count < 20_000 { _ = FeedCase.answer(caseLine(input)) }
    case .opml:
      if let list = try? OPML.read(input) { _ = try? OPML.read(OPML.write(list)) }
    case .sitemap: _ = try? SitemapReader.read(input)
    case .robots:
      let robots = Robots(input)
      _ = robots.allows(path: "/a/b.html?c=d", agent: "Presseschau")
      _ = robots.crawlDelay(agent: "Presseschau")
    case .warc: archive(input)
    case .html:
      _ = FeedDiscovery.feeds(inPage: input, url: "https://example.org/a/")
      _ = HTTPMessage(Array("HTTP/1.1 200 OK\r\n\r\n".utf8) + input, limit: 1 << 20)
    case .address:
      let text = String(decoding: input, as: UTF8.self)
      _ = AddressGuard().verdict(url: text, addresses: [])
      _ = WebURL(text, relativeTo: WebURL("https://example.org/a/b?c"))
    case .selector: _ = Selector(String(decoding: input, as: UTF8.self))
    }
  }

  /// Pieces that readers look for.
  var tokens: [String] {
    switch self {
    case .feed, .opml, .sitemap:
      [
        "<", ">", "&", "]]>", "<![CDATA[", "<!--", "-->", "<?xml ", "?>", "<!DOCTYPE x [",
        "<!ENTITY a \"b\">", "&a;", "&#x110000;", "&#0;", "&nbsp;", "encoding=\"utf-16\"",
        "xmlns:a=\"b\"", "<item>", "</item>", "<entry>", "<outline text=\"", "<url><loc>", "\0",
        "\u{FEFF}", "xml:base=\"//\"", "<link href=\"", "<pubDate>", "31 Feb 99999 25:61:61 +9999",
        "<media:content url=\"", "type=\"xhtml\"", "<georss:point>1e999 -1e999", "<![IF", "%",
      ]
    case .json:
      [
        "{", "}", "[", "]", "\"", "\\u0000", "\\uD800", ":", ",", "null", "1e999", "\"items\":",
        "\"id\":", "\"content_html\":", "\\", "true", "\u{FEFF}", "-", "0x1",
      ]
    case .robots:
      ["User-agent:", "*", "$", "Allow:", "Disallow:", "%2F", "%", "Crawl-delay:", "\r", "#", "\0"]
    case .warc:
      [
        "WARC/1.0\r\n", "Content-Length: ", "\r\n\r\n", "WARC-Type: response\r\n",
        "HTTP/1.1 200\r\n",
        "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n", "\u{1F}\u{8B}", "0\r\n",
        "ffffffffffffffff\r\n", "-1",
      ]
    case .html: ["<link rel=alternate ", "type=application/rss+xml", "href=", "<a ", "<base href="]
    case .address: ["@", ":", "//", "[", "]", "%", "\\", ".", "0x", "xn--", "\t", "?", "#", "::1"]
    case .selector: [" ", ">", ".", "#", "[", "]", "=", "\"", ",", "*", "~=", "^=", "a"]
    }
  }

  private func archive(_ input: [UInt8]) {
    var reader = WARCReader(MemoryBytes(input), blockLimit: 1 << 20)
    while let record = try? reader.next() { _ = record.page(limit: 1 << 20) }
  }

  private func caseLine(_ input: [UInt8]) -> [UInt8] {
    Array("{\"id\":\"x\",\"data_b64\":\"".utf8) + Base64Text.encode(input) + Array("\"}".utf8)
  }
}
