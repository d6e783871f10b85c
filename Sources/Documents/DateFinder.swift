import Press

/// Finds when an article was published and updated: structured data first, then meta elements,
/// `time` elements, the address, and lines near the headline.
struct DateFinder {
  let page: Page
  let signals: PageSignals
  let data: StructuredData
  let url: String?

  func published() -> StatedDate? {
    if let found = data.published.flatMap({ read($0) }) { return found }
    for key in Self.publishedKeys {
      for value in signals.all(key) {
        if let found = read(value) { return found }
      }
    }
    if let found = signals.times.first(where: \.isPublished).flatMap({ read($0.value) }) {
      return found
    }
    if let found = nearbyTime() { return found }
    if let day = url.flatMap({ DateReader.date(inAddress: $0) }) { return whole(day) }
    return lineDate() ?? farDate()
  }

  func updated() -> StatedDate? {
    if let found = data.modified.flatMap({ read($0) }) { return found }
    for key in Self.updatedKeys {
      if let found = signals.meta(key).flatMap({ read($0) }) { return found }
    }
    return signals.times.first(where: \.isUpdated).flatMap { read($0.value) }
  }

  private static let publishedKeys: [StaticString] = [
    "article:published_time", "datepublished", "date", "og:published_time", "dc.date.issued",
    "dc.date", "dcterms.created", "dcterms.date", "dcterms.issued", "pubdate", "publishdate",
    "publish-date", "publish_date", "sailthru.date", "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "article.published", "published-date", "date_published", "rnews:datepublished",
    "article:post_date", "dc.date.created", "created", "last-modified", "og:article:published_time",
    "originalpublicationdate", "bt:pubdate", "article_date_original", "datecreated",
    "article:modified_time", "og:updated_time",
  ]

  private static let updatedKeys: [StaticString] = [
    "article:modified_time", "og:updated_time", "last-modified", "datemodified",
  ]

  private func read(_ text: String) -> StatedDate? {
    let found = DateReader.date(text, dayFirst: isDayFirst)
    return isCentralEuropean ? found?.inCentralEurope : found
  }

  /// Whether the outlet's address belongs to a country on central European time.
  private var isCentralEuropean: Bool {
    guard let host = url.flatMap({ WebAddress($0) })?.outlet.utf8,
      let last = host.split(separator: UInt8(ascii: ".")).last
    else { return false }
    return Self.centralEuropean.contains(String(Substring(last)))
  }

  private static let centralEuropean: Set<String> = [
    "de", "at", "ch", "li", "lu", "it", "fr", "es", "nl", "be", "pl", "cz", "dk", "se", "no",
  ]

  private var isDayFirst: Bool {
    !(signals.language?.lowercased().hasPrefix("en") ?? false)
      || signals.language?.lowercased() == "en-gb"
  }

  private func whole(_ day: CivilDay) -> StatedDate? {
    PressDate(year: day.year, month: day.month, day: day.day).map { StatedDate(date: $0, day: day) }
  }

  /// The `time` element nearest to the headline, above or a little below it.
  private func nearbyTime() -> StatedDate? {
    let place = page.headline ?? page.span.lowerBound
    var best: (distance: Int, value: String)?
    for time in signals.times where !time.isUpdated {
      let distance = abs(time.piece - place)
      if distance < best?.distance ?? 60 { best = (distance, time.value) }
    }
    return best.flatMap { read($0.value) }
  }

  /// A short line with a date near the headline.
  private func lineDate() -> StatedDate? {
    let place = page.headline ?? page.span.lowerBound
    var best: (distance: Int, found: StatedDate)?
    for index in max(
      0, place - 25)..<max(
        max(0, place - 25), min(page.pieces.count, max(place + 60, page.span.upperBound + 5)))
    {
      let piece = page.pieces[index]
      guard piece.measure.digits >= 4, piece.measure.words <= 25 else { continue }
      let distance = abs(index - place)
      guard distance < best?.distance ?? Int.max,
        let found = DateReader.date(in: Array(page.words(piece)), dayFirst: isDayFirst)
      else { continue }
      best = (distance, found)
    }
    return best?.found
  }

  /// The first short line with a date anywhere above the footer, then one in the first paragraphs.
  private func farDate() -> StatedDate? {
    for piece in page.pieces where piece.measure.digits >= 4 && piece.measure.words <= 16 {
      guard piece.traits.isDisjoint(with: [.footer, .related, .comments, .legal, .consent]),
        let found = read(page.string(piece))
      else { continue }
      return found
    }
    for index in page.span.prefix(8) where page.pieces[index].measure.digits >= 4 {
      if let found = read(page.string(page.pieces[index])) { return found }
    }
    return nil
  }
}
