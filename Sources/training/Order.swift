/// What the command line asks for.
struct Order {
  enum Task: String {
    case rarity, sections
  }

  let task: Task
  private(set) var paths: [String] = []
  /// Labelled headlines to try the weights on; they are never learnt from.
  private(set) var checks: [String] = []
  /// The part of the rows outside of the archive that is kept from learning and tried.
  private(set) var leftOut: Int?
  /// An outlet whose rows are kept from learning and tried.
  private(set) var without: String?
  /// The folder of our own words of each section.
  private(set) var words: String?
  /// How much such a word counts.
  private(set) var word: Float = 8
  /// How much a headline with a teaser counts.
  private(set) var teaser: Float = 4
  private(set) var tuning = SectionTrainer.Tuning()

  init(_ arguments: [String]) throws(TrainingError) {
    guard let task = arguments.first.flatMap(Task.init) else { throw .unclear }
    self.task = task
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--") else {
        paths.append(argument)
        continue
      }
      guard task == .sections, let value = rest.popFirst() else { throw .unclear }
      try set(argument, to: value)
    }
    if paths.isEmpty { throw .unclear }
  }

  private mutating func set(_ option: String, to value: String) throws(TrainingError) {
    switch option {
    case "--check": checks.append(value)
    case "--epochs": tuning.epochs = try Self.number(value)
    case "--cost": tuning.cost = try Self.number(value)
    case "--evenness": tuning.evenness = try Self.number(value)
    case "--least": tuning.least = try Self.number(value)
    case "--words": words = value
    case "--word": word = try Self.number(value)
    case "--teaser": teaser = try Self.number(value)
    case "--leave-out": leftOut = try Self.number(value)
    case "--without": without = value
    default: throw .unclear
    }
  }

  /// Whether a headline is kept from learning, to try the weights on.
  func keepsBack(_ headline: Headline) -> Bool {
    if let leftOut, headline.set != Headline.archive, headline.part == leftOut { return true }
    return without != nil && headline.outlet == without
  }

  private static func number<Number: LosslessStringConvertible & Comparable & Numeric>(
    _ text: String
  ) throws(TrainingError) -> Number {
    guard let number = Number(text), number >= 0 else { throw .noNumber(text) }
    return number
  }
}

/// What keeps the trainer from its work.
enum TrainingError: Error, Equatable, CustomStringConvertible {
  case unclear
  case noNumber(String)
  case unreadable(String)
  case noHeadline(path: String, line: Int)
  case nothingToLearn([String])

  var description: String {
    switch self {
    case .unclear: Training.usage
    case .noNumber(let text): "\(text) is no number from 0 up."
    case .unreadable(let path): "\(path): the file cannot be read. Unpack it and check the path."
    case .noHeadline(let path, let line):
      "\(path), line \(line): no JSON object with a title. Take the line out."
    case .nothingToLearn(let paths):
      "\(paths.joined(separator: ", ")): no row carries a section the model knows."
    }
  }
}
