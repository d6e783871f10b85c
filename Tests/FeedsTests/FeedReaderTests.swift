import Press
import Testing

@testable import Feeds

@Suite struct FeedReaderTests {
  private func read(_ text: String, url: String? = nil) throws -> Feed {
    try FeedReader.read(Array(text.utf8), contentType: nil, url: url)
  }

  @Test func anIdentifierIsAnAddressOnlyWhereItLooksLikeOne() throws {
    let feed = try read(
      """
      <rss><channel><item><title>a</title><guid>1767571200-4</guid></item>
      <item><title>b</title><guid>/b</guid></item>
      <item><title>c</title><guid>https://bote.example/c</guid></item>
      <item><title>d</title><guid isPermaLink="false">https://bote.example/d</guid></item>
      </channel></rss>
      """, url: "https://bote.example/feed.xml")
    #expect(
      feed.entries.map(\.url) == [nil, "https://bote.example/b", "https://bote.example/c", nil])
  }

  @Test func rss20IsRead() throws {
    let feed = try read(
      """
      <?xml version="1.0"?>
      <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:content="http://purl.org/rss/1.0/modules/content/"
        xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
      <channel>
        <title>Lonnetaler Bote</title><link>https://bote.example/</link><language>de-DE</language>
        <description>Nachrichten &amp; mehr</description><ttl>30</ttl>
        <atom:link rel="self" href="https://bote.example/feed.xml"/>
        <atom:link rel="hub" href="https://hub.example/"/>
        <image><url>https://bote.example/i.png</url><title>Bild</title></image>
        <item>
          <title>Rat beschließt &amp;bdquo;Brücke&amp;ldquo;</title>
          <link>https://bote.example/bruecke</link>
          <guid isPermaLink="false">b-1</guid>
          <description><![CDATA[<p>Der Rat hat <b>gestern</b> entschieden.</p>]]></description>
          <content:encoded><![CDATA[<p>Der Rat hat entschieden. Lang.</p>]]></content:encoded>
          <dc:creator>Anna Amsel</dc:creator><dc:creator>Bernd Bach</dc:creator>
          <pubDate>Sat, 21 Nov 2026 06:40:00 +0100</pubDate>
          <category>Politik</category><category>Lonnetal</category>
          <enclosure url="https://bote.example/a.mp3" type="audio/mpeg" length="123"/>
          <media:content url="https://bote.example/b.jpg" medium="image"/>
        </item>
      </channel></rss>
      """)
    #expect(feed.title == "Lonnetaler Bote")
    #expect(feed.subtitle == "Nachrichten & mehr")
    #expect(feed.home == "https://bote.example/")
    #expect(feed.language == .german)
    #expect(feed.hub == "https://hub.example/")
    #expect(feed.selfURL == "https://bote.example/feed.xml")
    #expect(feed.icon == "https://bote.example/i.png")
    #expect(feed.ttl == 30)
    #expect(feed.version == "rss20")
    #expect(feed.problems.isEmpty)
    let entry = try #require(feed.entries.first)
    #expect(entry.title == "Rat beschließt „Brücke“")
    #expect(entry.id == "b-1")
    #expect(entry.url == "https://bote.example/bruecke")
    #expect(entry.summary == "Der Rat hat gestern entschieden.")
    #expect(entry.contentHTML == "<p>Der Rat hat entschieden. Lang.</p>")
    #expect(entry.authors == ["Anna Amsel", "Bernd Bach"])
    #expect(entry.published?.iso8601 == "2026-11-21T05:40:00Z")
    #expect(entry.categories == ["Politik", "Lonnetal"])
    #expect(entry.enclosures.map(\.type) == ["audio/mpeg", "image/*"])
    #expect(entry.enclosures.first?.length == 123)
  }

  @Test func atom10IsRead() throws {
    let feed = try read(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://post.example/en/">
        <title type="html">The &amp;lt;Post&amp;gt;</title><link href="./"/>
        <entry>
          <id>tag:post.example,2026:1</id><title>Bridge &amp; road</title>
          <link rel="alternate" href="bridge"/><link rel="enclosure" href="b.mp3" type="audio/mpeg"/>
          <author><name>Ann Ash</name><email>ann@post.example</email></author>
          <published>2026-11-21T06:40:00.5+01:00</published><updated>2026-11-21T08:00:00Z</updated>
          <category term="pol" label="Politics"/>
          <summary>In short</summary>
          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Long<br/></p></div></content>
        </entry>
      </feed>
      """)
    #expect(feed.title == "The <Post>")
    #expect(feed.home == "https://post.example/en/")
    #expect(feed.language == .english)
    let entry = try #require(feed.entries.first)
    #expect(entry.url == "https://post.example/en/bridge")
    #expect(entry.title == "Bridge & road")
    #expect(entry.authors == ["Ann Ash"])
    #expect(entry.published?.iso8601 == "2026-11-21T05:40:00Z")
    #expect(entry.updated?.iso8601 == "2026-11-21T08:00:00Z")
    #expect(entry.categories == ["Politics"])
    #expect(entry.summary == "In short")
    #expect(entry.contentHTML == "<div><p>Long<br /></p></div>")
    #expect(entry.enclosures.first?.url == "https://post.example/en/b.mp3")
    #expect(feed.version == "atom10")
  }

  @Test func rdfIsRead() throws {
    let feed = try read(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://bote.example/"><title>Bote</title>
        <items><rdf:Seq><rdf:li rdf:resource="https://bote.example/1"/></rdf:Seq></items></channel>
      <image><url>https://bote.example/i.png</url></image>
      <item rdf:about="https://bote.example/1"><title>Eins</title><link>https://bote.example/1</link>
        <dc:date>2026-11-21</dc:date><dc:subject>Stadt</dc:subject></item>
      </rdf:RDF>
      """)
    #expect(feed.version == "rss10")
    #expect(feed.icon == "https://bote.example/i.png")
    let entry = try #require(feed.entries.first)
    #expect(feed.entries.count == 1)
    #expect(entry.id == "https://bote.example/1")
    #expect(entry.published?.precision == .day)
    #expect(entry.categories == ["Stadt"])
  }

  @Test func cdfIsRead() throws {
    let feed = try read(
      """
      <CHANNEL HREF="https://bote.example/" LASTMOD="2026-11-21T05:00+0000"><TITLE>Bote</TITLE>
      <ITEM HREF="https://bote.example/1" LASTMOD="2026-11-20"><TITLE>Eins</TITLE>
      <ABSTRACT>Kurz</ABSTRACT></ITEM></CHANNEL>
      """)
    #expect(feed.version == "cdf")
    #expect(feed.entries.first?.url == "https://bote.example/1")
    #expect(feed.entries.first?.summary == "Kurz")
  }

  @Test func damagedFeedsKeepTheirEntries() throws {
    let item = "<item><title>Eins</title><link>https://bote.example/1</link></item>"
    for source in [
      "<rss><channel><title>B</title>\(item)<item><title>Zwei & drei</title>",
      "<rss version=2.0><channel><title>B</title><item><title>Eins</title><item><title>Zwei</title></item></channel></rss>",
      "\n\n <?xml version='1.0'?><rss><channel><title>B</title>\(item)\(item)</channel>",
      "Warning: Cannot modify header<br><rss><channel><title>B</title>\(item)\(item)</channel></rss>",
      "<rss><channel><title>B</title>\(item)<item><description><p>a<br>b</description></item></channel></rss>",
      "<rss:rss><rss:channel><rss:title>B</rss:title><rss:item><rss:title>1</rss:title></rss:item>\(item)</rss:channel></rss:rss>",
    ] {
      let feed = try read(source)
      #expect(feed.entries.count == 2, "\(source)")
      #expect(feed.title == "B", "\(source)")
      #expect(!feed.problems.isEmpty || source.hasPrefix("\n"), "\(source)")
    }
  }

  @Test(arguments: [
    ("", "empty"), ("<!doctype html><html><head><title>x</title></head></html>", "a web page"),
    ("<opml version='2.0'><body/></opml>", "a list of feeds (OPML)"),
    ("<urlset><url/></urlset>", "a sitemap"), ("just text", "text without any element"),
    ("{\"a\":1}", "JSON without the list \"items\""), ("{\"a\":", "broken JSON"),
    ("<svg/>", "XML with the root element <svg>"),
  ])
  func whatIsNoFeedIsNamed(source: String, what: String) {
    #expect(throws: FeedError.notAFeed(what)) { try read(source) }
  }

  @Test func titlesAreFreeOfMarkupControlsAndBidi() throws {
    let feed = try read(
      "<rss><channel><item><title>a &lt;b&gt;fett&lt;/b&gt;\u{202E}txt\u{200B} &amp;amp; 1 &lt; 2\n\t x&lt;script&gt;alert(1)&lt;/script&gt;</title></item></channel></rss>"
    )
    #expect(feed.entries.first?.title == "a fetttxt & 1 < 2 x")
  }

  @Test func scriptAddressesAreNoAddresses() throws {
    let feed = try read(
      "<rss><channel><link>javascript:alert(1)</link><item><title>x</title><link>javascript:alert(1)</link><guid>data:text/html,x</guid><enclosure url='vbscript:x'/></item></channel></rss>"
    )
    #expect(feed.home == nil)
    #expect(feed.entries.first?.url == nil)
    #expect(feed.entries.first?.enclosures.isEmpty == true)
  }

  @Test func aBillionLaughsInAFeedStayBounded() throws {
    var source = "<!DOCTYPE rss [<!ENTITY a 'ha'>"
    for (index, name) in "bcdefghij".enumerated() {
      let before = Array("abcdefghij")[index]
      source += "<!ENTITY \(name) '" + String(repeating: "&\(before);", count: 10) + "'>"
    }
    let feed = try read(source + "]><rss><channel><item><title>&j;</title></item></channel></rss>")
    #expect((feed.entries.first?.title.utf8.count ?? 0) < 2_500_000)
  }

  @Test func entriesWithinTextsAreNotTheFeedsOwn() throws {
    let feed = try read(
      "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>1</title><content type='application/xml'><feed><entry><title>x</title></entry></feed></content></entry></feed>"
    )
    #expect(feed.entries.map(\.title) == ["1"])
  }

  @Test func floodsOfEntriesAndDepthStayBounded() throws {
    let flood = try read(
      "<rss><channel>" + String(repeating: "<item>a</item>", count: 30_000) + "</channel></rss>")
    #expect(flood.entries.count == FeedDocument.entryLimit)
    let nested = try read(
      "<rss><channel>" + String(repeating: "<item><title>a", count: 20_000) + "</channel></rss>")
    #expect(nested.entries.reduce(0) { $0 + $1.title.utf8.count } < 200_000)
  }
}
