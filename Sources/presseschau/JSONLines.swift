import Foundation
import Press

/// JSON lines on standard output, and lines from files or standard input.
enum JSONLines {
  /// Prints one value as one line, at once.
  static func print(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    var line = try encoder.encode(value)
    line.append(10)
    try FileHandle.standardOutput.write(contentsOf: line)
  }

  /// Prints JSON that is written already as one line, at once.
  static func print(json: [UInt8]) throws {
    try FileHandle.standardOutput.write(contentsOf: Data(json + [10]))
  }

  /// The lines of a file, or of standard input for `-`, without their ends and without empty ones.
  static func read(_ path: String) throws -> LineReader {
    if path == "-" { return LineReader(FileHandle.standardInput) }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw InputError.unreadable(path)
    }
    return LineReader(handle)
  }
}

/// Gives line after line as they arrive.
struct LineReader: Sequence, IteratorProtocol {
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var start = 0
  /// Up to here no line ends, so that a long line is looked through once.
  private var seen = 0
  private var isAtEnd = false

  init(_ handle: FileHandle) { self.handle = handle }

  mutating func next() -> [UInt8]? {
    while true {
      let end = EightBytes.find(10, in: buffer.span, from: seen)
      if end < buffer.count {
        let line = Array(buffer[start..<end])
        start = end + 1
        seen = start
        if !line.isEmpty { return line }
        continue
      }
      if isAtEnd {
        let line = Array(buffer[start...])
        start = buffer.count
        seen = start
        return line.isEmpty ? nil : line
      }
      buffer.removeFirst(start)
      start = 0
      seen = buffer.count
      let more = handle.availableData
      if more.isEmpty { isAtEnd = true } else { buffer.append(contentsOf: more) }
    }
  }
}
