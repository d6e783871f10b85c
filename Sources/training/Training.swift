import Foundation

/// `training rarity|sections`: makes the tables of weights in `Sources/Stories/Weights` from headlines.
///
/// The table goes to standard output as lines of letters, what is said to people to standard error.
/// What the weights are and what they gain is told in `Documentation/Technotes/Training.md`.
@main struct Training {
  static let usage = """
    usage: training rarity HEADLINES.jsonl…
           training sections HEADLINES.jsonl… [--check LABELLED.jsonl] [--leave-out 0…3] \
    [--without OUTLET] [--words FOLDER] [--word 8] [--teaser 4] [--epochs 12] \
    [--cost 0.4] [--least 1] [--evenness 0.5]

    Rows: {"id","title","text","outlet","section","set"}; unknown keys are ignored.

    \(NameTraining.usage)
    """

  static func main() {
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      if let table = try NameTraining.run(arguments) {
        print(table, terminator: "")
        return
      }
      let order = try Order(arguments)
      switch order.task {
      case .rarity: try countRarity(order)
      case .sections: try trainSections(order)
      }
    } catch let error as TrainingError {
      say("training: \(error)")
      exit(2)
    } catch {
      say("training: \(error)")
      exit(1)
    }
  }

  private static func countRarity(_ order: Order) throws {
    let headlines = try order.paths.flatMap(Headline.all(in:))
    var count = RarityCount()
    for headline in headlines { count.add(headline.title) }
    say("\(headlines.count) headlines, \(count.known) words counted")
    print(count.table, terminator: "")
  }

  private static func trainSections(_ order: Order) throws {
    let headlines = try order.paths.flatMap(Headline.all(in:))
    let words = try order.words.map(SectionWords.lessons(in:)) ?? []
    let lessons =
      headlines.filter { !order.keepsBack($0) }.compactMap {
        Lesson($0, teaser: order.teaser)
      } + words.map { $0.counting(order.word) }
    guard !lessons.isEmpty else { throw TrainingError.nothingToLearn(order.paths) }
    var trainer = SectionTrainer()
    trainer.learn(lessons, tuning: order.tuning)
    let weights = trainer.rounded()
    say("\(lessons.count) headlines, one step stands for \(weights.step)")
    for (set, tally) in weights.tallies(over: headlines.filter(order.keepsBack)) {
      say("kept back, \(set): \(tally.right) of \(tally.all) right (\(tally.share))")
    }
    for path in order.checks {
      for (set, tally) in weights.tallies(over: try Headline.all(in: path)) {
        say("\(path) \(set): \(tally.right) of \(tally.all) right (\(tally.share))")
      }
    }
    print(weights.table, terminator: "")
  }

  private static func say(_ words: String) {
    FileHandle.standardError.write(Data((words + "\n").utf8))
  }
}
