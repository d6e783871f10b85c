import Foundation
import Languages

/// A sentence whose outermost names are labelled.
struct LabelledSentence {
  let lesson: NameLesson
  /// For each token, see `NameModel.labels`.
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
    return try data.split(separator: 10).enumerated().map { index, line in
      do {
        return LabelledSentence(try decoder.decode(Row.self, from: line))
      } catch is DecodingError {
        throw TrainingError.noHeadline(path: path, line: index + 1)
      }
    }
  }

  private init(_ row: Row) {
    lesson = NameLesson(row.text)
    let words = lesson.words
    var bytes = [0]
    for scalar in row.text.unicodeScalars {
      bytes.append(bytes[bytes.count - 1] + UTF8.width(scalar))
    }
    var labels = Array(repeating: 0, count: words.count)
    var names: [Name?] = []
    for entity in row.ents where (entity.level ?? 1) == 1 && entity.sub == nil {
      guard let kind = NameModel.kinds.firstIndex(where: { $0.rawValue == entity.type }),
        entity.b < entity.e, entity.e < bytes.count
      else { continue }
      let range = bytes[entity.b]..<bytes[entity.e]
      let tokens = words.indices.filter { words[$0].range.overlaps(range) }
      guard let first = tokens.first, let last = tokens.last else {
        names.append(nil)
        continue
      }
      let isExact = words[first].start == range.lowerBound && words[last].end == range.upperBound
      names.append(isExact ? Name(tokens: first..<last + 1, kind: kind) : nil)
      for token in first...last { labels[token] = kind * 2 + (token == first ? 1 : 2) }
    }
    self.labels = labels
    self.names = names
  }
}
