import Press

/// Articles that tell one thing after the other: live blogs, tickers, newsletters, podcasts.
enum Ticker {
  /// A part of such an article that tells one thing.
  struct Block {
    /// Its first and last paragraph, by their anchors.
    var anchors: ClosedRange<Int>
    /// UTF-8 bytes of the heading, empty where it has none, and of the text.
    var heading: Range<Int>
    var text: Range<Int>
  }

  /// Whether an article is such a one.
  static func tellsMany(_ arrival: Arrival) -> Bool {
    if arrival.kind == .liveBlog { return true }
    var reader = WordReader()
    var isMany = false
    // "Die Lage am Morgen": how far of it has been read.
    var lage = 0
    reader.read(Array(arrival.headline.utf8)) { word in
      switch (lage, word.hash) {
      case (_, Self.lage): lage = 1
      case (1, Self.at): lage = 2
      case (2, _) where Self.times.contains(word.hash): isMany = true
      default: lage = 0
      }
      if names.contains(word.hash) { isMany = true }
      return !isMany
    }
    return isMany
  }

  /// Whether an article's headline or address says that it goes on from event to event under one address:
  /// `Live: …`, `/transferticker/…`, `…-liveticker.html`.
  static func isLive(_ arrival: Arrival) -> Bool {
    if arrival.headline.utf8.prefix(4).map({ $0 | 0x20 }) == live { return true }
    let address = (arrival.canonicalURL ?? arrival.url ?? "").utf8.map { $0 | 0x20 }
    return address.split { $0 &- 97 >= 26 }.contains { word in
      word.elementsEqual(live) || endings.contains { word.suffix($0.count).elementsEqual($0) }
    }
  }

  /// Where the lead of a text ends.
  static func leadEnd(of text: ArticleText) -> Int {
    guard let first = text.paragraphs.first, !first.isHeading else { return 0 }
    return first.range.upperBound
  }

  /// The blocks of a text behind its lead, which is the standfirst or else the first paragraph: what
  /// stands under a heading, or a paragraph alone where there are no headings.
  static func blocks(of text: ArticleText) -> [Block] {
    var found: [Block] = []
    let hasHeadings = text.paragraphs.contains(where: \.isHeading)
    let lead = text.paragraphs.first.flatMap { $0.isHeading ? nil : $0.anchor }
    for paragraph in text.paragraphs where paragraph.anchor != lead {
      let anchors = paragraph.anchor...paragraph.anchor
      if paragraph.isHeading {
        let end = paragraph.range.upperBound
        found.append(Block(anchors: anchors, heading: paragraph.range, text: end..<end))
      } else if hasHeadings, let last = found.last {
        found[found.count - 1].anchors = last.anchors.lowerBound...paragraph.anchor
        let start = last.text.isEmpty ? paragraph.range.lowerBound : last.text.lowerBound
        found[found.count - 1].text = start..<paragraph.range.upperBound
      } else {
        let start = paragraph.range.lowerBound
        found.append(Block(anchors: anchors, heading: start..<start, text: paragraph.range))
      }
    }
    return Array(found.filter { $0.heading.count + $0.text.count >= shortest }.prefix(most))
  }

  /// Bytes of a block that says something.
  private static let shortest = 60
  private static let most = 80

  private static let live = Array("live".utf8)
  private static let endings = ["ticker", "blog"].map { Array($0.utf8) }
  private static let lage = WordReader.hash("Lage")
  private static let at = WordReader.hash("am")
  private static let times = WordSet("Morgen Mittag Abend")

  private static let names = WordSet(
    """
    Ticker Liveticker Newsticker Liveblog Newsblog Newsletter Briefing Überblick Nachrichtenpodcast
    Podcast Presseschau Pressestimmen
    """)
}
