import Foundation
import Languages

/// `training names|tendencies`: makes the two tables of `Sources/Languages/German` that the name
/// model reads. What they are and what they gain is told in `Documentation/Technotes/Names.md`.
enum NameTraining {
  static let usage = """
    usage: training names LABELLED.jsonl… [--words HEADLINES.jsonl]… [--folds N] [--epochs 12] [--drop 0.4] \
           [--missed 1] [--turns 3]
           training tendencies HEADLINES.jsonl…

    names: rows {"id","text","ents":[{"b","e","type","sub","level"}]}; with --folds nothing is \
    written, but each N-th is told from the rest.
    """

  /// Runs a task; nil where it is none of ours.
  static func run(_ arguments: [String]) throws -> String? {
    guard let task = arguments.first, task == "names" || task == "tendencies" else { return nil }
    var paths: [String] = []
    var words: [String] = []
    var options: [String: Double] = [:]
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--") else {
        paths.append(argument)
        continue
      }
      guard let next = rest.popFirst() else { throw TrainingError.unclear }
      if argument == "--words" {
        words.append(next)
        continue
      }
      guard let value = Double(next), value >= 0 else { throw TrainingError.unclear }
      options[argument] = value
    }
    guard !paths.isEmpty else { throw TrainingError.unclear }
    return task == "names" ? try names(paths, words, options) : try tendencies(paths)
  }

  private static func tendencies(_ paths: [String]) throws -> String {
    var count = TendencyCount()
    for headline in try paths.flatMap(Headline.all(in:)) {
      count.add(headline.title)
      if let text = headline.text { count.add(text) }
    }
    return count.letters
  }

  private static func names(
    _ paths: [String], _ words: [String], _ options: [String: Double]
  ) throws -> String {
    let lessons = try paths.flatMap(LabelledSentence.all(in:))
    guard !lessons.isEmpty else { throw TrainingError.nothingToLearn(paths) }
    var tuning = NameTrainer.Tuning()
    tuning.epochs = options["--epochs"].map { Int($0) } ?? tuning.epochs
    tuning.dropped = options["--drop"] ?? tuning.dropped
    tuning.missed = options["--missed"].map { Float($0) } ?? tuning.missed
    tuning.turns = options["--turns"].map { Int($0) } ?? tuning.turns
    let vectors = words.isEmpty ? nil : WordVectors(try words.flatMap(Headline.all(in:)))
    if let folds = options["--folds"] {
      say(
        NameCheck.crossValidated(
          lessons, folds: Int(folds), tuning: tuning, vectors: vectors))
      return ""
    }
    return NameTrainer.learning(lessons, tuning: tuning, vectors: vectors).letters
  }

  static func say(_ words: String) {
    FileHandle.standardError.write(Data((words + "\n").utf8))
  }
}
