import Foundation
import Stories

/// Our own lists of words by which sections are known: what outlets have in common, whatever their
/// ways. Each word is a lesson.
enum SectionWords {
  /// The lessons of a folder with a file for each section, `sport.txt`, one word or name a line.
  static func lessons(in folder: String) throws -> [Lesson] {
    try SectionModel.names.enumerated().flatMap { section, name in
      let path = folder + "/" + name + ".txt"
      guard let data = FileManager.default.contents(atPath: path) else {
        throw TrainingError.unreadable(path)
      }
      return String(decoding: data, as: UTF8.self).split(separator: "\n")
        .filter { !$0.hasPrefix("#") }.map { Lesson(word: String($0), section: section) }
    }
  }
}
