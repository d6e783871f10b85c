/// What a page calls itself outside its text: in JSON-LD, for networks, and in its title.
struct HeadlineClaims {
  /// As JSON-LD gives it.
  let structured: String?
  /// `og:title` and `title` without the site's name.
  let social: String?
  let title: String?
  /// All of them, the surest first, with what the caller knows of the page.
  let all: [String]
  /// As the page writes them, with the site's name.
  let raw: [String]
  /// The site's name.
  let site: String?

  init(signals: PageSignals, data: StructuredData, hint: String?) {
    let site = signals.meta("og:site_name", "application-name") ?? data.publisher
    let shared = signals.meta("og:title", "twitter:title").map {
      TextFold.folded(CharacterEntities.decoded($0))
    }
    self.site = site
    structured = data.headline
    social = shared.map { SiteName.stripped(from: $0, site: site) }
    title = signals.title.map { SiteName.stripped(from: $0, site: site) }
    all = [structured, social, title, hint].compactMap { $0 }.filter { !$0.isEmpty }
    raw = [structured, shared, signals.title].compactMap { $0 }.filter { !$0.isEmpty }
  }

  /// What JSON-LD and title agree on, where the heading on the page and `og:title` are lines of
  /// their own, each written for its place.
  func settled(against heading: String) -> String? {
    guard let structured, let title, let social else { return nil }
    let words = WordSet(structured)
    guard words.count >= 4, words == WordSet(title) else { return nil }
    let shared = WordSet(social)
    let shown = WordSet(heading)
    let isApart =
      shared != words && shown != words && shared != shown && !words.isSubset(of: shown)
      && !shown.isSubset(of: words)
    return isApart ? structured : nil
  }
}
