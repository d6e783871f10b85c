/// How alike, how near and how many: the limits of the story desk, found on development data.
enum Bars {
  /// Likeness from which on an article is a neighbour.
  static let neighbour: Float = 0.037
  /// Mean likeness to a story's members from which on an article joins it, and for stories of four
  /// and more, where a mean says more.
  static let join: Float = 0.215
  static let joinLarge: Float = 0.152
  /// What an article needs less where no other story is nearly as like, `rival` parts of the best,
  /// and more within a saga of so many articles, whose stories share most of their words.
  static let clear: Float = 0.02
  static let rival: Float = 0.4
  static let crowd: Float = 0.03
  static let crowdFrom = 30
  /// The same for an article that is like one story of such a saga and not like the saga.
  static let stranger: Float = 0.1
  /// Mean likeness from which on two stories are one.
  static let merge: Float = 0.232
  /// How much nearer a neighbour must be to another story to move there.
  static let move: Float = 0.137
  /// What a likeness loses over the longest pause, and what is left of it where a date is missing;
  /// an outlet seldom tells one event twice when no date says that it does.
  static let fade: Float = 1.37
  static let undated: Float = 0.75
  static let undatedOwn: Float = 0.8

  /// What is left of a likeness where an article says not even its year: its text names a day of
  /// the other's, or the same months, or nothing that speaks for it or against it.
  static let sameDay: Float = 1
  static let sameMonths: Float = 0.9
  static let undatedOpen: Float = 0.4

  /// The same for sagas.
  static let sagaNeighbour: Float = 0.095
  static let sagaGate: Float = 0.125
  static let sagaJoin: Float = 0.145
  static let sagaMerge: Float = 0.136
  static let sagaAsked = 20
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
  /// Likeness of headline and teaser from which on one is a copy of the other.
  static let sameHeadline: Float = 0.86
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
