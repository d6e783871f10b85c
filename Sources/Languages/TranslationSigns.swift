package import Press

/// The traces that machines leave in a German text they translated: each alone may stand in any
/// text, together they tell.
package struct TranslationSigns: Sendable, Equatable {
  /// What kind of trace, with the most that all of a kind may weigh.
  package enum Kind: Int, Sendable, CaseIterable {
    /// A sentence's first word inside another sentence: "noch sehr viel Zeit Keine Ahnung".
    case capital
    /// Quotation marks of two languages in one quotation, or closed twice.
    case marks
    /// A letter left over at the beginning of a quotation: „LDie Region“.
    case stray
    /// Small English words between German ones.
    case english
    /// Links of an English page: "See also".
    case furniture
    /// Verbs where no German sentence has them: "dass der Vertrag ist der Schlüssel".
    case order
    /// English ways to write numbers, dates and titles: "$5 Millionen", "in 2023".
    case format
    /// Remains of markup.
    case tags

    var most: Int {
      switch self {
      case .capital, .marks, .english, .order: 4
      case .stray, .furniture, .format: 3
      case .tags: 1
      }
    }
  }

  package private(set) var weights = Array(repeating: 0, count: Kind.allCases.count)

  /// The weight of a text from which it is taken for a translation, given two kinds of traces.
  private static let enough = 3
  /// Texts of any length hold a slip now and then: so many bytes allow for one.
  private static let bytesPerSlip = 3000

  /// The signs of a German text.
  package init(_ body: ArticleText) { self.init(MarkedWords(Words(body.utf8), language: .german)) }

  package init(_ words: MarkedWords) {
    var finder = TranslationSignFinder(words)
    finder.find()
    weights = finder.weights
    bytes = words.words.utf8.count
  }

  private let bytes: Int

  /// The weight of a kind, as far as it counts.
  package func weight(_ kind: Kind) -> Int { min(weights[kind.rawValue], kind.most) }

  /// Whether a machine probably translated the text.
  package var areEnough: Bool {
    let counted = Kind.allCases.map(weight).filter { $0 > 0 }
    return counted.count >= 2
      && counted.reduce(0, +) >= Self.enough + bytes / Self.bytesPerSlip
  }
}
