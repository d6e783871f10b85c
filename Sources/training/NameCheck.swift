import Foundation
import Languages

/// How many labelled names a model finds in sentences it has not learnt from.
struct NameCheck {
  private var right: [Int: Int] = [:]
  private var found: [Int: Int] = [:]
  private var labelled: [Int: Int] = [:]
  private static let all = -1

  /// Each of N parts told by a model learnt from the others.
  static func crossValidated(
    _ sentences: [LabelledSentence], folds: Int, tuning: NameTrainer.Tuning,
    vectors: WordVectors?
  ) -> String {
    let folds = max(2, folds)
    var order = Array(sentences.indices)
    var dice = Dice(seed: 7)
    order.shuffle(using: &dice)
    var check = NameCheck()
    for fold in 0..<folds {
      let parts = order.enumerated()
      let learnt = parts.filter { $0.offset % folds != fold }.map { sentences[$0.element] }
      let trainer = NameTrainer.learning(learnt, tuning: tuning, vectors: vectors)
      for part in parts where part.offset % folds == fold {
        check.add(sentences[part.element], trainer)
      }
    }
    return check.report
  }

  private mutating func add(_ sentence: LabelledSentence, _ trainer: NameTrainer) {
    let lesson = sentence.lesson
    let all = trainer.scores(trainer.example(lesson))
    let spans = trainer.decoder.names(
      lesson.words, lesson.sentence, hints: lesson.hints, tendencies: .german
    ) { index, _ in
      let scores = all[index - lesson.sentence.lowerBound]
      var gains = SIMD8<Float>(repeating: 0)
      for label in 1..<NameModel.labels { gains[label - 1] = scores[label] - scores[0] }
      return gains
    }
    let names = Set(sentence.names.compactMap { $0 })
    for name in sentence.names {
      for kind in [Self.all, name?.kind].compactMap({ $0 }) { labelled[kind, default: 0] += 1 }
    }
    for span in spans {
      let isRight = names.contains(.init(tokens: span.tokens, kind: span.kind))
      for kind in [Self.all, span.kind] {
        found[kind, default: 0] += 1
        if isRight { right[kind, default: 0] += 1 }
      }
    }
  }

  private var report: String {
    ([Self.all] + NameModel.kinds.indices).map { kind in
      let right = Double(right[kind] ?? 0)
      let found = Double(found[kind] ?? 0)
      let labelled = Double(labelled[kind] ?? 0)
      let name = kind == Self.all ? "ALL" : NameModel.kinds[kind].rawValue
      let numbers = [
        right / max(1, found), right / max(1, labelled), 2 * right / max(1, found + labelled),
      ]
      return name + numbers.map { " \((1000 * $0).rounded() / 10)" }.joined()
    }.joined(separator: "\n")
  }
}
