import Foundation

/// A row of the data: a headline, where it has one the teaser, and the section editors gave it.
struct Headline: Decodable {
  var id: String?
  var outlet: String?
  var title: String
  var text: String?
  var section: String?
  /// The collection the row comes from.
  var set: String?

  /// The collection of old headlines, all of which are learnt from.
  static let archive = "archive"

  /// One of four parts of the data, the same in every run: which rows are kept from learning.
  var part: Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in (id ?? title).utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return Int(hash >> 32 & 3)
  }

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
