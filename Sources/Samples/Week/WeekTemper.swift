/// How a source of the simulated week behaves.
package enum WeekTemper: String, Sendable, CaseIterable {
  /// Well-kept sources of every form.
  case rss, atom, json, rdf, sitemap, page
  /// One validator only, or none: the same bytes come again and again.
  case etagOnly, dateOnly, noValidators
  /// The feed gives teasers; the text lies on the pages, some of which are edited an hour later.
  case teasers, edited
  /// Damaged in the ways of the wild.
  case brokenXML, latin1
  /// Asks to be left alone for two hours.
  case patient
  /// Moves for good on the second day; sends elsewhere for a while every day.
  case moving, detour
  /// Ends for good on the third day; is away for a day; fails now and then.
  case gone, away, faltering
  /// Answers 429 when asked more often than every half hour; 503 with two hours of rest each noon.
  case limited, resting
  /// Never answers; breaks off; answers with nothing; sends without end.
  case hanging, breaking, empty, endless
  /// robots.txt closes it, or asks for ten seconds between requests.
  case closed, slowRobots
  /// Its pages stand behind walls.
  case paywall, consent, blocking
  /// Brings a thousand new entries each time.
  case flooding
  /// Sends redirects in a circle, or into the inner network.
  case circling, luring

  /// Whether every article of it can be had as soon as it is out.
  package var isSteady: Bool {
    switch self {
    case .rss, .atom, .json, .rdf, .etagOnly, .dateOnly, .noValidators, .teasers, .edited,
      .brokenXML, .latin1, .moving, .detour, .slowRobots, .paywall, .sitemap:
      true
    default: false
    }
  }

  /// Whether it never gives anything.
  package var isDead: Bool {
    switch self {
    case .hanging, .breaking, .empty, .endless, .closed, .circling, .luring: true
    default: false
    }
  }

  /// Whether it honours conditional requests.
  package var hasValidators: Bool {
    switch self {
    case .noValidators, .page, .flooding: false
    default: !isDead
    }
  }

  var hasPages: Bool {
    switch self {
    case .teasers, .edited, .sitemap, .page, .paywall, .consent, .blocking: true
    default: false
    }
  }
}
