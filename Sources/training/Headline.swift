import Foundation

/// A row of the data: a headline, where it has one the teaser, and the section editors gave it.
struct Headline: Decodable {
  var title: String
  var text: String?
  var section: String?
  /// The collection the row comes from.
  var set: String?

  /// The rows of a file of JSON lines.
  static func all(in path: String) throws -> [Headline] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw TrainingError.unreadable(path)
    }
    let decoder = JSONDecoder()
    return try data.split(separator: 10).enumerated().map { index, line in
      do {
        return try decoder.decode(Headline.self, from: line)
      } catch is DecodingError {
        throw TrainingError.noHeadline(path: path, line: index + 1)
      }
    }
  }
}
