import Stories

/// A headline as the model sees it, with the section it belongs to.
struct Lesson {
  /// Of the headline and its teaser.
  let signs: SectionSigns
  /// The place of the section in `SectionModel.names`.
  let section: Int
  /// How much it counts.
  private(set) var weight: Float
  /// Who published it; nil for words of our own.
  let outlet: String?

  /// A headline with a teaser counts `teaser` times: it is what the desk is asked about. Nil for a
  /// headline whose section the model does not know.
  init?(_ headline: Headline, teaser: Float) {
    guard let section = SectionModel.names.firstIndex(of: headline.section ?? "") else {
      return nil
    }
    self.section = section
    outlet = headline.outlet ?? ""
    weight = headline.text ?? "" == "" ? 1 : teaser
    signs = SectionSigns("\(headline.title) \(headline.text ?? "")".utf8)
  }

  /// A word by which a section is known.
  init(word: String, section: Int) {
    signs = SectionSigns(word.utf8)
    self.section = section
    weight = 1
    outlet = nil
  }

  /// The same lesson, counting more or less.
  func counting(_ weight: Float) -> Lesson {
    var lesson = self
    lesson.weight = weight
    return lesson
  }
}

/// Numbers that look like chance and are the same in every run.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
