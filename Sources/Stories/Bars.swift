/// How alike, how near and how many: the limits of the story desk, found on development data.
enum Bars {
  /// Likeness from which on an article is a neighbour.
  static let neighbour: Float = 0.037
  /// Members from which on a story is large: a mean over them says more.
  static let largeFrom = 4
  /// Members from which on each of two stories is large when they might be one.
  static let bothLargeFrom = 9
  /// What an article needs more for a saga of so many articles that it is not like, while it is
  /// like one of its stories.
  static let stranger: Float = 0.096
  static let crowdFrom = 30
  /// How much nearer a neighbour must be to another story to move there.
  static let move: Float = 0.15
  /// How fast a likeness fades with the days between two reports, and how much faster where both
  /// are of a matter much is told of: there one event follows the other.
  static let fade: Float = 0.357
  static let crowdFade: Float = 1.65
  /// What a likeness loses there at once: all reports of such a matter share words.
  static let crowdLoss: Float = 0.075
  /// Likeness as parts of a saga from which on a report is of the same matter, and the number of
  /// such reports within three days that makes it half crowded.
  static let sameMatter: Float = 0.171
  static let halfCrowded: Float = 24
  /// What it gains between reports in two languages, of whose words only names, numbers and a few
  /// hundred others meet.
  static let translated: Float = 1.3
  /// What is left of a likeness where a date is missing; an outlet seldom tells one event twice
  /// when no date says that it does.
  static let undated: Float = 0.75
  static let undatedOwn: Float = 0.8

  /// What is left of a likeness where an article says not even its year: its text names a day of
  /// the other's, or the same months, or nothing that speaks for it or against it.
  static let sameDay: Float = 1
  static let sameMonths: Float = 0.9
  static let undatedOpen: Float = 0.4

  /// The same for sagas.
  static let sagaNeighbour: Float = 0.1
  static let sagaGate: Float = 0.125
  static let sagaJoin: Float = 0.135
  static let sagaMerge: Float = 0.105
  static let sagaAsked = 20
  /// The part of a saga's bar that must be reached without names of places and numbers: much happens
  /// in one town.
  static let beyondPlaces: Float = 0.5
  static let sagaFade: Float = 0.02

  /// Seconds after a story's last article in which it takes on others.
  static let pause: Int64 = 72 * 3600
  /// Seconds from a story's first to its last article.
  static let longest: Int64 = 7 * 86_400
  /// Seconds for which articles stay in the window.
  static let keep: Int64 = 10 * 86_400
  /// Articles that stay in any case, and that stay at most.
  static let fewest = 8_192
  static let most = 400_000
  /// Articles of a story that are asked when stories are compared.
  static let sample = 24
  /// Members of a story that may come of two.
  static let largest = 250
  /// Surety from which on the desk calls an article a copy; above `CopyJudge.bar`, for here an
  /// error hides an independent report.
  static let copy: Float = 0.56
  /// Content words from which on texts are compared as texts, not by headline.
  static let copyWords = 25
  /// How alike two versions of an article must be, faded by time, were its matter as crowded as can be;
  /// and what is enough on a live page and after days, as their words stand.
  static let version: Float = 1
  static let sameVersion: Float = 0.75
  /// Earlier versions that are asked, and articles that are looked through for them.
  static let versionsAsked = 8
  static let mostInChain = 64
  /// Likeness of headline and teaser from which on one is a copy of the other.
  static let sameHeadline: Float = 0.86
}

/// The limits for joining, which differ with what is known of the time: without a day likeness does
/// not fade, and much of it is taken off at once.
struct JoinBars {
  /// Mean likeness to a story's members from which on an article joins it, and the same for a large
  /// story.
  var join: Float
  var joinLarge: Float
  /// What an article needs less where no other story is nearly as like, `rival` parts of the best.
  var clear: Float
  var rival: Float
  /// Mean likeness from which on two stories are one, and the same for two large ones.
  var merge: Float
  var mergeLarge: Float

  static let dated = JoinBars(
    join: 0.255, joinLarge: 0.143, clear: 0.01, rival: 0.63, merge: 0.225, mergeLarge: 0.185)
  static let vague = JoinBars(
    join: 0.215, joinLarge: 0.152, clear: 0.02, rival: 0.4, merge: 0.232, mergeLarge: 0.232)

  /// Mean likeness from which on two stories of so many articles are one: where both are large the mean
  /// is over many pairs and hangs on no single article.
  func merge(of one: Int, and other: Int) -> Float {
    min(one, other) >= Bars.bothLargeFrom ? mergeLarge : merge
  }

  static func bars(isDated: Bool) -> JoinBars { isDated ? dated : vague }
}

/// What words weigh by where they stand, and how their rarity is reckoned.
enum WordWeight {
  // The headline's words weigh 1.
  static let standfirst: Float = 0.5
  static let lead: Float = 0.35
  static let body: Float = 0.26
  static let slug: Float = 0.7
  /// Added for every further time a word is met.
  static let again: Float = 0.3
  /// The parts of a compound, and the beginning of a long word.
  static let part: Float = 0.49
  static let head: Float = 0.5
  static let headLength = 6
  static let headFrom = 9

  /// Articles after which half of a recent count is left.
  static let recentLife: Float = 1_000
  static let base: Float = 2_000
  static let plus: Float = 1.5
  /// Articles the long-run table counts for.
  static let prior: Float = 2_000
  static let sagaPrior: Float = 60_000
  /// How far words the day is full of lose weight for events and gain it for sagas.
  static let burst: Float = 0.7
  static let sagaBurst: Float = 1.2
  /// What a level of the long-run table counts when compounds are taken apart.
  static let known: Float = 0.5
}
