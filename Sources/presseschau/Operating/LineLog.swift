import Foundation
import Logging

/// Writes what happens to standard error, one line each, as words or as JSON. Addresses of readers
/// are in none of our log lines.
struct LineLog: LogHandler {
  enum Format: String { case text, json }

  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level
  let label: String
  let format: Format

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let (level, message) = (event.level, event.message)
    var facts = metadata.merging(event.metadata ?? [:]) { $1 }
    if let error = event.error { facts["error"] = "\(error)" }
    facts["hb.request.id"] = nil
    let time = Date.now.ISO8601Format()
    var words: String
    switch format {
    case .text:
      let list = facts.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
      words = "\(time) \(level) \(Self.oneLine("\(message)\(list)"))\n"
    case .json:
      var entry = facts.mapValues { "\($0)" }
      entry["time"] = time
      entry["level"] = level.rawValue
      entry["message"] = "\(message)"
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      words = String(decoding: (try? encoder.encode(entry)) ?? Data(), as: UTF8.self) + "\n"
    }
    // A standard error that is gone must not end the house.
    try? FileHandle.standardError.write(contentsOf: Data(words.utf8))
  }

  private static func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }
}
