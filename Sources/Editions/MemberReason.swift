import Stories

/// Why an article is in its story, read from the story desk's terms (`Story.Member.because`).
enum MemberReason: Equatable {
  /// The story began with it.
  case first
  /// It is as good as the same text as another: how much so, from 0 to 1.
  case copy(Double)
  /// It is an earlier article under a new headline or address.
  case version
  /// It is like so many articles of the story: how like the nearest, from 0 to 1.
  case like(Double, near: Int)
  /// The operator laid it here, or keeps it here.
  case byHand

  /// Nil for terms that are not known, as those of an older desk.
  init?(_ because: String) {
    var values: [Substring: Substring] = [:]
    for term in because.split(separator: " ") {
      let parts = term.split(separator: "=", maxSplits: 1)
      values[parts[0]] = parts.count > 1 ? parts[1] : ""
    }
    if because == StoryRuling.because {
      self = .byHand
    } else if because == "version" {
      self = .version
    } else if values["first"] != nil {
      self = .first
    } else if let share = values["copy"].flatMap({ Double("0\($0)") }) {
      self = .copy(min(share, 1))
    } else if let likeness = values["cosine"].flatMap({ Double("0\($0)") }),
      let near = values["near"].flatMap({ Int($0) })
    {
      self = .like(min(likeness, 1), near: near)
    } else {
      return nil
    }
  }

  func words(_ words: StoryWords) -> String {
    switch self {
    case .first: words.began
    case .copy(let share): words.sameText(Int((share * 100).rounded()))
    case .version: words.isVersion
    case .like(let likeness, let near): words.isLike(near, Int((likeness * 100).rounded()))
    case .byHand: words.byHand
    }
  }
}
