package import Hypertext
package import Press

/// A source and how it fares.
package struct SourceRow: Sendable, Hashable {
  package enum Health: Sendable, Hashable {
    /// Not asked yet.
    case new
    case fine
    /// Answers, but has had nothing new since then (seconds since 1970).
    case quiet(since: Int64)
    /// What went wrong, in words for people, and since when.
    case failing(reason: String, since: Int64?)
    case paused
  }

  package var source: Source
  package var outlet: Outlet
  package var health: Health
  package var articleCount: Int
  /// When it was last asked, seconds since 1970.
  package var lastFetched: Int64?

  package init(
    source: Source, outlet: Outlet, health: Health, articleCount: Int = 0,
    lastFetched: Int64? = nil
  ) {
    self.source = source
    self.outlet = outlet
    self.health = health
    self.articleCount = articleCount
    self.lastFetched = lastFetched
  }
}

/// A list of sources to begin with.
package struct StarterPack: Sendable, Hashable {
  /// The value sent as `pack`.
  package var name: String
  package var title: String
  package var summary: String
  package var sourceCount: Int

  package init(name: String, title: String, summary: String = "", sourceCount: Int) {
    self.name = name
    self.title = title
    self.summary = summary
    self.sourceCount = sourceCount
  }
}

/// What happened to the last form that was sent.
package enum FormNotice: Sendable, Hashable {
  case added(count: Int)
  case removed
  /// What went wrong and what to do, in words for people.
  case failed(String)
}

/// All sources with their health, and the forms that change the list.
///
/// Every form POSTs to `/sources` with `csrf` and `action`, which is `add` (`url`), `opml` (a file
/// `file`, multipart), `pack` (`pack`) or `remove` (`url`).
package struct SourcesPage: Sendable {
  package var edition: Edition
  package var rows: [SourceRow]
  package var packs: [StarterPack]
  /// The session's token; without one the page has no forms.
  package var csrf: String?
  package var notice: FormNotice?

  package init(
    edition: Edition, rows: [SourceRow], packs: [StarterPack] = [], csrf: String? = nil,
    notice: FormNotice? = nil
  ) {
    self.edition = edition
    self.rows = rows
    self.packs = packs
    self.csrf = csrf
    self.notice = notice
  }

  package var html: HTML { edition.page(place: .sources, head: PageHead(title: ""), main: "") }
}

/// The front of an empty library: asks for an OPML file, an address or a starter pack.
package struct WelcomePage: Sendable {
  package var edition: Edition
  package var packs: [StarterPack]
  /// See `SourcesPage`.
  package var csrf: String?
  package var notice: FormNotice?
  /// Sources that are already being read, so that the first articles are on their way.
  package var pendingSources: Int

  package init(
    edition: Edition, packs: [StarterPack] = [], csrf: String? = nil, notice: FormNotice? = nil,
    pendingSources: Int = 0
  ) {
    self.edition = edition
    self.packs = packs
    self.csrf = csrf
    self.notice = notice
    self.pendingSources = pendingSources
  }

  package var html: HTML { edition.page(place: .front, head: PageHead(title: ""), main: "") }
}
