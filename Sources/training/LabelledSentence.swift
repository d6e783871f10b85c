import Foundation
import Languages

/// A sentence whose outermost names are labelled.
struct LabelledSentence {
  let lesson: NameLesson
  /// For each of its tokens, see `NameModel.labels`.
  let labels: [Int]
  /// The names as tokens; nil where tokens do not end where the name does.
  let names: [Name?]

  struct Name: Hashable {
    var tokens: Range<Int>
    var kind: Int
  }

  private struct Row: Decodable {
    struct Entity: Decodable {
      var b: Int
      var e: Int
      var type: String
      /// "deriv" and "part" are words made of names, and no names.
      var sub: String?
      var level: Int?
    }
    var text: String
    var ents: [Entity]
  }

  static func all(in path: String) throws -> [LabelledSentence] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw TrainingError.unreadable(path)
    }
    let decoder = JSONDecoder()
    return try data.split(separator: 10).enumerated().flatMap { index, line in
      do {
        let row = try decoder.decode(Row.self, from: line)
        let places = bytes(of: row.text)
        return NameLesson.all(in: row.text).map { LabelledSentence($0, row.ents, places) }
      } catch is DecodingError {
        throw TrainingError.noHeadline(path: path, line: index + 1)
      }
    }
  }

  /// Where each code point of a text begins.
  private static func bytes(of text: String) -> [Int] {
    var bytes = [0]
    for scalar in text.unicodeScalars { bytes.append(bytes[bytes.count - 1] + UTF8.width(scalar)) }
    return bytes
  }

  private init(_ lesson: NameLesson, _ entities: [Row.Entity], _ bytes: [Int]) {
    self.lesson = lesson
    let words = lesson.words
    let sentence = lesson.sentence
    var labels = Array(repeating: 0, count: sentence.count)
    var names: [Name?] = []
    for entity in entities where (entity.level ?? 1) == 1 && entity.sub == nil {
      guard let kind = NameModel.kinds.firstIndex(where: { $0.rawValue == entity.type }),
        entity.b < entity.e, entity.e < bytes.count
      else { continue }
      let range = bytes[entity.b]..<bytes[entity.e]
      let tokens = sentence.filter { words[$0].range.overlaps(range) }
      guard let first = tokens.first, let last = tokens.last else { continue }
      let isExact = words[first].start == range.lowerBound && words[last].end == range.upperBound
      let start = first - sentence.lowerBound
      let end = last + 1 - sentence.lowerBound
      names.append(isExact ? Name(tokens: start..<end, kind: kind) : nil)
      for place in start..<end { labels[place] = kind * 2 + (place == start ? 1 : 2) }
    }
    self.labels = labels
    self.names = names
  }
}
